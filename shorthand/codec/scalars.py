"""Convert one string to the value of a scalar shape and back: '10' ⇄ 10, 'true' ⇄ True."""

from __future__ import annotations

import math
import re
import sys
from typing import Any

from shorthand.codec.faults import wrong_type
from shorthand.errors import Place, UnrepresentableError, describe
from shorthand.shapes import Blob, Boolean, Double, Float, Integer, Long, Shape, Timestamp

# Python reads more than JSON holds: 1_000, digits of other scripts, nan. Around a number it skips all white space but
# the separators among the control characters. Every repetition is possessive, so that a long word is read once.
_SPACE = r"[^\S\x1c-\x1f]*+"
_INTEGER = re.compile(rf"{_SPACE}([+-]?([0-9]++)){_SPACE}")
_NUMBER = re.compile(rf"{_SPACE}([+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?){_SPACE}")
# Conversion is quadratic, so Python itself refuses longer integers unless it is told otherwise.
_MOST_DIGITS = 4300
_BITS_PER_DIGIT = math.log2(10)


def expected_type(shape: Shape) -> str:
    """Name what a shape takes, with its article.

    >>> from shorthand import shapes
    >>> expected_type(shapes.Long())
    'an integer'
    """
    if isinstance(shape, (Integer, Long)):
        return "an integer"
    if isinstance(shape, (Float, Double)):
        return "a number"
    return "true or false" if isinstance(shape, Boolean) else f"a {shape.type_name}"


def lift_scalar(string: str, shape: Shape, place: Place = ()) -> Any:
    """Convert the string of a scalar to its value.

    >>> from shorthand import shapes
    >>> lift_scalar("10", shapes.Integer())
    10

    Raises:
        ShorthandTypeError: The string is no value of the shape.
    """
    if isinstance(shape, (Integer, Long)):
        match = _INTEGER.fullmatch(string)
        if not match:
            raise wrong_type("an integer", string, place)
        if len(match[2]) > most_digits():
            raise wrong_type(f"an integer of at most {most_digits()} digits", string, place)
        return int(match[1])
    if isinstance(shape, (Float, Double)):
        match = _NUMBER.fullmatch(string)
        number = float(match[1]) if match else math.nan
        if not math.isfinite(number):
            raise wrong_type("a number", string, place)
        return number
    if isinstance(shape, Boolean):
        if string.lower() not in ("true", "false"):
            raise wrong_type("true or false", string, place)
        return string.lower() == "true"
    return string


def lower_scalar(value: Any, shape: Shape, place: Place = ()) -> str:
    """Convert the value of a scalar to its string, the inverse of `lift_scalar`.

    Raises:
        ShorthandTypeError: The value is not of the shape's type.
        UnrepresentableError: No string reads back as the value.
    """
    if isinstance(shape, Boolean):
        if not isinstance(value, bool):
            raise wrong_type("true or false", value, place)
        return "true" if value else "false"
    if isinstance(shape, (Integer, Long)):
        if isinstance(value, bool) or not isinstance(value, int):
            raise wrong_type("an integer", value, place)
        return _digits(value, place)
    if isinstance(shape, (Float, Double)):
        return _number(value, place)
    if isinstance(shape, Timestamp) and is_number(value):
        raise UnrepresentableError("a timestamp given as a number would read back as a string", place=place)
    if isinstance(value, bytes) and isinstance(shape, Blob):
        raise UnrepresentableError("a text cannot hold bytes", place=place)
    if not isinstance(value, str):
        raise wrong_type(expected_type(shape), value, place)
    # str() of a member of a string enum gives the member's name; this gives its value.
    return str.__str__(value)


def is_number(value: object) -> bool:
    """Return whether a value is a JSON number; True and False are not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def most_digits() -> int:
    """Return how many digits an integer may have: what Python converts by default, or less where it is set to less.

    More than the default is not taken, because conversion is quadratic.
    """
    return min(_MOST_DIGITS, sys.get_int_max_str_digits() or _MOST_DIGITS)


def is_too_long(value: int) -> bool:
    """Return whether an integer has more digits than `most_digits`."""
    # The digits themselves are not asked for, because Python refuses to write those of a huge integer.
    if value.bit_length() <= (most_digits() - 1) * _BITS_PER_DIGIT:
        return False
    limit: int = 10 ** most_digits()
    return abs(value) >= limit


def _digits(value: int, place: Place) -> str:
    if is_too_long(value):
        raise UnrepresentableError(f"the number has more than {most_digits()} digits", place=place)
    return str(int(value))


def _number(value: Any, place: Place) -> str:
    if not is_number(value):
        raise wrong_type("a number", value, place)
    try:
        number = float(value)
    except OverflowError:
        number = math.nan
    if isinstance(value, int) and number != value:
        raise UnrepresentableError(f"{describe(value)} would lose digits as a floating-point number", place=place)
    if not math.isfinite(number):
        raise UnrepresentableError(f"{value} is not a JSON number", place=place)
    # 1 and 1.0 are equal, so they have one text.
    return repr(number).removesuffix(".0")
