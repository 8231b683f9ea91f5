"""From an error to what to type instead: rules propose, and a proposal is taken only where it reads.

A rule looks at one case and proposes corrected texts, the likeliest first. Nothing here is believed: a text is offered
as a fix only after it has been read, and with a shape converted, without error. Where several things are wrong, each
mended text is a case again, until one reads or the attempts are used up; so the time stays linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from shorthand.diagnose.case import Case, Proposal
from shorthand.diagnose.syntax_rules import SYNTAX_RULES
from shorthand.diagnose.type_rules import TYPE_RULES, scalar_meant
from shorthand.errors import (
    FileReferenceError,
    LossyTextError,
    Place,
    ShorthandError,
    ShorthandSyntaxError,
    ShorthandTypeError,
)

if TYPE_CHECKING:
    from shorthand.shapes import Shape

_MOST_ATTEMPTS = 24
_MOST_ROUNDS = 6

Attempt = Callable[[str], ShorthandError | None]
"""Reads a text, and with a shape converts it: what is wrong with it, or None."""


def advise_text(error: ShorthandError, shape: Shape | None, outer: Place, attempt: Attempt) -> None:
    """Give each of the errors of a text its hint, and all of them the fix, where the rules know one.

    The text stands at `outer` in a larger value.
    """
    if isinstance(error, FileReferenceError) or error.span is None:
        return
    tries = _Tries(shape, outer, attempt)
    for one in error.errors:
        one.hint = tries.hint(one, error) or one.hint
    fix = tries.mended(error, _MOST_ROUNDS)
    for one in error.errors:
        one.fix = fix


def advise_scalar(error: ShorthandTypeError, shape: Shape) -> None:
    """Give the error of a token that is one scalar its hint and its fix."""
    meant = scalar_meant(error.text, shape)
    if meant:
        error.hint, error.fix = meant


class _Tries:
    """The attempts made for one error, of which there may not be many."""

    def __init__(self, shape: Shape | None, outer: Place, attempt: Attempt) -> None:
        self.shape = shape
        self.outer = outer
        self.attempt = attempt
        self.results: dict[str, ShorthandError | None] = {}

    def outcome(self, text: str, before: ShorthandError) -> ShorthandError | None:
        """What is wrong with `text`; `before` itself where no attempt is left."""
        if text not in self.results:
            if len(self.results) == _MOST_ATTEMPTS:
                return before
            self.results[text] = self.attempt(text)
        return self.results[text]

    def proposals(self, error: ShorthandError) -> Iterator[Proposal]:
        case = Case(error.text, error, self.shape, self.outer)
        for rule in TYPE_RULES if isinstance(error, ShorthandTypeError) else SYNTAX_RULES:
            yield from rule(case)

    def hint(self, error: ShorthandError, whole: ShorthandError) -> str:
        """The hint of the first proposal that mends `error`, one of `whole`."""
        for proposal in self.proposals(error):
            if proposal.text is None:
                return proposal.hint
            after = self.outcome(proposal.text, whole)
            if after is None or _is_better(after, whole):
                return proposal.hint
        return ""

    def mended(self, error: ShorthandError, rounds: int) -> str | None:
        """A text that reads, from that of `error`."""
        for proposal in self.proposals(error):
            if proposal.text is None:
                return None
            after = self.outcome(proposal.text, error)
            if after is None:
                return proposal.text
            if rounds > 1 and _is_better(after, error):
                return self.mended(after, rounds - 1)
        return None


def _is_better(after: ShorthandError, before: ShorthandError) -> bool:
    """Whether less is wrong than before: it reads further, loses less, or more of it converts."""
    return _badness(after) < _badness(before)


def _badness(error: ShorthandError) -> tuple[int, int, int]:
    unread = len(error.text) - (error.span or (0, 0))[0]
    if isinstance(error, ShorthandSyntaxError):
        return (2, unread, 0)
    if isinstance(error, LossyTextError):
        return (1, unread, 0)
    return (0, len(error.errors), unread)
