"""Durations as text: ISO 8601 (`PT1H30M`), a clock (`01:30:00`) or units (`1h30m`)."""

from __future__ import annotations

import datetime
import re
from typing import Any

_NUMBER = r"([0-9]{1,15}(?:\.[0-9]{1,9})?)"
_ISO = re.compile(
    rf"([+-]?)P(?:{_NUMBER}W)?(?:{_NUMBER}D)?(?:T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?", re.IGNORECASE
)
_CLOCK = re.compile(r"([+-]?)([0-9]{1,15}):([0-5][0-9]):([0-5][0-9](?:\.[0-9]{1,9})?)")
_UNITS = re.compile(rf"([+-]?)(?:{_NUMBER}w)?(?:{_NUMBER}d)?(?:{_NUMBER}h)?(?:{_NUMBER}m)?(?:{_NUMBER}s)?")
_NAMES = ("weeks", "days", "hours", "minutes", "seconds")


def parsed_duration(tp: Any, text: str) -> Any:
    """Return the duration that a text describes.

    >>> parsed_duration(datetime.timedelta, "1h30m") == parsed_duration(datetime.timedelta, "PT1H30M")
    True

    Args:
        tp: `datetime.timedelta`, or a subclass.
        text: The text.

    Raises:
        ValueError: The text is no duration.
        OverflowError: The duration is longer than a timedelta can be.
    """
    clock = _CLOCK.fullmatch(text)
    if clock:
        sign, amounts = clock[1], dict(zip(_NAMES[2:], clock.groups()[1:], strict=True))
    else:
        match = _ISO.fullmatch(text) or _UNITS.fullmatch(text)
        amounts = dict(zip(_NAMES, match.groups()[1:], strict=True)) if match else {}
        if not match or not any(amounts.values()):
            raise ValueError("not a duration")
        sign = match[1]
    found = tp(**{name: float(amount) for name, amount in amounts.items() if amount})
    return -found if sign == "-" else found


def duration_text(duration: datetime.timedelta) -> str:
    """Write a duration as ISO 8601 does.

    >>> duration_text(datetime.timedelta(hours=25, seconds=0.5))
    'P1DT1H0.5S'
    """
    if duration < datetime.timedelta():
        return f"-{duration_text(-duration)}"
    minutes, seconds = divmod(duration.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f"{duration.microseconds:06}".rstrip("0")
    clock = f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes)
    if seconds or fraction:
        clock += f"{seconds}.{fraction}S" if fraction else f"{seconds}S"
    days = f"{duration.days}D" * bool(duration.days)
    return f"P{days}T{clock}" if clock else f"P{days or '0D'}"
