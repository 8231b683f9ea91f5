"""Walk through a typed value along its shape: each part with its own shape, and the path to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from shorthand.errors import Place
from shorthand.shapes import List, Map, Shape, Structure, resolved

Path = tuple[Any, "str | int"] | None
"""A path from the innermost step outwards: the path to the container, and the last step."""


class TypedPart(NamedTuple):
    """A value within a typed value, or the whole.

    Attributes:
        value: The value.
        shape: Its shape.
        path: The path to it; that of its value for the key of a map.
        is_key: Whether it is the key of a map.
    """

    value: Any
    shape: Shape
    path: Path
    is_key: bool = False

    @property
    def place(self) -> Place:
        """The keys and indices that lead to it, from the outermost."""
        steps: list[str | int] = []
        path = self.path
        while path is not None:
            path, step = path
            steps.append(step)
        return tuple(reversed(steps))


def typed_parts(value: Any, shape: Shape) -> Iterator[TypedPart]:
    """Yield a value, then each part of it in the order of the value, a part before those within it.

    The walk remembers only where it is, and so takes no more memory for a longer value.

    >>> from shorthand import shapes
    >>> [(part.value, part.place) for part in typed_parts({"A": ["x"]}, shapes.Map(shapes.String(), shapes.Document()))]
    [({'A': ['x']}, ()), ('A', ('A',)), (['x'], ('A',))]

    Args:
        value: The value in its JSON form. What does not fit the shape is yielded, but nothing within it.
        shape: The schema of the value.
    """
    whole = TypedPart(value, resolved(shape), None)
    yield whole
    around = [_within(whole)]
    while around:
        part = next(around[-1], None)
        if part is None:
            around.pop()
            continue
        yield part
        if isinstance(part.shape, (Structure, List, Map)):
            around.append(_within(part))


def _within(part: TypedPart) -> Iterator[TypedPart]:
    value, shape, path, _ = part
    if isinstance(shape, Structure) and isinstance(value, Mapping):
        for name, member in value.items():
            if name in shape.members:
                yield TypedPart(member, resolved(shape.members[name]), (path, name))
    elif isinstance(shape, List) and isinstance(value, (list, tuple)):
        member = resolved(shape.member)
        for index, item in enumerate(value):
            yield TypedPart(item, member, (path, index))
    elif isinstance(shape, Map) and isinstance(value, Mapping):
        for key, item in value.items():
            yield TypedPart(key, resolved(shape.key), (path, key), is_key=True)
            yield TypedPart(item, resolved(shape.value), (path, key))
