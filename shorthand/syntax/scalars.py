"""How one string is written: bare, or in quotes, by the place where it stands."""

from __future__ import annotations

import re
from enum import Enum

from shorthand.errors import UnrepresentableError


class Position(Enum):
    """Where a scalar stands, which decides what it may hold without quotes."""

    VALUE = "after a key, outside brackets"
    ELEMENT = "in a list without brackets, after its first comma"
    ITEM = "in a list in brackets"
    LAST_ITEM = "in a list in brackets, before the closing one"
    MEMBER = "after a key, in braces"
    LAST_MEMBER = "after a key, in braces, before the closing one"


# What the reader takes whole as one word, but for commas, which are written "\,": the grammar's WORD and ELEMENT.
_WORD = re.compile(r"[^\x00-\x20\"'=\[{\U00010000-\U0010ffff][^\x00-\x08\x0e-\x1b\"'\]}\U00010000-\U0010ffff]*")
_ELEMENT = re.compile(r"[^\x00-\x20\"'=\[{\U00010000-\U0010ffff][^\x00-\x08\x0e-\x1b\"'=\U00010000-\U0010ffff]*")


def forms(string: str, position: Position) -> list[str]:
    """The ways to write `string` there, the best first.

    A form in quotes whose string ends in a backslash is fragile: it reads only where no quote of its kind follows.
    A bare form may end in a backslash, which needs a space before a comma.
    """
    quoted = sorted((_quoted(string, quote) for quote in "'\""), key=len)
    if not _bare(string, position):
        return quoted
    escaped = string.replace(",", "\\,")
    # A bracket that opens nothing, and an escaped comma, read less well than quotes; but better than fragile ones.
    odd = escaped != string or (string[:1] in ("]", "}") and position is not Position.ELEMENT)
    return [*quoted, escaped] if odd and not string.endswith("\\") else [escaped, *quoted]


def is_fragile(form: str) -> bool:
    """Whether `form` reads only where no quote of its kind follows."""
    return len(form) > 2 and form[0] in "'\"" and form[-2] == "\\"


def quote(string: str) -> str:
    """`string`, written so that it reads as itself wherever in a text one value may stand.

    >>> quote("prod"), quote("a, b"), quote("it's")
    ('prod', "'a, b'", '"it\\'s"')

    Raises UnrepresentableError for a string that ends in a backslash and needs quotes: that reads only where no quote
    of the same kind follows.
    """
    bare = all(_bare(string, position) for position in Position)
    form = next(form for form in forms(string, Position.ITEM) if bare or form[:1] in ("'", '"'))
    if is_fragile(form):
        raise UnrepresentableError(
            f"{string!r} cannot be written so that it reads in every place: it ends in a backslash and needs quotes",
            hint="write the whole value at once, which can take account of what follows",
        )
    # The space is not part of the value: it keeps a comma that follows from being escaped.
    return form + " " if form.endswith("\\") else form


def _bare(string: str, position: Position) -> bool:
    if not string:
        return position in (Position.VALUE, Position.ITEM, Position.MEMBER)
    if string[0] == "]" and position in (Position.ITEM, Position.LAST_ITEM):
        return False
    word = _ELEMENT if position is Position.ELEMENT else _WORD
    return word.fullmatch(string) is not None and not string[-1].isspace()


def _quoted(string: str, quote: str) -> str:
    """In quotes a backslash stands for itself, unless another, the quote or the end follows."""
    if "\\" in string:
        string = re.sub(rf"\\{{2,}}|\\(?={quote}|\Z)", lambda run: run[0] * 2, string)
    return quote + string.replace(quote, "\\" + quote) + quote
