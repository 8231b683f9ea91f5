"""Convert a JSON Schema to a shape."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shorthand
from shorthand import sources
from shorthand.schemas.json_schema_unions import is_alike
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
        ({"type": ["integer", "number"]}, Double()),
        ({"enum": ["a", "b", None]}, String(("a", "b"))),
        ({"const": "a"}, String(("a",))),
        ({"enum": [1, 2]}, Integer()),
        ({"enum": [1, 2.5]}, Double()),
        ({"enum": [True]}, Boolean()),
        ({"type": "string", "format": "date-time"}, Timestamp()),
        ({"type": "string", "format": ["date-time"]}, String()),
        ({"type": "string", "format": {"a": 1}}, String()),
        ({"type": "string", "format": "hostname"}, String()),
        ({"type": "string", "contentEncoding": "base64"}, Blob()),
        ({"type": "string", "contentEncoding": 7}, String()),
        ({"type": "integer"}, Integer()),
        ({"type": "integer", "format": "int64"}, Long()),
        ({"type": "number"}, Double()),
        ({"type": "number", "format": "float"}, Float()),
        ({"type": "boolean"}, Boolean()),
        (TAG, TAG_SHAPE),
        ({"type": "array", "items": TAG}, List(TAG_SHAPE)),
        ({"items": {"type": "integer"}}, List(Integer())),
        ({"type": "array", "prefixItems": [{"type": "integer"}, {"type": "integer"}], "items": False}, List(Integer())),
        ({"type": "array", "items": [{"type": "integer"}, {"type": "integer"}]}, List(Integer())),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, Map(String(), Integer())),
        ({"type": "object", "additionalProperties": False}, Structure({})),
        ({"type": "object", "patternProperties": {"^a": {"type": "integer"}}}, Map(String(), Integer())),
        (
            {"type": "object", "propertyNames": {"enum": ["a"]}, "additionalProperties": {"type": "string"}},
            Map(String(("a",)), String()),
        ),
        ({"type": "object", "properties": {"a": {"type": "string"}, "b": False}}, Structure({"a": String()})),
        ({"type": "object"}, Document()),
        ({}, Document()),
        (True, Document()),
    ],
)
def test_a_schema_gives_its_shape(schema: dict[str, object], shape: Shape) -> None:
    assert sources.json_schema(schema) == shape


SELF_CONTAINING: dict[str, tuple[dict[str, Any], str, Any]] = {
    "a structure": (
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
        },
        "N=1,In=[{N=2,In=[{N=3}]}]",
        {"N": 1, "In": [{"N": 2, "In": [{"N": 3}]}]},
    ),
    "a structure beside a null": (
        {
            "type": "object",
            "properties": {"N": {"type": "integer"}, "In": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}},
        },
        "N=1,In={N=2}",
        {"N": 1, "In": {"N": 2}},
    ),
    "a structure with something beside the reference": (
        {"type": "object", "properties": {"N": {"type": "integer"}, "In": {"$ref": "#", "required": ["N"]}}},
        "In={N=1,In={N=2}}",
        {"In": {"N": 1, "In": {"N": 2}}},
    ),
}


@pytest.mark.parametrize(("schema", "text", "value"), SELF_CONTAINING.values(), ids=list(SELF_CONTAINING))
def test_a_schema_may_contain_itself(schema: dict[str, Any], text: str, value: Any) -> None:
    assert shorthand.loads(text, sources.json_schema(schema)) == value


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "items": {"$ref": "#"}},
        {"type": "object", "additionalProperties": {"$ref": "#"}},
        {"type": "array", "items": {"type": "object", "properties": {"a": {"$ref": "#"}}}},
    ],
)
def test_a_self_containing_schema_has_a_syntax(schema: dict[str, Any]) -> None:
    shape = sources.json_schema(schema)
    assert shape.json_syntax()
    shape.shorthand_syntax()
    shape.skeleton()


DEEP: dict[str, object] = {"type": "string"}
for _ in range(5000):
    DEEP = {"type": "array", "items": DEEP}


@pytest.mark.parametrize(
    ("schema", "path", "reason"),
    [
        ({"type": ["string", "integer"]}, "#/type", "shorthand cannot tell string and integer apart"),
        ({"type": 7}, "#/type", "expected an array"),
        ({"type": [{}]}, "#/type", "expected the name of a type, got a map"),
        ({"properties": {"a/b": {"type": "text"}}}, "#/properties/a~1b/type", "unknown type 'text'"),
        ({"properties": []}, "#/properties", "expected an object"),
        ({"type": "object", "properties": {"a": TAG}, "required": "a"}, "#/required", "expected an array"),
        ({"prefixItems": [{"type": "string"}, TAG]}, "#/prefixItems", "the items of a list are all of one type"),
        (
            {"type": "object", "propertyNames": {"type": "integer"}, "additionalProperties": TAG},
            "#/propertyNames/type",
            "no value is of type string and of type integer",
        ),
        ({"enum": [1, "a"]}, "#/enum", "the values of an enum are scalars of one type"),
        ({"enum": [[1]]}, "#/enum", "the values of an enum are scalars of one type"),
        ({"enum": {}}, "#/enum", "expected an array"),
        (False, "#", "a schema is an object or true"),
        (None, "#", "a schema is an object or true"),
        (DEEP, "#", "the schema is nested more than 200 levels deep"),
    ],
)
def test_a_schema_without_a_shape_is_an_error_with_its_pointer(
    schema: dict[str, object], path: str, reason: str
) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        sources.json_schema(schema)
    assert (caught.value.path, caught.value.reason) == (path, reason)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
NAMES = st.sampled_from(["a", "b", "c", "$ref"])
TYPES = st.sampled_from(["string", "integer", "number", "object", "array", "null", "boolean"])
REFERENCES = st.sampled_from(["#", "#/$defs/a", "#/$defs/b", "#/properties/a", "#a", "x", "http://x/y#a", "#/anyOf/0"])


def keywords(schema: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Schemas made of the keywords that decide a shape, each mostly with a value of the right kind."""
    right: dict[str, st.SearchStrategy[Any]] = {
        "type": TYPES | st.lists(TYPES, max_size=2),
        "enum": st.lists(st.sampled_from(["a", "b", 1, 1.5, True, None]), max_size=3),
        "const": st.sampled_from(["a", "b", 1]),
        "format": st.sampled_from(["date-time", "byte", "int64"]),
        "required": st.lists(NAMES, max_size=2),
        "discriminator": st.just({"propertyName": "a"}),
        **dict.fromkeys(("items", "additionalProperties", "propertyNames", "not"), schema),
        **dict.fromkeys(("anyOf", "oneOf", "allOf", "prefixItems"), st.lists(schema, max_size=3)),
        **dict.fromkeys(("properties", "patternProperties", "$defs"), st.dictionaries(NAMES, schema, max_size=3)),
        **dict.fromkeys(("$ref", "$dynamicRef"), REFERENCES),
        **dict.fromkeys(("$id", "$anchor", "$dynamicAnchor"), st.sampled_from(["a", "x", "#a", "http://x/y"])),
    }

    @st.composite
    def one(draw: st.DrawFn) -> Any:
        words = draw(st.lists(st.sampled_from(list(right)), max_size=4, unique=True))
        return {word: draw(ANYTHING if draw(st.integers(0, 19)) == 0 else right[word]) for word in words}

    return one()


