"""Follow the references in a JSON Schema document."""

from typing import Any

import pytest

import shorthand
from shorthand import sources
from shorthand.schemas.json_schema_references import Part, References
from shorthand.shapes import Boolean, Document, Integer, List, Shape, String, Structure

TEXT = {"type": "string"}
COUNT = {"type": "integer"}

REFERENCES: dict[str, tuple[Any, Shape]] = {
    "a pointer with escapes": (
        {"$ref": "#/definitions/a~1b%20c", "definitions": {"a/b c": {"type": "boolean"}}},
        Boolean(),
    ),
    "a pointer into an array": ({"allOf": [{"$ref": "#/x/1"}], "x": [TEXT, COUNT]}, Integer()),
    "a keyword beside the reference": (
        {
            "$ref": "#/$defs/T",
            "properties": {"b": COUNT},
            "$defs": {"T": {"type": "object", "properties": {"a": TEXT}}},
        },
        Structure({"a": String(), "b": Integer()}),
    ),
    "a keyword beside the reference in an old draft": (
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "$ref": "#/$defs/T",
            "properties": {"b": COUNT},
            "$defs": {"T": {"type": "object", "properties": {"a": TEXT}}},
        },
        Structure({"a": String()}),
    ),
    "a description beside the reference": ({"$ref": "#/$defs/T", "title": "T", "$defs": {"T": TEXT}}, String()),
    "an anchor": ({"$ref": "#here", "$defs": {"T": {"$anchor": "here", **COUNT}}}, Integer()),
    "a dynamic anchor": ({"$dynamicRef": "#here", "$defs": {"T": {"$dynamicAnchor": "here", **COUNT}}}, Integer()),
    "an anchor of an old draft": ({"$ref": "#here", "definitions": {"T": {"$id": "#here", **COUNT}}}, Integer()),
    "an identifier": (
        {"$id": "http://x/root", "$ref": "part", "$defs": {"T": {"$id": "part", **COUNT}}},
        Integer(),
    ),
    "an identifier without a base": ({"$ref": "part", "$defs": {"T": {"$id": "part", **COUNT}}}, Integer()),
    "an anchor of another resource": (
        {
            "$id": "http://x/root",
            "$ref": "part#here",
            "$defs": {"T": {"$id": "part", "$defs": {"U": {"$anchor": "here", **COUNT}}}},
        },
        Integer(),
    ),
    "a pointer within a resource": (
        {
            "$defs": {"T": {"$id": "http://x/part", "$ref": "#/$defs/U", "$defs": {"U": COUNT}}, "U": TEXT},
            "$ref": "http://x/part",
        },
        Integer(),
    ),
    "a URN": ({"$id": "urn:uuid:1", "$ref": "#/$defs/T", "$defs": {"T": COUNT}}, Integer()),
    "a list of itself": ({"items": {"items": {"$ref": "#/$defs/T"}}, "$defs": {"T": TEXT}}, List(List(String()))),
    "a property named $ref": ({"properties": {"$ref": TEXT}}, Structure({"$ref": String()})),
    "a reference in data": ({"properties": {"a": {"default": {"$ref": "x"}}}}, Structure({"a": Document()})),
}


@pytest.mark.parametrize(("schema", "shape"), REFERENCES.values(), ids=list(REFERENCES))
def test_a_reference_leads_to_its_schema(schema: Any, shape: Shape) -> None:
    assert sources.json_schema(schema) == shape


@pytest.mark.parametrize(
    ("schema", "path", "reason"),
    [
        ({"$ref": "#"}, "#", "the schema refers to nothing but itself"),
        ({"allOf": [{"$ref": "#"}]}, "#", "the schema refers to nothing but itself"),
        (
            {"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}}},
            "#/$defs/A",
            "the schema refers to nothing but itself",
        ),
        ({"$ref": "#/nowhere"}, "#/$ref", "'#/nowhere' refers to nothing in this schema"),
        ({"$ref": "#nowhere"}, "#/$ref", "'#nowhere' refers to nothing in this schema"),
        ({"$ref": "#/enum/9", "enum": ["a"]}, "#/$ref", "'#/enum/9' refers to nothing in this schema"),
        ({"$ref": "other.json"}, "#/$ref", "'other.json' refers to another document"),
        ({"$id": "http://x/", "$ref": "http://["}, "#/$ref", "'http://[' is not a URI"),
        ({"$ref": 7}, "#/$ref", "a reference is a string"),
        ({"$ref": "#/enum/0", "enum": ["a"]}, "#/enum/0", "a schema is an object or true"),
    ],
)
def test_a_reference_that_leads_nowhere_is_an_error(schema: Any, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        sources.json_schema(schema)
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_what_a_schema_refers_to_comes_before_it_and_once() -> None:
    schema = {"allOf": [{"$ref": "#/$defs/T"}, {"$ref": "#/$defs/T"}, COUNT], "enum": [1], "$defs": {"T": TEXT}}
    found = References(schema).flattened([Part(schema, "#")])
    assert [part.pointer for part in found] == ["#/$defs/T", "#/allOf/2", "#"]


def test_definitions_whose_names_end_alike_are_told_apart() -> None:
    schema = {
        "discriminator": {"propertyName": "kind"},
        "oneOf": [{"$ref": "#/a/Node"}, {"$ref": "#/b/Node"}],
        "a": {
            "Node": {
                "type": "object",
                "properties": {"kind": {"const": "a"}, "left": {"$ref": "#/a/Node"}},
            }
        },
        "b": {
            "Node": {
                "type": "object",
                "properties": {"kind": {"const": "b"}, "right": {"$ref": "#/b/Node"}, "size": COUNT},
            }
        },
    }
    shape = sources.json_schema(schema)
    assert shorthand.loads("left={left={}},right={size=1}", shape) == {"left": {"left": {}}, "right": {"size": 1}}
    with pytest.raises(shorthand.ShorthandTypeError, match="unknown member 'size'"):
        shorthand.loads("left={size=1}", shape)
