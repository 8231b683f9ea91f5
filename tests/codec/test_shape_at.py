"""Which shape is at a path, and how its type is called."""

from __future__ import annotations

import pytest

from shorthand import shapes
from shorthand.codec.shape_at import child, item_shape, member_names, shape_at, shapes_to, type_label
from shorthand.errors import Place
from shorthand.shapes import Ref, Shape
from shorthand.syntax.raw import DEEPEST

S, N = shapes.String(), shapes.Integer()
TAG = shapes.Structure({"Key": S, "Size": N})
WHOLE = shapes.Structure({"Tags": shapes.List(TAG), "Limits": shapes.Map(S, N), "Grid": shapes.List(shapes.List(N))})
TREE: shapes.Structure = shapes.Structure({"Value": S, "Left": Ref("Tree", lambda: TREE)}, name="Tree")
ENDLESS: Shape = shapes.List(Ref("Endless", lambda: ENDLESS))


@pytest.mark.parametrize(
    ("place", "shape"),
    [
        ((), WHOLE),
        (("Tags",), shapes.List(TAG)),
        (("Tags", 0), TAG),
        (("Tags", 7, "Size"), N),
        (("Tags", "Size"), N),
        (("Limits", "any"), N),
        (("Grid", 0, 0), N),
        (("Tags", 0, "size"), None),
        (("Limits", 0), None),
        (("Tags", 0, "Key", "more"), None),
    ],
)
def test_the_shape_at_a_place(place: Place, shape: Shape | None) -> None:
    assert shape_at(WHOLE, place) == shape


def test_the_shapes_on_the_way_to_a_place() -> None:
    assert list(shapes_to(WHOLE, ("Tags", "Size"))) == [WHOLE, shapes.List(TAG), N]
    assert list(shapes_to(WHOLE, ("no", 0))) == [WHOLE, None, None]


def test_a_recursive_shape_has_every_depth() -> None:
    assert shape_at(TREE, ("Left",) * 50 + ("Value",)) is S
    assert shape_at(None, ("a",)) is None


@pytest.mark.parametrize(
    ("around", "step", "shape"),
    [(TAG, "Key", S), (TAG, "no", None), (shapes.Map(S, N), "a", N), (shapes.List(N), 0, N), (S, "a", None)],
    ids=str,
)
def test_one_step(around: Shape, step: str | int, shape: Shape | None) -> None:
    assert child(around, step) == shape


@pytest.mark.parametrize(
    ("shape", "item", "place"),
    [
        (N, N, ("a",)),
        (shapes.List(N), N, ("a", 0)),
        (shapes.List(shapes.List(TAG)), TAG, ("a", 0, 0)),
        (None, None, ("a",)),
    ],
    ids=str,
)
def test_a_single_value_is_the_only_item_of_a_list(shape: Shape | None, item: Shape | None, place: Place) -> None:
    assert item_shape(shape, ("a",)) == (item, place)


@pytest.mark.parametrize(
    ("shape", "label"),
    [
        (N, "integer"),
        (TAG, "structure"),
        (shapes.List(N), "list of integer"),
        (shapes.List(shapes.List(S)), "list of list of string"),
        (TREE.members["Left"], "structure"),
    ],
    ids=str,
)
def test_a_type_has_a_label(shape: Shape, label: str) -> None:
    assert type_label(shape) == label


def test_a_list_of_itself_has_an_end() -> None:
    assert item_shape(ENDLESS)[1] == (0,) * DEEPEST
    assert type_label(ENDLESS).count("list of") == DEEPEST


def test_all_member_names_are_found_once() -> None:
    assert member_names(WHOLE) == {"Tags", "Limits", "Grid", "Key", "Size"}
    assert member_names(TREE) == {"Value", "Left"}
    assert member_names(S) == set()
