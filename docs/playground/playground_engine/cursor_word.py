"""The word of a shell command line that the cursor is in, and how a completion of it is typed there."""

from __future__ import annotations

import re
import shlex
from typing import NamedTuple

_PIECE = re.compile(
    r"""
    (?P<space>(?:\\?\n|[ \t\r])+)
    |'(?P<single>[^']*)(?P<single_end>'?)
    |"(?P<double>(?:[^"\\]|\\.)*)(?P<double_end>"?)
    |\\(?P<escaped>.)
    |(?P<plain>[^\s'"\\]+|\\)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED_IN_DOUBLE_QUOTES = re.compile(r'\\([$`"\\])')
_SPECIAL_IN_DOUBLE_QUOTES = re.compile(r'[$`"\\]')


class CursorWord(NamedTuple):
    """The word that ends at the cursor.

    Attributes:
        before: The words before it, without quotes.
        start: Where it starts in the line.
        text: What is typed of it, without quotes.
        quote: The quote that is open at the cursor, or "".
    """

    before: list[str]
    start: int
    text: str
    quote: str

    def typed(self, completed: str, *, is_whole: bool) -> str:
        """Return how a completion is typed in place of the word; a quote that it needs stays open until it is whole."""
        if self.quote == '"':
            return '"' + _SPECIAL_IN_DOUBLE_QUOTES.sub(r"\\\g<0>", completed) + ('" ' if is_whole else "")
        if not self.quote and shlex.quote(completed) == completed:
            return completed + (" " if is_whole else "")
        return "'" + completed.replace("'", "'\\''") + ("' " if is_whole else "")


def cursor_word(head: str) -> CursorWord:
    """Return the word at the end of `head`, the part of a command line before the cursor.

    >>> cursor_word("aws ec2 run-instances --tags 'Key=a b,Va")
    CursorWord(before=['aws', 'ec2', 'run-instances', '--tags'], start=29, text='Key=a b,Va', quote="'")
    """
    words: list[str] = []
    start, word, quote = 0, "", ""
    in_word = False
    for match in _PIECE.finditer(head):
        if match.lastgroup == "space":
            words += [word] if in_word else []
            start, word, quote, in_word = match.end(), "", "", False
            continue
        in_word = True
        if match["single"] is not None:
            word += match["single"]
            quote = "" if match["single_end"] else "'"
        elif match["double"] is not None:
            word += _ESCAPED_IN_DOUBLE_QUOTES.sub(r"\1", match["double"])
            quote = "" if match["double_end"] else '"'
        else:
            word += match["escaped"] or match["plain"]
    return CursorWord(words, start, word, quote)
