"""The module that reads: Python with named states, in short lines."""

import ast
from pathlib import Path

import pytest

from grammar.compiler.automaton import Transition
from grammar.compiler.command import compiled
from grammar.compiler.effects import Effect
from grammar.compiler.lark_table import END
from grammar.compiler.reader_module import reader_module
from grammar.compiler.scans import Scan, Step
from grammar.compiler.state_names import NAMES, Name
from shorthand.syntax import _compiled_reader
from tests.grammar.samples import TEXT


@pytest.fixture(name="module", scope="module")
def module_of_the_grammar() -> str:
    return compiled(TEXT)["_compiled_reader.py"]


def test_the_committed_module_is_up_to_date(module: str) -> None:
    assert Path(_compiled_reader.__file__).read_text("utf-8") == module


def test_lines_are_short_and_without_white_space_at_the_end(module: str) -> None:
    for line in module.splitlines():
        assert len(line) <= 120
        assert line == line.rstrip()


def test_states_are_named_and_explained(module: str) -> None:
    for name in NAMES:
        assert f"{name.name} = " in module
        assert f"# {name.example}\n" in module
        assert f"while state is {name.name}:" in module
    numbered = [
        node
        for node in ast.walk(ast.parse(module))
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and ast.unparse(node.targets[0]) == "state"
    ]
    assert numbered == []


def code_of(*steps: Step) -> str:
    """Return the code of a state ONE with the steps, which has another state TWO beside it."""
    names = [Name("ONE", (), "one"), Name("TWO", ("WORD",), "two")]
    text = reader_module({"WORD": "w", END: r"\Z"}, names, [Scan(["({WORD})"], list(steps)), Scan(["({END})"], [])])
    return text.split("group = match.lastindex\n")[1].split("        while")[0]


def step(terminal: str, target: int | None, *effects: Effect, following: tuple[Step, ...] = ()) -> Step:
    return Step(terminal, 1, 1 + len(following), Transition(effects, target), True, list(following))


def test_a_terminal_has_its_condition_its_effects_and_the_next_state() -> None:
    assert code_of(step("WORD", 1, Effect.EMPTY_VALUE, Effect.ADD_ITEM)) == (
        "            if group <= 1:  # WORD\n"
        '                value = ""\n'
        "                container.append(value)\n"
        "                state = TWO\n"
    )


def test_a_terminal_that_does_nothing_and_stays_passes() -> None:
    assert code_of(step("_COMMA", 0)) == (
        "            if group <= 1:  # _COMMA\n"
        "                pass  # ONE again\n"
    )  # fmt: skip


def test_a_terminal_that_others_can_follow_tells_whether_they_do() -> None:
    following = Step("_COMMA", 2, 2, Transition((), 0), True, [])
    assert code_of(step("WORD", 1, Effect.EMPTY_VALUE, following=(following,))) == (
        "            if group <= 2:  # WORD\n"
        '                value = ""\n'
        "                if group >= 2:  # _COMMA\n"
        "                    pass  # ONE again\n"
        "                else:\n"
        "                    state = TWO\n"
    )


def test_a_terminal_that_another_must_follow_does_not_ask() -> None:
    following = Step("_COMMA", 2, 2, Transition((Effect.ADD_ITEM,), 0), True, [])
    first = step("WORD", 1, Effect.EMPTY_VALUE, following=(following,))._replace(alone=False)
    assert code_of(first) == (
        "            if group <= 2:  # WORD\n"
        '                value = ""\n'
        "                container.append(value)\n"
    )  # fmt: skip
