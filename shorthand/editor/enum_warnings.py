"""Warn of values that an enum does not list. They are passed on, because the service decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from shorthand.did_you_mean import listed, nearest
from shorthand.editor.doubtful_values import DoubtfulValue, located
from shorthand.errors import Diagnostic, Place
from shorthand.shapes import List, Map, Shape, String, Structure, resolved


def warnings(tokens: Sequence[str], shape: Shape, value: Any) -> list[Diagnostic]:
    """Return a warning for each value that an enum does not list.

    Args:
        tokens: The tokens of an option.
        shape: The schema of the option.
        value: The typed value that was read from the tokens.
    """
    return located(list(unlisted(value, shape)), tokens, shape)


def unlisted_reason(value: object, among: Iterable[str]) -> str:
    """Describe a value that is not one of the documented ones."""
    word = str(value)
    near = nearest(word, among)
    meant = f"; did you mean {near}?" if near else ""
    return f"{_quoted(word)} is not one of the documented values ({listed(among)}){meant}"


def unlisted(value: Any, shape: Shape, place: Place = ()) -> Iterator[DoubtfulValue]:
    """Yield what an enum does not list in a typed value that fits the shape, in the order of the value."""
    todo: list[tuple[Any, Shape, Place]] = [(value, shape, place)]
    while todo:
        value, shape, place = todo.pop()
        shape = resolved(shape)
        if isinstance(shape, String):
            if shape.enum and isinstance(value, str) and value not in shape.enum:
                yield DoubtfulValue(place, unlisted_reason(value, shape.enum))
        elif isinstance(shape, List) and isinstance(value, list):
            todo += [(item, shape.member, (*place, index)) for index, item in reversed(list(enumerate(value)))]
        elif isinstance(shape, Structure) and isinstance(value, dict):
            known = [(item, shape.members[key], (*place, key)) for key, item in value.items() if key in shape.members]
            todo += reversed(known)
        elif isinstance(shape, Map) and isinstance(value, dict):
            yield from _unlisted_keys(value, shape, place)
            todo += [(item, shape.value, (*place, key)) for key, item in reversed(list(value.items()))]


def _unlisted_keys(value: dict[str, Any], shape: Map, place: Place) -> Iterator[DoubtfulValue]:
    keys = resolved(shape.key)
    names = keys.enum if isinstance(keys, String) else ()
    for key in value:
        if names and key not in names:
            yield DoubtfulValue((*place, key), unlisted_reason(key, names), is_key=True)


def _quoted(word: str) -> str:
    shown = repr(word)
    return shown if len(shown) <= 60 else shown[:50] + "…" + shown[-1]
