"""Python's scalar types, each written as one word of a text."""

from __future__ import annotations

import datetime
import decimal
import enum
import fractions
import ipaddress
import math
import pathlib
import re
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from shorthand import shapes
from shorthand.errors import ShorthandTypeError, UnrepresentableError
from shorthand.schemas.converter import (
    Converter,
    Read,
    build_by_calling,
    build_one_of,
    keep_instance,
    keep_value,
    read_string,
)
from shorthand.schemas.durations import duration_text, parsed_duration

_DECIMAL_NUMBER = re.compile(r"-?[0-9]{1,300}(\.[0-9]{1,300})?")


class _TextScalar(NamedTuple):
    """A type that is written as a string.

    Attributes:
        parse: Makes an instance of the class and the string.
        dump: Makes the string of an instance.
        expected: What the string is, with its article.
        samples: Valid strings.
    """

    parse: Callable[[Any, str], Any]
    dump: Callable[[Any], str]
    expected: str
    samples: tuple[str, ...]


def _call(tp: Any, text: str) -> Any:
    return tp(text)


def _finite_decimal(tp: Any, text: str) -> Any:
    """A decimal is a string in texts and in JSON, because a float would lose digits. Like JSON numbers it is finite."""
    value = tp(text)
    if not value.is_finite():
        raise ValueError(f"{value} is not a number")
    return value


