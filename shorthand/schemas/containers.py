"""The conversion of Python's containers: lists, sets, tuples and maps."""

from __future__ import annotations

import collections
import collections.abc
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from shorthand import shapes
from shorthand.errors import Place, ShorthandTypeError, as_step
from shorthand.schemas.converter import Converter, Lower, Read, build_by_calling, build_each, unfit
from shorthand.schemas.type_limits import Limits

# What makes an instance of an abstract container, or of one that is declared without a class of its own.
_LISTS: dict[Any, Callable[[Iterable[Any]], Any]] = {
    collections.abc.Set: frozenset,
    collections.abc.MutableSet: set,
    collections.abc.Sequence: list,
    collections.abc.MutableSequence: list,
    collections.abc.Collection: list,
    collections.abc.Iterable: list,
}
_MAPS: dict[Any, Callable[[dict[Any, Any]], Any]] = {
    collections.abc.Mapping: dict,
    collections.abc.MutableMapping: dict,
}
_LIST_CLASSES = (list, set, frozenset, tuple, collections.deque)


def list_maker(kind: Any) -> Callable[[Iterable[Any]], Any] | None:
    """Return what makes an instance of a container class from its items; None if the class is no such container."""
    if kind in _LISTS:
        return _LISTS[kind]
    return kind if issubclass(kind, _LIST_CLASSES) and not hasattr(kind, "_fields") else None


def map_maker(kind: Any) -> Callable[[dict[Any, Any]], Any] | None:
    """Return what makes an instance of a mapping class from a dict; None if the class is no mapping."""
    if kind in _MAPS:
        return _MAPS[kind]
    if not issubclass(kind, dict):
        return None
    # The first argument of a defaultdict is its factory.
    return partial(kind, None) if issubclass(kind, collections.defaultdict) else kind


def list_converter(make: Callable[[Iterable[Any]], Any], item: Converter, *, is_set: bool = False) -> Converter:
    """Return the conversion of a container.

    Args:
        make: Makes an instance of its items.
        item: The conversion of the items.
        is_set: Whether the items have no order, so that they are written sorted: equal sets give equal texts.
    """
    build_container = build_by_calling(make, "a list")  # a set reports what it cannot contain

    def build(value: Any, place: Place) -> Any:
        return build_container(_built_items(item, value, place), place)

    read_item = item.read

    def read(raw: Any) -> Any:
        items = [read_item(part) for part in raw] if type(raw) is list else [read_item(raw)]  # type: ignore[misc]
        return items if make is list else make(items)

    return Converter(
        shapes.List(item.shape),
        build,
        partial(_dumped_set if is_set else _dumped_items, item),
        read if read_item else None,
        None if is_set else _items_lowerer(item.lower),
        item=item,
        limits=Limits(is_unique=is_set),
    )


def fixed_tuple_converter(make: Callable[[Iterable[Any]], Any], items: Sequence[Converter]) -> Converter:
    """Return the conversion of a tuple with a fixed number of items of one shape.

    Args:
        make: Makes an instance of its items.
        items: The conversion of each item, in order.
    """
    count = len(items)
    expected = f"{count} item{'s' if count != 1 else ''}"
    build_container = build_by_calling(make, "a list")

    def build(value: Any, place: Place) -> Any:
        if len(value) != count:
            raise unfit(f"expected {expected}, got {len(value)}", place, expected=expected)
        parts = zip(items, value, strict=True)
        built = build_each(partial(item.build, part, (*place, index)) for index, (item, part) in enumerate(parts))
        return build_container(built, place)

    def dump(instance: Any) -> Any:
        if len(instance) != count:
            raise ShorthandTypeError(f"expected {expected}, got {len(instance)}")
        return [item.dump(part) for item, part in zip(items, instance, strict=True)]

    readers = [item.read for item in items if item.read]

    def read(raw: Any) -> Any:
        if type(raw) is not list:
            raise TypeError
        return make([read_item(part) for read_item, part in zip(readers, raw, strict=True)])

    shape = shapes.List(items[0].shape if items else shapes.Document())
    return Converter(
        shape,
        build,
        dump,
        read if readers and len(readers) == count else None,
        item=next(iter(items), None),
        limits=Limits(shortest=count, longest=count),
    )


def map_converter(make: Callable[[dict[Any, Any]], Any], key: Converter, item: Converter) -> Converter:
    """Return the conversion of a mapping.

    Args:
        make: Makes an instance of a dict.
        key: The conversion of the keys, which are strings.
        item: The conversion of the values.
    """

    def build(value: Any, place: Place) -> Any:
        keys = build_each(partial(key.build, name, (*place, as_step(name))) for name in value)
        parts = build_each(partial(item.build, part, (*place, as_step(name))) for name, part in value.items())
        return build_map(dict(zip(keys, parts, strict=True)), place)

    def dump(instance: Any) -> Any:
        return {key.dump(name): item.dump(part) for name, part in instance.items()}

    build_map = build_by_calling(make, "a map")
    return Converter(
        shapes.Map(key.shape, item.shape),
        build,
        dump,
        _map_reader(make, key.read, item.read),
        _map_lowerer(key.lower, item.lower),
        item=item,
    )


def _map_reader(make: Callable[[dict[Any, Any]], Any], read_key: Read | None, read_item: Read | None) -> Read | None:
    if read_key is None or read_item is None:
        return None
    return lambda raw: make({read_key(name): read_item(part) for name, part in raw.items()})


def _built_items(item: Converter, value: Any, place: Place) -> list[Any]:
    return build_each(partial(item.build, part, (*place, index)) for index, part in enumerate(value))


def _items_lowerer(lower: Lower | None) -> Lower | None:
    return None if lower is None else lambda instance: [lower(part) for part in instance]


def _map_lowerer(lower_key: Lower | None, lower_item: Lower | None) -> Lower | None:
    if lower_key is None or lower_item is None:
        return None
    return lambda instance: {lower_key(name): lower_item(part) for name, part in instance.items()}


def _dumped_items(item: Converter, instance: Any) -> list[Any]:
    return [item.dump(part) for part in instance]


def _dumped_set(item: Converter, instance: Any) -> list[Any]:
    return sorted(_dumped_items(item, instance), key=_order)


def _order(value: Any) -> tuple[str, Any]:
    """Return a key that sorts JSON values of several types."""
    if isinstance(value, (list, tuple)):
        return "array", [_order(item) for item in value]
    if isinstance(value, Mapping):
        return "object", [(name, _order(member)) for name, member in value.items()]
    return (type(value).__name__, value) if isinstance(value, (str, int, float)) else ("", repr(value))
