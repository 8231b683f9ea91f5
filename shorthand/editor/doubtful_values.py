"""A value that reads and deserves a warning, and where it is in the tokens of its option."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from shorthand.codec.token_kind import Token, TokenKind, classify
from shorthand.errors import Diagnostic, Kind, Place
from shorthand.shapes import Shape, resolved


class DoubtfulValue(NamedTuple):
    """A value that an enum does not list, a key that its map does not list, or a likely mistake.

    Attributes:
        place: Where the value is.
        reason: What to tell about it, in one clause.
        is_key: Whether it is the key of a map.
        hint: What to do about it, as an imperative.
        kind: The sort of warning.
    """

    place: Place
    reason: str
    is_key: bool = False
    hint: str = ""
    kind: Kind = Kind.ENUM


def located(found: Sequence[DoubtfulValue], tokens: Sequence[str], shape: Shape) -> list[Diagnostic]:
    """Return a warning for each value, with the token that it is in, and its span where the token is no JSON.

    Args:
        found: The values.
        tokens: The tokens of an option.
        shape: The schema of the option.
    """
    if not found:
        return []
    located: dict[int, Diagnostic] = {}
    for token in classify(tokens, resolved(shape)):
        of_token = [index for index, one in enumerate(found) if one.place[: len(token.place)] == token.place]
        located.update(zip(of_token, _in_token([found[index] for index in of_token], token), strict=True))
    return [located[index] for index in range(len(found))]


def _in_token(found: Sequence[DoubtfulValue], token: Token) -> Iterator[Diagnostic]:
    """Yield the warnings of one token, with their spans where the token is a text."""
    plain = [Diagnostic(one.reason, text=token.text, place=one.place, hint=one.hint, kind=one.kind) for one in found]
    if token.kind in (TokenKind.SCALAR, TokenKind.BARE_MEMBER):
        yield from (replace(one, span=(0, len(token.text))) for one in plain)
    elif token.kind is TokenKind.SHORTHAND and found:
        from shorthand.syntax.spans import spans_of  # takes 2 ms, and few texts have a doubtful value

        spans = spans_of(token.text, [(one.place[len(token.place) :], one.is_key) for one in found])
        yield from (replace(one, span=span) for one, span in zip(plain, spans, strict=True))
    else:
        yield from plain
