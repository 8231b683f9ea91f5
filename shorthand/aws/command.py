"""A command and its options, wherever they were read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from shorthand.shapes import Document, List, Scalar, Shape, Structure, resolved


@dataclass(frozen=True)
class Option:
    """One documented option: `--tags`."""

    name: str
    shape: Shape
    required: bool = False
    member: str | None = None
    """Its name in the JSON input; None where a page does not say, or where it stands for no member as a whole."""
    negative: str | None = field(default=None, kw_only=True)
    """For `--x | --no-x`, which take no value: the name that says false."""
    flag: bool = field(default=False, kw_only=True)
    """Whether it takes no value: its presence is what it says."""
    positional: bool = field(default=False, kw_only=True)
    """Whether it is given without its name."""

    def syntax(self) -> str | None:
        """The Shorthand Syntax as documented; None where the reference prints none."""
        shape = resolved(self.shape)
        if isinstance(shape, List) and shape.bare_members and shape.shown:
            member = resolved(shape.member)
            (name,) = member.members if isinstance(member, Structure) else ("",)
            return " ".join([self.name, *(f"{name}{number}" for number in range(1, shape.shown + 1))])
        return self.shape.shorthand_syntax()

    def json_syntax(self) -> str | None:
        """The JSON Syntax as documented; None where the reference prints none, for scalars and lists of them."""
        shape = resolved(self.shape)
        if isinstance(shape, Scalar) or (isinstance(shape, List) and isinstance(resolved(shape.member), Scalar)):
            return None
        if isinstance(shape, Document) and shape.in_string:
            return None
        return shape.json_syntax()


@dataclass(frozen=True)
class Command:
    """One command: its options by documented name, in the documented order."""

    name: str
    options: dict[str, Option]
    input_shape: Shape | None = None
    hidden: dict[str, Option] = field(default_factory=dict)
    """What it takes besides, undocumented: older names, and the members that paging sets by itself."""

    def all_options(self) -> Iterator[Option]:
        """Every option that it takes, documented or not."""
        yield from self.options.values()
        yield from self.hidden.values()
