"""Structures of a list that have no member in common with the one before them were probably meant as one."""

from __future__ import annotations

from typing import Any

import pytest

from shorthand import shapes
from shorthand.editor.split_structures import joined_everywhere, split_structures, together
from shorthand.errors import Kind

S = shapes.String()
TAG = shapes.Structure({"Key": S, "Value": S, "Note": S})
TAGS = shapes.List(TAG)
CHOICE = shapes.Structure({"Key": S, "Value": S}, union=True)
NESTED = shapes.List(shapes.Structure({"Tags": TAGS, "Named": shapes.Map(S, TAGS)}))


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ([{"Key": "a"}, {"Value": "1"}], [{"Key": "a", "Value": "1"}]),
        ([{"Key": "a"}, {"Value": "1"}, {"Note": "n"}], [{"Key": "a", "Value": "1", "Note": "n"}]),
        (
            [{"Key": "a"}, {"Value": "1"}, {"Key": "b"}, {"Value": "2"}],
            [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}],
        ),
        ([{"Key": "a"}, {"Key": "b"}], None),
        ([{"Key": "a"}, {"Key": "b", "Value": "1"}], None),
        ([{"Key": "a"}, {}], None),
        ([], None),
    ],
)
def test_structures_without_a_common_member_are_joined(value: list[Any], meant: list[Any] | None) -> None:
    assert together(value, TAGS) == (value if meant is None else meant)
    assert len(list(split_structures(value, TAGS))) == (meant is not None)


def test_a_choice_of_one_member_is_not_split() -> None:
    value = [{"Key": "a"}, {"Value": "1"}]
    assert together(value, shapes.List(CHOICE)) == value


def test_the_first_separate_part_is_named() -> None:
    value = [{"Key": "a"}, {"Key": "b"}, {"Value": "2", "Note": "n"}]
    (found,) = split_structures(value, TAGS)
    assert (found.place, found.kind) == ((2,), Kind.MISTAKE)
    assert found.reason == "Key and Value, Note are in two structures of the list"


def test_lists_are_found_however_deep() -> None:
    split = [{"Key": "a"}, {"Value": "1"}]
    value = [{"Tags": split, "Named": {"x": split}}]
    assert [one.place for one in split_structures(value, NESTED)] == [(0, "Tags", 1), (0, "Named", "x", 1)]
    whole = [{"Key": "a", "Value": "1"}]
    assert joined_everywhere(value, NESTED) == [{"Tags": whole, "Named": {"x": whole}}]


def test_a_scalar_stays_as_it_is() -> None:
    assert joined_everywhere("a", S) == "a"
    assert list(split_structures("a", S)) == []
    assert list(split_structures(["a", "b"], shapes.List(S))) == []
