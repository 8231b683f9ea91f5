"""Merging two inputs, and filling a skeleton."""

from typing import Any

import pytest

from shorthand import shapes
from shorthand.aws.command_line.merging import Merge, Partial, filled, merged
from shorthand.aws.command_line.to_input import read_command_line

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


TAGS = shapes.Structure({"Tags": shapes.List(shapes.Structure({"Key": TEXT, "Value": TEXT})), "Ids": shapes.List(TEXT)})
BELOW = {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}], "Ids": ["x"]}
ABOVE = {"Tags": [{"Key": "b", "Value": "3"}, {"Key": "c"}], "Ids": ["y"]}


def test_a_list_of_structures_is_replaced_and_reported() -> None:
    merge = Merge()
    assert merge.merged(BELOW, ABOVE, TAGS) == ABOVE
    assert list(merge.replaced) == [("Tags",)]


def test_a_list_of_structures_is_merged_by_a_member() -> None:
    merge = Merge(lists_by="Key")
    assert merge.merged(BELOW, ABOVE, TAGS) == {
        "Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "3"}, {"Key": "c"}],
        "Ids": ["y"],
    }
    assert merge.replaced == {}


def test_items_without_the_member_are_added() -> None:
    result = Merge(lists_by="Key").merged({"Tags": [{"Value": "1"}]}, {"Tags": [{"Value": "2"}]}, TAGS)
    assert result == {"Tags": [{"Value": "1"}, {"Value": "2"}]}


def test_a_member_that_the_items_do_not_have_merges_nothing() -> None:
    merge = Merge(lists_by="Name")
    assert merge.merged(BELOW, ABOVE, TAGS)["Tags"] == ABOVE["Tags"]
    assert list(merge.replaced) == [("Tags",)]


def test_the_command_line_reports_the_list_that_it_replaced() -> None:
    words = ["ec2", "create-tags", "--cli-input-json", '{"Resources":["i"],"Tags":[{"Key":"a"}]}', "--tags", "Key=b"]
    line = read_command_line(words)
    assert line.input["Tags"] == [{"Key": "b"}]
    assert [note.path for note in line.notes] == ["Tags"]
    line = read_command_line(words, merge_lists_by="Key")
    assert line.input["Tags"] == [{"Key": "a"}, {"Key": "b"}]
    assert line.notes == []
