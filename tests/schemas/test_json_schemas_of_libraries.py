"""The JSON Schemas that pydantic, msgspec and OpenAPI documents contain."""

import datetime
import decimal
import enum
from typing import Annotated, Any, Literal

import msgspec
import pydantic
import pytest

import shorthand
from shorthand import sources
from shorthand.shapes import Blob, Boolean, Document, Double, Integer, List, Map, String, Structure, Timestamp


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Cat(pydantic.BaseModel):
    kind: Literal["cat"]
    lives: int = 9


class Dog(pydantic.BaseModel):
    kind: Literal["dog"]
    bark: str


class Everything(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="forbid")

    key: Annotated[str, pydantic.Field(alias="Key", min_length=3)]
    on: bool = False
    price: decimal.Decimal = decimal.Decimal("1.0")
    colour: Colour | None = None
    limits: dict[str, int] = {}
    by_colour: dict[Colour, list[float]] = {}
    pair: tuple[int, int] = (1, 2)
    names: set[str] = set()
    when: datetime.datetime | None = None
    data: bytes = b""
    either: int | float = 1
    extra: Any = None
    pet: Annotated[Cat | Dog, pydantic.Field(discriminator="kind")] | None = None


EVERYTHING = Structure(
    {
        "Key": String(),
        "on": Boolean(),
        "price": String(),
        "colour": String(("red", "blue")),
        "limits": Map(String(), Integer()),
        "by_colour": Map(String(("red", "blue")), List(Double())),
        "pair": List(Integer()),
        "names": List(String()),
        "when": Timestamp(),
        "data": Blob(),
        "either": Double(),
        "extra": Document(),
        "pet": Structure({"kind": String(("cat", "dog")), "lives": Integer(), "bark": String()}, required=("kind",)),
    },
    required=("Key",),
)


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_pydantic_schema(mode: Literal["validation", "serialization"]) -> None:
    assert sources.json_schema(Everything.model_json_schema(mode=mode)) == EVERYTHING


class Node(pydantic.BaseModel):
    name: str
    within: "list[Node]" = []


class NodeStruct(msgspec.Struct):
    name: str
    within: "list[NodeStruct]" = []


@pytest.mark.parametrize("schema", [Node.model_json_schema(), msgspec.json.schema(NodeStruct)])
def test_recursive_model(schema: dict[str, Any]) -> None:
    shape = sources.json_schema(schema)
    assert shorthand.loads("name=a,within=[{name=b,within=[{name=c}]}]", shape) == {
        "name": "a",
        "within": [{"name": "b", "within": [{"name": "c"}]}],
    }


class Add(msgspec.Struct, tag="add"):
    n: int


class Say(msgspec.Struct, tag="say"):
    text: str = ""


class Job(msgspec.Struct):
    name: str
    steps: list[Add | Say] = []
    colour: Colour = Colour.RED
    pair: tuple[int, int] | None = None
    price: decimal.Decimal | None = None
    data: bytes = b""
    count: Annotated[int, msgspec.Meta(ge=1)] = 1


def test_msgspec_schema() -> None:
    assert sources.json_schema(msgspec.json.schema(Job)) == Structure(
        {
            "name": String(),
            "steps": List(
                Structure({"type": String(("add", "say")), "n": Integer(), "text": String()}, required=("type",))
            ),
            "colour": String(("blue", "red")),
            "pair": List(Integer()),
            "price": String(),
            "data": Blob(),
            "count": Integer(),
        },
        required=("name",),
    )


OPENAPI = {
    "openapi": "3.0.3",
    "components": {
        "schemas": {
            "Tag": {
                "type": "object",
                "required": ["key"],
                "properties": {
                    "key": {"type": "string"},
                    "value": {"type": "string", "nullable": True},
                    "size": {"type": "integer", "format": "int32"},
                },
            },
            "Pet": {
                "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                "discriminator": {"propertyName": "kind"},
            },
            "Cat": {"allOf": [{"$ref": "#/components/schemas/Animal"}, {"properties": {"lives": {"type": "integer"}}}]},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Animal"}, {"properties": {"bark": {"type": "string"}}}]},
            "Animal": {"type": "object", "properties": {"kind": {"type": "string"}}, "required": ["kind"]},
            "Clash": {
                "oneOf": [
                    {"type": "object", "properties": {"a": {"type": "integer"}}},
                    {"type": "object", "properties": {"a": {"type": "boolean"}}},
                ],
                "discriminator": {"propertyName": "a"},
            },
            "Scalar": {"oneOf": [{"type": "integer"}, {"type": "boolean"}], "discriminator": {"propertyName": "a"}},
            "Loop": {
                "oneOf": [
                    {"$ref": "#/components/schemas/Cat"},
                    {"$ref": "#/components/schemas/Loop"},
                ],
                "discriminator": {"propertyName": "kind"},
            },
        }
    },
}


def component(name: str) -> dict[str, Any]:
    return {**OPENAPI, "$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("Tag", Structure({"key": String(), "value": String(), "size": Integer()}, required=("key",))),
        ("Pet", Structure({"kind": String(), "lives": Integer(), "bark": String()}, required=("kind",))),
    ],
)
def test_openapi_schema(name: str, shape: Structure) -> None:
    assert sources.json_schema(component(name)) == shape


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Clash", "the alternatives disagree about 'a'"),
        ("Scalar", "cannot tell the alternatives apart (integer)"),
        ("Loop", "the alternative Loop contains itself"),
    ],
)
def test_alternatives_that_do_not_form_a_structure(name: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        sources.json_schema(component(name))
    assert reason in caught.value.reason
