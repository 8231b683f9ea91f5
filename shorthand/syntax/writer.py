"""Raw to text: `write`, the inverse of the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from shorthand.errors import Place, UnrepresentableError
from shorthand.syntax.raw import DEEPEST, Raw
from shorthand.syntax.scalars import Position, forms, is_fragile

_KEY = re.compile(r"[A-Za-z0-9_.#/:-]*")

# Where the items in brackets stand, and the last of them.
_ITEMS = (Position.ITEM, Position.LAST_ITEM)
_MEMBERS = (Position.MEMBER, Position.LAST_MEMBER)


class _Scalar(NamedTuple):
    """A string still to be written, for its best form may depend on what follows."""

    string: str
    position: Position
    place: Place


_Piece = str | _Scalar


def write(raw: Raw) -> str:
    """The shortest natural text for `raw`, a dict of at least one key.

    >>> write({"Key": "a", "Values": ["b", "c, d"]})
    "Key=a,Values=b,'c, d'"

    Raises UnrepresentableError, with the path and the reason.
    """
    if not isinstance(raw, dict):
        raise UnrepresentableError("a shorthand text is a structure or a map, not a list or a single value")
    if not raw:
        raise UnrepresentableError("an empty structure or map has no shorthand text")
    pieces = list(_text(raw))
    chosen = [forms(piece.string, piece.position)[0] if isinstance(piece, _Scalar) else piece for piece in pieces]
    if any(isinstance(piece, _Scalar) and is_fragile(form) for piece, form in zip(pieces, chosen, strict=True)):
        chosen = _choose(pieces)
    return _join(chosen)


def _text(raw: dict[str, Raw]) -> Iterator[_Piece]:
    """text: pair ("," pair)*"""
    comma = ""
    for key, value in raw.items():
        yield f"{comma}{_key(key, (key,))}="
        if isinstance(value, list) and len(value) > 1 and not any(isinstance(item, (dict, list)) for item in value):
            yield from _comma_list(value, (key,))
        else:
            yield from _value(value, (key,), Position.VALUE)
        comma = ","


def _comma_list(items: Sequence[Raw], place: Place) -> Iterator[_Piece]:
    """scalar ("," scalar)+"""
    yield _scalar(items[0], (*place, 0), Position.VALUE)
    for index, item in enumerate(items[1:], 1):
        yield ","
        yield _scalar(item, (*place, index), Position.ELEMENT)


def _value(value: Raw, place: Place, position: Position, depth: int = 0) -> Iterator[_Piece]:
    """scalar | "[" value* "]" | "{" pair* "}" """
    if not isinstance(value, (dict, list)):
        yield _scalar(value, place, position)
        return
    if depth == DEEPEST:
        raise UnrepresentableError(f"brackets would stand more than {DEEPEST} deep", place=place)
    last = len(value) - 1
    inner, final = _ITEMS if isinstance(value, list) else _MEMBERS
    yield "[" if isinstance(value, list) else "{"
    steps: Iterable[int | str] = range(len(value)) if isinstance(value, list) else value
    items = value if isinstance(value, list) else value.values()
    for index, (step, item) in enumerate(zip(steps, items, strict=True)):
        inside = (*place, step)
        if isinstance(value, dict):
            yield _key(step, inside) + "="
        yield from _value(item, inside, final if index == last else inner, depth + 1)
        if index < last:
            yield ","
    yield "]" if isinstance(value, list) else "}"


def _key(key: object, place: Place) -> str:
    if isinstance(key, str) and _KEY.fullmatch(key):
        return key
    raise UnrepresentableError(
        f"the key {key!r} cannot be written: a key holds only letters, digits and the characters _ . # / : -",
        place=place[:-1],
    )


def _scalar(value: object, place: Place, position: Position) -> _Scalar:
    if isinstance(value, str):
        return _Scalar(value, position, place)
    if value is None:
        raise UnrepresentableError("shorthand has no null", place=place)
    if isinstance(value, bytes):
        raise UnrepresentableError("a text cannot hold bytes", place=place, hint="name a file: @=fileb://…")
    raise UnrepresentableError(
        f"{value!r} is not a string, and without a schema every value is one",
        place=place,
        hint="give the schema that says the type",
    )


def _join(pieces: Sequence[str]) -> str:
    """The pieces as one text, with the space that keeps a comma after a bare backslash from being escaped."""
    return "".join(
        f"{piece} " if piece.endswith("\\") and following.startswith(",") else piece
        for piece, following in zip(pieces, [*pieces[1:], ""], strict=True)
    )


class _Suffix(NamedTuple):
    """The end of a text: how far its forms are from the best, and its first piece before the rest."""

    cost: int
    piece: str = ""
    rest: _Suffix | None = None


def _choose(pieces: Sequence[_Piece]) -> list[str]:
    """A form for each scalar such that no fragile one has a quote of its kind after it.

    From the end to the start, the best suffix for each set of quotes that a suffix can hold.
    """
    suffixes = {"": _Suffix(0)}
    for piece in reversed(pieces):
        if isinstance(piece, str):
            suffixes = {held: _Suffix(suffix.cost, piece, suffix) for held, suffix in suffixes.items()}
            continue
        longer: dict[str, _Suffix] = {}
        for held, suffix in suffixes.items():
            for rank, form in enumerate(forms(piece.string, piece.position)):
                if is_fragile(form) and form[0] in held:
                    continue
                holds = "".join(quote for quote in "'\"" if quote in held or quote in form)
                cost = suffix.cost + rank
                if holds not in longer or cost < longer[holds].cost:
                    longer[holds] = _Suffix(cost, form, suffix)
        if not longer:
            raise UnrepresentableError(
                f"{piece.string!r} ends in a backslash and needs quotes, and quotes of both kinds follow it",
                place=piece.place,
            )
        suffixes = longer
    best: _Suffix | None = min(suffixes.values(), key=lambda suffix: suffix.cost)
    chosen = []
    while best is not None and best.rest is not None:
        chosen.append(best.piece)
        best = best.rest
    return chosen
