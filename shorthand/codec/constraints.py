"""Check what the AWS CLI checks of a typed value before it calls the service: minima, and timestamps."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from typing import Any

from shorthand.codec.scalars import is_number
from shorthand.codec.typed_parts import typed_parts
from shorthand.errors import Diagnostic, Kind, Place, describe
from shorthand.shapes import Double, Float, Integer, List, Long, Shape, String, Timestamp

# Most timestamps have this form, which Python reads by itself.
_ISO_8601 = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)
# Reading a date by its words takes time that grows with the square of its length.
_LONGEST_TIMESTAMP = 200


def violations(value: Any, shape: Shape, place: Place = ()) -> Iterator[Diagnostic]:
    """Yield what the AWS CLI would refuse of a value whose types fit its shape.

    Parts whose types do not fit are skipped: `shorthand.codec.convert` reports them.

    >>> from shorthand import shapes
    >>> next(violations("", shapes.String(minimum=1))).reason
    'expected at least 1 character, got 0'

    Args:
        value: The value in its JSON form.
        shape: The schema of the value.
        place: Where the value is in a larger one; the places of the diagnostics begin with it.
    """
    for part in typed_parts(value, shape):
        reason = _reason(part.value, part.shape)
        if reason:
            where = (*place, *part.place)
            yield Diagnostic(reason, place=where, expected=_limit(part.shape), kind=Kind.WRONG_TYPE)


def _reason(value: Any, shape: Shape) -> str:
    """Return why the AWS CLI would refuse a value, apart from its parts; "" if it would not."""
    if isinstance(shape, Timestamp):
        fits = not (isinstance(value, str) or is_number(value)) or is_timestamp(value)
        return "" if fits else f"expected a timestamp, got {describe(value)}"
    minimum = getattr(shape, "minimum", None)
    if minimum is None:
        return ""
    if isinstance(shape, (Integer, Long, Float, Double)):
        is_too_low = is_number(value) and value < minimum
        return f"expected at least {minimum}, got {describe(value)}" if is_too_low else ""
    if isinstance(shape, String) and isinstance(value, str):
        return _too_short(len(value), minimum, "character")
    if isinstance(shape, List) and isinstance(value, (list, tuple)):
        return _too_short(len(value), minimum, "item")
    return ""


def _too_short(length: int, minimum: float, unit: str) -> str:
    return f"expected at least {minimum} {unit}{'' if minimum == 1 else 's'}, got {length}" if length < minimum else ""


def _limit(shape: Shape) -> str:
    return "a time such as 2024-01-31T12:00:00Z, or seconds since 1970" if isinstance(shape, Timestamp) else ""


def is_timestamp(value: float | str) -> bool:
    """Return whether the AWS CLI reads a value as a point in time.

    Seconds since 1970, ISO 8601, RFC 822, and other dates in words that python-dateutil reads. Without python-dateutil
    only ISO 8601 and seconds are told from other texts, so any other text that has a digit counts as a timestamp.

    >>> is_timestamp("2024-01-31"), is_timestamp("yesterday")
    (True, False)
    """
    try:
        if isinstance(value, str) and _ISO_8601.fullmatch(value):
            return _is_in_range(datetime.fromisoformat(value))
        return _is_seconds(value) or (isinstance(value, str) and _is_date_in_words(value))
    except (ValueError, TypeError, AttributeError, ArithmeticError, OSError, RecursionError):
        return False


def _is_seconds(value: float | str) -> bool:
    try:
        return not math.isnan(float(value)) and _is_in_range(datetime.fromtimestamp(float(value), UTC))
    except (ValueError, OverflowError, OSError):
        return False


def _is_date_in_words(text: str) -> bool:
    """Return whether python-dateutil reads a text as a date, or raise what it raises."""
    if len(text) > _LONGEST_TIMESTAMP:
        return False
    try:
        from dateutil import parser, tz  # 20 ms, which seconds and ISO 8601 do not need
    except ModuleNotFoundError:
        return any(char.isdigit() for char in text)

    def zone(name: str | None, offset: int | None) -> tzinfo | None:
        return tz.tzoffset(name, offset) if offset else None

    return _is_in_range(parser.parse(text, tzinfos=zone))


def _is_in_range(time: datetime) -> bool:
    """Return True, or raise an error for a time that no calendar has in UTC."""
    if time.tzinfo is not None:
        time.astimezone(UTC)
    return True
