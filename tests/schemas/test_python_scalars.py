"""Python's scalar types."""

import datetime
import decimal
import enum
import fractions
import ipaddress
import pathlib
import re
import uuid
from typing import Any, Literal

import pytest

import shorthand
from shorthand.schemas.python_scalars import literal_converter, scalar_converter
from shorthand.shapes import Blob, Boolean, Double, Integer, Shape, String, Timestamp
from tests.schemas.types_to_convert import Colour, Level, Name


class Word(enum.StrEnum):
    YES = "y"


class Empty(enum.Enum):
    pass


# The type, its shape, a value in the JSON form, and the instance that it makes.
SCALARS: list[tuple[Any, Shape, Any, Any]] = [
    (str, String(), "a", "a"),
    (int, Integer(), 1, 1),
    (float, Double(), 1.5, 1.5),
    (bool, Boolean(), True, True),
    (bytes, Blob(), "é", "é".encode()),
    (bytearray, Blob(), "a", bytearray(b"a")),
    (Name, String(), "a", Name("a")),
    (decimal.Decimal, String(), "1.50", decimal.Decimal("1.50")),
    (fractions.Fraction, String(), "3/4", fractions.Fraction(3, 4)),
    (pathlib.PurePosixPath, String(), "a/b", pathlib.PurePosixPath("a/b")),
    (uuid.UUID, String(), "00000000-0000-0000-0000-000000000001", uuid.UUID(int=1)),
    (ipaddress.IPv4Address, String(), "10.0.0.1", ipaddress.IPv4Address("10.0.0.1")),
    (ipaddress.IPv4Network, String(), "10.0.0.0/8", ipaddress.IPv4Network("10.0.0.0/8")),
    (ipaddress.IPv4Interface, String(), "10.0.0.1/8", ipaddress.IPv4Interface("10.0.0.1/8")),
    (
        datetime.datetime,
        Timestamp(),
        "2026-01-31T12:00:00+00:00",
        datetime.datetime(2026, 1, 31, 12, tzinfo=datetime.UTC),
    ),
    (datetime.date, Timestamp(), "2026-01-31", datetime.date(2026, 1, 31)),
    (datetime.time, String(), "12:30:00", datetime.time(12, 30)),
    (datetime.timedelta, String(), "PT1H30M", datetime.timedelta(hours=1.5)),
    (re.Pattern, String(), "a+", re.compile("a+")),
    (Colour, String(("red", "deep blue")), "deep blue", Colour.DEEP_BLUE),
    (Word, String(("y",)), "y", Word.YES),
    (Level, String(("LOW", "HIGH")), "HIGH", Level.HIGH),
]


@pytest.mark.parametrize(("tp", "shape", "value", "instance"), SCALARS, ids=[str(row[0]) for row in SCALARS])
def test_a_scalar_type_gives_its_shape_and_its_instances(tp: Any, shape: Shape, value: Any, instance: Any) -> None:
    found = scalar_converter(tp)
    assert found is not None
    assert found.shape == shape
    built = found.build(value, ())
    assert built == instance
    assert type(built) is type(instance)
    assert found.dump(instance) == value
    if found.read is not None and isinstance(value, str):
        assert found.read(value) == instance


@pytest.mark.parametrize("tp", [row[0] for row in SCALARS], ids=str)
def test_the_samples_of_a_type_are_valid(tp: Any) -> None:
    found = scalar_converter(tp)
    assert found is not None
    for sample in found.samples:
        assert found.build(found.dump(found.build(sample, ())), ()) == found.build(sample, ())


@pytest.mark.parametrize(
    ("values", "shape", "value", "instance"),
    [
        (("a", "b", None), String(("a", "b")), "b", "b"),
        ((1, 2), Integer(), 2, 2),
        ((Colour.RED,), String(("red",)), "red", Colour.RED),
    ],
)
def test_a_literal_gives_its_shape_and_its_values(
    values: tuple[Any, ...], shape: Shape, value: Any, instance: Any
) -> None:
    found = literal_converter(values)
    assert (found.shape, found.build(value, ()), found.dump(instance)) == (shape, instance, value)


@pytest.mark.parametrize(
    ("tp", "value", "reason"),
    [
        (Colour, "RED", "unknown value 'RED'"),
        (Literal[1, 2], 3, "unknown value 3"),
        (datetime.datetime, "now", "expected a date and time such as 2026-01-31T12:00:00Z, got 'now'"),
        (datetime.datetime, 1e30, "expected a date and time such as 2026-01-31T12:00:00Z, got 1e+30"),
        (decimal.Decimal, "1,5", "expected a decimal number, got '1,5'"),
        (decimal.Decimal, "NaN", "expected a decimal number, got 'NaN'"),
        (fractions.Fraction, "1/0", "expected a fraction such as 3/4, got '1/0'"),
        (re.Pattern, "[", "expected a regular expression, got '['"),
        (uuid.UUID, "b", "expected a UUID, got 'b'"),
        (datetime.timedelta, "1y", "expected a duration such as 1h30m, 01:30:00 or PT1H30M, got '1y'"),
    ],
)
def test_a_value_that_does_not_fit_is_an_error(tp: Any, value: Any, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.TypeAdapter(tp).from_value(value)
    assert caught.value.reason == reason


def test_a_number_may_be_a_time() -> None:
    adapter = shorthand.TypeAdapter(datetime.datetime)
    assert adapter.from_value(0) == datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def test_the_flags_of_a_pattern_cannot_be_written() -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="cannot hold the flags"):
        shorthand.TypeAdapter(re.Pattern[str]).to_value(re.compile("a", re.IGNORECASE))


@pytest.mark.parametrize(
    ("tp", "reason"),
    [
        (Literal["a", 1], "shorthand cannot tell the values of a Literal of int and str apart"),
        (Literal[None], "shorthand cannot tell the values of a Literal of None apart"),
        (Empty, "the enum Empty has no members"),
    ],
)
def test_a_type_without_values_is_an_error(tp: Any, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.TypeAdapter(tp)
    assert caught.value.reason == reason
