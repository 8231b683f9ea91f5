"""Two inputs made one, by shape; and a skeleton filled with what is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from shorthand.shapes import List, Map, Ref, Shape, Structure, resolved
from shorthand.shapes.documented_syntax import skeleton


def merged(below: Any, above: Any, shape: Shape) -> Any:
    """`above` laid over `below`: structures and maps member by member; anything else, lists too, is what is above.

    Of a union only the member that is above stays.
    """
    shape = resolved(shape)
    if not isinstance(below, Mapping) or not isinstance(above, Mapping):
        return above
    if isinstance(shape, Structure):
        if shape.union and above:
            below = {name: value for name, value in below.items() if name in above}
        both = {**below, **above}
        # In the documented order, as far as the names are known.
        names = [name for name in shape.members if name in both] + [name for name in both if name not in shape.members]
        members = shape.members
        return {
            name: merged(below[name], above[name], members[name])
            if name in below and name in above and name in members
            else both[name]
            for name in names
        }
    if isinstance(shape, Map):
        return {
            **below,
            **{key: merged(below[key], value, shape.value) if key in below else value for key, value in above.items()},
        }
    return above


def filled(given: Any, shape: Shape) -> Any:
    """The skeleton of the shape, with what is given in its places; of a union that is given, only what is given."""
    shape = resolved(shape)
    if isinstance(shape, Structure) and isinstance(given, Mapping):
        empty = {} if shape.union and given else skeleton(shape)
        members = {name: filled(given[name], member) for name, member in shape.members.items() if name in given}
        return {**empty, **members} if not shape.union else members
    if isinstance(shape, List) and isinstance(given, list) and given:
        return [filled(item, shape.member) for item in given]
    if isinstance(shape, Map) and isinstance(given, Mapping):
        return {key: filled(item, shape.value) for key, item in given.items()}
    return given


class Partial:
    """Shapes in which nothing is required: of an input that is given in several parts."""

    def __init__(self) -> None:
        self._made: dict[int, Shape] = {}

    def of(self, shape: Shape) -> Shape:
        """`shape`, with no member required, down to where it recurs."""
        shape = resolved(shape)
        if id(shape) in self._made:
            return self._made[id(shape)]
        if isinstance(shape, Structure):
            # What stands within may hold the structure itself, which is made only after it.
            self._made[id(shape)] = Ref(shape.name, lambda: made)
            members = {name: self.of(member) for name, member in shape.members.items()}
            made: Shape = replace(shape, members=members, required=(), union=False)
        elif isinstance(shape, List):
            self._made[id(shape)] = Ref(shape.name, lambda: made)
            made = replace(shape, member=self.of(shape.member))
        elif isinstance(shape, Map):
            self._made[id(shape)] = Ref(shape.name, lambda: made)
            made = replace(shape, value=self.of(shape.value))
        else:
            made = shape
        self._made[id(shape)] = made
        return made
