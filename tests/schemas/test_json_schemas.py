"""A JSON Schema to a shape."""

import pytest

import shorthand
from shorthand import sources
from shorthand.shapes import (
    Blob,
    Boolean,
    Document,
    Double,
    Float,
    Integer,
    List,
    Long,
    Map,
    Shape,
    String,
    Structure,
    Timestamp,
)

TAG = {"type": "object", "properties": {"Key": {"type": "string"}, "Value": {"type": "string"}}, "required": ["Key"]}
TAG_SHAPE = Structure({"Key": String(), "Value": String()}, required=("Key",))


@pytest.mark.parametrize(
    ("schema", "shape"),
    [
        ({"type": "string"}, String()),
        ({"type": ["string", "null"]}, String()),
        ({"enum": ["a", "b", None]}, String(("a", "b"))),
        ({"const": "a"}, String(("a",))),
        ({"enum": [1, 2]}, Integer()),
        ({"enum": [True]}, Boolean()),
        ({"type": "string", "format": "date-time"}, Timestamp()),
        ({"type": "string", "contentEncoding": "base64"}, Blob()),
        ({"type": "integer"}, Integer()),
        ({"type": "integer", "format": "int64"}, Long()),
        ({"type": "number"}, Double()),
        ({"type": "number", "format": "float"}, Float()),
        ({"type": "boolean"}, Boolean()),
        (TAG, TAG_SHAPE),
        ({"type": "array", "items": TAG}, List(TAG_SHAPE)),
        ({"items": {"type": "integer"}}, List(Integer())),
        ({"type": "array", "prefixItems": [{"type": "integer"}, {"type": "integer"}], "items": False}, List(Integer())),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, Map(String(), Integer())),
        (
            {"type": "object", "propertyNames": {"enum": ["a"]}, "additionalProperties": {"type": "string"}},
            Map(String(("a",)), String()),
        ),
        ({"type": "object"}, Document()),
        ({}, Document()),
        (True, Document()),
        ({"anyOf": [TAG, {"type": "null"}]}, TAG_SHAPE),
        ({"oneOf": [{"const": "a"}, {"const": "b"}]}, String(("a", "b"))),
        ({"allOf": [{"$ref": "#/$defs/T"}], "title": "T", "$defs": {"T": TAG}}, TAG_SHAPE),
        (
            {"allOf": [TAG, {"properties": {"N": {"type": "integer"}}, "required": ["N"]}]},
            Structure({"Key": String(), "Value": String(), "N": Integer()}, required=("Key", "N")),
        ),
        ({"$ref": "#/definitions/a~1b%20c", "definitions": {"a/b c": {"type": "boolean"}}}, Boolean()),
    ],
)
def test_a_schema_gives_its_shape(schema: dict[str, object], shape: Shape) -> None:
    assert sources.json_schema(schema) == shape


def test_a_schema_may_hold_itself() -> None:
    tree = sources.json_schema(
        {
            "$ref": "#/$defs/Tree",
            "$defs": {
                "Tree": {
                    "type": "object",
                    "properties": {
                        "N": {"type": "integer"},
                        "In": {"type": "array", "items": {"$ref": "#/$defs/Tree"}},
                    },
                }
            },
        }
    )
    assert shorthand.loads("N=1,In=[{N=2,In=[{N=3}]}]", tree) == {"N": 1, "In": [{"N": 2, "In": [{"N": 3}]}]}


DEEP: dict[str, object] = {"type": "string"}
for _ in range(5000):
    DEEP = {"type": "array", "items": DEEP}


@pytest.mark.parametrize(
    ("schema", "path", "reason"),
    [
        ({"type": ["string", "integer"]}, "#/type", "cannot tell string and integer apart"),
        ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, "#/anyOf", "cannot tell the alternatives apart"),
        ({"anyOf": [{"type": "null"}]}, "#/anyOf", "nothing but null"),
        ({"$ref": "#"}, "#/$ref", "refers to nothing but itself"),
        ({"$ref": "#/nowhere"}, "#/$ref", "refers to nothing in this schema"),
        ({"$ref": "other.json"}, "#/$ref", "refers to another document"),
        ({"allOf": [{"$ref": "#"}]}, "#/allOf/0/allOf/0", "cannot be merged"),
        ({"allOf": [{"type": "string"}, {"type": "integer"}]}, "#/allOf/1", "disagree about 'type'"),
        ({"properties": {"a/b": {"type": "text"}}}, "#/properties/a~1b/type", "'text' is not a type"),
        ({"properties": []}, "#/properties", "an object is expected"),
        ({"enum": [1, "a"]}, "#/enum", "all of one type"),
        ({"enum": {}}, "#/enum", "an array is expected"),
        (False, "#", "a schema is an object, or true"),
        (None, "#", "a schema is an object, or true"),
        (DEEP, "#", "nested more than 200 deep"),
    ],
)
def test_what_has_no_shape_is_said_with_its_pointer(schema: dict[str, object], path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        sources.json_schema(schema)
    assert caught.value.path == path
    assert reason in caught.value.reason
