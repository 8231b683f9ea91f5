"""The generated transitions are well formed."""

import re

from shorthand.syntax import _compiled_reader
from shorthand.syntax._transitions import STATES, Effect


def test_the_states_have_the_numbers_of_the_reader() -> None:
    for number, state in enumerate(STATES):
        assert getattr(_compiled_reader, state.name) == number


def test_every_group_of_a_terminal_is_in_the_pattern() -> None:
    for state in STATES:
        assert max(state.transitions) <= re.compile(state.pattern).groups


def test_every_effect_happens_and_every_state_is_reached() -> None:
    transitions = [one for state in STATES for one in state.transitions.values()]
    assert {effect for one in transitions for effect in one.effects} == {*Effect}
    assert {one.target for one in transitions} | {one.resume for one in transitions} == {*range(len(STATES)), None}
