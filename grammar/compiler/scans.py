"""The scan of a state: one regular expression that finds the terminals that come next, several at once."""

from __future__ import annotations

import re
from typing import NamedTuple

from grammar.compiler.automaton import State, Transition
from grammar.compiler.effects import Effect
from grammar.compiler.terminal_patterns import constant

Run = tuple[str, ...]
"""Terminals that often follow one another. A scan finds all of them at once."""

# The first terminal of a run is tried in its own turn among the terminals of the state, and can also come alone. No
# other terminal of the next state can start as the next terminal of the run does. The likeliest run is the last,
# because the code asks for it first.
RUNS: tuple[Run, ...] = (
    ("KEY", "_OPEN_LIST"),  # Key=[
    ("KEY", "_OPEN_MAP"),  # Key={
    ("KEY", "WORD", "$END"),  # Key=a
    ("KEY", "WORD", "_CLOSE_MAP"),  # Key=a}
    ("KEY", "WORD", "_COMMA"),  # Key=a,  in braces
    ("_LIST_COMMA", "ELEMENT", "$END"),  # ,b
    ("WORD", "_CLOSE_LIST"),  # a]
    ("WORD", "_COMMA"),  # a,  in brackets
    ("_COMMA", "_OPEN_MAP"),  # ,{  in brackets
)
# These are tried before every other terminal of the state, and only as a whole: where a key follows the comma, there is
# no element, nothing to drop and no second comma.
NEXT_PAIR_RUNS: tuple[Run, ...] = (
    ("_PAIR_COMMA", "KEY", "_OPEN_LIST"),  # ,Key=[
    ("_PAIR_COMMA", "KEY", "_OPEN_MAP"),  # ,Key={
    ("_PAIR_COMMA", "KEY", "WORD", "$END"),  # ,Key=a
)


class Step(NamedTuple):
    """One terminal in a scan.

    Attributes:
        terminal: The terminal.
        group: Its group in a match.
        last: The last group of the terminals that can follow it in the scan.
        transition: What it does.
        alone: Whether the match can end with it.
        following: The terminals that can follow it in the scan.
    """

    terminal: str
    group: int
    last: int
    transition: Transition
    alone: bool
    following: list[Step]


class Scan(NamedTuple):
    """What finds the next terminals in a state.

    Attributes:
        alternatives: The alternatives of the regular expression, with the constants of the terminals in braces.
        steps: The terminals that the alternatives start with. The last group of a match tells how it went on.
    """

    alternatives: list[str]
    steps: list[Step]


def scan_of(states: list[State], number: int, terminals: dict[str, str]) -> Scan:
    """Return the scan of a state; `terminals` are all terminals with their patterns, in the order of trying."""
    builder = _Builder(states, terminals)
    pairs = builder.scan(number, NEXT_PAIR_RUNS, alone=False)
    runs = tuple(run for name in terminals for run in ((name,), *RUNS) if run[0] == name)
    others = builder.scan(number, runs, alone=True)
    return Scan(pairs.alternatives + others.alternatives, pairs.steps + others.steps)


class _Builder:
    """Builds one scan and counts its groups."""

    def __init__(self, states: list[State], terminals: dict[str, str]) -> None:
        self.states = states
        self.terminals = terminals
        self.groups = 0

    def scan(self, number: int, runs: tuple[Run, ...], *, alone: bool) -> Scan:
        """Return the scan for those of the runs that are allowed in a state.

        Args:
            number: The number of the state.
            runs: The runs.
            alone: Whether the first terminal of a run can also come without the others.
        """
        scan = Scan([], [])
        for terminal in dict.fromkeys(run[0] for run in runs):
            transition = self.states[number].get(terminal)
            if transition is None:
                continue
            group = self.groups + 1
            # A match numbers its groups from 1, and the groups within a terminal come after its own.
            self.groups += 1 + re.compile(self.terminals[terminal]).groups
            following = self.following(transition, [run[1:] for run in runs if run[0] == terminal and len(run) > 1])
            if not (alone or following.steps):
                self.groups = group - 1
                continue
            rest = "|".join([*following.alternatives, ""] if alone else following.alternatives)
            more = f"(?:{rest})" if following.steps else ""
            scan.alternatives.append(f"({{{constant(terminal)}}}){more}")
            scan.steps.append(Step(terminal, group, self.groups, transition, alone, following.steps))
        return scan

    def following(self, transition: Transition, rests: list[Run]) -> Scan:
        """Return the scan for the rests of the runs. An empty value is rare, so no run goes on from one."""
        if Effect.EMPTY_VALUE in transition.effects or transition.target is None:
            return Scan([], [])
        return self.scan(transition.target, tuple(rests), alone=True)
