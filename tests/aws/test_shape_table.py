"""Numbering the shapes of a service."""

from typing import Any

from awscli.botocore.model import ServiceModel

from shorthand.aws.shape_table import ShapeTable

SHAPES: dict[str, Any] = {
    "Text": {"type": "string"},
    "AlsoText": {"type": "string"},
    "Colour": {"type": "string", "enum": ["red", "blue"]},
    "Name": {"type": "string", "min": 1, "max": 9},
    "Word": {"type": "string", "min": 1, "enum": ["a"]},
    "Anything": {"type": "string", "min": 0},
    "Count": {"type": "integer", "min": 0},
    "Ratio": {"type": "double", "min": 0.5},
    "Data": {"type": "blob", "min": 1},
    "Host": {"type": "string", "hostLabel": True},
    "Names": {"type": "list", "member": {"shape": "Name"}, "min": 2},
    "Body": {"type": "blob", "streaming": True},
    "Header": {"type": "string", "jsonvalue": True, "location": "header"},
    "Any": {"type": "structure", "document": True, "members": {}},
    "Texts": {"type": "list", "member": {"shape": "Text"}},
    "Labels": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Colour"}},
    "Tag": {
        "type": "structure",
        "required": ["Key"],
        "members": {"Key": {"shape": "Text"}, "Value": {"shape": "AlsoText"}},
    },
    "Choice": {"type": "structure", "union": True, "members": {"A": {"shape": "Text"}, "B": {"shape": "Texts"}}},
    "Tree": {"type": "structure", "members": {"Inner": {"shape": "Trees"}}},
    "Trees": {"type": "list", "member": {"shape": "Tree"}},
    "Stream": {"type": "structure", "members": {"Body": {"shape": "Body"}}, "payload": "Body"},
}


def shape(name: str) -> Any:
    return ServiceModel({"metadata": {}, "shapes": SHAPES}, "example").shape_for(name)


def entries(*names: str) -> list[Any]:
    table = ShapeTable()
    for name in names:
        table.number(shape(name))
    return table.entries


def test_equal_scalars_share_a_number() -> None:
    assert entries("Text", "AlsoText", "Text") == ["string"]


def test_the_documented_values_of_a_string() -> None:
    assert entries("Colour") == [["enum", "red", "blue"]]


def test_a_list_and_a_map_refer_to_their_parts() -> None:
    assert entries("Texts") == [["list", "Texts", 1], "string"]
    assert entries("Labels") == [["map", "Labels", 1, 2], "string", ["enum", "red", "blue"]]


def test_a_structure_has_its_members_and_the_required_ones() -> None:
    assert entries("Tag") == [["structure", "Tag", {"Key": 1, "Value": 1}, ["Key"]], "string"]
    assert entries("Choice")[0] == ["structure", "Choice", {"A": 1, "B": 2}, [], 1]


def test_a_shape_that_contains_itself() -> None:
    assert entries("Tree") == [["structure", "Tree", {"Inner": 1}, []], ["list", "Trees", 0]]


def test_documents_and_content_of_files() -> None:
    assert entries("Any") == ["document"]
    assert entries("Header") == ["json"]
    assert entries("Body") == ["streaming"]


def test_a_named_shape_of_the_service_is_stored_once() -> None:
    table = ShapeTable()
    assert table.number(shape("Tag")) == table.number(shape("Tag"))
    assert table.number_apart(shape("Tag")) != table.number(shape("Tag"))


def test_scalars_and_lists_that_no_model_describes() -> None:
    table = ShapeTable()
    assert table.list_of("string") == table.list_of("string")
    assert table.scalar("string", "a", "b") != table.scalar("string")
    assert table.entries == ["string", ["list", "", 0], ["enum", "a", "b"]]


def test_the_minimum_that_the_aws_cli_checks() -> None:
    assert entries("Name", "Word", "Count", "Ratio") == [
        ["string", 1],
        ["enum", 1, "a"],
        ["integer", 0],
        ["double", 0.5],
    ]
    assert entries("Names") == [["list", "Names", 1, 2], ["string", 1]]
    # It checks no length of bytes, and no length is below 0.
    assert entries("Data", "Anything") == ["blob", "string"]


def test_a_part_of_the_host_cannot_be_empty() -> None:
    assert entries("Host") == [["string", 1]]
