"""Combine the alternatives in a JSON Schema."""

from typing import Any

import pytest

import shorthand
from shorthand import sources
from shorthand.schemas.json_schema_unions import discriminating_members, is_alike
from shorthand.shapes import Double, Integer, List, Ref, Shape, String, Structure

TAG = {"type": "object", "properties": {"Key": {"type": "string"}}, "required": ["Key"]}
TAG_SHAPE = Structure({"Key": String()}, required=("Key",))


def kind(name: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"kind": {"const": name}, **properties}, "required": ["kind"]}


ALTERNATIVES: dict[str, tuple[Any, Shape]] = {
    "null": ({"anyOf": [TAG, {"type": "null"}]}, TAG_SHAPE),
    "enums": ({"oneOf": [{"const": "a"}, {"enum": ["b", "a"]}]}, String(("a", "b"))),
    "an enum and any string": ({"anyOf": [{"const": "a"}, {"type": "string"}]}, String()),
    "numbers": ({"anyOf": [{"type": "integer"}, {"type": "number"}]}, Double()),
    "a number or its text": ({"anyOf": [{"type": "number"}, {"type": "string", "pattern": "x"}]}, String()),
    "equal structures": ({"anyOf": [TAG, {**TAG, "title": "T"}]}, TAG_SHAPE),
    "a member with one value each": (
        {"oneOf": [kind("a", x={"type": "integer"}), kind("b", y={"type": "string"})]},
        Structure({"kind": String(("a", "b")), "x": Integer(), "y": String()}, required=("kind",)),
    ),
    "required members beside properties": (
        {
            "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
            "anyOf": [{"required": ["a"]}, {"required": ["b", "a"]}],
        },
        Structure({"a": String(), "b": String()}, required=("a",)),
    ),
    "members beside properties": (
        {
            "type": "object",
            "properties": {"a": {"type": "string"}},
            "required": ["a"],
            "oneOf": [{"properties": {"b": {"type": "integer"}}}, {"properties": {"c": {"type": "integer"}}}],
        },
        Structure({"a": String(), "b": Integer(), "c": Integer()}, required=("a",)),
    ),
    "one member beside properties": (
        {
            "properties": {"kind": {"type": "string"}, "n": {"type": "integer"}},
            "oneOf": [{"properties": {"kind": {"const": "a"}}}, {"properties": {"kind": {"const": "b"}}}],
        },
        Structure({"kind": String(("a", "b")), "n": Integer()}),
    ),
    "a member that one alternative leaves open": (
        {
            "properties": {"kind": {"type": "string"}},
            "anyOf": [{"properties": {"kind": {"const": "a"}}}, {"required": ["kind"]}],
        },
        Structure({"kind": String()}),
    ),
    "a type beside the alternatives": (
        {"type": "array", "anyOf": [{"items": TAG}, {"items": TAG, "minItems": 2}]},
        List(TAG_SHAPE),
    ),
    "alternatives that say nothing of the type": (
        {"type": "string", "anyOf": [{"minLength": 2}, {"pattern": "a"}]},
        String(),
    ),
}


@pytest.mark.parametrize(("schema", "shape"), ALTERNATIVES.values(), ids=list(ALTERNATIVES))
def test_alternatives_give_one_shape(schema: Any, shape: Shape) -> None:
    assert sources.json_schema(schema) == shape


@pytest.mark.parametrize(
    ("schema", "path", "reason"),
    [
        (
            {"anyOf": [{"type": "string"}, {"type": "integer"}]},
            "#/anyOf",
            "shorthand cannot tell the alternatives apart (string and integer)",
        ),
        ({"anyOf": [TAG, kind("a")]}, "#/anyOf", "shorthand cannot tell the alternatives apart (structure)"),
        ({"anyOf": [{"type": "null"}]}, "#/anyOf", "expected an alternative other than null: shorthand has no null"),
        ({"anyOf": []}, "#/anyOf", "expected an alternative other than null: shorthand has no null"),
        ({"anyOf": {}}, "#/anyOf", "expected an array"),
        ({"anyOf": [TAG], "oneOf": [TAG]}, "#/oneOf", "shorthand cannot combine several lists of alternatives"),
        (
            {"oneOf": [kind("a", x={"type": "integer"}), kind("b", x={"type": "boolean"})]},
            "#/oneOf",
            "the alternatives disagree about 'x'",
        ),
    ],
)
def test_alternatives_that_cannot_be_told_apart_are_an_error(schema: Any, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        sources.json_schema(schema)
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_a_member_tells_structures_apart_if_each_gives_it_other_values() -> None:
    one = Structure({"a": String(("x",)), "b": String(("x",)), "c": String(("x",)), "d": String(("x",))})
    other = Structure({"a": String(("y", "z")), "b": String(("y", "x")), "c": String()})
    assert discriminating_members([one, other]) == ["a"]


def test_shapes_are_compared_without_following_references() -> None:
    tree: Structure = Structure({"a": List(Ref("T", lambda: tree))})
    same: Structure = Structure({"a": List(Ref("T", lambda: same))})
    assert is_alike(tree, same)
    assert not is_alike(tree, Structure({"a": List(Ref("U", lambda: tree))}))
    assert not is_alike(tree, Structure({"b": List(String())}))
