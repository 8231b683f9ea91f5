"""The scans: they find the terminals that come next, and their groups tell which."""

import re

from grammar.compiler.automaton import State, Transition
from grammar.compiler.effects import Effect
from grammar.compiler.minimal import minimal
from grammar.compiler.scans import Step, scan_of
from grammar.compiler.terminal_patterns import constant
from tests.grammar.samples import shorthand_grammar, shorthand_states

TERMINALS = {"_PAIR_COMMA": ",", "KEY": "(k)=", "WORD": "w", "_COMMA": ";", "$END": r"\Z"}


def to(target: int | None, *effects: Effect) -> Transition:
    return Transition(effects, target)


def test_a_terminal_without_a_run_is_alone() -> None:
    scan = scan_of([{"WORD": to(0), "KEY": to(0)}], 0, TERMINALS)
    assert scan.alternatives == ["({KEY})(?:({WORD})|)", "({WORD})"]


def test_a_run_can_be_of_two_terminals() -> None:
    states: list[State] = [{"WORD": to(1)}, {"_COMMA": to(0)}]
    assert scan_of(states, 0, TERMINALS).alternatives == ["({WORD})(?:({_COMMA})|)"]


def test_the_groups_within_a_terminal_count() -> None:
    states: list[State] = [{"KEY": to(1), "WORD": to(None)}, {"WORD": to(None)}]
    (key, word) = scan_of(states, 0, TERMINALS).steps
    assert (key.terminal, key.group, key.last, key.alone) == ("KEY", 1, 3, True)
    assert [(step.terminal, step.group, step.last) for step in key.following] == [("WORD", 3, 3)]
    assert (word.terminal, word.group, word.last) == ("WORD", 4, 4)


def test_no_run_goes_on_from_an_empty_value() -> None:
    states: list[State] = [{"WORD": to(1, Effect.EMPTY_VALUE)}, {"_COMMA": to(0)}]
    assert scan_of(states, 0, TERMINALS).alternatives == ["({WORD})"]


def test_the_run_of_a_next_pair_comes_first_and_only_as_a_whole() -> None:
    states: list[State] = [{"_PAIR_COMMA": to(1), "WORD": to(None)}, {"KEY": to(0)}]
    scan = scan_of(states, 0, TERMINALS)
    assert scan.alternatives == ["({_PAIR_COMMA})(?:({KEY})(?:({WORD})|))", "({_PAIR_COMMA})", "({WORD})"]
    assert [step.alone for step in scan.steps] == [False, True, True]
    assert [step.group for step in scan.steps] == [1, 5, 6]


def test_without_a_key_after_the_comma_there_is_no_run() -> None:
    states: list[State] = [{"_PAIR_COMMA": to(1)}, {"WORD": to(0)}]
    scan = scan_of(states, 0, TERMINALS)
    assert scan.alternatives == ["({_PAIR_COMMA})"]
    assert [step.group for step in scan.steps] == [1]


def test_the_groups_of_the_grammar_are_those_of_the_regular_expressions() -> None:
    grammar, states = shorthand_grammar(), minimal(shorthand_states())
    patterns = {constant(name): pattern for name, pattern in grammar.terminals.items()}

    def last_groups(steps: list[Step]) -> list[int]:
        return [group for step in steps for group in (step.group, step.last, *last_groups(step.following))]

    for number, state in enumerate(states):
        scan = scan_of(states, number, grammar.terminals)
        compiled = re.compile("|".join(scan.alternatives).format(**patterns))
        assert max(last_groups(scan.steps)) == compiled.groups
        assert {step.terminal for step in scan.steps if step.alone} == {*state}
        assert all(step.transition is state[step.terminal] for step in scan.steps)
        for before, after in zip(scan.steps, scan.steps[1:], strict=False):
            assert after.group == before.last + 1
