"""One string of each scalar type: what it is read as, what is refused, and that long ones take linear time."""

from __future__ import annotations

import contextlib
import math
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand import shapes
from shorthand.codec.scalars import expected_type, is_number, is_too_long, lift_scalar, lower_scalar, most_digits
from shorthand.errors import ShorthandError, ShorthandTypeError, UnrepresentableError, describe
from shorthand.shapes import Shape
from tests.syntax.test_compiled_reader import seconds_of

INTEGER, FLOAT, BOOLEAN, STRING = shapes.Integer(), shapes.Float(), shapes.Boolean(), shapes.String()

READ: list[tuple[str, Shape, Any]] = [
    ("10", INTEGER, 10),
    ("-1", INTEGER, -1),
    ("+2", shapes.Long(), 2),
    ("007", INTEGER, 7),
    (" 10\t", INTEGER, 10),
    ("\u200310\xa0", INTEGER, 10),
    ("1" * 4300, INTEGER, int("1" * 4300)),
    ("1", FLOAT, 1.0),
    ("1.", FLOAT, 1.0),
    (".5", FLOAT, 0.5),
    ("-1.5e3", shapes.Double(), -1500.0),
    ("1E-2", FLOAT, 0.01),
    (" 1 ", FLOAT, 1.0),
    ("1e-999", FLOAT, 0.0),
    ("true", BOOLEAN, True),
    ("FALSE", BOOLEAN, False),
    ("10", STRING, "10"),
    ("", STRING, ""),
    ("2026-01-01", shapes.Timestamp(), "2026-01-01"),
    ("abc", shapes.Blob(), "abc"),
]
REFUSED: list[tuple[str, Shape, str]] = [
    ("", INTEGER, "expected an integer, got ''"),
    ("1.0", INTEGER, "expected an integer, got '1.0'"),
    ("1_000", INTEGER, "expected an integer, got '1_000'"),
    ("٣", INTEGER, "expected an integer, got '٣'"),
    ("\x1c1", INTEGER, "expected an integer, got '\\x1c1'"),
    ("0x1", INTEGER, "expected an integer, got '0x1'"),
    ("1" * 4301, INTEGER, f"expected an integer of at most 4300 digits, got '{'1' * 60}…'"),
    ("nan", FLOAT, "expected a number, got 'nan'"),
    ("inf", FLOAT, "expected a number, got 'inf'"),
    ("1e400", FLOAT, "expected a number, got '1e400'"),
    (".", FLOAT, "expected a number, got '.'"),
    ("1e", FLOAT, "expected a number, got '1e'"),
    ("1_0.0", FLOAT, "expected a number, got '1_0.0'"),
    ("1\x1f", FLOAT, "expected a number, got '1\\x1f'"),
    ("yes", BOOLEAN, "expected true or false, got 'yes'"),
    ("1", BOOLEAN, "expected true or false, got '1'"),
    ("", BOOLEAN, "expected true or false, got ''"),
    (" true", BOOLEAN, "expected true or false, got ' true'"),
]


def name_of(value: object) -> str:
    return value[:20] if isinstance(value, str) else describe(value)


@pytest.mark.parametrize(("string", "shape", "value"), READ, ids=name_of)
def test_a_string_is_read_as_its_type(string: str, shape: Shape, value: Any) -> None:
    read = lift_scalar(string, shape)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(("string", "shape", "reason"), REFUSED, ids=name_of)
def test_anything_else_is_refused(string: str, shape: Shape, reason: str) -> None:
    with pytest.raises(ShorthandTypeError) as caught:
        lift_scalar(string, shape, ("a", 0))
    assert (caught.value.reason, caught.value.path) == (reason, "a[0]")


@pytest.mark.parametrize(
    ("value", "shape", "string"),
    [
        (10, INTEGER, "10"),
        (10**4299, shapes.Long(), "1" + "0" * 4299),
        (1.0, FLOAT, "1"),
        (1, FLOAT, "1"),
        (-0.0, FLOAT, "-0"),
        (1e22, FLOAT, "1e+22"),
        (True, BOOLEAN, "true"),
        (False, BOOLEAN, "false"),
        ("a", STRING, "a"),
        ("2026-01-01", shapes.Timestamp(), "2026-01-01"),
    ],
    ids=name_of,
)
def test_a_value_is_written_as_the_string_that_reads_back(value: Any, shape: Shape, string: str) -> None:
    assert lower_scalar(value, shape) == string
    assert lift_scalar(string, shape) == value


