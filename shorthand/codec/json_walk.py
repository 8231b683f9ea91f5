"""Walk through a JSON text: each key and each value with its place and its span, up to the first fault.

Python's own parser is faster, so it does the reading. It tells neither where a value is in the text, nor in the same
words on every version what is wrong.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from enum import Enum

from shorthand.codec.scalars import most_digits
from shorthand.errors import ShorthandSyntaxError, Span, shorten

_TOKEN = re.compile(
    r"[ \t\n\r]*+(?:(?P<mark>[\[\]{},:])"
    r'|(?P<string>"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+")'
    r'|(?P<word>[^\s,:\[\]{}"]++)|(?P<end>\Z)|(?P<other>.))',
    re.DOTALL,
)
_STRING_AS_FAR_AS_VALID = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+')
_NUMBER = re.compile(r"-?(?P<whole>0|[1-9][0-9]*+)(?P<rest>(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?)")
_CLOSING = {"[": "]", "{": "}"}


class _Expected(Enum):
    """What is valid next. The value is how a message names it."""

    VALUE = "a value"
    FIRST_ITEM = "a value or ']'"
    FIRST_KEY = "a key in double quotes or '}'"
    KEY = "a key in double quotes"
    COLON = "':'"
    MORE_ITEMS = "',' or ']'"
    MORE_PAIRS = "',' or '}'"
    END = "end of text"


_VALUES = {_Expected.VALUE, _Expected.FIRST_ITEM}
_KEYS = {_Expected.KEY, _Expected.FIRST_KEY}
_CLOSABLE = {_Expected.FIRST_ITEM, _Expected.FIRST_KEY, _Expected.MORE_ITEMS, _Expected.MORE_PAIRS}
_AFTER_COMMA = {_Expected.MORE_ITEMS: _Expected.VALUE, _Expected.MORE_PAIRS: _Expected.KEY}


def walk_json(text: str, *, deepest: int) -> Iterator[tuple[list[str | int], bool, Span]]:
    """Yield each key (True) and each value (False) with its place and span. The list of the place is reused.

    Args:
        text: The text.
        deepest: How many brackets may be nested.

    Raises:
        ShorthandSyntaxError: The text is not JSON, or holds a number or a nesting that is not taken. Duplicate keys
            are not looked for.
    """
    place: list[str | int] = []
    opened: list[tuple[str, int]] = []
    expected = _Expected.VALUE
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup or ""
        lexeme, span = token[kind], token.span(kind)
        if kind == "string" and expected in _KEYS:
            place[-1] = json.loads(lexeme)
            yield place, True, span
            expected = _Expected.COLON
        elif kind in ("string", "word") and expected in _VALUES:
            if kind == "word":
                _check_word(text, lexeme, span)
            yield place, False, span
            expected = _after_value(opened)
        elif kind == "mark" and lexeme in _CLOSING and expected in _VALUES:
            if len(opened) == deepest:
                raise ShorthandSyntaxError(
                    f"the JSON is nested too deep: more than {deepest} levels", text=text, span=span
                )
            opened.append((lexeme, span[0]))
            place.append(0)
            expected = _Expected.FIRST_ITEM if lexeme == "[" else _Expected.FIRST_KEY
        elif expected in _CLOSABLE and lexeme == _CLOSING[opened[-1][0]]:
            place.pop()
            yield place, False, (opened.pop()[1], span[1])
            expected = _after_value(opened)
        elif lexeme == "," and expected in _AFTER_COMMA:
            if expected is _Expected.MORE_ITEMS:
                place[-1] = int(place[-1]) + 1
            expected = _AFTER_COMMA[expected]
        elif lexeme == ":" and expected is _Expected.COLON:
            expected = _Expected.VALUE
        elif kind == "end" and expected is _Expected.END:
            return
        else:
            raise _unexpected(text, lexeme, span, expected)


def _after_value(opened: list[tuple[str, int]]) -> _Expected:
    if not opened:
        return _Expected.END
    return _Expected.MORE_ITEMS if opened[-1][0] == "[" else _Expected.MORE_PAIRS


def _check_word(text: str, word: str, span: Span) -> None:
    """Check that a word is a literal, or a number that Python can hold."""
    number = _NUMBER.fullmatch(word)
    if word in ("true", "false", "null"):
        return
    if word in ("NaN", "Infinity", "-Infinity"):
        reason = f"{word} is not a JSON number"
    elif not number:
        raise _unexpected(text, word, span, _Expected.VALUE)
    elif number["rest"] and math.isinf(float(word)):
        reason = f"{word if len(word) <= 60 else 'the number'} is too large for a floating-point number"
    elif not number["rest"] and len(number["whole"]) > most_digits():
        reason = f"the number has more than {most_digits()} digits"
    else:
        return
    raise ShorthandSyntaxError(reason, text=text, span=span)


def _unexpected(text: str, lexeme: str, span: Span, expected: _Expected) -> ShorthandSyntaxError:
    """Return the error for a token that is not valid where it is."""
    valid = expected.value
    if not lexeme:
        reason = "unexpected end of text"
    elif lexeme == '"':
        # A whole string is one token. This quote begins one that is not valid.
        return _string_fault(text, span[0])
    elif lexeme[0] in "'`" or not lexeme[0].isprintable():
        # What follows is not a word to people.
        span = (span[0], span[0] + 1)
        reason = f"unexpected {_shown(lexeme[0])}"
    else:
        reason = f"unexpected {shorten(lexeme)}"
    return ShorthandSyntaxError(f"invalid JSON: {reason}", text=text, span=span, expected=valid)


def _string_fault(text: str, start: int) -> ShorthandSyntaxError:
    """Return the error for a string that is not closed, or has a character or an escape that JSON does not allow."""
    found = _STRING_AS_FAR_AS_VALID.match(text, start)
    at = found.end() if found else start
    if at == len(text) or text[at:] == "\\":
        reason, span, expected = 'the quote " is not closed', (start, start + 1), 'a closing "'
    elif text[at] == "\\":
        reason, span = f"unexpected {text[at : at + 2]!r} in a string", (at, at + 2)
        expected = r"an escape: \" \\ \/ \b \f \n \r \t or \u and four hexadecimal digits"
    else:
        reason, span = f"unexpected {_shown(text[at])} in a string", (at, at + 1)
        expected = r"an escape such as \n"
    return ShorthandSyntaxError(f"invalid JSON: {reason}", text=text, span=span, expected=expected)


def _shown(char: str) -> str:
    return repr(char) if char.isprintable() else f"U+{ord(char):04X}"
