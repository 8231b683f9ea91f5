"""The output (`Remedy`) of a rule for all tokens of an option, and what several rules ask of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from shorthand.codec.convert import lift
from shorthand.errors import ShorthandError
from shorthand.shapes import List, Scalar, Shape, resolved
from shorthand.syntax.reader import read


class Remedy(NamedTuple):
    """What a rule proposes for an option.

    Attributes:
        hint: What to do, as an imperative.
        tokens: All tokens after it is done; none where the rule knows only the hint, which must then be right.
        replaces: Whether words are replaced or removed because they are themselves the mistake.
    """

    hint: str
    tokens: Sequence[str] = ()
    replaces: bool = False


def is_list_of_scalars(shape: Shape) -> bool:
    """Return whether the tokens of an option of this shape are the items themselves."""
    return isinstance(shape, List) and isinstance(resolved(shape.member), Scalar)


def has_space_in_list(text: str, shape: Shape) -> bool:
    """Return whether an item of a list has a space, which may have been meant to separate two items."""
    member = resolved(shape.member) if isinstance(shape, List) else shape
    try:
        todo: list[Any] = [lift(read(text, strict=False), member)]
    except ShorthandError:
        return False
    while todo:
        value = todo.pop()
        if isinstance(value, list) and any(isinstance(item, str) and " " in item for item in value):
            return True
        todo += value if isinstance(value, list) else value.values() if isinstance(value, dict) else []
    return False
