"""What a token of an option is: a file reference, JSON, a plain scalar, a bare member or shorthand.

This is the one answer to that question. It depends on the option's shape and, for a list, on the first token.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple, cast

from shorthand.errors import Place
from shorthand.shapes import Document, List, Scalar, Shape, String, Structure, resolved
from shorthand.syntax.raw import is_file_reference

NEGATIVE_NUMBER = re.compile(r"-\d+|-\d*\.\d+")
"""A word that a command line takes for a value although it begins with a dash, as an option does."""


class TokenKind(Enum):
    """How a token is read."""

    FILE = "file"
    """A `file://` or `fileb://` reference: the content of the file takes its place."""
    JSON = "JSON"
    """A JSON text."""
    SCALAR = "scalar"
    """The text of a scalar, exactly as given."""
    BARE_MEMBER = "bare member"
    """The value of a structure's only member, exactly as given."""
    SHORTHAND = "shorthand"
    """A shorthand text."""


class Token(NamedTuple):
    """One token of an option, classified.

    Attributes:
        text: The token.
        kind: How it is read.
        shape: The shape of the value that it gives.
        place: Where that value is in the option's value: () for the whole, (index,) for an item of a list.
    """

    text: str
    kind: TokenKind
    shape: Shape
    place: Place = ()


def classify(tokens: Sequence[str], shape: Shape, *, are_content: bool = False) -> list[Token]:
    """Classify the tokens of one option of this shape, by the rules of the AWS CLI's command line.

    >>> from shorthand import shapes
    >>> pairs = shapes.Map(shapes.String(), shapes.String())
    >>> [token.kind.name for token in classify(["Key=a", "Key=b"], shapes.List(pairs))]
    ['SHORTHAND', 'SHORTHAND']

    Args:
        tokens: The tokens, at least one. A shape that is no list takes only the first.
        shape: The shape of the option.
        are_content: Whether the tokens are the content of a file, in which no reference to another file is followed.
    """
    shape = resolved(shape)
    first = tokens[0]
    if len(tokens) == 1 and is_file_reference(first) and not are_content:
        return [Token(first, TokenKind.FILE, shape)]
    if not isinstance(shape, List):
        return [_whole(first, shape)]
    if len(tokens) == 1 and first.lstrip().startswith("["):
        return [Token(first, TokenKind.JSON, shape)]
    member = resolved(shape.member)
    kind = _kind_of_items(first, shape, member)
    return [Token(token, kind, member, (index,)) for index, token in enumerate(tokens)]


def _whole(token: str, shape: Shape) -> Token:
    if isinstance(shape, Scalar):
        return Token(token, TokenKind.SCALAR, shape)
    if isinstance(shape, Document) or starts_json(token):
        return Token(token, TokenKind.JSON, shape)
    if takes_bare_value(shape) and "=" not in token:
        return Token(token, TokenKind.BARE_MEMBER, shape)
    return Token(token, TokenKind.SHORTHAND, shape)


def _kind_of_items(first: str, shape: List, member: Shape) -> TokenKind:
    """The kind of every token of a list, for which the first token decides."""
    if isinstance(member, Scalar):
        return TokenKind.SCALAR
    if isinstance(member, Document) or starts_json(first):
        return TokenKind.JSON
    return TokenKind.BARE_MEMBER if shape.bare_members and isinstance(member, Structure) else TokenKind.SHORTHAND


def starts_json(token: str) -> bool:
    """Return whether a token begins as a JSON object or array does, after white space."""
    return token.lstrip().startswith(("[", "{"))


def takes_bare_value(shape: Shape) -> bool:
    """Return whether an option of this shape takes its only member, a string named Value, as a bare token."""
    return (
        isinstance(shape, Structure)
        and list(shape.members) == ["Value"]
        and isinstance(resolved(shape.members["Value"]), String)
    )


def bare_member(shape: Shape) -> tuple[str, Shape]:
    """Return the name and the shape of the only member of a structure that is given as a bare token."""
    ((name, member),) = cast("Structure", shape).members.items()
    return name, resolved(member)
