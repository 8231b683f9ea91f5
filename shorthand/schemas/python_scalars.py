"""Python's own scalar types: one word of a text each."""

from __future__ import annotations

import datetime
import decimal
import enum
import ipaddress
import pathlib
import uuid
from collections.abc import Callable
from typing import Any

from shorthand import shapes
from shorthand.errors import ShorthandTypeError
from shorthand.schemas.declared import Declared, as_it_is, called, one_of, same

# From text and back to the same text.
_OF_TEXT: dict[type, str] = {
    pathlib.PurePath: "a path",
    uuid.UUID: "a UUID",
    ipaddress.IPv4Address: "an IPv4 address",
    ipaddress.IPv6Address: "an IPv6 address",
    ipaddress.IPv4Network: "an IPv4 network",
    ipaddress.IPv6Network: "an IPv6 network",
}


def scalar(tp: type) -> Declared | None:
    """What a class of scalars comes to, or None where it is none."""
    if issubclass(tp, enum.Enum):
        return _enum(tp)
    if issubclass(tp, bool):
        return Declared(shapes.Boolean(), as_it_is, same)
    if issubclass(tp, (int, float)):
        shape = shapes.Integer() if issubclass(tp, int) else shapes.Double()
        return Declared(shape, called(tp, "a number"), int if issubclass(tp, int) else float)
    if issubclass(tp, str):
        return Declared(shapes.String(), called(tp, "a string"), str)
    if issubclass(tp, (bytes, bytearray)):
        return Declared(shapes.Blob(), called(lambda value: tp(_bytes(value)), "bytes"), _text_or_bytes)
    if issubclass(tp, datetime.datetime):
        return _time(tp, lambda value: _datetime(tp, value), "a date and time such as 2026-01-31T12:00:00Z")
    if issubclass(tp, datetime.date):
        return _time(tp, tp.fromisoformat, "a date such as 2026-01-31")
    if issubclass(tp, datetime.time):
        return Declared(shapes.String(), called(tp.fromisoformat, "a time such as 12:00:00"), tp.isoformat)
    if issubclass(tp, decimal.Decimal):
        return Declared(shapes.String(), called(lambda value: _finite(tp(value)), "a decimal number"), str)
    for kind, expected in _OF_TEXT.items():
        if issubclass(tp, kind):
            return Declared(shapes.String(), called(tp, expected), str)
    return None


def _time(tp: Any, make: Callable[[Any], Any], expected: str) -> Declared:
    return Declared(shapes.Timestamp(), called(make, expected), tp.isoformat)


def _datetime(tp: type[datetime.datetime], value: Any) -> datetime.datetime:
    if isinstance(value, str):
        return tp.fromisoformat(value)
    # JSON may carry a time as a number, as AWS's does.
    return tp.fromtimestamp(value, datetime.UTC)


def _finite(value: decimal.Decimal) -> decimal.Decimal:
    """A string in a text and in JSON, where a float would lose digits; but no more than a number of JSON is."""
    if not value.is_finite():
        raise ValueError(f"{value} is not a number")
    return value


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")


def _text_or_bytes(value: bytes) -> str | bytes:
    try:
        return bytes(value).decode("utf-8")
    except UnicodeDecodeError:  # only a file can hold them
        return bytes(value)


def _enum(tp: type[enum.Enum]) -> Declared:
    """An enum of strings is written by its values, any other by its members' names."""
    members = list(tp)
    if all(isinstance(member.value, str) for member in members):
        choices = {member.value: member for member in members}
        return Declared(shapes.String(tuple(choices)), one_of(choices), lambda member: member.value)
    named = {member.name: member for member in members}
    return Declared(shapes.String(tuple(named)), one_of(named), lambda member: member.name)


def literal(values: tuple[Any, ...]) -> Declared:
    """What `Literal` of these values comes to: scalars of one type, None aside. Raises ShorthandTypeError."""
    given = [value for value in values if value is not None]
    kinds = {type(value) for value in given}
    if len(kinds) != 1:
        kind_names = " and ".join(sorted(kind.__name__ for kind in kinds)) or "None"
        raise ShorthandTypeError(f"shorthand cannot tell the values of a Literal of {kind_names} apart")
    (kind,) = kinds
    one = scalar(kind)
    if one is None:
        raise ShorthandTypeError(f"a Literal of {kind.__name__} has no shorthand")
    choices = {one.plain(value): value for value in given}
    shape = shapes.String(tuple(choices)) if isinstance(one.shape, shapes.String) else one.shape
    return Declared(shape, one_of(choices), one.plain)
