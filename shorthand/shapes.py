"""The schema: what an option takes, as frozen dataclasses.

A shape knows types and names; it knows no syntax. The type names (`Structure`, `Integer`, …) are those of the AWS
reference pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar


@dataclass(frozen=True)
class Shape:
    """What every shape has: its type as the AWS reference names it, and a name of its own where it has one.

    The name only tells shapes apart where one recurs; two shapes that differ in name alone are equal.
    """

    type_name: ClassVar[str] = ""
    name: str = field(default="", kw_only=True, compare=False)

    def shorthand_syntax(self) -> str | None:
        """The Shorthand Syntax as the AWS reference prints it, or None where it prints none."""
        from shorthand import notation

        return notation.shorthand_syntax(self)

    def json_syntax(self) -> str:
        """The JSON Syntax as the AWS reference prints it."""
        from shorthand import notation

        return notation.json_syntax(self)

    def skeleton(self) -> Any:
        """A value to be filled in, as `--generate-cli-skeleton` prints it."""
        from shorthand import notation

        return notation.skeleton(self)


# A class that adds no field is a dataclass already; making it one again would cost each import half a millisecond.
class Scalar(Shape):
    """A shape whose value is one word: every shape but structure, list, map and document."""


@dataclass(frozen=True)
class Structure(Shape):
    """Named members, in the documented order; in a union exactly one of them is given."""

    type_name: ClassVar[str] = "structure"
    members: Mapping[str, Shape]
    required: tuple[str, ...] = ()
    union: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class List(Shape):
    """Any number of one member.

    With `bare_members`, an option of this shape takes the value of its structures' only member as a bare token each
    (a few old operations do, such as `elb remove-tags --tags`). `shown` is how many of them the reference shows; with 0
    it shows the structures instead, though the AWS CLI takes the bare values.
    """

    type_name: ClassVar[str] = "list"
    member: Shape
    bare_members: bool = field(default=False, kw_only=True)
    shown: int = field(default=3, kw_only=True, repr=False)


@dataclass(frozen=True)
class Map(Shape):
    """Any keys, each with one value; `key` is a string shape, which may list the keys."""

    type_name: ClassVar[str] = "map"
    key: Shape
    value: Shape


@dataclass(frozen=True)
class String(Scalar):
    """Text. The values of `enum` are what the service documents; others are passed on, for the service to decide."""

    type_name: ClassVar[str] = "string"
    enum: tuple[str, ...] = ()


class Integer(Scalar):
    """A whole number."""

    type_name: ClassVar[str] = "integer"


class Long(Scalar):
    """A whole number, documented as longer."""

    type_name: ClassVar[str] = "long"


class Float(Scalar):
    """A number."""

    type_name: ClassVar[str] = "float"


class Double(Scalar):
    """A number, documented as of double precision."""

    type_name: ClassVar[str] = "double"


class Boolean(Scalar):
    """True or false."""

    type_name: ClassVar[str] = "boolean"


class Timestamp(Scalar):
    """A point in time; its JSON form is a string, which is passed on as it is."""

    type_name: ClassVar[str] = "timestamp"


@dataclass(frozen=True)
class Blob(Scalar):
    """Bytes; text stands for its UTF-8 bytes, and a `fileb://` reference gives bytes.

    A `streaming` one is given by the name of a file, as in `s3api put-object --body`.
    """

    type_name: ClassVar[str] = "blob"
    streaming: bool = field(default=False, kw_only=True, repr=False)


@dataclass(frozen=True)
class Document(Shape):
    """Any JSON value. Shorthand has no types of its own, so a document is written as JSON only.

    With `in_string`, the service takes the JSON as one string (the value of a header).
    """

    type_name: ClassVar[str] = "document"
    in_string: bool = field(default=False, kw_only=True, repr=False)


@dataclass(frozen=True)
class Ref(Shape):
    """A shape that stands further up, by name: recursion, as in DynamoDB's `AttributeValue`.

    >>> tree = Structure({"Left": Ref("Tree", lambda: tree)}, name="Tree")
    >>> tree.members["Left"].resolve() is tree
    True
    """

    target_name: str
    target: Callable[[], Shape] = field(compare=False, repr=False)

    def resolve(self) -> Shape:
        """The shape that the name stands for."""
        return self.target()


def resolved(shape: Shape) -> Shape:
    """`shape`, or what it refers to."""
    while isinstance(shape, Ref):
        shape = shape.resolve()
    return shape
