"""From an error to what to type instead: rules propose, and a proposal is taken only where it reads.

A rule looks at one case and proposes corrected texts, the likeliest first. Nothing here is believed: a text is offered
as a fix only after it has been read, and with a shape converted, without error. Where several things are wrong, each
mended text is a case again, until one reads or the attempts are used up; so the time stays linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from shorthand.diagnose.case import LONGEST_ADVISED, Case, Proposal, Source
from shorthand.diagnose.json_rules import JSON_RULES
from shorthand.diagnose.syntax_rules import SYNTAX_RULES
from shorthand.diagnose.type_rules import TYPE_RULES, scalar_meant
from shorthand.errors import (
    FileReferenceError,
    LossyTextError,
    Place,
    ShorthandError,
    ShorthandSyntaxError,
    ShorthandTypeError,
    together,
)

if TYPE_CHECKING:
    from shorthand.shapes import Shape

_MOST_ATTEMPTS = 24
_MOST_ROUNDS = 6
_DEEPEST_COUNTED = 12

Attempt = Callable[[str], ShorthandError | None]
"""Reads a text, and with a shape converts it: what is wrong with it, or None."""


def advise_text(
    error: ShorthandError, shape: Shape | None, outer: Place, attempt: Attempt, *, is_json: bool = False
) -> None:
    """Give each of the errors of a text its hint, and all of them the fix, where the rules know one.

    The text stands at `outer` in a larger value. Errors that one correction mends together are one mistake, of which
    the first is kept.
    """
    if isinstance(error, FileReferenceError) or error.span is None or len(error.text) > LONGEST_ADVISED:
        return
    tries = _Tries(shape, outer, attempt, is_json)
    fix = tries.mended(error, _MOST_ROUNDS)
    kept, pending = [], list(error.errors)
    while pending:
        one = pending.pop(0)
        kept.append(one)
        proposal, after = tries.correction(one, error)
        if proposal:
            one.hint = proposal.hint
        if proposal and proposal.text is not None:
            still = {(other.reason, other.place) for other in after.errors} if after else set()
            pending = [other for other in pending if (other.reason, other.place) in still]
    together(kept)
    for one in kept:
        one.fix = fix


def advise_scalar(error: ShorthandTypeError, shape: Shape) -> None:
    """Give the error of a token that is one scalar its hint and its fix."""
    meant = scalar_meant(error.text, shape)
    if meant:
        error.hint, error.fix = meant


class _Tries:
    """The attempts made for one error, of which there may not be many."""

    def __init__(self, shape: Shape | None, outer: Place, attempt: Attempt, is_json: bool) -> None:
        self.is_json = is_json
        self.shape = shape
        self.outer = outer
        self.attempt = attempt
        self.source = Source("")
        self.results: dict[str, ShorthandError | None] = {}

    def outcome(self, text: str, before: ShorthandError) -> ShorthandError | None:
        """What is wrong with `text`; `before` itself where no attempt is left."""
        if text not in self.results:
            if len(self.results) == _MOST_ATTEMPTS:
                return before
            self.results[text] = self.attempt(text)
        return self.results[text]

    def proposals(self, error: ShorthandError) -> Iterator[Proposal]:
        if error.text != self.source.text:
            self.source = Source(error.text)
        case = Case(self.source, error, self.shape, self.outer)
        wrong_type = isinstance(error, ShorthandTypeError)
        for rule in JSON_RULES if self.is_json else TYPE_RULES if wrong_type else SYNTAX_RULES:
            yield from rule(case)

    def correction(self, error: ShorthandError, whole: ShorthandError) -> tuple[Proposal | None, ShorthandError | None]:
        """The first proposal that mends `error`, which is one of `whole`, and what is wrong with its text then."""
        for proposal in self.proposals(error):
            if proposal.text is None:
                return proposal, whole
            after = self.outcome(proposal.text, whole)
            if after is None or _is_better(after, whole):
                return proposal, after
        return None, whole

    def mended(self, error: ShorthandError, rounds: int) -> str | None:
        """A text that reads, from that of `error`."""
        proposal, after = self.correction(error, error)
        if proposal is None or proposal.text is None:
            return None
        if after is None:
            return proposal.text
        return self.mended(after, rounds - 1) if rounds > 1 else None


def _is_better(after: ShorthandError, before: ShorthandError) -> bool:
    """Whether less is wrong than before: it reads further, loses less, or more of it converts."""
    return _badness(after) < _badness(before)


def _badness(error: ShorthandError) -> tuple[int, ...]:
    unread = len(error.text) - (error.span or (0, 0))[0]
    if isinstance(error, ShorthandSyntaxError):
        return (2, unread, 0)
    if isinstance(error, LossyTextError):
        return (1, unread, 0)
    # What a wrong name hides shows only once the name is right: a fault counts for more than all those within.
    depths = [len(one.place) for one in error.errors]
    return (0, *(depths.count(depth) for depth in range(_DEEPEST_COUNTED)), len(depths), unread)
