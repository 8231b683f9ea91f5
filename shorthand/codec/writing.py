"""A typed value without faults to one text or to tokens of shorthand, by its compiled shape."""

from __future__ import annotations

from typing import Any

from shorthand.codec.compiled import compiled
from shorthand.codec.convert import lower
from shorthand.shapes import Shape
from shorthand.syntax.raw import is_file_reference
from shorthand.syntax.writer import write


def write_text(value: Any, shape: Shape) -> str:
    """Write a value as one text.

    Raises:
        ShorthandTypeError: The value does not fit the shape.
        UnrepresentableError: No text carries the value.
    """
    try:
        return write(compiled(shape).lower(value))
    except Exception:  # `lower` decides, and reports what is wrong
        return write(lower(value, shape))


def write_tokens(value: Any, shape: Shape) -> list[str]:
    """Write the value of an option as tokens of shorthand. Raises any exception if it may need another form."""
    known = compiled(shape)
    if not known.writes_shorthand:
        raise TypeError
    return shorthand_tokens(known.lower(value), are_items=known.takes_items)


def shorthand_tokens(raw: Any, *, are_items: bool) -> list[str]:
    """Write an untyped value as tokens of shorthand. Raises any exception if it may need another form.

    Args:
        raw: The untyped value of an option.
        are_items: Whether each item of it is a token.
    """
    tokens = [write(item) for item in raw] if are_items else [write(raw)]
    if not tokens or any(token.startswith("-") or is_file_reference(token) for token in tokens):
        raise TypeError
    return tokens
