"""Correct one text: rules propose, and a proposal is taken only if it reads.

A rule looks at a `Context` and yields proposals, the likeliest first. None is trusted: a text becomes a fix only after
the codec has read it without error. Where several things are wrong, each corrected text is a new context, until one
reads or the attempts are used up, so the time stays linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from shorthand.codec.option import read_token
from shorthand.codec.token_kind import Token, TokenKind
from shorthand.errors import Diagnostic, Kind, Place
from shorthand.shapes import Shape
from shorthand.suggest.candidates import candidate_faults
from shorthand.suggest.context import LONGEST_CORRECTED, Context, Proposal, SourceText
from shorthand.suggest.default_hints import default_hint
from shorthand.suggest.json_rules import JSON_RULES
from shorthand.suggest.kept import drops_no_word, keeps_parts, keeps_values
from shorthand.suggest.meant_scalars import scalar_meant
from shorthand.suggest.syntax_rules import SYNTAX_RULES
from shorthand.suggest.type_rules import TYPE_RULES
from shorthand.syntax.raw import Files
from shorthand.syntax.reader import read

Rule = Callable[[Context], Iterator[Proposal]]

_MOST_ATTEMPTS = 24
_MOST_ROUNDS = 6
_DEEPEST_COUNTED = 12


@dataclass(frozen=True)
class Reading:
    """How a text is read, so that a candidate can be read the same way.

    Attributes:
        kind: Whether the text is shorthand, JSON or the text of a scalar.
        shape: The schema of its value; None for shorthand without one.
        place: Where the value is in a larger one.
        strict: Whether to stop where the AWS CLI loses part of the text.
        allows_files: Whether a candidate may contain file references. No file is read for it.
    """

    kind: TokenKind
    shape: Shape | None
    place: Place = ()
    strict: bool = True
    allows_files: bool = False

    def faults(self, text: str) -> tuple[Diagnostic, ...]:
        """Return what is wrong with a candidate; nothing where it reads and passes the checks of the AWS CLI."""
        found = candidate_faults(partial(self._read, text), self.shape, self.place, allows_files=self.allows_files)
        # What the AWS CLI checks itself is a fault of the value, and has no text of its own.
        return tuple(fault if fault.text else replace(fault, text=text, span=(0, len(text))) for fault in found)

    def _read(self, text: str, files: Files | None) -> Any:
        if self.shape is None:
            return read(text, strict=self.strict, files=files)
        return read_token(Token(text, self.kind, self.shape, self.place), self.strict, files)


def correct_text(faults: Sequence[Diagnostic], reading: Reading) -> list[Diagnostic]:
    """Return the diagnostics of one text, each with its hint, and all of them with the fix, where the rules know one.

    Diagnostics that one correction removes together are one mistake, of which the first is kept.
    """
    first = faults[0]
    if first.kind is Kind.FILE or first.span is None or len(first.text) > LONGEST_CORRECTED:
        return [with_default_hint(fault, reading) for fault in faults]
    if reading.kind is TokenKind.SCALAR:
        return [_correct_scalar(fault, reading) for fault in faults]
    if reading.kind is TokenKind.JSON and not first.kind.is_of_type:
        return list(faults)
    attempts = _Attempts(reading)
    fix = attempts.fix(tuple(faults), _MOST_ROUNDS)
    kept: list[Diagnostic] = []
    pending = list(faults)
    while pending:
        one = pending.pop(0)
        proposal, after = attempts.correction(one, tuple(faults))
        hint = proposal.hint if proposal else ""
        kept.append(replace(one, hint=hint, fix=fix) if hint else replace(with_default_hint(one, reading), fix=fix))
        if proposal and proposal.text is not None:
            remaining = {(other.reason, other.place) for other in after}
            pending = [other for other in pending if (other.reason, other.place) in remaining]
    return kept


def _correct_scalar(fault: Diagnostic, reading: Reading) -> Diagnostic:
    """Return the diagnostic of a token that is one scalar, with its hint and its fix."""
    meant = scalar_meant(fault.text, reading.shape) if reading.shape else None
    return replace(fault, hint=meant[0], fix=meant[1]) if meant else fault


def with_default_hint(fault: Diagnostic, reading: Reading) -> Diagnostic:
    """Return the diagnostic with the hint that its kind and shape give, where it has none."""
    hint = fault.hint or default_hint(fault, reading.shape, fault.place[len(reading.place) :])
    return replace(fault, hint=hint) if hint else fault


class _Attempts:
    """The candidates read for one text, of which there are not many."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.source = SourceText("")
        self.results: dict[str, tuple[Diagnostic, ...]] = {}

    def outcome(self, text: str, before: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """Return what is wrong with `text`; `before` where no attempt is left."""
        if text not in self.results:
            if len(self.results) == _MOST_ATTEMPTS:
                return before
            self.results[text] = self.reading.faults(text)
        return self.results[text]

    def proposals(self, fault: Diagnostic) -> Iterator[Proposal]:
        """Yield what the rules for the diagnostic's kind propose."""
        if fault.text != self.source.text:
            self.source = SourceText(fault.text)
        context = Context(self.source, fault, self.reading.shape, self.reading.place)
        of_shorthand: Sequence[Rule] = TYPE_RULES if fault.kind.is_of_type else SYNTAX_RULES
        for rule in JSON_RULES if self.reading.kind is TokenKind.JSON else of_shorthand:
            yield from rule(context)

    def keeps_everything(self, fault: Diagnostic, proposal: Proposal) -> bool:
        """Return whether a proposal keeps what was typed and is not itself the mistake."""
        text = proposal.text or ""
        if not (
            proposal.removes
            or keeps_values([fault.text], [text])
            or (proposal.replaces and drops_no_word(fault.text, text))
        ):
            return False
        return self.reading.kind is TokenKind.JSON or keeps_parts(fault, text, self.reading.shape)

    def correction(
        self, fault: Diagnostic, faults: tuple[Diagnostic, ...]
    ) -> tuple[Proposal | None, tuple[Diagnostic, ...]]:
        """Return the first proposal that removes `fault`, one of `faults`, and what is wrong with its text then."""
        for proposal in self.proposals(fault):
            if proposal.text is None:
                return proposal, faults
            if not self.keeps_everything(fault, proposal):
                continue
            after = self.outcome(proposal.text, faults)
            if not after or _badness(after) < _badness(faults):
                return proposal, after
        return None, faults

    def fix(self, faults: tuple[Diagnostic, ...], rounds: int) -> str | None:
        """Return a text that reads, made from the text of `faults` in that many rounds; None where none is found."""
        proposal, after = self.correction(faults[0], faults)
        if proposal is None or proposal.text is None:
            return None
        if not after:
            return proposal.text
        return self.fix(after, rounds - 1) if rounds > 1 else None


def _badness(faults: Sequence[Diagnostic]) -> tuple[int, ...]:
    """Return how much is wrong, to be compared: a text that reads further, loses less or converts more is better."""
    first = faults[0]
    unread = len(first.text) - (first.span or (0, 0))[0]
    if first.kind is Kind.SYNTAX:
        return (2, unread, 0)
    if first.kind is Kind.LOSSY:
        return (1, unread, 0)
    # A wrong name hides the faults inside it, so an outer fault weighs more than all faults within.
    depths = [len(fault.place) for fault in faults]
    return (0, *(depths.count(depth) for depth in range(_DEEPEST_COUNTED)), len(depths), unread)
