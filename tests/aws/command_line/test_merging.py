"""Merging two inputs, and filling a skeleton."""

from typing import Any

import pytest

from shorthand import shapes
from shorthand.aws.command_line.merging import Partial, filled, merged

TEXT = shapes.String()
SHAPE = shapes.Structure(
    {
        "Name": TEXT,
        "Nested": shapes.Structure({"A": TEXT, "B": TEXT}, ("A",)),
        "Labels": shapes.Map(TEXT, TEXT),
        "Items": shapes.List(shapes.Structure({"A": TEXT})),
        "Choice": shapes.Structure({"X": TEXT, "Y": TEXT}, union=True),
    },
    ("Name",),
)


@pytest.mark.parametrize(
    ("below", "above", "result"),
    [
        ({"Name": "a"}, {"Name": "b"}, {"Name": "b"}),
        ({"Nested": {"A": "1"}}, {"Nested": {"B": "2"}}, {"Nested": {"A": "1", "B": "2"}}),
        ({"Labels": {"a": "1", "b": "2"}}, {"Labels": {"b": "3"}}, {"Labels": {"a": "1", "b": "3"}}),
        ({"Items": [{"A": "1"}]}, {"Items": [{"A": "2"}]}, {"Items": [{"A": "2"}]}),
        ({"Choice": {"X": "1"}}, {"Choice": {"Y": "2"}}, {"Choice": {"Y": "2"}}),
        ({"Choice": {"X": "1"}}, {"Choice": {}}, {"Choice": {"X": "1"}}),
        ({"Unknown": 1}, {"Name": "a"}, {"Name": "a", "Unknown": 1}),
        ({"Nested": "wrong"}, {"Nested": {"A": "1"}}, {"Nested": {"A": "1"}}),
    ],
)
def test_the_value_above_wins_member_by_member(below: Any, above: Any, result: Any) -> None:
    assert merged(below, above, SHAPE) == result


def test_members_come_in_the_documented_order() -> None:
    assert list(merged({"Labels": {}, "Name": "a"}, {"Nested": {}}, SHAPE)) == ["Name", "Nested", "Labels"]


def test_a_skeleton_is_filled_with_what_is_given() -> None:
    assert filled({"Nested": {"A": "1"}, "Items": [{}, {"A": "2"}]}, SHAPE) == {
        "Name": "",
        "Nested": {"A": "1", "B": ""},
        "Labels": {"KeyName": ""},
        "Items": [{"A": ""}, {"A": "2"}],
        "Choice": {"X": "", "Y": ""},
    }


def test_a_union_that_is_given_holds_only_the_given_member() -> None:
    assert filled({"Choice": {"Y": "1"}}, SHAPE)["Choice"] == {"Y": "1"}


def test_nothing_is_required_of_a_part() -> None:
    part = Partial().of(SHAPE)
    assert isinstance(part, shapes.Structure)
    assert part.required == ()
    nested, choice = part.members["Nested"], part.members["Choice"]
    assert isinstance(nested, shapes.Structure)
    assert isinstance(choice, shapes.Structure)
    assert nested.required == ()
    assert not choice.union


def test_a_part_of_a_shape_that_contains_itself() -> None:
    tree: shapes.Structure = shapes.Structure({"Inner": shapes.Ref("Tree", lambda: tree), "Name": TEXT}, ("Name",))
    part = Partial().of(tree)
    assert isinstance(part, shapes.Structure)
    inner = shapes.resolved(part.members["Inner"])
    assert inner is part
