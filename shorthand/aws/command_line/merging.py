"""Merge two inputs of a command, and fill a skeleton with an input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from shorthand.shapes import List, Map, Ref, Shape, Structure, resolved
from shorthand.shapes.documented_syntax import skeleton


def merged(below: Any, above: Any, shape: Shape) -> Any:
    """Merge two values of one shape.

    Structures and maps are merged member by member. Of a union, and of anything else, lists included, only the value
    above is kept.

    Args:
        below: The value that is overridden.
        above: The value that wins.
        shape: The schema of both.
    """
    shape = resolved(shape)
    if not isinstance(below, Mapping) or not isinstance(above, Mapping):
        return above
    if isinstance(shape, Structure):
        if shape.union and above:
            below = {name: value for name, value in below.items() if name in above}
        both = {**below, **above}
        # In the documented order, then the unknown ones.
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
    """Return the skeleton of a shape, filled with the values that are given.

    A union that is given holds only the given member.
    """
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
    """Makes shapes in which no member is required, for an input that is given in several parts."""

    def __init__(self) -> None:
        """Start without shapes. Each shape is converted once."""
        self._made: dict[int, Shape] = {}

    def of(self, shape: Shape) -> Shape:
        """Return the shape with no member required, at any depth."""
        shape = resolved(shape)
        if id(shape) in self._made:
            return self._made[id(shape)]
        if isinstance(shape, Structure):
            # A member may contain the structure, which is complete only after its members.
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
