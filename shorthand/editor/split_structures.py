"""Find the structures of a list that were probably meant as one: `[{"Key": "env"}, {"Value": "prod"}]`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from shorthand.codec.typed_parts import typed_parts
from shorthand.editor.doubtful_values import DoubtfulValue
from shorthand.errors import Kind, Place
from shorthand.shapes import List, Map, Shape, Structure, resolved

HINT = "write the members of one structure together"


def split_structures(value: Any, shape: Shape) -> Iterator[DoubtfulValue]:
    """Yield the structures of lists that have no member in common with the one before them, at most one of each list.

    The reference documents the members of a structure together, and each structure then has only some of them.

    Args:
        value: A typed value that fits the shape.
        shape: Its schema.
    """
    for part in typed_parts(value, shape):
        if isinstance(part.shape, List) and isinstance(part.value, list):
            meant = together(part.value, part.shape)
            if len(meant) < len(part.value):
                yield _found(part.value, meant, part.place)


def together(items: Sequence[Any], shape: List) -> list[Any]:
    """Return the items of a list with each structure joined to those after it that have none of its members.

    >>> from shorthand import shapes
    >>> tag = shapes.Structure({"Key": shapes.String(), "Value": shapes.String()})
    >>> together([{"Key": "a"}, {"Value": "1"}, {"Key": "b"}], shapes.List(tag))
    [{'Key': 'a', 'Value': '1'}, {'Key': 'b'}]
    """
    member = resolved(shape.member)
    if not isinstance(member, Structure) or member.union:
        return list(items)
    joined: list[Any] = []
    for item in items:
        before = joined[-1] if joined else None
        is_split = isinstance(item, dict) and isinstance(before, dict) and item and before and not item.keys() & before
        joined[-1:] = [{**before, **item}] if is_split and before else [*joined[-1:], item]
    return joined


def joined_everywhere(value: Any, shape: Shape) -> Any:
    """Return a value with the structures of each list joined as `together` does."""
    shape = resolved(shape)
    if isinstance(shape, List) and isinstance(value, list):
        return [joined_everywhere(item, shape.member) for item in together(value, shape)]
    if isinstance(shape, Structure) and isinstance(value, dict):
        return {key: joined_everywhere(item, shape.members[key]) for key, item in value.items()}
    if isinstance(shape, Map) and isinstance(value, dict):
        return {key: joined_everywhere(item, shape.value) for key, item in value.items()}
    return value


def _found(items: Sequence[Any], meant: Sequence[Any], place: Place) -> DoubtfulValue:
    """Return the first of the items that was probably meant as a part of the one before it."""
    index = next(index for index, item in enumerate(items) if index == len(meant) or meant[index] != item)
    first, second = (", ".join(items[at]) for at in (index, index + 1))
    return DoubtfulValue(
        (*place, index + 1),
        f"{first} and {second} are in two structures of the list",
        hint=HINT,
        kind=Kind.MISTAKE,
    )
