"""A walk through any text by the compiled table, terminal by terminal, up to its end or to where it makes no sense.

The machine of `_machine.py` reads and gives up; the same machine as data, `_moves.py`, also says what stood before the
place where it gives up, and what could stand there. Time is linear in the text, and nothing is kept of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from shorthand.syntax._transitions import MOVES as _STATES
from shorthand.syntax.raw import DEEPEST


class Move(NamedTuple):
    """What a terminal does: `effects` on the value, and the state that follows.

    `resume` is the state after the bracket that opens here is closed; -1 for what opens none.
    """

    terminal: str
    effects: tuple[str, ...]
    target: int
    resume: int


MOVES = tuple({group: Move(*move) for group, move in moves.items()} for _, moves in _STATES)


class Walk:
    """One walk through `text`: iterate it once, for each terminal's match and what it does.

    Afterwards `at` is where it ended, `state` the machine's state there, before the end itself is taken in, and
    `resumes` the states to which the brackets that are still open would lead once closed, the outermost first.
    `complete` says whether the text was read to its end, `too_deep` whether it ended at a bracket that stands deeper
    than brackets may.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.state = 0
        self.resumes: list[int] = []
        self.complete = False
        self.too_deep = False

    def __iter__(self) -> Iterator[tuple[re.Match[str], Move]]:
        while not self.complete:
            match = scan(self.state).match(self.text, self.at)
            if match is None:
                return
            move = MOVES[self.state][match.lastindex or 0]
            if move.resume >= 0:
                if len(self.resumes) == DEEPEST:
                    self.too_deep = True
                    return
                self.resumes.append(move.resume)
            self.at = match.end()
            self.complete = move.terminal == "$END"
            if not self.complete:
                self.state = self.resumes.pop() if "close" in move.effects else move.target
            yield match, move

    @property
    def allowed(self) -> set[str]:
        """The terminals that could stand where the walk is."""
        return {move.terminal for move in MOVES[self.state].values()}


@cache
def scan(state: int) -> re.Pattern[str]:
    """What finds the next terminal in `state`; its last group is the terminal's."""
    return re.compile(_STATES[state][0])
