"""Write `_transitions.py`: the automaton as data."""

from __future__ import annotations

import re

from grammar.compiler.automaton import State, Transition
from grammar.compiler.effects import Effect
from grammar.compiler.state_names import Name
from grammar.compiler.terminal_patterns import constant

_HEAD = '''"""The automaton of the reader as data. Generated from the grammar by grammar/build.py. Do not edit."""

# ruff: noqa
# fmt: off

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from shorthand.syntax._compiled_reader import (
{imports}
)


class Effect(StrEnum):
    """What a terminal does to the value that is read."""

{effects}


class Transition(NamedTuple):
    """What a terminal does in a state.

    Attributes:
        terminal: The terminal.
        effects: What happens to the value, in this order.
        target: The next state. None where a bracket closes, because its opening tells where to resume, and at the end.
        resume: The state after the bracket that opens here is closed. None where no bracket opens.
    """

    terminal: str
    effects: tuple[Effect, ...]
    target: int | None
    resume: int | None = None


class State(NamedTuple):
    """A state of the automaton.

    Attributes:
        name: Its name.
        pattern: The regular expression that finds the next terminal.
        transitions: What each terminal does, by its group in a match of the pattern.
    """

    name: str
    pattern: str
    transitions: dict[int, Transition]


STATES = (
{states}
)
'''


def transitions_module(states: list[State], names: list[Name], terminals: dict[str, str]) -> str:
    """Return the text of the module.

    Args:
        states: The states.
        names: Their names.
        terminals: The regular expressions of the terminals, in the order in which they are tried.
    """
    imported = sorted([*map(constant, terminals), *(name.name for name in names)])
    effects = [f'    {effect.name} = "{effect.name}"\n    """{effect.meaning}"""' for effect in Effect]
    rows = [_state(state, name, names, terminals) for state, name in zip(states, names, strict=True)]
    return _HEAD.format(
        imports="\n".join(f"    {name}," for name in imported), effects="\n".join(effects), states="\n".join(rows)
    )


def _state(state: State, name: Name, names: list[Name], terminals: dict[str, str]) -> str:
    allowed = [terminal for terminal in terminals if terminal in state]
    alternatives = [f"({{{constant(terminal)}}})" for terminal in allowed]
    pattern = [f'f"{"|" if index else ""}{one}"' for index, one in enumerate(alternatives)]
    lines = [f'    State("{name.name}", (', *(f"        {line}" for line in pattern), "    ), {"]
    group = 1
    for terminal in allowed:
        lines.append(f"        {group}: {_transition(terminal, state[terminal], names)},")
        # A match numbers its groups from 1, and the groups within a terminal come after its own.
        group += 1 + re.compile(terminals[terminal]).groups
    return "\n".join([*lines, "    }),"])


def _transition(terminal: str, transition: Transition, names: list[Name]) -> str:
    effects = "".join(f"Effect.{effect.name}, " for effect in transition.effects)
    if len(transition.effects) != 1:
        effects = effects.rstrip(", ")
    target = "None" if transition.target is None else names[transition.target].name
    resume = "" if transition.resume is None else f", {names[transition.resume].name}"
    return f'Transition("{terminal}", ({effects.rstrip()}), {target}{resume})'
