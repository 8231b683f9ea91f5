"""Find the shape at a path, and name its type."""

from __future__ import annotations

from collections.abc import Iterator

from shorthand.errors import Place
from shorthand.shapes import List, Map, Shape, Structure, resolved
from shorthand.syntax.raw import DEEPEST


def type_label(shape: Shape) -> str:
    """Name the type of a shape in a few words.

    >>> from shorthand import shapes
    >>> type_label(shapes.List(shapes.Integer()))
    'list of integer'
    """
    words: list[str] = []
    shape = resolved(shape)
    while isinstance(shape, List) and len(words) < DEEPEST:
        words.append("list of")
        shape = resolved(shape.member)
    return " ".join([*words, shape.type_name])


def item_shape(shape: Shape | None, place: Place = ()) -> tuple[Shape | None, Place]:
    """Return the shape and the place of one value where `shape` is expected: for a list, those of its only item."""
    shape = resolved(shape) if shape else None
    steps = 0
    while isinstance(shape, List) and steps < DEEPEST:  # a list that contains itself has no end
        shape, steps = resolved(shape.member), steps + 1
    return shape, (*place, *[0] * steps)


def child(around: Shape | None, step: str | int) -> Shape | None:
    """Return the shape at one step within `around`; None where it has none."""
    if isinstance(around, Structure):
        found = around.members.get(str(step))
        return resolved(found) if found else None
    if isinstance(around, Map):
        return resolved(around.value) if isinstance(step, str) else None
    return resolved(around.member) if isinstance(around, List) and isinstance(step, int) else None


def member_names(shape: Shape) -> set[str]:
    """Return the names of all members, however deep."""
    names: set[str] = set()
    seen: set[int] = set()
    todo = [shape]
    while todo:
        at = resolved(todo.pop())
        if id(at) in seen:
            continue
        seen.add(id(at))
        if isinstance(at, Structure):
            names |= at.members.keys()
            todo += at.members.values()
        elif isinstance(at, (List, Map)):
            todo.append(at.member if isinstance(at, List) else at.value)
    return names


def shapes_to(shape: Shape | None, place: Place) -> Iterator[Shape | None]:
    """Yield the shape at every place from the whole value to a place of it, in that order; None where there is none.

    A value where a list is expected may be its only item, without an index of its own.
    """
    found = resolved(shape) if shape else None
    yield found
    for step in place:
        around = item_shape(found)[0] if isinstance(step, str) else found
        found = child(around, step)
        yield found


def shape_at(shape: Shape | None, place: Place) -> Shape | None:
    """Return the shape at a place of a text or a value; None where there is none.

    A value where a list is expected may be its only item, without an index of its own.
    """
    *_, found = shapes_to(shape, place)
    return found
