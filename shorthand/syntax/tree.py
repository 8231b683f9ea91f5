"""The grammar's own view of a text: a lark tree with positions.

Nodes: `text`, `pair`, `key` and `file_key`, `word`, `single_quoted`, `double_quoted`, `empty`, `comma_list`, `list`,
`map`. Tokens are exactly as written, the white space that a terminal takes in included.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from shorthand.errors import ShorthandSyntaxError

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

_KEY_START = re.compile(r"[A-Za-z0-9_.#/:-]*+[ \t\n\r\x0b\x0c]*+(?:@[ \t\n\r\x0b\x0c]*+)?")
_LEADING_SPACE = re.compile(r"[ \t\n\r\x0b\x0c\ufeff]+")

# What a person would call each terminal. Terminals that a person sees as one share a name.
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
    "$END": "the end of the text",
}


def tree(text: str) -> Tree[Token]:
    """The parse tree of `text`, each node with its position in `.meta`.

    >>> tree("Key=a").children[0].children
    [Tree('key', [Token('KEY', 'Key=')]), Tree('word', [Token('WORD', 'a')])]

    Raises ShorthandSyntaxError.
    """
    from lark import UnexpectedCharacters, UnexpectedToken

    try:
        return _parser().parse(text)
    except UnexpectedCharacters as error:
        raise _fault(text, error.pos_in_stream or 0, error.allowed) from None
    except UnexpectedToken as error:
        at_end = error.token.type == "$END"
        at = len(text) if at_end or error.token.start_pos is None else error.token.start_pos
        raise _fault(text, at, error.expected) from None


@cache
def _parser() -> Lark:
    from lark import Lark

    from shorthand.grammars import load

    return Lark(load("shorthand"), parser="lalr", start="text", propagate_positions=True, maybe_placeholders=False)


def _fault(text: str, at: int, terminals: set[str]) -> ShorthandSyntaxError:
    """The error for a text that stops making sense at `at`, where one of `terminals` should stand."""
    hint = ""
    start = _KEY_START.match(text, at)
    if start and terminals & {"KEY", "FILE_KEY"}:
        space = _LEADING_SPACE.match(text) if at == 0 else None
        at = start.end()
        if space and start[0].strip(" \t\n\r\x0b\x0c") == "":
            hint = "take the white space at the start away"
            at = 0
        elif at < len(text) and text[at] not in "'\",{}[]":
            hint = "a key holds only letters, digits and the characters _ . # / : -"
    if at >= len(text):
        reason = "the text ends too early"
        span = (len(text), len(text))
    else:
        shown = repr(text[at]) if text[at].isprintable() else f"U+{ord(text[at]):04X}"
        reason = f"{shown} cannot stand here"
        span = (at, at + 1)
        if text[at] in "'\"":
            if text[at] in "'\"" and terminals & {"WORD", "ELEMENT", "SINGLE_QUOTED"}:
                reason = f"the quote {text[at]} is never closed"
            elif not hint:
                hint = "put the whole value in quotes; inside, write a backslash before a quote of the same kind"
        elif text[at] in "]}" and not terminals & {"_CLOSE_LIST", "_CLOSE_MAP"}:
            hint = f"to use {text[at]} in a value, put the value in quotes"
    names = list(dict.fromkeys(_EXPECTED[name] for name in sorted(terminals) if name in _EXPECTED))
    return ShorthandSyntaxError(reason, text=text, span=span, expected=" or ".join(names), hint=hint)
