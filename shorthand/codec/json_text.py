"""Parse and write JSON, raising ShorthandError with a position."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from shorthand.codec.scalars import is_too_long, most_digits
from shorthand.errors import (
    Kind,
    LossyTextError,
    Place,
    ShorthandError,
    ShorthandSyntaxError,
    Span,
    UnrepresentableError,
    describe,
    error_of,
    shorten,
)

DEEPEST_JSON = 500
"""How many brackets may be nested in a JSON text. Python's own limit differs by version and by who calls."""

_MANY_DIGITS = re.compile(r"(?<![0-9])[0-9]{100}[0-9]*+")


class _RefusedError(ValueError):
    """Python's parser met what it takes and JSON does not have. The walk finds where."""


def loads_json(text: str, *, strict: bool = True) -> Any:
    """Parse a JSON text.

    Args:
        text: One JSON value.
        strict: Whether to stop at a key given twice in one object, of which only the last value would be kept.

    Raises:
        ShorthandSyntaxError: The text is not JSON, is nested more than 500 levels deep, or holds a number that is too
            large to be read.
        LossyTextError: A key is given twice.
    """
    # Converting a long integer is quadratic, so it is looked for before anything is converted.
    if len(text) > most_digits() and any(len(run[0]) > most_digits() for run in _MANY_DIGITS.finditer(text)):
        _raise_first_fault(text)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_distinct_pairs if strict else None,
            parse_constant=_refused_constant,
            parse_float=_finite_float,
        )
    except (ValueError, RecursionError) as error:
        _raise_first_fault(text)
        if strict:
            _raise_duplicate_key(text)
        if isinstance(error, RecursionError):
            raise ShorthandSyntaxError("the JSON is nested too deep to be read here", text=text, span=(0, 1)) from None
        raise RuntimeError("the parser and the walk disagree") from error
    if text.count("[") + text.count("{") > DEEPEST_JSON and _is_nested_too_deep(value):
        _raise_first_fault(text)
    return value


def _distinct_pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(items)
    if len(value) < len(items):
        raise _RefusedError
    return value


def _refused_constant(_name: str) -> Any:
    raise _RefusedError


def _finite_float(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        raise _RefusedError
    return value


def _is_nested_too_deep(value: Any) -> bool:
    """Return whether a value that was read is nested deeper than JSON is taken, looking at one level after another."""
    level = [value] if isinstance(value, (dict, list)) else []
    for _ in range(DEEPEST_JSON):
        inner = (item for around in level for item in (around.values() if isinstance(around, dict) else around))
        level = [item for item in inner if isinstance(item, (dict, list))]
        if not level:
            return False
    return True


def _walk(text: str) -> Iterator[tuple[list[str | int], bool, Span]]:
    from shorthand.codec.json_walk import walk_json  # takes 1 ms, and text that is right needs no walk

    return walk_json(text, deepest=DEEPEST_JSON)


def _raise_first_fault(text: str) -> None:
    """Raise the first fault of a text in the order of the text; do nothing where the text is JSON."""
    for _ in _walk(text):
        pass


def _raise_duplicate_key(text: str) -> None:
    """Raise for the first key of a JSON text that its object has already."""
    seen: list[set[str]] = []
    for place, is_key, span in _walk(text):
        del seen[len(place) :]
        if is_key:
            seen += [set() for _ in range(len(place) - len(seen))]
            key = str(place[-1])
            if key in seen[-1]:
                raise LossyTextError(
                    f"duplicate key {shorten(key)} in a JSON object: its first value would be lost",
                    text=text,
                    span=span,
                )
            seen[-1].add(key)


def spans_in_json(text: str, wanted: Iterable[tuple[Place, bool]]) -> list[Span]:
    """Return where places of the value are in a valid JSON text, which is read once for all of them.

    Args:
        text: The JSON text.
        wanted: Each place, and whether the span of its key is wanted instead of that of its value.
    """
    places = list(wanted)
    depths = {len(place) for place, _ in places}
    found: dict[tuple[Place, bool], Span | None] = dict.fromkeys(places)
    for place, is_key, span in _walk(text):
        if len(place) in depths and (at := (tuple(place), is_key)) in found:
            found[at] = span
    return [found[place] or (0, len(text)) for place in places]


def located_in_json(error: ShorthandError, text: str) -> ShorthandError:
    """Return the error with a span in the JSON text for each fault of its value that has no text yet."""
    lost = [one for one in error.diagnostics if not one.text]
    if not lost:
        return error
    spans = iter(spans_in_json(text, [(one.place, one.kind is Kind.UNKNOWN_MEMBER) for one in lost]))
    return error_of(one if one.text else replace(one, text=text, span=next(spans)) for one in error.diagnostics)


def dumps_json(value: Any) -> str:
    """Write a value as JSON on one line.

    Raises:
        UnrepresentableError: JSON cannot carry the value, or it is nested more than 500 levels deep.
    """
    _check_for_json(value)
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=dict)
    except RecursionError:
        raise UnrepresentableError("the value is nested too deep to be written here") from None


class _Node:
    """One value inside another."""

    __slots__ = ("around", "depth", "step", "value")

    def __init__(self, value: object, around: _Node | None = None, step: str | int = "") -> None:
        self.value = value
        self.around = around
        self.step = step
        self.depth: int = around.depth + 1 if around else 0

    @property
    def place(self) -> Place:
        steps: list[str | int] = []
        node = self
        while node.around is not None:
            steps.append(node.step)
            node = node.around
        return tuple(reversed(steps))


def _check_for_json(value: object) -> None:
    """Raise for the first part of a value that JSON cannot carry, or that would not read back as it is."""
    todo = [_Node(value)]
    while todo:
        node = todo.pop()
        if isinstance(node.value, Mapping):
            inner = [_Node(item, node, _checked_key(key, node)) for key, item in node.value.items()]
        elif isinstance(node.value, (list, tuple)):
            inner = [_Node(item, node, index) for index, item in enumerate(node.value)]
        else:
            _check_scalar(node)
            continue
        if node.depth == DEEPEST_JSON:
            reason = f"the value is nested too deep for JSON: more than {DEEPEST_JSON} levels, or it contains itself"
            raise UnrepresentableError(reason, place=node.place)
        todo += reversed(inner)


def _checked_key(key: object, node: _Node) -> str:
    if not isinstance(key, str):
        # Python writes 1 as "1", which may be there too, and which does not read back as 1.
        raise UnrepresentableError(f"expected a string as the key in JSON, got {describe(key)}", place=node.place)
    return key


def _check_scalar(node: _Node) -> None:
    value = node.value
    if isinstance(value, int) and not isinstance(value, bool) and is_too_long(value):
        raise UnrepresentableError(f"the number has more than {most_digits()} digits", place=node.place)
    if isinstance(value, float) and not math.isfinite(value):
        raise UnrepresentableError(f"{value} is not a JSON number", place=node.place)
    if value is not None and not isinstance(value, (str, int, float)):
        hint = "give them by the name of a file" if isinstance(value, bytes) else ""
        raise UnrepresentableError(f"JSON cannot hold {describe(value)}", place=node.place, hint=hint)
