"""JSON in and out, with errors of ours."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from shorthand.errors import LossyTextError, Place, ShorthandError, ShorthandSyntaxError, UnrepresentableError

_LONGEST_HINT = 200
_TOKEN = re.compile(
    r"(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<colon>:)"
    r'|(?P<string>"(?:[^"\\]++|\\.)*+")|(?P<word>[^\s,:\[\]{}"]++)',
    re.DOTALL,
)


def loads_json(text: str, *, strict: bool = True) -> Any:
    """The value of a JSON text.

    `strict` stops at a key given twice in one object, of which only the last value would be kept. Raises
    ShorthandSyntaxError, LossyTextError.
    """

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(items)
        if strict and len(value) < len(items):
            twice, span = _given_twice(text)
            raise LossyTextError(
                f"the key {twice!r} is given twice in one JSON object: its first value would be lost",
                text=text,
                span=span,
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
            f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}", text=text, span=(at, min(at + 1, len(text)))
        ) from None
    except RecursionError:
        raise ShorthandSyntaxError("the JSON is nested too deep", text=text, span=(0, 1)) from None
    except (LossyTextError, ShorthandSyntaxError):
        raise
    except ValueError as error:  # Python refuses to read numbers of thousands of digits
        raise ShorthandSyntaxError(f"this JSON cannot be read: {error}", text=text, span=(0, 1)) from None


def spans_in_json(text: str, wanted: Iterable[tuple[Place, bool]]) -> list[tuple[int, int]]:
    """The (start, end) of each place in a JSON text that reads: of its key where the flag says so, else of its value.

    The text is read once for all of them.
    """
    places = list(wanted)
    found: dict[tuple[Place, bool], tuple[int, int]] = {}
    deep = {len(place) for place, _ in places}
    for place, is_key, span in _parts(text):
        if len(place) in deep:
            found[tuple(place), is_key] = span
    return [found.get(place, (0, len(text))) for place in places]


def locate(error: ShorthandError, text: str) -> None:
    """Give what is wrong with the value of a JSON text its place in that text."""
    lost = [one for one in error.errors if not one.text]
    spans = spans_in_json(text, [(one.place, one.problem == "member") for one in lost])
    for one, span in zip(lost, spans, strict=True):
        one.text, one.span = text, span


def _given_twice(text: str) -> tuple[str, tuple[int, int]]:
    """The first key that its object has already, and where it stands."""
    seen: list[set[str]] = []
    for place, is_key, span in _parts(text):
        del seen[len(place) :]
        if is_key:
            seen += [set() for _ in range(len(place) - len(seen))]
            if place[-1] in seen[-1]:
                return str(place[-1]), span
            seen[-1].add(str(place[-1]))
    raise AssertionError("no key is given twice")


def _parts(text: str) -> Iterator[tuple[list[str | int], bool, tuple[int, int]]]:
    """Each key (True) and each value (False) of a JSON text, with its place and span; the place is used again."""
    place: list[str | int] = []
    opened: list[tuple[str, int]] = []
    wants_key = False
    for token in _TOKEN.finditer(text):
        kind, span = token.lastgroup, token.span()
        if kind == "open":
            wants_key = token[0] == "{"
            opened.append((token[0], span[0]))
            place.append(0)
        elif kind == "close" and opened:
            place.pop()
            yield place, False, (opened.pop()[1], span[1])
        elif kind == "comma" and opened:
            wants_key = opened[-1][0] == "{"
            if not wants_key:
                place[-1] = int(place[-1]) + 1
        elif kind == "colon":
            wants_key = False
        elif kind == "string" and wants_key:
            place[-1] = json.loads(token[0], strict=False)
            yield place, True, span
        elif kind in ("string", "word"):
            yield place, False, span


def dumps_json(value: Any) -> str:
    """The JSON text of a value, on one line. Raises UnrepresentableError for what JSON does not have."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_mapping)
    except TypeError as error:
        raise UnrepresentableError(f"JSON does not have it: {error}") from None
    except ValueError:
        raise UnrepresentableError("JSON has no nan, no infinity, and nothing that holds itself") from None
    except RecursionError:
        raise UnrepresentableError("the value is nested too deep for JSON") from None


def _mapping(value: object) -> dict[object, object]:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a {type(value).__name__}")


def as_hint(value: Any) -> str:
    """What to do about a value that shorthand cannot carry and JSON can; "" where that is too long to type."""
    try:
        text = dumps_json(value)
    except UnrepresentableError:
        return ""
    return f"give it as JSON: {text}" if len(text) <= _LONGEST_HINT else ""
