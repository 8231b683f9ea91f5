"""Values that an enum does not list: they are passed on, for the service to decide, but are worth a warning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from shorthand.codec.token_kind import TokenKind, classify
from shorthand.did_you_mean import listed, nearest
from shorthand.errors import Diagnostic, Kind, Place
from shorthand.shapes import List, Map, Shape, String, Structure, resolved
from shorthand.syntax.spans import span_of


class Unlisted(NamedTuple):
    """A value, or with `is_key` the key of a map, that is not listed; and what to say of it."""

    place: Place
    said: str
    is_key: bool = False


def warnings(tokens: Sequence[str], shape: Shape, value: Any) -> list[Diagnostic]:
    """What an enum does not list in `value`, which the tokens of an option gave; not to be raised."""
    return [_located(found, tokens, resolved(shape)) for found in unlisted(value, shape)]


def _located(found: Unlisted, tokens: Sequence[str], shape: Shape) -> Diagnostic:
    """Return the warning, with its span where the token is a text."""
    given = classify(tokens, shape)
    token = next(token for token in given if found.place[: len(token.place)] == token.place)
    span = None
    if token.kind in (TokenKind.SCALAR, TokenKind.BARE_MEMBER):
        span = (0, len(token.text))
    elif token.kind is TokenKind.SHORTHAND:
        span = span_of(token.text, found.place[len(token.place) :], key=found.is_key)
    return Diagnostic(found.said, text=token.text, span=span, place=found.place, kind=Kind.ENUM)


def not_listed(value: object, among: Iterable[str]) -> str:
    """What to say of a value that the service does not list."""
    word = str(value)
    near = nearest(word, among)
    meant = f"; did you mean {near}?" if near else ""
    return f"{_brief(word)} is not among the values that are listed ({listed(among)}){meant}"


def unlisted(value: Any, shape: Shape, place: Place = ()) -> Iterator[Unlisted]:
    """What an enum does not list in a typed value that fits the shape."""
    todo: list[tuple[Any, Shape, Place]] = [(value, shape, place)]
    while todo:
        value, shape, place = todo.pop()
        shape = resolved(shape)
        if isinstance(shape, String):
            if shape.enum and isinstance(value, str) and value not in shape.enum:
                yield Unlisted(place, not_listed(value, shape.enum))
        elif isinstance(shape, List) and isinstance(value, list):
            todo += [(item, shape.member, (*place, index)) for index, item in reversed(list(enumerate(value)))]
        elif isinstance(shape, Structure) and isinstance(value, dict):
            known = [(item, shape.members[key], (*place, key)) for key, item in value.items() if key in shape.members]
            todo += reversed(known)
        elif isinstance(shape, Map) and isinstance(value, dict):
            listed = keys.enum if isinstance(keys := resolved(shape.key), String) else ()
            for key in value:
                if listed and key not in listed:
                    yield Unlisted((*place, key), not_listed(key, listed), True)
            todo += [(item, shape.value, (*place, key)) for key, item in reversed(list(value.items()))]


def _brief(word: str) -> str:
    shown = repr(word)
    return shown if len(shown) <= 60 else shown[:50] + "…" + shown[-1]