JSON = ANYTHING | st.recursive(st.booleans() | keywords(st.just(True)), keywords, max_leaves=12)


@settings(max_examples=500)
@given(JSON)
def test_any_json_value_as_a_schema_gives_a_shape_or_a_documented_error(schema: Any) -> None:
    try:
        shape = sources.json_schema(schema)
    except shorthand.ShorthandTypeError:
        return
    assert is_alike(shape, shape)
    shape.shorthand_syntax()
    shape.json_syntax()
    shape.skeleton()


def alternatives_of_required(count: int) -> Any:
    names = [f"n{number}" for number in range(count)]
    properties = {name: {"type": "string"} for name in names}
    return {"properties": properties, "anyOf": [{"required": [name]} for name in names]}


LARGE: dict[str, Callable[[int], Any]] = {
    "anyOf of enums": lambda count: {"anyOf": [{"const": f"v{number}"} for number in range(count)]},
    "anyOf of required members": alternatives_of_required,
    "allOf": lambda count: {"allOf": [{"properties": {f"n{number}": TAG}} for number in range(count)]},
    "allOf in allOf": lambda count: nested_all_of(count),
    "required": lambda count: {
        "properties": {f"n{number}": TAG for number in range(count)},
        "required": [f"n{number}" for number in range(count)],
    },
    "references to one schema": lambda count: {
        "$defs": {"T": TAG},
        "properties": {f"n{number}": {"$ref": "#/$defs/T"} for number in range(count)},
    },
    "a discriminator": lambda count: {
        "discriminator": {"propertyName": "kind"},
        "oneOf": [
            {"type": "object", "properties": {"kind": {"const": f"k{number}"}}, "required": ["kind"]}
            for number in range(count)
        ],
    },
}


def nested_all_of(count: int) -> Any:
    schema: Any = {"type": "object", "properties": {"a": {"type": "string"}}}
    for number in range(count):
        schema = {"allOf": [schema, {"properties": {f"n{number}": {"type": "string"}}}]}
    return schema


@pytest.mark.parametrize("make", LARGE.values(), ids=list(LARGE))
def test_a_large_schema_takes_linear_time(make: Callable[[int], Any]) -> None:
    def seconds(count: int) -> float:
        schema = make(count)
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            sources.json_schema(schema)
            best = min(best, time.process_time() - start)
        return best

    # Eight times the size: a quadratic conversion would take 64 times as long.
    assert seconds(4000) < 24 * max(seconds(500), 0.001)


def test_definitions_that_multiply_take_linear_time() -> None:
    definitions: dict[str, Any] = {"a0": TAG, "b0": TAG}
    for number in range(60):
        for letter in "ab":
            inner = {"$ref": f"#/$defs/{letter}{number}"}
            definitions[f"{letter}{number + 1}"] = {"type": "object", "properties": {"x": inner, "y": inner}}
    either = {"anyOf": [{"$ref": "#/$defs/a60"}, {"$ref": "#/$defs/b60"}], "$defs": definitions}
    assert isinstance(sources.json_schema(either), Structure)