@pytest.mark.parametrize(
    ("value", "shape", "error", "reason"),
    [
        (True, INTEGER, ShorthandTypeError, "expected an integer, got true"),
        (1.0, INTEGER, ShorthandTypeError, "expected an integer, got 1.0"),
        (10**4300, INTEGER, UnrepresentableError, "the number has more than 4300 digits"),
        (-(10**4300), INTEGER, UnrepresentableError, "the number has more than 4300 digits"),
        (2**53 + 1, FLOAT, UnrepresentableError, "9007199254740993 would lose digits as a floating-point number"),
        (10**400, FLOAT, UnrepresentableError, "a number of many digits would lose digits as a floating-point number"),
        (math.nan, FLOAT, UnrepresentableError, "nan is not a JSON number"),
        (-math.inf, FLOAT, UnrepresentableError, "-inf is not a JSON number"),
        (True, FLOAT, ShorthandTypeError, "expected a number, got true"),
        ("true", BOOLEAN, ShorthandTypeError, "expected true or false, got 'true'"),
        (1, STRING, ShorthandTypeError, "expected a string, got 1"),
        (b"a", STRING, ShorthandTypeError, "expected a string, got bytes"),
        (b"a", shapes.Blob(), UnrepresentableError, "a text cannot hold bytes"),
        (0, shapes.Timestamp(), UnrepresentableError, "a timestamp given as a number would read back as a string"),
    ],
    ids=name_of,
)
def test_a_value_without_a_string_is_refused(
    value: Any, shape: Shape, error: type[ShorthandError], reason: str
) -> None:
    with pytest.raises(error) as caught:
        lower_scalar(value, shape, ("a",))
    assert (caught.value.reason, caught.value.path) == (reason, "a")


@given(st.integers() | st.integers(min_value=4200, max_value=4400).map(lambda digits: 10**digits - 1))
def test_integers_are_too_long_by_their_digits(value: int) -> None:
    assert is_too_long(value) == is_too_long(-value) == (abs(value) >= 10**4300)


@pytest.mark.parametrize(("value", "answer"), [(1, True), (1.5, True), (True, False), ("1", False), (None, False)])
def test_booleans_are_no_numbers(value: object, answer: bool) -> None:
    assert is_number(value) == answer


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        (INTEGER, "an integer"),
        (shapes.Double(), "a number"),
        (BOOLEAN, "true or false"),
        (shapes.List(STRING), "a list"),
    ],
    ids=str,
)
def test_what_a_shape_takes_has_a_name(shape: Shape, name: str) -> None:
    assert expected_type(shape) == name


@pytest.mark.parametrize(("setting", "most"), [("0", 4300), ("640", 640), ("100000", 4300)])
def test_the_most_digits_are_those_that_python_allows_and_no_more(setting: str, most: int) -> None:
    code = """if True:
        import shorthand
        from shorthand import shapes
        from shorthand.codec.json_text import dumps_json, loads_json
        from shorthand.codec.scalars import lift_scalar, lower_scalar, most_digits
        most, shape = most_digits(), shapes.Integer()
        print(most)
        value = lift_scalar("1" * most, shape)
        assert lower_scalar(value, shape) == dumps_json(value) == "1" * most
        assert loads_json(f"[{'1' * most}]") == [value]
        for work in (
            lambda: lift_scalar("1" * (most + 1), shape), lambda: loads_json("1" * (most + 1)),
            lambda: lower_scalar(10**most, shape), lambda: dumps_json([10**most]),
            lambda: shorthand.dumps({"a": 10**5000}), lambda: shorthand.dumps({10**5000: "a"}),
            lambda: shorthand.dumps({10**5000: "a"}, shapes.Structure({"a": shape})),
        ):
            try:
                work()
            except shorthand.ShorthandError:
                continue
            raise RuntimeError("it was taken")
    """
    environment = {**os.environ, "PYTHONINTMAXSTRDIGITS": setting}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == f"{most}\n"
    assert most_digits() <= 4300


@pytest.mark.parametrize(
    ("start", "part", "end"),
    [
        ("", "1", ""),
        ("", "1", "x"),
        ("1.", "1", "x"),
        ("1.", "1", "e"),
        ("1e", "1", "x"),
        ("", " ", "x"),
        ("1", " ", "x"),
        ("-", "1", "-"),
        ("", ".", ""),
        ("", "1e", ""),
    ],
)
@pytest.mark.parametrize("shape", [INTEGER, FLOAT, BOOLEAN], ids=["integer", "float", "boolean"])
def test_time_is_linear_to_ten_million_characters(start: str, part: str, end: str, shape: Shape) -> None:
    def seconds(length: int) -> float:
        string = start + part * (length // len(part)) + end
        return seconds_of(lambda: _read(string, shape))

    short, long = seconds(1_000_000), seconds(10_000_000)
    assert long < 20 * short + 0.05


def _read(string: str, shape: Shape) -> None:
    with contextlib.suppress(ShorthandTypeError):
        lift_scalar(string, shape)


@given(st.text() | st.from_regex(r"\s*[+-]?[0-9_.eE]*\s*", fullmatch=True))
def test_numbers_are_those_of_python_without_what_json_does_not_have(string: str) -> None:
    for shape, convert in ((INTEGER, int), (FLOAT, float)):
        try:
            value = lift_scalar(string, shape)
        except ShorthandTypeError:
            continue
        assert value == convert(string)
