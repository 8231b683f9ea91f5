"""The shapes of one service, each stored once and known by its number."""

from __future__ import annotations

from typing import Any

Entry = list[Any] | str
"""A shape as the model file holds it: see `shorthand.aws.model_file`."""


class ShapeTable:
    """Numbers shapes as they are met; equal scalars share one number, and a named shape of the service has one."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._scalars: dict[tuple[str, ...], int] = {}
        self._named: dict[str, int] = {}

    def number(self, shape: Any) -> int:
        """The number of a shape of the service's own model, in which a name means one shape."""
        return self._number(shape, self._named)

    def number_apart(self, shape: Any) -> int:
        """The number of a shape that a customisation made or changed: its names are its own."""
        return self._number(shape, {})

    def _number(self, shape: Any, named: dict[str, int]) -> int:
        kind = shape.type_name
        traits = shape.serialization
        if kind == "string" and traits.get("jsonvalue") and traits.get("location") == "header":
            return self._scalar("json")
        if kind == "structure" and shape.is_document_type:
            return self._scalar("document")
        if kind not in ("structure", "list", "map"):
            enum = getattr(shape, "enum", ()) if kind == "string" else ()
            streaming = kind == "blob" and traits.get("streaming")
            return self._scalar("streaming" if streaming else kind, *enum)
        if shape.name in named:
            return named[shape.name]
        number = named[shape.name] = self._new([])
        if kind == "structure":
            members = {name: self._number(member, named) for name, member in shape.members.items()}
            required = [name for name in shape.required_members if name in members]
            entry = ["structure", shape.name, members, required]
            entry += [1] if shape.metadata.get("union") else []
        elif kind == "list":
            entry = ["list", shape.name, self._number(shape.member, named)]
        else:
            entry = ["map", shape.name, self._number(shape.key, named), self._number(shape.value, named)]
        self.entries[number] = entry
        return number

    def scalar(self, kind: str, *choices: str) -> int:
        """The number of a scalar, of which only some values are taken where there are choices."""
        return self._scalar(kind, *choices)

    def list_of(self, kind: str) -> int:
        """The number of a list of plain scalars."""
        member = self._scalar(kind)
        key = ("list", kind)
        if key not in self._scalars:
            self._scalars[key] = self._new(["list", "", member])
        return self._scalars[key]

    def _scalar(self, kind: str, *enum: str) -> int:
        key = (kind, *enum)
        if key not in self._scalars:
            self._scalars[key] = self._new(["enum", *enum] if enum else kind)
        return self._scalars[key]

    def _new(self, entry: Entry) -> int:
        self.entries.append(entry)
        return len(self.entries) - 1
