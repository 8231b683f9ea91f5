"""What a JSON Schema says about the parts of a type."""

from typing import Any

from shorthand.schemas.converter import Converter, keep_instance, keep_value
from shorthand.schemas.json_schemas import json_schema
from shorthand.schemas.schema_parts import SchemaParts
from shorthand.schemas.type_limits import Limits
from shorthand.shapes import Structure


def completed(schema: dict[str, Any]) -> Converter:
    return SchemaParts(schema).completed(Converter(json_schema(schema), keep_value, keep_instance))


def member(converter: Converter, name: str) -> Converter:
    assert converter.documentation is not None
    (found,) = (one.item for one in converter.documentation() if one.name == name)
    assert found is not None
    return found


URL = {"type": "string", "format": "uri"}
TREE = {
    "$defs": {
        "Node": {
            "type": "object",
            "properties": {
                "port": {"type": "integer", "minimum": 1024, "description": "Where it listens."},
                "url": {"anyOf": [URL, {"type": "null"}]},
                "within": {"type": "array", "items": {"$ref": "#/$defs/Node"}, "maxItems": 2},
                "sizes": {"type": "object", "additionalProperties": {"type": "integer", "enum": [1, 2]}},
                "price": {"anyOf": [{"type": "number", "exclusiveMinimum": 1}, {"type": "string"}]},
            },
            "required": ["port"],
        }
    },
    "$ref": "#/$defs/Node",
}


def test_members_have_limits_samples_and_items() -> None:
    node = completed(TREE)
    assert member(node, "port").limits == Limits(least=1024)
    assert member(node, "url").samples[0] == "https://example.com/"
    assert member(node, "within").limits == Limits(longest=2)
    sizes = member(node, "sizes").item
    assert sizes is not None
    assert sizes.samples == (1, 2)
    assert member(node, "price").samples == ("2", "1.50", "20", "1000")


def test_a_part_that_contains_itself_is_described_once() -> None:
    node = completed(TREE)
    inner = member(node, "within").item
    assert inner is not None
    assert member(inner, "within").item is inner


def test_alternatives_have_their_own_members() -> None:
    cat = {"type": "object", "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}}
    dog = {"type": "object", "properties": {"kind": {"const": "dog"}, "url": URL}, "required": ["url"]}
    pet = completed({"oneOf": [cat, dog]})
    shapes = [one.shape for one in pet.alternatives]
    assert all(isinstance(shape, Structure) for shape in shapes)
    assert [(list(one.members), one.required) for one in shapes if isinstance(one, Structure)] == [
        (["kind", "lives"], ("kind",)),
        (["kind", "url"], ("kind", "url")),
    ]
    assert [member(one, "kind").samples for one in pet.alternatives] == [("cat",), ("dog",)]
