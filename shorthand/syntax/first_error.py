"""Find the first error of a text, after the compiled reader has rejected it without a reason."""

from __future__ import annotations

from collections import deque

from shorthand.errors import ShorthandError
from shorthand.syntax.lossy import HazardKind, loss
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.syntax_errors import syntax_error


def first_error(text: str, *, strict: bool) -> ShorthandError | None:
    """Return the first error of a text, without raising it; None for a text without errors.

    Args:
        text: The text.
        strict: Whether a loss is an error. A syntax error comes before a loss.
    """
    scanner = PartScanner(text)
    deque(scanner, maxlen=0)
    if not scanner.walk.complete:
        return syntax_error(scanner.walk)
    errors = (hazard for hazard in scanner.hazards if strict or hazard.kind is HazardKind.DUPLICATE_KEY)
    return next((loss(text, hazard) for hazard in errors), None)
