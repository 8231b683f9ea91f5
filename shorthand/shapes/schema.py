"""The schema: what an option takes, as frozen dataclasses.

A shape knows types and names, and no syntax. The type names (`Structure`, `Integer`, …) are those of the AWS reference
pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from shorthand.shapes import documented_syntax


@dataclass(frozen=True)
class Shape:
    """What all shapes have.

    Attributes:
        type_name: The type, as the AWS reference names it.
        name: A name that tells shapes apart where one recurs. Two shapes that differ only in name are equal.
    """

    type_name: ClassVar[str] = ""
    name: str = field(default="", kw_only=True, compare=False)

    def shorthand_syntax(self) -> str | None:
        """Write the Shorthand Syntax as the AWS reference prints it; None where it prints none."""
        return documented_syntax.shorthand_syntax(self)

    def json_syntax(self) -> str:
        """Write the JSON Syntax as the AWS reference prints it."""
        return documented_syntax.json_syntax(self)

    def skeleton(self) -> Any:
        """Make a value to be filled in, as `--generate-cli-skeleton` prints it."""
        return documented_syntax.skeleton(self)


@dataclass(frozen=True)
class Scalar(Shape):
    """A shape whose value is one word: every shape except structure, list, map and document.

    Attributes:
        minimum: The least value of a number, the least length of a string; None for no limit.
    """

    minimum: float | None = field(default=None, kw_only=True, repr=False)


@dataclass(frozen=True)
class Structure(Shape):
    """Named members, in the documented order.

    Attributes:
        members: The shape of each member, by name.
        required: The names of the members that must be given.
        union: Whether exactly one member must be given.
    """

    type_name: ClassVar[str] = "structure"
    members: Mapping[str, Shape]
    required: tuple[str, ...] = ()
    union: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class List(Shape):
    """Any number of values of one shape.

    Attributes:
        member: The shape of each item.
        bare_members: Whether an option of this shape takes the value of its structures' only member as a bare token
            each. A few old operations do, such as `elb remove-tags --tags`.
        shown: How many bare members the reference shows. With 0 it shows the structures instead, though the AWS CLI
            takes the bare values.
        minimum: The least number of items; None for no limit.
    """

    type_name: ClassVar[str] = "list"
    member: Shape
    bare_members: bool = field(default=False, kw_only=True)
    shown: int = field(default=3, kw_only=True, repr=False)
    minimum: int | None = field(default=None, kw_only=True, repr=False)


@dataclass(frozen=True)
class Map(Shape):
    """Any keys, each with a value of one shape.

    Attributes:
        key: A string shape, which may list the valid keys.
        value: The shape of each value.
    """

    type_name: ClassVar[str] = "map"
    key: Shape
    value: Shape


@dataclass(frozen=True)
class String(Scalar):
    """Text.

    Attributes:
        enum: The values that the service documents. Others are passed on, because the service decides.
    """

    type_name: ClassVar[str] = "string"
    enum: tuple[str, ...] = ()


# A class without new fields is a dataclass already. Decorating it again would cost half a millisecond at import.
class Integer(Scalar):
    """An integer."""

    type_name: ClassVar[str] = "integer"


class Long(Scalar):
    """An integer, documented as a longer one."""

    type_name: ClassVar[str] = "long"


class Float(Scalar):
    """A number."""

    type_name: ClassVar[str] = "float"


class Double(Scalar):
    """A number, documented as one of double precision."""

    type_name: ClassVar[str] = "double"


class Boolean(Scalar):
    """True or false."""

    type_name: ClassVar[str] = "boolean"


class Timestamp(Scalar):
    """A point in time. Its JSON form is a string, which is passed on unchanged."""

    type_name: ClassVar[str] = "timestamp"


@dataclass(frozen=True)
class Blob(Scalar):
    """Bytes. Text means its UTF-8 bytes, and a `fileb://` reference gives bytes.

    Attributes:
        streaming: Whether an option takes the name of a file, as `s3api put-object --body` does.
    """

    type_name: ClassVar[str] = "blob"
    streaming: bool = field(default=False, kw_only=True, repr=False)


@dataclass(frozen=True)
class Document(Shape):
    """Any JSON value. Shorthand has no types of its own, so a document can be written only as JSON.

    Attributes:
        in_string: Whether the service takes the JSON as one string (the value of a header).
    """

    type_name: ClassVar[str] = "document"
    in_string: bool = field(default=False, kw_only=True, repr=False)


# No schema refers so often from one reference to the next.
_MOST_REFERENCES = 100


@dataclass(frozen=True)
class Ref(Shape):
    """A shape further out, by name: recursion, as in DynamoDB's `AttributeValue`.

    >>> tree = Structure({"Left": Ref("Tree", lambda: tree)}, name="Tree")
    >>> tree.members["Left"].resolve() is tree
    True
    """

    target_name: str
    target: Callable[[], Shape] = field(compare=False, repr=False)

    def resolve(self) -> Shape:
        """Return the shape that is referred to, through further references too.

        References that lead only to each other say nothing of the value: it may be any.
        """
        shape = self.target()
        for _ in range(_MOST_REFERENCES):
            if not isinstance(shape, Ref):
                return shape
            shape = shape.target()
        return Document()


def resolved(shape: Shape) -> Shape:
    """Return the shape, or the one that it refers to."""
    return shape.resolve() if isinstance(shape, Ref) else shape
