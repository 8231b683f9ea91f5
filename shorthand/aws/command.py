"""A command of the AWS CLI and its options, wherever they were read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from shorthand.shapes import Document, List, Scalar, Shape, Structure, resolved


@dataclass(frozen=True)
class Option:
    """One option of a command, such as `--tags`.

    Attributes:
        name: The name as documented, with its dashes.
        shape: The schema of its value.
        required: Whether the AWS CLI asks for it.
        member: The name of the input's member that it gives. None where a page does not tell it, or where the option
            gives no whole member.
        negative: The name that means false, of `--x | --no-x`, which take no value.
        flag: Whether it takes no value.
        positional: Whether its value is given without its name.
    """

    name: str
    shape: Shape
    required: bool = False
    member: str | None = None
    negative: str | None = field(default=None, kw_only=True)
    flag: bool = field(default=False, kw_only=True)
    positional: bool = field(default=False, kw_only=True)

    def syntax(self) -> str | None:
        """Write the Shorthand Syntax as documented; None where the reference prints none."""
        shape = resolved(self.shape)
        if isinstance(shape, List) and shape.bare_members and shape.shown:
            member = resolved(shape.member)
            (name,) = member.members if isinstance(member, Structure) else ("",)
            return " ".join([self.name, *(f"{name}{number}" for number in range(1, shape.shown + 1))])
        return self.shape.shorthand_syntax()

    def json_syntax(self) -> str | None:
        """Write the JSON Syntax as documented; None where the reference prints none: for scalars and lists of them."""
        shape = resolved(self.shape)
        if isinstance(shape, Scalar) or (isinstance(shape, List) and isinstance(resolved(shape.member), Scalar)):
            return None
        if isinstance(shape, Document) and shape.in_string:
            return None
        return shape.json_syntax()


@dataclass(frozen=True)
class Command:
    """One command of the AWS CLI.

    Attributes:
        name: The name as typed, such as `create-tags`.
        options: The documented options by name, in the documented order.
        input_shape: The schema of the JSON input; None for a page, and for a command that takes no JSON input.
        hidden: The undocumented options by name: older names, and members that paging sets.
    """

    name: str
    options: dict[str, Option]
    input_shape: Shape | None = None
    hidden: dict[str, Option] = field(default_factory=dict)

    def all_options(self) -> Iterator[Option]:
        """Yield every option, documented or not."""
        yield from self.options.values()
        yield from self.hidden.values()

    @cached_property
    def by_name(self) -> Mapping[str, Option]:
        """Every option by each of its names: the one that means false is among them."""
        names = {option.name: option for option in self.all_options()}
        return names | {option.negative: option for option in self.all_options() if option.negative}

    @cached_property
    def positional(self) -> tuple[Option, ...]:
        """The options whose values are given without their names."""
        return tuple(option for option in self.all_options() if option.positional)
