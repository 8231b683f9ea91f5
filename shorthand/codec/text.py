"""One shorthand text to its typed value, with the place in the text of everything that is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from shorthand.codec.compiled import FIRST_LEVEL, compiled
from shorthand.codec.convert import lift
from shorthand.errors import Diagnostic, Kind, Place, ShorthandTypeError
from shorthand.shapes import Shape
from shorthand.syntax.raw import Files
from shorthand.syntax.reader import read


def read_text(text: str, shape: Shape, place: Place, strict: bool, files: Files | None) -> Any:
    """Read a text and convert what it says.

    Args:
        text: One shorthand text.
        shape: The schema of its value.
        place: Where the value is in a larger one; the places of errors begin with it.
        strict: Whether to stop where the AWS CLI loses part of the text.
        files: Gives the content for a file reference; None forbids references.

    Raises:
        ShorthandSyntaxError: The text is not shorthand.
        LossyTextError: The AWS CLI would lose part of the text.
        ShorthandTypeError: The value does not fit the shape.
        FileReferenceError: A file reference must not, or cannot, be read.
    """
    raw = read(text, strict=strict, files=files)
    if len(place) <= FIRST_LEVEL:
        try:
            return compiled(shape).lift(raw)
        except Exception:  # noqa: S110 -- `lift` decides, and reports what is wrong
            pass
    try:
        return lift(raw, shape, place)
    except ShorthandTypeError as error:
        from shorthand.syntax.spans import spans_of  # 2 ms, which a text without faults does not need

        wanted = [(fault.place[len(place) :], fault.kind is Kind.UNKNOWN_MEMBER) for fault in error.diagnostics]
        located = [
            replace(fault, text=text, span=span)
            for fault, span in zip(error.diagnostics, spans_of(text, wanted), strict=True)
        ]
        raise ShorthandTypeError.of(sorted(located, key=_order)) from None


def _order(fault: Diagnostic) -> int:
    """Return where in the text a fault shows: what a structure lacks shows at its end."""
    start, end = fault.span or (0, 0)
    return end if fault.kind in (Kind.MISSING_MEMBER, Kind.UNION) else start
