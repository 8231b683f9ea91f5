"""Merge the JSON Schemas that apply to one value together."""

from typing import Any

import pytest

import shorthand
from shorthand import sources
from shorthand.schemas.json_schema_merging import merged
from shorthand.schemas.json_schema_references import Part
from shorthand.shapes import Double, Integer, List, Map, Shape, String, Structure, Timestamp

TAG = {"type": "object", "properties": {"Key": {"type": "string"}}, "required": ["Key"]}

MERGED: dict[str, tuple[list[Any], Shape]] = {
    "members": (
        [TAG, {"properties": {"N": {"type": "integer"}}, "required": ["N"]}],
        Structure({"Key": String(), "N": Integer()}, required=("Key", "N")),
    ),
    "one member twice": (
        [{"properties": {"a": {"type": "number"}}}, {"properties": {"a": {"type": "integer"}}}],
        Structure({"a": Integer()}),
    ),
    "one member of a member twice": (
        [{"properties": {"a": TAG}}, {"properties": {"a": {"properties": {"b": {"type": "integer"}}}}}],
        Structure({"a": Structure({"Key": String(), "b": Integer()}, required=("Key",))}),
    ),
    "a type and an enum": ([{"type": "string"}, {"enum": ["a", "b"]}], String(("a", "b"))),
    "two enums": ([{"enum": ["a", "b", "c"]}, {"enum": ["c", "b"]}, {"const": "b"}], String(("b",))),
    "an enum of 1 and of 1.0": ([{"enum": [1, 2]}, {"enum": [1.0]}], Double()),
    "an integer is a number": ([{"type": "number"}, {"type": "integer"}], Integer()),
    "a number may be an integer": ([{"type": "integer"}, {"type": ["number", "string"]}], Integer()),
    "items": (
        [{"type": "array", "items": TAG}, {"items": {"properties": {"Value": {"type": "string"}}}}],
        List(Structure({"Key": String(), "Value": String()}, required=("Key",))),
    ),
    "values of a map": (
        [{"type": "object", "additionalProperties": {"type": "number"}}, {"additionalProperties": {"type": "integer"}}],
        Map(String(), Integer()),
    ),
    "formats": ([{"type": "string", "format": "hostname"}, {"format": "date"}], Timestamp()),
}


@pytest.mark.parametrize(("parts", "shape"), MERGED.values(), ids=list(MERGED))
def test_all_of_several_schemas(parts: list[Any], shape: Shape) -> None:
    assert sources.json_schema({"allOf": parts}) == shape


@pytest.mark.parametrize(
    ("parts", "path", "reason"),
    [
        ([{"type": "string"}, {"type": "integer"}], "#/allOf/1/type", "no value is of type string and of type integer"),
        (
            [{"properties": {"a": {"type": "string"}}}, {"properties": {"a": {"type": "integer"}}}],
            "#/allOf/1/properties/a/type",
            "no value is of type string and of type integer",
        ),
        ([{"enum": ["a"]}, {"const": "b"}], "#/allOf/1/const", "no value is in both enums"),
        ([TAG, False], "#/allOf/1", "a schema is an object or true"),
        ({}, "#/allOf", "expected an array"),
    ],
)
def test_schemas_that_contradict_each_other_are_an_error(parts: Any, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        sources.json_schema({"allOf": parts})
    assert (caught.value.path, caught.value.reason) == (path, reason)


@pytest.mark.parametrize(
    ("one", "equal", "other"),
    [
        (1, 1.0, True),
        (10**16, 1e16, 10**16 + 1),
        (10**5000, 10**5000, -(10**5000)),
        ("1", "1", 1),
        (True, True, 1),
    ],
    ids=["number", "float", "huge", "string", "boolean"],
)
def test_equal_values_of_two_enums_are_kept(one: Any, equal: Any, other: Any) -> None:
    assert sources.json_schema({"allOf": [{"enum": [one]}, {"enum": [equal]}]})
    with pytest.raises(shorthand.ShorthandTypeError, match="no value is in both enums"):
        sources.json_schema({"allOf": [{"enum": [one]}, {"enum": [other]}]})


def test_names_that_are_no_strings_are_an_error() -> None:
    with pytest.raises(shorthand.ShorthandTypeError, match="expected a string as the name, got 7"):
        merged([Part({"properties": {7: {}}}, "#")])
