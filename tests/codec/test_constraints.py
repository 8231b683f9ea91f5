"""What the AWS CLI refuses of a value before it calls the service."""

import warnings
from typing import Any

import pytest
from awscli.botocore.utils import parse_to_aware_datetime
from hypothesis import given
from hypothesis import strategies as st

from shorthand import shapes
from shorthand.codec.constraints import is_timestamp, violations
from shorthand.errors import Kind

TEXT = shapes.String(minimum=2)
SHAPE = shapes.Structure(
    {
        "Name": TEXT,
        "Count": shapes.Integer(minimum=1),
        "Ratio": shapes.Double(minimum=0.5),
        "Names": shapes.List(TEXT, minimum=2),
        "Labels": shapes.Map(TEXT, TEXT),
        "Since": shapes.Timestamp(),
        "Any": shapes.Document(),
    }
)


@pytest.mark.parametrize(
    ("value", "reasons"),
    [
        ({"Name": "ab", "Count": 1, "Ratio": 0.5, "Names": ["ab", "cd"], "Labels": {"ab": "cd"}}, {}),
        ({"Name": "a"}, {"Name": "expected at least 2 characters, got 1"}),
        ({"Count": 0}, {"Count": "expected at least 1, got 0"}),
        ({"Ratio": 0.25}, {"Ratio": "expected at least 0.5, got 0.25"}),
        ({"Ratio": -1}, {"Ratio": "expected at least 0.5, got -1"}),
        ({"Names": ["ab"]}, {"Names": "expected at least 2 items, got 1"}),
        (
            {"Names": ["a", "bc", ""]},
            {"Names[0]": "expected at least 2 characters, got 1", "Names[2]": "expected at least 2 characters, got 0"},
        ),
        ({"Labels": {"a": "cd"}}, {"Labels.a": "expected at least 2 characters, got 1"}),
        ({"Labels": {"ab": ""}}, {"Labels.ab": "expected at least 2 characters, got 0"}),
        ({"Since": "yesterday"}, {"Since": "expected a timestamp, got 'yesterday'"}),
        ({"Since": 1700000000}, {}),
        ({"Any": {"a": ["", None]}}, {}),
        # What does not fit by type is reported elsewhere.
        ({"Name": 1, "Count": "0", "Ratio": None, "Names": "a", "Labels": [], "Since": [], "Other": ""}, {}),
        ("text", {}),
    ],
)
def test_a_value_that_the_aws_cli_refuses(value: Any, reasons: dict[str, str]) -> None:
    assert {found.path: found.reason for found in violations(value, SHAPE)} == reasons


def test_a_violation_says_what_is_expected_and_is_one_of_the_type() -> None:
    since, name = violations({"Since": "yesterday", "Name": "a"}, SHAPE)
    assert since.expected == "a time such as 2024-01-31T12:00:00Z, or seconds since 1970"
    assert name.expected == ""
    assert {since.kind, name.kind} == {Kind.WRONG_TYPE}
    (one,) = violations("", shapes.String(minimum=1))
    assert one.reason == "expected at least 1 character, got 0"


def test_places_begin_with_the_given_one() -> None:
    (found,) = violations({"Names": ["ab", "c"]}, SHAPE, ("Outer", 0))
    assert found.place == ("Outer", 0, "Names", 1)


def test_a_deep_value_of_a_shape_that_contains_itself() -> None:
    tree: shapes.Structure = shapes.Structure({"Inner": shapes.Ref("Tree", lambda: tree), "Name": TEXT})
    value: Any = {"Name": ""}
    for _ in range(5000):
        value = {"Inner": value}
    (found,) = violations(value, tree)
    assert found.place == (*["Inner"] * 5000, "Name")


def botocore_reads(value: Any) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parse_to_aware_datetime(value)
    except (ValueError, TypeError, AttributeError, OverflowError, RuntimeError):
        return False
    return True


TIMESTAMPS = [
    *("2024-01-31", "2024-01-31T12:00:00Z", "2024-01-31 12:00", "2024-01-31T12:00:00.5+02:00", "2024-01-31T12:00+0200"),
    *("2024-13-01", "2024-02-30", "2024-1-1", "20240131", "20240131T120000Z", "2024", "24", "1700000000", "1.5e9"),
    *("-1", "0", "1e18", "1e400", "inf", "nan", "1_000", "٣", "", " ", "yesterday", "now", "May", "Monday", "noon"),
    *("Tue, 15 Nov 1994 08:12:31 GMT", "Jan 2 2024", "2 January 2024 3pm", "12:30", "3pm", "31/12/2024", "12/31/2024"),
    *("2024-01-31T25:00", "2024-01-31T12:00:00 CET", "a1", "1a", "tomorrow 3pm", "2024-W05-1", "2024-031", "x" * 300),
]


@pytest.mark.parametrize("text", TIMESTAMPS)
def test_a_timestamp_is_what_the_aws_cli_takes_for_one(text: str) -> None:
    assert is_timestamp(text) == botocore_reads(text)


@given(st.text("0123456789-:TZ+. ,/JanFebMonpm", max_size=20) | st.integers() | st.floats(allow_nan=False))
def test_any_text_or_number_is_a_timestamp_where_the_aws_cli_takes_it_for_one(value: Any) -> None:
    assert is_timestamp(value) == botocore_reads(value)


def test_without_dateutil_any_text_with_a_digit_may_be_a_timestamp(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "dateutil", None)
    assert is_timestamp("Tue, 15 Nov 1994 08:12:31 GMT")
    assert not is_timestamp("yesterday")
    assert not is_timestamp("2024-13-01")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Mon, 01 Jan 2024 00:00:00 +0500", True),
        # No calendar has these in UTC.
        ("Dec 31 9999 23:59:59 -0500", False),
        ("9999-12-31T23:59:59-05:00", False),
        ("253402300800", False),
        ("-62135596801", False),
        ("253402300799", True),
        ("-62135596800", True),
        # Longer texts are not read word by word.
        ("1 Jan 2024".ljust(200), True),
        ("1 Jan 2024".ljust(201), False),
    ],
)
def test_a_timestamp_is_one_that_utc_has(text: str, is_one: bool) -> None:
    assert is_timestamp(text) is is_one


def test_a_number_is_held_against_the_years_too() -> None:
    assert [found.path for found in violations({"Since": 1e15}, SHAPE)] == ["Since"]
