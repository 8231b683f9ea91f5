"""Warn of values that an enum does not list. They are passed on, because the service decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from shorthand.codec.token_kind import Token, TokenKind, classify
from shorthand.did_you_mean import listed, nearest
from shorthand.errors import Diagnostic, Kind, Place
from shorthand.shapes import List, Map, Shape, String, Structure, resolved
from shorthand.syntax.spans import spans_of


class UnlistedValue(NamedTuple):
    """A value that its enum does not list, or a key that its map does not list.

    Attributes:
        place: Where the value is.
        reason: What to tell about it, in one clause.
        is_key: Whether it is the key of a map.
    """

    place: Place
    reason: str
    is_key: bool = False


def warnings(tokens: Sequence[str], shape: Shape, value: Any) -> list[Diagnostic]:
    """Return a warning for each value that an enum does not list.

    Args:
        tokens: The tokens of an option.
        shape: The schema of the option.
        value: The typed value that was read from the tokens.
    """
    found = list(unlisted(value, shape))
    if not found:
        return []
    located: dict[int, Diagnostic] = {}
    for token in classify(tokens, resolved(shape)):
        of_token = [index for index, one in enumerate(found) if one.place[: len(token.place)] == token.place]
        located.update(zip(of_token, _located([found[index] for index in of_token], token), strict=True))
    return [located[index] for index in range(len(found))]


def _located(found: Sequence[UnlistedValue], token: Token) -> Iterator[Diagnostic]:
    """Yield the warnings of one token, with their spans where the token is a text."""
    plain = [Diagnostic(one.reason, text=token.text, place=one.place, kind=Kind.ENUM) for one in found]
    if token.kind in (TokenKind.SCALAR, TokenKind.BARE_MEMBER):
        yield from (replace(one, span=(0, len(token.text))) for one in plain)
    elif token.kind is TokenKind.SHORTHAND and found:
        spans = spans_of(token.text, [(one.place[len(token.place) :], one.is_key) for one in found])
        yield from (replace(one, span=span) for one, span in zip(plain, spans, strict=True))
    else:
        yield from plain


def unlisted_reason(value: object, among: Iterable[str]) -> str:
    """Describe a value that is not one of the documented ones."""
    word = str(value)
    near = nearest(word, among)
    meant = f"; did you mean {near}?" if near else ""
    return f"{_quoted(word)} is not one of the documented values ({listed(among)}){meant}"


def unlisted(value: Any, shape: Shape, place: Place = ()) -> Iterator[UnlistedValue]:
    """Yield what an enum does not list in a typed value that fits the shape, in the order of the value."""
    todo: list[tuple[Any, Shape, Place]] = [(value, shape, place)]
    while todo:
        value, shape, place = todo.pop()
        shape = resolved(shape)
        if isinstance(shape, String):
            if shape.enum and isinstance(value, str) and value not in shape.enum:
                yield UnlistedValue(place, unlisted_reason(value, shape.enum))
        elif isinstance(shape, List) and isinstance(value, list):
            todo += [(item, shape.member, (*place, index)) for index, item in reversed(list(enumerate(value)))]
        elif isinstance(shape, Structure) and isinstance(value, dict):
            known = [(item, shape.members[key], (*place, key)) for key, item in value.items() if key in shape.members]
            todo += reversed(known)
        elif isinstance(shape, Map) and isinstance(value, dict):
            yield from _unlisted_keys(value, shape, place)
            todo += [(item, shape.value, (*place, key)) for key, item in reversed(list(value.items()))]


def _unlisted_keys(value: dict[str, Any], shape: Map, place: Place) -> Iterator[UnlistedValue]:
    keys = resolved(shape.key)
    names = keys.enum if isinstance(keys, String) else ()
    for key in value:
        if names and key not in names:
            yield UnlistedValue((*place, key), unlisted_reason(key, names), is_key=True)


def _quoted(word: str) -> str:
    shown = repr(word)
    return shown if len(shown) <= 60 else shown[:50] + "…" + shown[-1]
