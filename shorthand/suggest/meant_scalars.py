"""The value that a string means where it is no value of a scalar shape: `yes`, `1,000`, `20GB`."""

from __future__ import annotations

import re

from shorthand.did_you_mean import nearest
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
        misspelt = nearest(word, ("true", "false")) if word.isalpha() else None
        meant = "true" if word in _TRUE else "false" if word in _FALSE else misspelt
        return ("write a boolean as true or false", meant) if meant else None
    if not isinstance(shape, _NUMBERS):
        return None
    if _GROUPED.fullmatch(plain):
        return "write a number without separators", re.sub("[,_']", "", plain)
    if isinstance(shape, (Integer, Long)) and (whole := _WHOLE_DECIMAL.fullmatch(plain)):
        # The point may also separate thousands.
        is_doubtful = plain.endswith(".000")
        return "write an integer without a decimal point", None if is_doubtful else whole[1]
    if plain.isdecimal() and not plain.isascii():
        return "write a number with the digits 0 to 9", "".join(str(int(digit)) for digit in plain)
    if found := _WITH_UNIT.fullmatch(plain):
        return "write the number alone, without a unit", found["number"] if counts(member, found["unit"]) else None
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
# Members that the AWS reference documents in one unit wherever it describes them, though their names do not tell it.
_COUNTED_IN = {
    "gb": {"allocatedstorage", "maxallocatedstorage", "storagecapacity", "volumesize"},
    "mb": {"memorysize"},
    "s": {"cooldown", "maxsessionduration", "messageretentionperiod", "monitoringinterval", "scaleincooldown"}
    | {"scaleoutcooldown", "visibilitytimeout"},
    "d": {"automatedsnapshotretentionperiod", "backupretentionperiod", "manualsnapshotretentionperiod"}
    | {"performanceinsightsretentionperiod", "snapshotretentionlimit"},
}


def counts(member: str, unit: str) -> bool:
    """Return whether the value of a member is a number of this unit, as its name or the AWS reference says.

    >>> counts("SizeInGB", "GiB"), counts("VolumeSize", "GB"), counts("Size", "GB")
    (True, True, False)
    """
    spellings = next((spellings for spellings in _UNITS if unit.lower() in spellings), (unit.lower(),))
    name = member.lower()
    # A single letter at the end of a name is not a unit.
    is_in_name = name.endswith(tuple(spelling for spelling in spellings if len(spelling) > 1))
    return is_in_name or name in _COUNTED_IN.get(spellings[0], ())


def number_with_unit(string: str, member: str) -> str | None:
    """Return the number in a string such as `20GB`, if the member is a number of that unit; else None.

    >>> number_with_unit("20 GB", "SizeInGB")
    '20'
    """
    found = _WITH_UNIT.fullmatch(string.strip()) if len(string) <= _LONGEST_WORD else None
    return found["number"] if found and counts(member, found["unit"]) else None
