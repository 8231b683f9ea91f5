"""Merge the states of an automaton that behave alike."""

from __future__ import annotations

from grammar.compiler.automaton import State, Transition


def minimal(states: list[State]) -> list[State]:
    """Return the smallest automaton that behaves like this one, in the order of each class's first state.

    All states start in one class. A class is split as long as its states differ in their terminals, their effects or
    the classes that they lead to.
    """
    classes = [0] * len(states)
    while True:
        behaviours = [_behaviour(state, classes) for state in states]
        # Each behaviour is a class, numbered in the order of its first state.
        numbers = {behaviour: number for number, behaviour in enumerate(dict.fromkeys(behaviours))}
        refined = [numbers[behaviour] for behaviour in behaviours]
        if refined == classes:
            break
        classes = refined
    merged: dict[int, State] = {}
    for number, state in zip(classes, states, strict=True):
        merged.setdefault(number, {terminal: _led_to(each, classes) for terminal, each in state.items()})
    return [merged[number] for number in sorted(merged)]


def _behaviour(state: State, classes: list[int]) -> tuple[tuple[str, Transition], ...]:
    return tuple((terminal, _led_to(transition, classes)) for terminal, transition in state.items())


def _led_to(transition: Transition, classes: list[int]) -> Transition:
    """Return a transition that leads to classes instead of states."""
    target, resume = transition.target, transition.resume
    return Transition(
        transition.effects,
        None if target is None else classes[target],
        None if resume is None else classes[resume],
    )
