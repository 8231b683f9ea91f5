"""Find the first error of a text, after the compiled reader has rejected it without a reason."""

from __future__ import annotations

from shorthand.errors import ShorthandError
from shorthand.syntax.lossy import Hazard, HazardKind, loss
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.syntax_errors import syntax_error


def first_error(text: str, *, strict: bool) -> ShorthandError | None:
    """Return the first error of a text, without raising it; None for a text without errors.

    Args:
        text: The text.
        strict: Whether a loss is an error. A syntax error comes before a loss.
    """
    scanner = PartScanner(text)
    first: Hazard | None = None
    for _ in scanner:
        # A text can have as many hazards as pairs, so that only the first one is kept.
        first = first or _first_of(scanner.hazards, strict)
        scanner.hazards.clear()
    first = first or _first_of(scanner.hazards, strict)
    if not scanner.walk.complete:
        return syntax_error(scanner.walk)
    return loss(text, first) if first else None


def _first_of(hazards: list[Hazard], strict: bool) -> Hazard | None:
    return next((hazard for hazard in hazards if strict or hazard.kind is HazardKind.DUPLICATE_KEY), None)
