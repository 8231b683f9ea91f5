"""The minimal automaton: states that behave alike are one, and the others are not."""

from grammar.compiler.automaton import State, Transition
from grammar.compiler.effects import Effect
from grammar.compiler.minimal import minimal
from tests.grammar.samples import effects_of, random_sequences, shorthand_states


def to(target: int | None, *effects: Effect, resume: int | None = None) -> Transition:
    return Transition(effects, target, resume)


def test_states_that_behave_alike_become_one() -> None:
    states: list[State] = [{"A": to(1), "B": to(2)}, {"C": to(0)}, {"C": to(0)}]
    assert minimal(states) == [{"A": to(1), "B": to(1)}, {"C": to(0)}]


def test_states_with_other_terminals_stay_apart() -> None:
    states: list[State] = [{"A": to(1), "B": to(2)}, {"C": to(0)}, {"D": to(0)}]
    assert minimal(states) == states


def test_states_with_other_effects_stay_apart() -> None:
    states: list[State] = [{"A": to(1), "B": to(2)}, {"C": to(0)}, {"C": to(0, Effect.WORD)}]
    assert minimal(states) == states


def test_states_that_lead_apart_stay_apart() -> None:
    states: list[State] = [{"A": to(1), "B": to(2)}, {"C": to(3)}, {"C": to(4)}, {"D": to(0)}, {"E": to(0)}]
    assert minimal(states) == states


def test_states_that_resume_apart_stay_apart() -> None:
    states: list[State] = [{"A": to(1), "B": to(2)}, {"C": to(0, resume=0)}, {"C": to(0, resume=1)}]
    assert minimal(states) == states


def test_a_state_to_resume_in_is_numbered_anew() -> None:
    states: list[State] = [{"A": to(1), "B": to(2)}, {"C": to(None)}, {"C": to(None)}, {"D": to(0, resume=2)}]
    assert minimal(states) == [{"A": to(1), "B": to(1)}, {"C": to(None)}, {"D": to(0, resume=1)}]


def test_a_cycle_of_states_that_behave_alike_becomes_one_state() -> None:
    states: list[State] = [{"A": to(1)}, {"A": to(2)}, {"A": to(0)}]
    assert minimal(states) == [{"A": to(0)}]


def test_the_minimal_automaton_behaves_like_the_other() -> None:
    states = shorthand_states()
    smaller = minimal(states)
    assert len(smaller) < len(states)
    for terminals in random_sequences(states, 2000):
        assert effects_of(smaller, terminals) == effects_of(states, terminals)
    assert minimal(smaller) == smaller
