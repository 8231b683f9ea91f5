"""Walk through the terminals of any text, up to its end or to the first terminal that is not allowed.

The compiled reader only rejects a broken text. The walk follows the same automaton as data, and so also tells what
comes before the place of the error and what is allowed there. Its time is linear in the text, and it keeps nothing of
the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from shorthand.syntax._compiled_reader import START
from shorthand.syntax._transitions import STATES, Effect, Transition
from shorthand.syntax.raw import DEEPEST

_TRANSITIONS = tuple(state.transitions for state in STATES)


class Walk:
    """One walk through a text. Iterate it once for the match and the transition of each terminal.

    Attributes:
        text: The text.
        at: The position that the walk has reached.
        state: The state of the automaton there, as an index into the states. At the end of a complete text, the state
            before the end is taken in.
        resumes: For each open bracket, the outermost first, the state after it is closed.
        complete: Whether the text is read to its end.
        too_deep: Whether the walk ended at a bracket that is nested deeper than allowed.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.state = START
        self.resumes: list[int] = []
        self.complete = False
        self.too_deep = False

    def __iter__(self) -> Iterator[tuple[re.Match[str], Transition]]:
        while not self.complete:
            match = _scan(self.state)(self.text, self.at)
            if match is None:
                return
            transition = _TRANSITIONS[self.state][match.lastindex or 0]
            if transition.resume is not None:
                if len(self.resumes) == DEEPEST:
                    self.too_deep = True
                    return
                self.resumes.append(transition.resume)
            self.at = match.end()
            if transition.target is not None:
                self.state = transition.target
            elif Effect.END in transition.effects:
                self.complete = True
            else:
                self.state = self.resumes.pop()
            yield match, transition

    @property
    def allowed(self) -> set[str]:
        """The terminals that are allowed where the walk is."""
        return {transition.terminal for transition in _TRANSITIONS[self.state].values()}


@cache
def _scan(state: int) -> Callable[[str, int], re.Match[str] | None]:
    """Return what finds the next terminal in a state. The last group of its match is the terminal's."""
    return re.compile(STATES[state].pattern).match
