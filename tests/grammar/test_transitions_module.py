"""The module with the automaton as data: it has the transitions of the automaton, with names."""

from pathlib import Path

import pytest

from grammar.compiler.automaton import State
from grammar.compiler.effects import Effect
from grammar.compiler.minimal import minimal
from grammar.compiler.state_names import names_of
from grammar.compiler.transitions_module import transitions_module
from shorthand.syntax import _transitions
from tests.grammar.samples import shorthand_grammar, shorthand_states


@pytest.fixture(name="states", scope="module")
def states_of_the_grammar() -> list[State]:
    return minimal(shorthand_states())


def test_the_transitions_are_those_of_the_automaton(states: list[State]) -> None:
    for state, written in zip(states, _transitions.STATES, strict=True):
        found = {one.terminal: one for one in written.transitions.values()}
        assert {*found} == {*state}
        for terminal, transition in state.items():
            one = found[terminal]
            assert [effect.name for effect in one.effects] == [effect.name for effect in transition.effects]
            assert (one.target, one.resume) == (transition.target, transition.resume)


def test_states_and_effects_have_names(states: list[State]) -> None:
    assert [state.name for state in _transitions.STATES] == [name.name for name in names_of(states)]
    assert [effect.name for effect in _transitions.Effect] == [effect.name for effect in Effect]


def test_the_committed_module_is_up_to_date(states: list[State]) -> None:
    text = transitions_module(states, names_of(states), shorthand_grammar().terminals)
    assert Path(_transitions.__file__).read_text("utf-8") == text


def test_lines_are_short(states: list[State]) -> None:
    text = transitions_module(states, names_of(states), shorthand_grammar().terminals)
    assert max(map(len, text.splitlines())) <= 120
