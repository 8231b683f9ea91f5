"""The faults that conversion finds, as facts and in words."""

from __future__ import annotations

import pytest

from shorthand import shapes
from shorthand.codec.faults import incomplete, unknown_member, wrong_type
from shorthand.errors import Kind

S = shapes.String()
TWO = shapes.Structure({"A": S, "B": S, "C": S}, required=("A", "B"))
UNION = shapes.Structure({"A": S, "B": S}, union=True)


def test_a_wrong_type_names_what_was_expected_and_what_came() -> None:
    (fault,) = wrong_type("an integer", "x", ("a", 0)).diagnostics
    assert (fault.reason, fault.expected) == ("expected an integer, got 'x'", "an integer")
    assert (fault.path, fault.kind) == ("a[0]", Kind.WRONG_TYPE)


def test_an_unknown_member_lists_the_known_ones() -> None:
    fault = unknown_member("a", ["A", "B"], ("In",))
    assert (fault.reason, fault.expected) == ("unknown member 'a'", "A, B")
    assert (fault.path, fault.kind) == ("In.a", Kind.UNKNOWN_MEMBER)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        (1, "expected a string as the key, got 1"),
        (10**5000, "expected a string as the key, got a number of many digits"),
        (("a",), "expected a string as the key, got a list of 1"),
    ],
    ids=["1", "10**5000", "tuple"],
)
def test_a_key_that_is_no_string_is_of_the_wrong_type(key: object, reason: str) -> None:
    fault = unknown_member(key, ["A"], ("In",))
    assert (fault.reason, fault.path, fault.kind) == (reason, "In", Kind.WRONG_TYPE)


@pytest.mark.parametrize(
    ("given", "shape", "reasons"),
    [
        ({"A": "", "B": ""}, TWO, []),
        ({"A": ""}, TWO, ["missing required member B"]),
        ({"C": ""}, TWO, ["missing required members A, B"]),
        ({"A": ""}, UNION, []),
        ({}, UNION, ["expected exactly one member of this union, got 0"]),
        ({"A": "", "B": ""}, UNION, ["expected exactly one member of this union, got 2"]),
    ],
)
def test_what_a_structure_lacks(given: dict[str, object], shape: shapes.Structure, reasons: list[str]) -> None:
    assert [fault.reason for fault in incomplete(given, shape, ())] == reasons
