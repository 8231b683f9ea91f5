"""Shapes made from the entries of the model file."""

import pytest

from shorthand import shapes
from shorthand.aws.model_entries import ShapeEntry
from shorthand.aws.model_file import Block
from shorthand.aws.model_shapes import ModelShapes
from shorthand.errors import ShorthandError


class Entries(Block):
    """A block that has some entries of shapes, and nothing else."""

    def __init__(self, *entries: ShapeEntry) -> None:
        self._entries = entries

    def shape(self, number: int) -> ShapeEntry:
        return self._entries[number]

    def damaged(self) -> ShorthandError:
        return ShorthandError("damaged")


def made(*entries: ShapeEntry) -> shapes.Shape:
    return ModelShapes(Entries(*entries)).shape(0)


@pytest.mark.parametrize(
    ("entries", "shape"),
    [
        (["string"], shapes.String()),
        (["streaming"], shapes.Blob(streaming=True)),
        (["json"], shapes.Document(in_string=True)),
        ([["enum", "a", "b"]], shapes.String(("a", "b"))),
        ([["enum", 1, "a"]], shapes.String(("a",), minimum=1)),
        ([["integer", 3]], shapes.Integer(minimum=3)),
        ([["list", "L", 1], "string"], shapes.List(shapes.String(), name="L")),
        ([["list", "L", 1, 2], "string"], shapes.List(shapes.String(), name="L", minimum=2)),
        ([["map", "M", 1, 1], "string"], shapes.Map(shapes.String(), shapes.String(), name="M")),
        (
            [["structure", "S", {"A": 1}, ["A"]], "boolean"],
            shapes.Structure({"A": shapes.Boolean()}, ("A",), name="S"),
        ),
        (
            [["structure", "S", {"A": 1}, [], "union"], "boolean"],
            shapes.Structure({"A": shapes.Boolean()}, name="S", union=True),
        ),
    ],
)
def test_an_entry_gives_a_shape(entries: list[ShapeEntry], shape: shapes.Shape) -> None:
    assert made(*entries) == shape


def test_a_structure_may_contain_itself() -> None:
    shape = made(["structure", "S", {"Inner": 0}, []])
    assert isinstance(shape, shapes.Structure)
    assert shapes.resolved(shape.members["Inner"]) is shape


def test_lists_alone_have_no_end() -> None:
    with pytest.raises(ShorthandError, match="damaged"):
        made(["list", "L", 0])


def test_the_members_of_a_structure() -> None:
    table = ModelShapes(Entries(["structure", "S", {"A": 1}, ["A"]], "string"))
    assert table.members(0) == ({"A": 1}, ["A"])
    with pytest.raises(ShorthandError, match="damaged"):
        table.members(1)
