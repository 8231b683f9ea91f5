"""Raw value to text: `write`, the inverse of `read`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from shorthand.syntax.quoting import Position, forms, is_fragile
from shorthand.syntax.raw import DEEPEST, Raw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeGuard

    from shorthand.errors import Place, UnrepresentableError

_KEY = re.compile(r"[A-Za-z0-9_.#/:-]*")

# Strings that are bare at every position: most strings.
_PLAIN = re.compile(r"[A-Za-z0-9_!#$%&()*+./:;<>?@^`|~-]+(?: +[A-Za-z0-9_!#$%&()*+./:;<>?@^`|~-]+)*+")

# The position of an item in brackets and of a value in braces, by whether it is the last one.
_ITEMS = {False: Position.ITEM, True: Position.LAST_ITEM}
_MEMBERS = {False: Position.MEMBER, True: Position.LAST_MEMBER}


# The last form of an empty string before a closing bracket: no value at all, and a comma after it, as in "[,]".
_EMPTY_LAST = ","


class _Scalar(NamedTuple):
    """A string that is not written yet, because its best form may depend on what follows."""

    string: str
    position: Position
    place: Place


_Piece = str | _Scalar
_Path = list[str | int]
"""The keys and indices to the current value; it grows and shrinks while writing."""


def write(raw: Raw) -> str:
    """Return the shortest natural text for a raw value.

    >>> write({"Key": "a", "Values": ["b", "c, d"]})
    "Key=a,Values=b,'c, d'"

    Args:
        raw: A dict of at least one key.

    Raises:
        UnrepresentableError: No text has this value. The error has the place and the reason.
    """
    if not isinstance(raw, dict):
        raise _refusal("expected a structure or a map: a shorthand text has keys")
    if not raw:
        raise _refusal("an empty structure or map has no shorthand text")
    pieces: list[_Piece] = []
    _text(raw, pieces)
    chosen = [piece if isinstance(piece, str) else forms(piece.string, piece.position)[0] for piece in pieces]
    if any(is_fragile(form) for piece, form in zip(pieces, chosen, strict=True) if piece is not form):
        chosen = _choose(_layouts(raw))
    return _join(chosen)


def _text(raw: dict[str, Raw], pieces: list[_Piece]) -> None:
    """text: pair ("," pair)*"""
    for index, (key, value) in enumerate(raw.items()):
        pieces.append(f"{',' if index else ''}{_key(key, [])}=")
        if _is_comma_list(value):
            _comma_list(value, [key], pieces)
        else:
            _value(value, [key], Position.VALUE, pieces)


def _is_comma_list(value: Raw) -> TypeGuard[list[Raw]]:
    return isinstance(value, list) and len(value) > 1 and not any(isinstance(item, (dict, list)) for item in value)


def _comma_list(items: Sequence[Raw], path: _Path, pieces: list[_Piece]) -> None:
    """scalar ("," scalar)+"""
    for index, item in enumerate(items):
        if index:
            pieces.append(",")
        pieces.append(_scalar(item, [*path, index], Position.ELEMENT if index else Position.VALUE))


def _value(value: Raw, path: _Path, position: Position, pieces: list[_Piece]) -> None:
    """scalar | "[" value* "]" | "{" pair* "}" """
    if isinstance(value, list):
        _open(path)
        last = len(value) - 1
        pieces.append("[")
        for index, item in enumerate(value):
            if index:
                pieces.append(",")
            path.append(index)
            _value(item, path, _ITEMS[index == last], pieces)
            path.pop()
        pieces.append("]")
    elif isinstance(value, dict):
        _open(path)
        last = len(value) - 1
        pieces.append("{")
        for index, (key, item) in enumerate(value.items()):
            pieces.append(f"{',' if index else ''}{_key(key, path)}=")
            path.append(key)
            _value(item, path, _MEMBERS[index == last], pieces)
            path.pop()
        pieces.append("}")
    else:
        pieces.append(_scalar(value, path, position))


def _open(path: _Path) -> None:
    # Each step after the first leads into a bracket.
    if len(path) > DEEPEST:
        raise _refusal(f"the brackets would be nested more than {DEEPEST} deep", path)


def _key(key: object, path: _Path) -> str:
    if not isinstance(key, str):
        raise _refusal(f"expected a string as the key, got {_described(key)}", path)
    if _KEY.fullmatch(key):
        # str() of a member of a string enum gives its name; this gives its value.
        return str.__str__(key)
    reason = f"the key {key!r} cannot be written: a key can contain only letters, digits and the characters _ . # / : -"
    raise _refusal(reason, path)


def _scalar(value: object, path: _Path, position: Position) -> _Piece:
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else _Scalar(value, position, tuple(path))
    if value is None:
        raise _refusal("shorthand has no null", path)
    if isinstance(value, bytes):
        raise _refusal("a text cannot hold bytes", path)
    reason = f"{_described(value)} is not a string, and without a schema every value must be one"
    raise _refusal(reason, path, hint="give the schema that says the type")


# The imports are lazy because most values need none: they take 10 ms.


def _refusal(reason: str, path: Iterable[str | int] = (), *, hint: str = "") -> UnrepresentableError:
    from shorthand.errors import UnrepresentableError

    return UnrepresentableError(reason, place=tuple(path), hint=hint)


def _described(value: object) -> str:
    from shorthand.errors import describe

    return describe(value)


def _join(pieces: Sequence[str]) -> str:
    """Join the pieces, with a space between a bare backslash and a comma, which would otherwise be escaped."""
    text = "".join(pieces)
    if "\\" not in text:
        return text
    return "".join(
        f"{piece} " if piece.endswith("\\") and following.startswith(",") else piece
        for piece, following in zip(pieces, [*pieces[1:], ""], strict=True)
    )


_Layout = list[_Piece]
"""One way to write a pair outside brackets."""


def _layouts(raw: dict[str, Raw]) -> Iterator[list[_Layout]]:
    """Yield the layouts of each pair, the natural one first: a list without brackets can also have brackets."""
    for index, (key, value) in enumerate(raw.items()):
        natural: _Layout = []
        _text({key: value}, natural)
        layouts = [natural]
        if _is_comma_list(value):
            layouts.append(natural[:1])
            _value(value, [key], Position.VALUE, layouts[1])
        yield [[",", *layout] if index else layout for layout in layouts]


class _Suffix(NamedTuple):
    """The end of a text: its unnatural layouts, the cost of its forms over the best ones, its first piece, the rest."""

    unnatural: int = 0
    cost: int = 0
    piece: str = ""
    rest: _Suffix | None = None


_Suffixes = dict[str, _Suffix]
"""The best suffix for each set of quotes that a suffix can contain."""


def _choose(pairs: Iterable[list[_Layout]]) -> list[str]:
    """Choose a layout for each pair and a form for each scalar such that no fragile form has its quote after it.

    From the end to the start, keep the best suffix for each set of quotes that a suffix can contain. Where none is
    left, no text has the value.
    """
    suffixes: _Suffixes = {"": _Suffix()}
    for layouts in reversed(list(pairs)):
        longer: _Suffixes = {}
        for unnatural, layout in enumerate(layouts):
            for held, suffix in _extended(suffixes, layout).items():
                _keep_best(longer, held, suffix._replace(unnatural=suffix.unnatural + unnatural))
        if not longer:
            raise _no_quotes_left(suffixes, layouts[0])
        suffixes = longer
    best: _Suffix | None = min(suffixes.values(), key=lambda suffix: suffix[:2])
    chosen = []
    while best is not None and best.rest is not None:
        chosen.append(best.piece)
        best = best.rest
    return chosen


def _extended(suffixes: _Suffixes, layout: _Layout) -> _Suffixes:
    """Return the best suffixes with a layout before them; none if no form of one of its scalars reads there."""
    for piece in reversed(layout):
        suffixes = _with_piece(suffixes, piece)
    return suffixes


def _with_piece(suffixes: _Suffixes, piece: _Piece) -> _Suffixes:
    if isinstance(piece, str):
        return {held: _Suffix(*suffix[:2], piece, suffix) for held, suffix in suffixes.items()}
    longer: _Suffixes = {}
    for held, suffix in suffixes.items():
        for rank, form in enumerate(_forms(piece)):
            if not is_fragile(form) or form[0] not in held:
                holds = "".join(quote for quote in "'\"" if quote in held or quote in form)
                unnatural = suffix.unnatural + (form == _EMPTY_LAST)
                _keep_best(longer, holds, _Suffix(unnatural, suffix.cost + rank, form, suffix))
    return longer


def _forms(scalar: _Scalar) -> list[str]:
    found = forms(scalar.string, scalar.position)
    is_last = scalar.position in (Position.LAST_ITEM, Position.LAST_MEMBER)
    return [*found, _EMPTY_LAST] if is_last and not scalar.string else found


def _keep_best(suffixes: _Suffixes, held: str, suffix: _Suffix) -> None:
    if held not in suffixes or suffix[:2] < suffixes[held][:2]:
        suffixes[held] = suffix


def _no_quotes_left(suffixes: _Suffixes, layout: _Layout) -> UnrepresentableError:
    """Make the error for the last scalar of a layout that has no form which reads before any of the suffixes."""
    for piece in reversed(layout):
        suffixes = _with_piece(suffixes, piece)
        if not suffixes and isinstance(piece, _Scalar):
            reason = f"{piece.string!r} ends in a backslash and needs quotes, and quotes of both kinds follow it"
            return _refusal(reason, piece.place)
    raise ValueError("the layout reads")
