"""Make the shapes of a service from the entries of its block in the model file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from shorthand import shapes
from shorthand.aws.model_entries import ShapeEntry
from shorthand.aws.model_file import Block
from shorthand.errors import ShorthandError

# The shapes of the AWS CLI are nested 22 levels deep.
_DEEPEST_SHAPE = 100

_SCALARS: dict[str, shapes.Shape] = {
    "string": shapes.String(),
    "integer": shapes.Integer(),
    "long": shapes.Long(),
    "float": shapes.Float(),
    "double": shapes.Double(),
    "boolean": shapes.Boolean(),
    "timestamp": shapes.Timestamp(),
    "blob": shapes.Blob(),
    "streaming": shapes.Blob(streaming=True),
    "document": shapes.Document(),
    "json": shapes.Document(in_string=True),
}


class ModelShapes:
    """The shapes of one service, each made when it is first needed."""

    def __init__(self, block: Block) -> None:
        """Take the block of the service."""
        self._block = block
        self._made: dict[int, shapes.Shape] = {}
        # The shapes that are being made, from the outermost: the name of each, and whether it is a structure.
        self._unfinished: dict[int, tuple[str, bool]] = {}

    def damaged(self) -> ShorthandError:
        """Return the error for shapes that cannot be."""
        return self._block.damaged()

    def members(self, number: int) -> tuple[dict[str, int], list[str]]:
        """Return the numbers of a structure's members by name, and the names of the required ones."""
        entry = self._block.shape(number)
        if entry[0] != "structure" or not isinstance(entry, list):
            raise self.damaged()
        return entry[2], entry[3]

    def shape(self, number: int) -> shapes.Shape:
        """Return the shape with a number; within itself it is a reference."""
        if number in self._made:
            return self._made[number]
        if number in self._unfinished:
            return self._reference(number)
        if len(self._unfinished) > _DEEPEST_SHAPE:
            raise self.damaged()
        entry = self._block.shape(number)
        self._unfinished[number] = str(entry[1]), entry[0] == "structure"
        made = self._made[number] = self._make(entry)
        del self._unfinished[number]
        return made

    def _reference(self, number: int) -> shapes.Ref:
        """Return a reference to a shape that contains itself. Lists and maps alone would have no end."""
        within = list(self._unfinished).index(number)
        if not any(is_structure for _, is_structure in list(self._unfinished.values())[within:]):
            raise self.damaged()
        return shapes.Ref(self._unfinished[number][0], lambda: self._made[number])

    def _make(self, entry: ShapeEntry) -> shapes.Shape:
        if isinstance(entry, str):
            return _SCALARS[entry]
        kind, *rest = entry
        if kind == "structure":
            members = {name: self.shape(member) for name, member in rest[1].items()}
            return shapes.Structure(members, tuple(rest[2]), name=rest[0], union=len(rest) > 3)
        if kind == "list":
            return shapes.List(self.shape(rest[1]), name=rest[0], minimum=rest[2] if len(rest) > 2 else None)
        if kind == "map":
            return shapes.Map(self.shape(rest[1]), self.shape(rest[2]), name=rest[0])
        return _scalar(kind, rest)


def _scalar(kind: str, rest: list[Any]) -> shapes.Shape:
    """Return a scalar that has documented values, a minimum, or both."""
    minimum = rest[0] if rest and not isinstance(rest[0], str) else None
    if kind == "enum":
        return shapes.String(tuple(rest if minimum is None else rest[1:]), minimum=minimum)
    scalar = _SCALARS[kind]
    return replace(scalar, minimum=minimum) if isinstance(scalar, shapes.Scalar) else scalar
