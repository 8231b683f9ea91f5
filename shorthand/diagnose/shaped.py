"""Which shape stands where in a text, and what it is called."""

from __future__ import annotations

from shorthand.errors import Place
from shorthand.shapes import List, Map, Shape, Structure, resolved
from shorthand.syntax.raw import DEEPEST


def type_label(shape: Shape) -> str:
    """The type of a shape in a word or a few.

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


def promoted(shape: Shape | None, place: Place = ()) -> tuple[Shape | None, Place]:
    """The shape of one value that stands where `shape` is wanted, and its place: of a list it is the only item."""
    shape = resolved(shape) if shape else None
    steps = 0
    while isinstance(shape, List) and steps < DEEPEST:  # a list that holds itself has no end
        shape, steps = resolved(shape.member), steps + 1
    return shape, (*place, *[0] * steps)


def child(around: Shape | None, step: str | int) -> Shape | None:
    """The shape of what stands at a step within `around`; None where it knows of none."""
    if isinstance(around, Structure):
        found = around.members.get(str(step))
        return resolved(found) if found else None
    if isinstance(around, Map):
        return resolved(around.value) if isinstance(step, str) else None
    return resolved(around.member) if isinstance(around, List) and isinstance(step, int) else None


def member_names(shape: Shape) -> set[str]:
    """The names of all members, however deep."""
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


def shape_at(shape: Shape | None, place: Place) -> Shape | None:
    """The shape of what stands at a place of a text or a value; None where the shape knows of none.

    What stands where a list is wanted may be its only item, without an index of its own.
    """
    found = resolved(shape) if shape else None
    for step in place:
        around = promoted(found)[0] if isinstance(step, str) else found
        found = child(around, step)
    return found
