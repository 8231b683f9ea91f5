"""Write one string, bare or in quotes, by its position in the text."""

from __future__ import annotations

import re
from enum import Enum


class Position(Enum):
    """The position of a scalar, which decides what it can contain without quotes."""

    VALUE = "after a key, outside brackets"
    ELEMENT = "in a list without brackets, after its first comma"
    ITEM = "in a list in brackets"
    LAST_ITEM = "in a list in brackets, before the closing one"
    MEMBER = "after a key, in braces"
    LAST_MEMBER = "after a key, in braces, before the closing one"


# The grammar's WORD and ELEMENT, with backslashes and commas as other characters: a comma is written "\,".
_WORD = re.compile(r"[^\x00-\x20\"'=\[{\U00010000-\U0010ffff][^\x00-\x08\x0e-\x1b\"'\]}\U00010000-\U0010ffff]*")
_ELEMENT = re.compile(r"[^\x00-\x20\"'=\[{\U00010000-\U0010ffff][^\x00-\x08\x0e-\x1b\"'=\U00010000-\U0010ffff]*")


def forms(string: str, position: Position) -> list[str]:
    """Return the ways to write a string at a position, the best first.

    >>> forms("a, b", Position.VALUE)
    ["'a, b'", '"a, b"', 'a\\\\, b']

    A quoted form whose string ends in a backslash is fragile: it reads only where no quote of its kind follows.
    A bare form may end in a backslash, which needs a space before a comma.
    """
    quoted = sorted((_quoted(string, quote) for quote in "'\""), key=len)
    if not _bare(string, position):
        return quoted
    escaped = string.replace(",", "\\,")
    # A stray bracket and an escaped comma are harder to read than quotes, but better than fragile quotes.
    odd = escaped != string or (string[:1] in ("]", "}") and position is not Position.ELEMENT)
    return [*quoted, escaped] if odd and not string.endswith("\\") else [escaped, *quoted]


def is_fragile(form: str) -> bool:
    """Return whether `form` reads only where no quote of its kind follows."""
    return len(form) > 2 and form[0] in "'\"" and form[-2] == "\\"


def quote(string: str) -> str:
    """Return a string in a form that reads as itself wherever a text can have a value, like `shlex.quote` for shells.

    >>> quote("prod"), quote("a, b"), quote("it's")
    ('prod', "'a, b'", '"it\\'s"')

    Args:
        string: The string.

    Raises:
        UnrepresentableError: The string ends in a backslash and needs quotes, so that it reads only where no quote of
            the same kind follows.
    """
    bare = all(_bare(string, position) for position in Position)
    form = next(form for form in forms(string, Position.ITEM) if bare or form[:1] in ("'", '"'))
    if is_fragile(form):
        from shorthand.errors import UnrepresentableError  # 10 ms, which writing does not need

        raise UnrepresentableError(
            f"{string!r} cannot be quoted for every position: it ends in a backslash and needs quotes",
            hint="write the whole text with dumps, which considers what follows",
        )
    # The space is not part of the value. It keeps the backslash from escaping a comma that follows.
    return form + " " if form.endswith("\\") else form


def _bare(string: str, position: Position) -> bool:
    if not string:
        return position in (Position.VALUE, Position.ITEM, Position.MEMBER)
    if string[0] == "]" and position in (Position.ITEM, Position.LAST_ITEM):
        return False
    word = _ELEMENT if position is Position.ELEMENT else _WORD
    return word.fullmatch(string) is not None and not string[-1].isspace()


def _quoted(string: str, quote: str) -> str:
    """Double a backslash in quotes only where another one, the quote or the end follows."""
    if "\\" in string:
        string = re.sub(rf"\\{{2,}}|\\(?={quote}|\Z)", lambda run: run[0] * 2, string)
    return quote + string.replace(quote, "\\" + quote) + quote
