"""A fault of an option's value has the token and the span that its place was read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from shorthand.codec.located import constraint_faults, located_in_tokens
from shorthand.codec.option import read_option
from shorthand.errors import Diagnostic, Kind, Place
from shorthand.shapes import Integer, List, Shape, String, Structure

S, N = String(), Integer(minimum=1)
TAG = Structure({"Key": S, "Size": N}, required=("Key",))
NESTED = Structure({"Tags": List(TAG, minimum=1), "Name": S})


def located(tokens: Sequence[str], shape: Shape, place: Place, kind: Kind = Kind.WRONG_TYPE) -> tuple[str, str | None]:
    """Return the token and the part of it where a fault at a place is."""
    [fault] = located_in_tokens([Diagnostic("wrong", place=place, kind=kind)], tokens, shape)
    return fault.text, None if fault.span is None else fault.text[slice(*fault.span)]


@pytest.mark.parametrize(
    ("tokens", "shape", "place", "found"),
    [
        # Shorthand: the value at the place.
        (["Key=a,Size=2"], TAG, ("Size",), ("Key=a,Size=2", "2")),
        (["Name=x,Tags=[{Key=a},{Key=b,Size=3}]"], NESTED, ("Tags", 1, "Size"), (None, "3")),
        (["Name=x,Tags=[{Key=a},{Key=b,Size=3}]"], NESTED, ("Tags", 1), (None, "{Key=b,Size=3}")),
        (["Key=' a '"], TAG, ("Key",), (None, "' a '")),
        # Several words: the one that gave the item.
        (["Key=a,Size=2", "Key=b,Size=3"], List(TAG), (1, "Size"), ("Key=b,Size=3", "3")),
        (["80", "443"], List(N), (1,), ("443", "443")),
        # JSON: the value at the place.
        (['{"Key": "a", "Size": 2}'], TAG, ("Size",), (None, "2")),
        (['[{"Key": "a"}, {"Key": "b", "Size": 3}]'], List(TAG), (1, "Size"), (None, "3")),
        # A file has no place in the token.
        (["file://tags.json"], TAG, ("Size",), (None, None)),
        # A scalar is the whole token.
        (["abc"], S, (), (None, "abc")),
    ],
)
def test_finds_the_text_at_a_place(
    tokens: Sequence[str], shape: Shape, place: Place, found: tuple[str | None, str | None]
) -> None:
    assert located(tokens, shape, place) == (found[0] or tokens[0], found[1])


@pytest.mark.parametrize(
    ("tokens", "key"), [(["Key=a,size=2"], "size"), (['{"Key": "a", "size": 2}'], '"size"')], ids=["shorthand", "JSON"]
)
def test_an_unknown_member_is_at_its_key(tokens: Sequence[str], key: str) -> None:
    assert located(tokens, TAG, ("size",), Kind.UNKNOWN_MEMBER) == (tokens[0], key)


def test_the_rest_of_a_diagnostic_stays() -> None:
    fault = Diagnostic("wrong", place=("Size",), hint="write 2", kind=Kind.WRONG_TYPE)
    [found] = located_in_tokens([fault], ["Key=a,Size=0"], TAG)
    assert (found.reason, found.place, found.hint, found.kind) == ("wrong", ("Size",), "write 2", Kind.WRONG_TYPE)


def test_each_fault_has_its_own_token() -> None:
    faults = [Diagnostic("wrong", place=(index, "Size"), kind=Kind.WRONG_TYPE) for index in (1, 0)]
    found = located_in_tokens(faults, ["Key=a,Size=2", "Key=b,Size=3"], List(TAG))
    assert [fault.text for fault in found] == ["Key=b,Size=3", "Key=a,Size=2"]


@pytest.mark.parametrize(
    ("tokens", "shape", "found"),
    [
        (["Key=a,Size=0"], TAG, [(("Size",), "0")]),
        (["Key=a,Size=1"], TAG, []),
        (["Key=a", "Key=b,Size=0"], List(TAG), [((1, "Size"), "0")]),
        (['{"Key": "a", "Size": 0}'], TAG, [(("Size",), "0")]),
        (["Tags=[]"], NESTED, [(("Tags",), "[]")]),
        (["0", "5", "-1"], List(N), [((0,), "0"), ((2,), "-1")]),
    ],
)
def test_finds_what_breaks_a_constraint(tokens: list[str], shape: Shape, found: list[tuple[Place, str]]) -> None:
    value: Any = read_option(tokens, shape, True, None)
    faults = constraint_faults(value, tokens, shape)
    assert [(fault.place, fault.text[slice(*(fault.span or (0, 0)))]) for fault in faults] == found
