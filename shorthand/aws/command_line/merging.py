"""Merge two inputs of a command, and fill a skeleton with an input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from shorthand.errors import Place
from shorthand.shapes import List, Map, Ref, Shape, Structure, resolved
from shorthand.shapes.documented_syntax import skeleton


class Merge:
    """Merges two values of one shape: the one above wins over the one below.

    Structures and maps are merged member by member. A union is replaced by what is above. So is a list, unless its
    items are structures that have a member by which they can be told apart.

    Attributes:
        replaced: The places of the lists of structures that were replaced, each with the members of their items.
    """

    def __init__(self, lists_by: str | None = None) -> None:
        """Take the rule for lists.

        Args:
            lists_by: The member that tells the items of a list apart, such as "Key": an item above is merged with the
                item below that has the same value there, and other items are added. Without it lists are replaced.
        """
        self._lists_by = lists_by
        self.replaced: dict[Place, list[str]] = {}

    def merged(self, below: Any, above: Any, shape: Shape, place: Place = ()) -> Any:
        """Merge two values.

        Args:
            below: The value that is overridden.
            above: The value that wins.
            shape: The schema of both.
            place: Where both are in a larger value.
        """
        shape = resolved(shape)
        if isinstance(shape, List):
            return self._list(below, above, shape, place)
        if not isinstance(below, Mapping) or not isinstance(above, Mapping):
            return above
        if isinstance(shape, Structure):
            return self._structure(below, above, shape, place)
        if isinstance(shape, Map):
            both = {
                key: self.merged(below[key], value, shape.value, (*place, key)) if key in below else value
                for key, value in above.items()
            }
            return {**below, **both}
        return above

    def _structure(self, below: Mapping[str, Any], above: Mapping[str, Any], shape: Structure, place: Place) -> Any:
        if shape.union and above:
            below = {name: value for name, value in below.items() if name in above}
        both = {**below, **above}
        # In the documented order, then the unknown ones.
        names = [name for name in shape.members if name in both] + [name for name in both if name not in shape.members]
        members = shape.members
        return {
            name: self.merged(below[name], above[name], members[name], (*place, name))
            if name in below and name in above and name in members
            else both[name]
            for name in names
        }

    def _list(self, below: Any, above: Any, shape: List, place: Place) -> Any:
        member = resolved(shape.member)
        if not isinstance(below, list) or not isinstance(above, list) or not isinstance(member, Structure):
            return above
        if self._lists_by not in member.members:
            if below and below != above:
                self.replaced[place] = list(member.members)
            return above
        key = str(self._lists_by)
        items = list(below)
        # Items may be lists or structures there, so they are compared, not looked up.
        known = [item.get(key) if isinstance(item, Mapping) else None for item in below]
        for item in above:
            label = item.get(key) if isinstance(item, Mapping) else None
            if label is not None and label in known:
                at = known.index(label)
                items[at] = self.merged(items[at], item, member, (*place, at))
            else:
                items.append(item)
                known.append(label)
        return items


def merged(below: Any, above: Any, shape: Shape) -> Any:
    """Merge two values of one shape, as `Merge` does without a rule for lists."""
    return Merge().merged(below, above, shape)


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


def joined(options: Any, part: Any) -> Any:
    """Join the parts that two options give. Lists of one item are joined as one item."""
    if isinstance(options, dict) and isinstance(part, dict):
        return {**options, **{key: joined(options[key], part[key]) if key in options else part[key] for key in part}}
    if isinstance(options, list) and isinstance(part, list) and len(options) == len(part) == 1:
        return [joined(options[0], part[0])]
    return part
