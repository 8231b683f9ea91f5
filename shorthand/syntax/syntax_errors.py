"""The syntax error of a broken text: what is unexpected, and what is expected instead."""

from __future__ import annotations

import re

from shorthand.errors import ShorthandSyntaxError
from shorthand.syntax._compiled_reader import _KEY_CHARACTERS, _SPACE
from shorthand.syntax.raw import DEEPEST, SPACE
from shorthand.syntax.walk import Walk

_KEY_START = re.compile(f"{_KEY_CHARACTERS}{_SPACE}(?:@{_SPACE})?")
_LEADING_SPACE = re.compile(rf"[{SPACE}\ufeff]+")

_END = "end of text"

# What people call each terminal. Terminals that look alike to a person share a name.
_EXPECTED = {
    "KEY": "a key and '='",
    "FILE_KEY": "a key and '='",
    "WORD": "a value",
    "ELEMENT": "a value",
    "SINGLE_QUOTED": "a value",
    "DOUBLE_QUOTED": "a value",
    "_OPEN_LIST": "a value",
    "_OPEN_MAP": "a value",
    "_LIST_COMMA": "','",
    "_PAIR_COMMA": "','",
    "_SECOND_COMMA": "','",
    "DROPPED": "','",
    "_COMMA": "','",
    "_CLOSE_LIST": "']'",
    "_CLOSE_MAP": "'}'",
    "$END": _END,
}


def expected(walk: Walk) -> list[str]:
    """Return what is allowed where a walk has ended, in human words."""
    allowed = walk.allowed
    return list(dict.fromkeys(name for terminal, name in _EXPECTED.items() if terminal in allowed))


def syntax_error(walk: Walk) -> ShorthandSyntaxError:
    """Return the error for a text whose walk ended before its end."""
    text, at, allowed = walk.text, walk.at, walk.allowed
    if walk.too_deep:
        return ShorthandSyntaxError(f"brackets are nested more than {DEEPEST} deep", text=text, span=(at, at + 1))
    # That the text can also end here is worth saying only where nothing else is allowed.
    names = [name for name in expected(walk) if name != _END] or [_END]
    start = _KEY_START.match(text, at)
    if start and "KEY" in allowed and (start[0].strip(SPACE) or not _LEADING_SPACE.match(text)):
        # The error is after the key, where "=" is missing.
        at = start.end()
    if at >= len(text):
        reason = "unexpected end of text"
        span = (len(text), len(text))
    else:
        shown = repr(text[at]) if text[at].isprintable() else f"U+{ord(text[at]):04X}"
        reason = f"unexpected {shown}"
        span = (at, at + 1)
        if text[at] in "'\"" and "WORD" in allowed:
            reason = f"the quote {text[at]} is not closed"
            names = [f"a closing {text[at]}"]
    return ShorthandSyntaxError(reason, text=text, span=span, expected=" or ".join(names))
