"""A command and its options, wherever they were read from."""

from __future__ import annotations

from dataclasses import dataclass

from shorthand.shapes import List, Scalar, Shape, Structure, resolved


@dataclass(frozen=True)
class Option:
    """One documented option: `--tags`."""

    name: str
    shape: Shape
    required: bool = False
    member: str | None = None
    """Its name in the JSON input; None where a page does not say."""

    def syntax(self) -> str | None:
        """The Shorthand Syntax as documented; None where the reference prints none."""
        shape = resolved(self.shape)
        if isinstance(shape, List) and shape.bare_members and isinstance(member := resolved(shape.member), Structure):
            (name,) = member.members
            return f"{self.name} {name}1 {name}2 {name}3"
        return self.shape.shorthand_syntax()

    def json_syntax(self) -> str | None:
        """The JSON Syntax as documented; None where the reference prints none, for scalars and lists of them."""
        shape = resolved(self.shape)
        if isinstance(shape, Scalar) or (isinstance(shape, List) and isinstance(resolved(shape.member), Scalar)):
            return None
        return shape.json_syntax()


@dataclass(frozen=True)
class Command:
    """One command: its options by documented name, in the documented order."""

    name: str
    options: dict[str, Option]
    input_shape: Shape | None = None
