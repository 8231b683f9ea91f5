"""Number the shapes of one service, so that the model file stores each once."""

from __future__ import annotations

from typing import Any

from shorthand.aws.model_entries import ShapeEntry

# The AWS CLI checks these for a minimum: of numbers the value, of strings and lists the length.
_NUMBERS = ("integer", "long", "float", "double")
_LENGTHS = ("string", "list")


class ShapeTable:
    """Gives numbers to shapes in the order in which they come.

    Equal scalars share one number, and so do shapes of one name in a service's own model.

    Attributes:
        entries: What the model file stores for each number.
    """

    def __init__(self) -> None:
        """Start without shapes."""
        self.entries: list[ShapeEntry] = []
        self._scalars: dict[tuple[object, ...], int] = {}
        self._named: dict[str, int] = {}

    def number(self, shape: Any) -> int:
        """Return the number of a botocore shape from a service's own model, where a name always means one shape."""
        return self._number(shape, self._named)

    def number_apart(self, shape: Any) -> int:
        """Return the number of a botocore shape that a customisation made or changed: its names are its own."""
        return self._number(shape, {})

    def _number(self, shape: Any, named: dict[str, int]) -> int:
        kind = shape.type_name
        traits = shape.serialization
        if kind == "string" and traits.get("jsonvalue") and traits.get("location") == "header":
            return self.scalar("json")
        if kind == "structure" and shape.is_document_type:
            return self.scalar("document")
        if kind not in ("structure", "list", "map"):
            enum = getattr(shape, "enum", ()) if kind == "string" else ()
            streaming = kind == "blob" and traits.get("streaming")
            return self.scalar("streaming" if streaming else kind, *enum, minimum=_minimum(shape))
        if shape.name in named:
            return named[shape.name]
        # The shape may contain itself, so it needs its number before its parts have theirs.
        number = named[shape.name] = self._new([])
        if kind == "structure":
            members = {name: self._number(member, named) for name, member in shape.members.items()}
            required = [name for name in shape.required_members if name in members]
            entry = ["structure", shape.name, members, required]
            entry += [1] if shape.metadata.get("union") else []
        elif kind == "list":
            entry = ["list", shape.name, self._number(shape.member, named)]
            entry += [] if _minimum(shape) is None else [_minimum(shape)]
        else:
            entry = ["map", shape.name, self._number(shape.key, named), self._number(shape.value, named)]
        self.entries[number] = entry
        return number

    def scalar(self, kind: str, *choices: str, minimum: float | None = None) -> int:
        """Return the number of a scalar; with choices, of a string that has these documented values.

        Args:
            kind: The type.
            choices: The documented values of a string.
            minimum: The least number, or the least length of a string.
        """
        key = (kind, minimum, *choices)
        if key not in self._scalars:
            limit = [] if minimum is None else [minimum]
            is_plain = not choices and minimum is None
            self._scalars[key] = self._new(kind if is_plain else ["enum" if choices else kind, *limit, *choices])
        return self._scalars[key]

    def list_of(self, kind: str) -> int:
        """Return the number of a list of scalars of a kind."""
        member = self.scalar(kind)
        key = ("list", kind)
        if key not in self._scalars:
            self._scalars[key] = self._new(["list", "", member])
        return self._scalars[key]

    def _new(self, entry: ShapeEntry) -> int:
        self.entries.append(entry)
        return len(self.entries) - 1


def _minimum(shape: Any) -> float | None:
    """Return the least value or length of a botocore shape that the AWS CLI checks; None if it checks none."""
    minimum: float | None = shape.metadata.get("min")
    if minimum is None and shape.serialization.get("hostLabel"):
        minimum = 1  # a part of a host's name cannot be empty
    if shape.type_name in _NUMBERS:
        return minimum
    return minimum if shape.type_name in _LENGTHS and minimum else None
