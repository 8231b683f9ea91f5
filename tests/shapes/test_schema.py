"""The shapes: frozen, comparable by what they take, and recursive by reference."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from shorthand import shapes
from shorthand.shapes import Ref, Scalar, Shape, resolved

KEY = shapes.String(name="Key")
SHAPES: list[Shape] = [
    shapes.Structure({"Key": KEY}, ("Key",), name="Tag"),
    shapes.List(KEY, bare_members=True, shown=0),
    shapes.Map(KEY, shapes.Integer()),
    shapes.String(("a", "b")),
    shapes.Integer(),
    shapes.Long(),
    shapes.Float(),
    shapes.Double(),
    shapes.Boolean(),
    shapes.Timestamp(),
    shapes.Blob(streaming=True),
    shapes.Document(in_string=True),
]
SCALARS = ("string", "integer", "long", "float", "double", "boolean", "timestamp", "blob")
TREE: shapes.Structure = shapes.Structure({"Left": Ref("Tree", lambda: TREE), "Value": shapes.String()}, name="Tree")


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.type_name)
def test_a_shape_is_frozen_and_travels(shape: Shape) -> None:
    with pytest.raises(FrozenInstanceError):
        shape.name = "other"  # type: ignore[misc]
    for same in (pickle.loads(pickle.dumps(shape)), copy.copy(shape), copy.deepcopy(shape)):
        assert same == shape
        assert same.name == shape.name


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.type_name)
def test_which_shapes_are_scalars(shape: Shape) -> None:
    assert isinstance(shape, Scalar) == (shape.type_name in SCALARS)


def test_every_type_has_a_name_of_its_own() -> None:
    assert len({shape.type_name for shape in SHAPES}) == len(SHAPES)
    assert all(one != other for one in SHAPES for other in SHAPES if one is not other)


def test_a_name_does_not_make_shapes_differ() -> None:
    assert shapes.String(name="a") == shapes.String(name="b")
    assert shapes.String(("a",)) != shapes.String(("b",))


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape.type_name != "structure"], ids=str)
def test_shapes_without_members_can_be_keys(shape: Shape) -> None:
    assert {shape: 1}[copy.copy(shape)] == 1


@pytest.mark.parametrize("arguments", [{"enum": ("a",)}, {"union": True}])
def test_only_structures_are_unions_and_only_strings_have_enums(arguments: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        shapes.Integer(**arguments)


def test_a_reference_resolves_to_the_shape_around_it() -> None:
    left = TREE.members["Left"]
    assert isinstance(left, Ref)
    assert left.resolve() is resolved(left) is resolved(Ref("Twice", lambda: left)) is TREE
    assert resolved(TREE) is TREE
    assert repr(TREE)
    assert left == Ref("Tree", lambda: KEY)
