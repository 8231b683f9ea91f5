"""Parse and write JSON, raising ShorthandError with a position."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from shorthand.errors import (
    Kind,
    LossyTextError,
    Place,
    ShorthandError,
    ShorthandSyntaxError,
    Span,
    UnrepresentableError,
    error_of,
    shorten,
)

_LEXEME = re.compile(
    r"(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<colon>:)"
    r'|(?P<string>"(?:[^"\\]++|\\.)*+")|(?P<word>[^\s,:\[\]{}"]++)',
    re.DOTALL,
)


def loads_json(text: str, *, strict: bool = True) -> Any:
    """Parse a JSON text.

    Args:
        text: One JSON value.
        strict: Whether to stop at a key given twice in one object, of which only the last value would be kept.

    Raises:
        ShorthandSyntaxError: The text is not JSON.
        LossyTextError: A key is given twice.
    """

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(items)
        if strict and len(value) < len(items):
            key, span = _duplicate_key(text)
            raise LossyTextError(
                f"duplicate key {shorten(key)} in a JSON object: its first value would be lost", text=text, span=span
            )
        return value

    def fault(number: str, reason: str) -> ShorthandSyntaxError:
        at = next(start for _, _, (start, end) in _parts(text) if text[start:end] == number)
        return ShorthandSyntaxError(f"{number} {reason}", text=text, span=(at, at + len(number)))

    def constant(name: str) -> Any:
        raise fault(name, "is not a JSON number")

    def number(digits: str) -> float:
        value = float(digits)
        if math.isinf(value):
            raise fault(digits, "is too large for a floating-point number")
        return value

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=constant, parse_float=number)
    except json.JSONDecodeError as error:
        at = min(error.pos, len(text))
        raise ShorthandSyntaxError(
            f"invalid JSON: {error.msg[:1].lower()}{error.msg[1:]}", text=text, span=(at, min(at + 1, len(text)))
        ) from None
    except RecursionError:
        raise ShorthandSyntaxError("invalid JSON: it is nested too deep", text=text, span=(0, 1)) from None
    except (LossyTextError, ShorthandSyntaxError):
        raise
    except ValueError as error:  # Python refuses to read numbers of thousands of digits
        raise ShorthandSyntaxError(f"this JSON cannot be read: {error}", text=text, span=(0, 1)) from None


def spans_in_json(text: str, wanted: Iterable[tuple[Place, bool]]) -> list[Span]:
    """Return where places of the value are in a valid JSON text, which is read once for all of them.

    Args:
        text: The JSON text.
        wanted: Each place, and whether the span of its key is wanted instead of that of its value.
    """
    places = list(wanted)
    found: dict[tuple[Place, bool], Span] = {}
    depths = {len(place) for place, _ in places}
    for place, is_key, span in _parts(text):
        if len(place) in depths:
            found[tuple(place), is_key] = span
    return [found.get(place, (0, len(text))) for place in places]


def located_in_json(error: ShorthandError, text: str) -> ShorthandError:
    """Return the error with a span in the JSON text for each fault of its value that has no text yet."""
    lost = [one for one in error.diagnostics if not one.text]
    spans = iter(spans_in_json(text, [(one.place, one.kind is Kind.UNKNOWN_MEMBER) for one in lost]))
    return error_of(one if one.text else replace(one, text=text, span=next(spans)) for one in error.diagnostics)


def _duplicate_key(text: str) -> tuple[str, Span]:
    """Return the first key that its object has already, and its span."""
    seen: list[set[str]] = []
    for place, is_key, span in _parts(text):
        del seen[len(place) :]
        if is_key:
            seen += [set() for _ in range(len(place) - len(seen))]
            if place[-1] in seen[-1]:
                return str(place[-1]), span
            seen[-1].add(str(place[-1]))
    raise ValueError("no key is given twice")


def _parts(text: str) -> Iterator[tuple[list[str | int], bool, Span]]:
    """Yield each key (True) and each value (False) of a JSON text with its place and span; the place list is reused."""
    place: list[str | int] = []
    opened: list[tuple[str, int]] = []
    expects_key = False
    for lexeme in _LEXEME.finditer(text):
        kind, span = lexeme.lastgroup, lexeme.span()
        if kind == "open":
            expects_key = lexeme[0] == "{"
            opened.append((lexeme[0], span[0]))
            place.append(0)
        elif kind == "close" and opened:
            place.pop()
            yield place, False, (opened.pop()[1], span[1])
        elif kind == "comma" and opened:
            expects_key = opened[-1][0] == "{"
            if not expects_key:
                place[-1] = int(place[-1]) + 1
        elif kind == "colon":
            expects_key = False
        elif kind == "string" and expects_key:
            place[-1] = json.loads(lexeme[0], strict=False)
            yield place, True, span
        elif kind in ("string", "word"):
            yield place, False, span


def dumps_json(value: Any) -> str:
    """Write a value as JSON on one line.

    Raises:
        UnrepresentableError: JSON cannot carry the value.
    """
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_mapping)
    except TypeError as error:
        raise UnrepresentableError(f"JSON cannot hold {error}") from None
    except ValueError:
        raise UnrepresentableError("JSON cannot hold nan, infinity or a value that contains itself") from None
    except RecursionError:
        raise UnrepresentableError("the value is nested too deep for JSON") from None


def _mapping(value: object) -> dict[object, object]:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError("bytes" if isinstance(value, bytes) else f"a value of type {type(value).__name__}")
