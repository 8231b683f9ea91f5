"""The notations of the AWS reference, written from shapes. `tests/aws` compares them with every page of the AWS CLI."""

from __future__ import annotations

from typing import Any

import pytest

from shorthand import shapes
from shorthand.shapes import Ref, Shape
from shorthand.shapes.documented_syntax import holds_only_documents

S = shapes.String()
TAG = shapes.Structure({"Key": S, "Value": S}, name="Tag")
TREE: shapes.Structure = shapes.Structure({"Value": S, "Left": Ref("Tree", lambda: TREE)}, name="Tree")


def nested(depth: int) -> Shape:
    shape: Shape = S
    for _ in range(depth):
        shape = shapes.Structure({"a": shape})
    return shape


SHORTHAND: list[tuple[Shape, str | None]] = [
    (TAG, "Key=string,Value=string"),
    (shapes.List(TAG), "Key=string,Value=string ..."),
    (shapes.List(S), None),
    (S, None),
    (shapes.Document(), None),
    (shapes.List(shapes.Document()), None),
    (shapes.Structure({"Value": S}), None),
    (shapes.Structure({"Name": S}), "Name=string"),
    (shapes.Structure({}), None),
    (shapes.Structure({"N": shapes.Integer(), "D": shapes.Document()}), "N=integer"),
    (shapes.Structure({"L": shapes.List(S)}), "L=string,string"),
    (shapes.Structure({"L": shapes.List(TAG)}), "L=[{Key=string,Value=string},{Key=string,Value=string}]"),
    (shapes.Structure({"In": shapes.Structure({"L": shapes.List(S)})}), "In={L=[string,string]}"),
    (shapes.Map(S, shapes.Long()), "KeyName1=long,KeyName2=long"),
    (shapes.Structure({"M": shapes.Map(S, S)}), "M={KeyName1=string,KeyName2=string}"),
    (
        shapes.Map(shapes.String(("a", "b")), S),
        "KeyName1=string,KeyName2=string\n\nWhere valid key names are:\n  a\n  b\n",
    ),
    (TREE, "Value=string,Left={Value=string,( ... recursive ... )}"),
    (nested(3), "a={a={a=string}}"),
    (nested(4), None),
]


@pytest.mark.parametrize(("shape", "syntax"), SHORTHAND, ids=lambda value: str(value)[:60])
def test_the_shorthand_syntax(shape: Shape, syntax: str | None) -> None:
    assert shape.shorthand_syntax() == syntax


JSON: list[tuple[Shape, str]] = [
    (S, '"string"'),
    (shapes.String(("a", "b")), '"a"|"b"'),
    (shapes.Boolean(), "true|false"),
    (shapes.Timestamp(), "timestamp"),
    (shapes.Document(), "{...}"),
    (shapes.List(S), '["string", ...]'),
    (TAG, '{\n  "Key": "string",\n  "Value": "string"\n}'),
    (shapes.List(shapes.Structure({"a": S})), '[\n  {\n    "a": "string"\n  }\n  ...\n]'),
    (shapes.Map(S, S), '{"string": "string"\n  ...}'),
    (TREE.members["Left"], TREE.json_syntax()),
]


@pytest.mark.parametrize(("shape", "syntax"), JSON, ids=lambda value: str(value)[:60])
def test_the_json_syntax(shape: Shape, syntax: str) -> None:
    assert shape.json_syntax() == syntax


SKELETONS: list[tuple[Shape, Any]] = [
    (TAG, {"Key": "", "Value": ""}),
    (shapes.List(TAG), [{"Key": "", "Value": ""}]),
    (shapes.Map(S, shapes.Boolean()), {"KeyName": True}),
    (shapes.String(("b", "a")), "b"),
    (shapes.Integer(), 0),
    (shapes.Double(), 0.0),
    (shapes.Timestamp(), "1970-01-01T00:00:00"),
    (shapes.Document(), {}),
    (shapes.Document(in_string=True), ""),
    (TREE, {"Value": "", "Left": {}}),
]


@pytest.mark.parametrize(("shape", "value"), SKELETONS, ids=lambda value: str(value)[:60])
def test_the_skeleton(shape: Shape, value: Any) -> None:
    assert shape.skeleton() == value


@pytest.mark.parametrize(
    ("shape", "answer"),
    [
        (shapes.Document(), True),
        (shapes.Map(S, shapes.List(shapes.Document())), True),
        (shapes.Structure({"D": shapes.Document()}), False),
        (shapes.List(S), False),
    ],
    ids=str,
)
def test_what_can_be_written_only_as_json(shape: Shape, answer: bool) -> None:
    assert holds_only_documents(shape) == answer


LIST_OF_ITSELF: Shape = shapes.List(Ref("Itself", lambda: LIST_OF_ITSELF), name="Itself")
MAP_OF_ITSELF: Shape = shapes.Map(S, Ref("Itself", lambda: MAP_OF_ITSELF))


@pytest.mark.parametrize("shape", [LIST_OF_ITSELF, MAP_OF_ITSELF, TREE], ids=["list", "map", "structure"])
def test_a_shape_that_contains_itself_is_written_to_an_end(shape: Shape) -> None:
    assert not holds_only_documents(shape)
    shape.shorthand_syntax()
    assert len(shape.json_syntax()) < 200
    assert len(str(shape.skeleton())) < 200
