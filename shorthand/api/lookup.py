"""Find the adapter for a type or an instance, and the shape for a type."""

from __future__ import annotations

import functools
from typing import Any

from shorthand.api.type_adapter import TypeAdapter
from shorthand.errors import ShorthandTypeError
from shorthand.shapes import Shape


def adapter_for(tp: Any) -> TypeAdapter[Any]:
    """Return the adapter of a type, compiled once for each type that has a hash."""
    try:
        return _cached_adapter(tp)
    except TypeError:
        return TypeAdapter(tp)


@functools.lru_cache(256)
def _cached_adapter(tp: Any) -> TypeAdapter[Any]:
    return TypeAdapter(tp)


def adapter_for_instance(instance: Any) -> TypeAdapter[Any]:
    """Return the adapter of an instance's type; for a list, that of a list of its items' type.

    Raises:
        ShorthandTypeError: The items are of several types, or there are none.
    """
    if not isinstance(instance, (list, tuple)) or hasattr(instance, "_fields"):
        return adapter_for(type(instance))
    kinds = {type(item) for item in instance}
    if len(kinds) != 1:
        found = " and ".join(sorted(kind.__name__ for kind in kinds)) or "nothing"
        raise ShorthandTypeError(f"expected items of one type, got {found}", hint="give the type: list[…]")
    return adapter_for(list[kinds.pop()])  # type: ignore[misc]


def shape_of(shape: Any) -> Shape:
    """Return a shape, or the shape of a Python type, so that a function can take either.

    Raises:
        ShorthandTypeError: It is neither.
    """
    return shape if isinstance(shape, Shape) else adapter_for(shape).shape
