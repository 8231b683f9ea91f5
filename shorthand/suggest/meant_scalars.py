"""The value that a string means where it is no value of a scalar shape: `yes`, `1,000`, `20GB`."""

from __future__ import annotations

import re

from shorthand.shapes import Boolean, Double, Float, Integer, Long, Shape

_NUMBERS = (Integer, Long, Float, Double)
_TRUE = {"true", "yes", "y", "on", "1", "t", "enabled", "enable"}
_FALSE = {"false", "no", "n", "off", "0", "f", "disabled", "disable"}
_LONGEST_WORD = 100
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[,_'][0-9]{3})+|[+-]?[0-9]+(?:_[0-9]+)+")
_WHOLE_DECIMAL = re.compile(r"([+-]?[0-9]+)\.0*")
_WITH_UNIT = re.compile(r"(?P<number>[+-]?[0-9.]+) ?(?P<unit>[A-Za-z%]{1,12})")


def scalar_meant(string: str, shape: Shape, member: str = "") -> tuple[str, str | None] | None:
    """What was meant by a string that is no value of a scalar shape: what to do, and the word to write, if it is known.

    >>> scalar_meant("yes", Boolean())
    ('write a boolean as true or false', 'true')
    """
    plain = string.strip().strip("'\"")
    if len(plain) > _LONGEST_WORD:
        return None
    if isinstance(shape, Boolean):
        word = plain.lower()
        meant = "true" if word in _TRUE else "false" if word in _FALSE else None
        return ("write a boolean as true or false", meant) if meant else None
    if not isinstance(shape, _NUMBERS):
        return None
    if _GROUPED.fullmatch(plain):
        return "write a number without separators", re.sub("[,_']", "", plain)
    if isinstance(shape, (Integer, Long)) and (whole := _WHOLE_DECIMAL.fullmatch(plain)):
        return "write an integer without a decimal point", whole[1]
    if plain.isdecimal() and not plain.isascii():
        return "write a number with the digits 0 to 9", "".join(str(int(digit)) for digit in plain)
    if found := _WITH_UNIT.fullmatch(plain):
        # Only a name that ends in the unit says that the number is counted in it.
        is_counted_so = member.lower().endswith(_spellings(found["unit"]))
        return "write the number alone, without a unit", found["number"] if is_counted_so else None
    return ("write a number without quotes", plain) if plain != string.strip() and plain.isdecimal() else None


_UNITS = (
    ("gb", "gib", "gigabytes", "gibibytes"),
    ("mb", "mib", "megabytes", "mebibytes"),
    ("kb", "kib", "kilobytes", "kibibytes"),
    ("tb", "tib", "terabytes", "tebibytes"),
    ("s", "sec", "secs", "second", "seconds"),
    ("ms", "millis", "milliseconds"),
    ("m", "min", "mins", "minute", "minutes"),
    ("h", "hour", "hours"),
    ("d", "day", "days"),
    ("%", "percent", "percentage"),
)


def _spellings(unit: str) -> tuple[str, ...]:
    """Return the ways to write a unit at the end of a member's name, in lower case."""
    known = next((spellings for spellings in _UNITS if unit.lower() in spellings), (unit.lower(),))
    return tuple(spelling for spelling in known if len(spelling) > 1)
