"""Each state has one name, and a name that is wrong fails the build."""

import re

import pytest

from grammar.compiler.automaton import State
from grammar.compiler.compile_error import CompileError
from grammar.compiler.minimal import minimal
from grammar.compiler.state_names import NAMES, Name, names_of
from tests.grammar.samples import shorthand_grammar, shorthand_states


@pytest.fixture(name="states", scope="module")
def states_of_the_grammar() -> list[State]:
    return minimal(shorthand_states())


def test_every_state_of_the_grammar_has_a_name(states: list[State]) -> None:
    names = [name.name for name in names_of(states)]
    assert names[0] == "START"
    assert len(set(names)) == len(states)
    assert not {*names} & {*shorthand_grammar().patterns}


def test_a_name_belongs_to_the_state_that_its_terminals_lead_to(states: list[State]) -> None:
    allowed = {name.name: set(state) for name, state in zip(names_of(states), states, strict=True)}
    assert allowed["START"] == {"KEY", "FILE_KEY"}
    assert allowed["BEFORE_ELEMENT"] == {"ELEMENT", "SINGLE_QUOTED", "DOUBLE_QUOTED"}
    assert allowed["AFTER_ITEM"] == {"_COMMA", "_CLOSE_LIST"}
    assert allowed["AFTER_MEMBER"] == allowed["AFTER_MEMBER_BRACKETS"] == {"_COMMA", "_CLOSE_MAP"}


def without(*names: str) -> tuple[Name, ...]:
    return tuple(name for name in NAMES if name.name not in names)


WRONG = {
    "a state without a name": (
        without("AFTER_MEMBER_KEY"),
        "a state has no name: it is the one after FILE_KEY _OPEN_MAP FILE_KEY, and allows DOUBLE_QUOTED, SINGLE_QUOTED",
    ),
    "the start without a name": (without("START"), "a state has no name: it is the one after nothing, and allows"),
    "a state after brackets without a name": (
        without("AFTER_BRACKETS"),
        "a state has no name: it is the one after FILE_KEY _OPEN_LIST ..., and allows",
    ),
    "two names for a state": (
        (*NAMES, Name("AFTER_FILE_KEY", ("FILE_KEY",), "Key@=")),
        "the names AFTER_KEY and AFTER_FILE_KEY are of one state: remove one of them",
    ),
    "terminals that are not allowed": (
        (*NAMES, Name("NOWHERE", ("KEY", "KEY"), "")),
        "the terminals of the name NOWHERE lead nowhere: KEY is not allowed there",
    ),
    "terminals after the end": (
        (*NAMES, Name("NOWHERE", ("KEY", "$END"), "")),
        "the terminals of the name NOWHERE lead nowhere: $END is not allowed there",
    ),
}


@pytest.mark.parametrize(("names", "reason"), WRONG.values(), ids=list(WRONG))
def test_refuses(states: list[State], names: tuple[Name, ...], reason: str) -> None:
    with pytest.raises(CompileError, match=re.escape(reason)):
        names_of(states, names)