def _compiled_pattern(_: Any, text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error as error:
        raise ValueError(str(error)) from error


def _pattern_text(pattern: re.Pattern[str]) -> str:
    if not isinstance(pattern.pattern, str) or pattern.flags & ~re.UNICODE:
        raise UnrepresentableError(f"a text cannot hold the flags of the regular expression {pattern.pattern!r}")
    return pattern.pattern


_TEXT_SCALARS: dict[type, _TextScalar] = {
    datetime.time: _TextScalar(
        lambda tp, text: tp.fromisoformat(text),
        lambda time: time.isoformat(),
        "a time such as 12:00:00",
        ("12:00:00", "23:59:59.500000"),
    ),
    datetime.timedelta: _TextScalar(
        parsed_duration, duration_text, "a duration such as 1h30m, 01:30:00 or PT1H30M", ("PT1H30M", "P2D", "PT0.5S")
    ),
    decimal.Decimal: _TextScalar(_finite_decimal, str, "a decimal number", ("0", "1.50", "-3")),
    fractions.Fraction: _TextScalar(_call, str, "a fraction such as 3/4", ("3/4", "-2", "0")),
    re.Pattern: _TextScalar(_compiled_pattern, _pattern_text, "a regular expression", ("a+", "[a-c]{2}", "")),
    pathlib.PurePath: _TextScalar(_call, str, "a path", ("a", "a/b", "/tmp/x y")),  # noqa: S108 -- a sample
    uuid.UUID: _TextScalar(_call, str, "a UUID", (str(uuid.UUID(int=1)), str(uuid.UUID(int=2**128 - 1)))),
    ipaddress.IPv4Address: _TextScalar(_call, str, "an IPv4 address", ("10.0.0.1", "127.0.0.1")),
    ipaddress.IPv6Address: _TextScalar(_call, str, "an IPv6 address", ("::1", "2001:db8::1")),
    ipaddress.IPv4Network: _TextScalar(_call, str, "an IPv4 network", ("10.0.0.0/8", "192.168.1.0/24")),
    ipaddress.IPv6Network: _TextScalar(_call, str, "an IPv6 network", ("2001:db8::/32",)),
    ipaddress.IPv4Interface: _TextScalar(_call, str, "an IPv4 interface", ("10.0.0.1/8",)),
    ipaddress.IPv6Interface: _TextScalar(_call, str, "an IPv6 interface", ("2001:db8::1/32",)),
}


def scalar_converter(tp: type) -> Converter | None:
    """Return the conversion of a class of scalars, or None if the class is none.

    Raises:
        ShorthandTypeError: The class is an enum without members.
    """
    if issubclass(tp, enum.Enum):
        return _enum(tp)
    if issubclass(tp, bool):
        return Converter(shapes.Boolean(), keep_value, keep_instance, _BOOLEANS.__getitem__, _lower_boolean)
    if issubclass(tp, int):
        return Converter(shapes.Integer(), build_by_calling(tp, "an integer"), int, _integer_reader(tp), _lower_integer)
    if issubclass(tp, float):
        return Converter(shapes.Double(), build_by_calling(tp, "a number"), float, _number_reader(tp), _lower_number)
    if issubclass(tp, str):
        return Converter(
            shapes.String(), build_by_calling(tp, "a string"), str.__str__, _string_reader(tp), str.__str__
        )
    if issubclass(tp, (bytes, bytearray)):
        build = build_by_calling(lambda value: tp(_bytes(value)), "bytes")
        return Converter(shapes.Blob(), build, _text_or_bytes)
    if issubclass(tp, datetime.date):
        return _timestamp(tp)
    # The first class in the method resolution order: a network interface is also an address.
    kind = next((kind for kind in tp.__mro__ if kind in _TEXT_SCALARS), None)
    return None if kind is None else _text_scalar(tp, _TEXT_SCALARS[kind])


def _text_scalar(tp: type, scalar: _TextScalar) -> Converter:
    def parse(text: Any) -> Any:
        if not isinstance(text, str):
            raise TypeError
        return scalar.parse(tp, text)

    build = build_by_calling(parse, scalar.expected)
    return Converter(shapes.String(), build, scalar.dump, parse, scalar.dump, samples=scalar.samples)


def _timestamp(tp: Any) -> Converter:
    if issubclass(tp, datetime.datetime):
        parse: Callable[[Any], Any] = partial(_datetime, tp)
        expected = "a date and time such as 2026-01-31T12:00:00Z"
        samples = ("2026-01-31T12:00:00+00:00", "2026-01-31T00:00:00")
    else:
        parse, expected, samples = tp.fromisoformat, "a date such as 2026-01-31", ("2026-01-31", "1999-12-31")

    def read(raw: Any) -> Any:
        if type(raw) is not str:
            raise TypeError
        return parse(raw)

    return Converter(
        shapes.Timestamp(), build_by_calling(parse, expected), tp.isoformat, read, tp.isoformat, samples=samples
    )


def _datetime(tp: type[datetime.datetime], value: Any) -> datetime.datetime:
    if isinstance(value, str):
        return tp.fromisoformat(value)
    # JSON may give a time as a number, as that of AWS does.
    try:
        return tp.fromtimestamp(value, datetime.UTC)
    except OSError as error:  # a year that the platform does not know
        raise ValueError(str(error)) from error


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")


def _text_or_bytes(value: bytes) -> str | bytes:
    try:
        return bytes(value).decode("utf-8")
    except UnicodeDecodeError:  # only a file can hold them
        return bytes(value)


# Fast readers convert the common forms of a string, and fast writers the common instances. `build` and `dump` convert
# everything else, and report errors.


_BOOLEANS = {"true": True, "false": False}


def _lower_boolean(value: Any) -> str:
    return _LOWERED_BOOLEANS[value] if type(value) is bool else _left_to_the_slow_way()


_LOWERED_BOOLEANS = {True: "true", False: "false"}


def _lower_integer(value: Any) -> str:
    # Python refuses to write huge integers, and True is no number.
    return str(value) if type(value) is int and -(2**63) < value < 2**63 else _left_to_the_slow_way()


def _lower_number(value: Any) -> str:
    if type(value) is not float or not math.isfinite(value):
        _left_to_the_slow_way()
    return repr(value).removesuffix(".0")


def _left_to_the_slow_way() -> Any:
    raise TypeError


def _integer_reader(tp: type) -> Read:
    def read(raw: Any) -> Any:
        if raw.isdecimal() and raw.isascii() and len(raw) < 300:
            return tp(raw)
        raise ValueError

    return read


def _number_reader(tp: type) -> Read:
    def read(raw: Any) -> Any:
        if not _DECIMAL_NUMBER.fullmatch(raw):
            raise ValueError
        value = float(raw)
        if not math.isfinite(value):
            raise ValueError
        return tp(value)

    return read


def _string_reader(tp: type) -> Read:
    if tp is str:
        return read_string

    def read(raw: Any) -> Any:
        return tp(read_string(raw))

    return read


def _enum(tp: type[enum.Enum]) -> Converter:
    """Enums of strings are written by value, all others by the names of their members."""
    members = list(tp)
    if not members:
        raise ShorthandTypeError(f"the enum {tp.__name__} has no members")
    if all(isinstance(member.value, str) for member in members):
        choices = {str.__str__(member.value): member for member in members}
        return _choice(choices, lambda member: str.__str__(member.value))
    return _choice({member.name: member for member in members}, lambda member: member.name)


def _choice(choices: dict[str, Any], dump: Callable[[Any], str]) -> Converter:
    return Converter(shapes.String(tuple(choices)), build_one_of(choices), dump, choices.__getitem__, dump)


def literal_converter(values: tuple[Any, ...]) -> Converter:
    """Return the conversion of `Literal[values]`: scalars of one type, and perhaps None.

    Raises:
        ShorthandTypeError: The values are of different types.
    """
    given = [value for value in values if value is not None]
    kinds = {type(value) for value in given}
    if len(kinds) != 1:
        kind_names = " and ".join(sorted(kind.__name__ for kind in kinds)) or "None"
        raise ShorthandTypeError(f"shorthand cannot tell the values of a Literal of {kind_names} apart")
    (kind,) = kinds
    one = scalar_converter(kind)
    if one is None:
        raise ShorthandTypeError(f"a Literal of {kind.__name__} has no shorthand")
    choices = {one.dump(value): value for value in given}
    if isinstance(one.shape, shapes.String):
        return _choice(choices, one.dump)
    return Converter(one.shape, build_one_of(choices), one.dump)
