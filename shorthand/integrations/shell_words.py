"""The words of a command line on which bash asks for completion.

Bash splits `Key=a` into three words, replaces only the last of them, and inserts a candidate unquoted. So the part that
it leaves on the line must not be repeated, and characters that mean something to the shell must be escaped.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

# A word that ends in one of these is not complete.
GO_ON = ("=", "{", "[", ",", ":", "/")
# Where bash splits words, besides white space and operators, which end a word for the shell as well.
_BREAKS = "=:@"
_SPECIAL = set(" \t\"'\\$`!&;()<>|*?[]{}#~")
_SPECIAL_IN_QUOTES = set('"$`\\!')


class Line(NamedTuple):
    """A command line up to the cursor.

    Attributes:
        before: The words before the one being typed. Of `--tag=Key=a` the option is one of them.
        word: The word being typed, without quotes. Of `--tag=Key=a` it is the value.
        quote: The quote that is open, or "".
        kept: How many characters of `prefix` and the word bash leaves on the line.
        prefix: The option and the `=` before the word, such as `--tag=`.
    """

    before: list[str]
    word: str
    quote: str = ""
    kept: int = 0
    prefix: str = ""

    def insertions(self, candidates: Iterable[str]) -> list[str]:
        """Return what bash inserts for each candidate, a whole word.

        After a single insertion bash would add a space, or close the quote. So one that goes on is followed by a second
        one, and bash inserts what the two have in common.

        >>> parsed_line("job --tag Key=a,Value={", breaks="=").insertions(["Key=a,Value={N="])
        ['\\\\{N=', '\\\\{N=…']
        """
        found = [self._insertion(candidate) for candidate in candidates]
        return [*found, f"{found[0]}…"] if len(found) == 1 and found[0].endswith(GO_ON) else found

    def _insertion(self, candidate: str) -> str:
        if self.quote == "'":
            return (self.prefix + candidate)[self.kept :].replace("'", "'\\''")
        special = _SPECIAL_IN_QUOTES if self.quote else _SPECIAL
        rest = (self.prefix + candidate)[self.kept :]
        return "".join(f"\\{char}" if char in special else char for char in rest)


def parsed_line(line: str, breaks: str = _BREAKS) -> Line:
    """Return a command line up to the cursor, as the shell reads it, without the name of the program.

    >>> parsed_line("job --tag 'Key=a b,V")
    Line(before=['--tag'], word='Key=a b,V', quote="'", kept=0, prefix='')
    >>> parsed_line("job --tag=Key=a,V")
    Line(before=['--tag'], word='Key=a,V', quote='', kept=10, prefix='--tag=')
    """
    words: list[str] = []
    word: list[str] | None = None
    quote, kept, outside, escaped = "", 0, 0, False
    for char in line:
        if escaped:
            # Inside double quotes a backslash before most characters is a backslash.
            word = [*(word or []), char if not quote or char in _SPECIAL_IN_QUOTES else f"\\{char}"]
            escaped = False
        elif char == "\\" and quote != "'":
            escaped, word = True, word or []
        elif quote and char == quote:
            quote, kept = "", outside
        elif not quote and char in "'\"":
            # Until a quote closes, bash takes its content for a word of its own.
            quote, word, outside, kept = char, word or [], kept, len(word or [])
        elif not quote and char.isspace():
            if word is not None:
                words.append("".join(word))
            word, kept = None, 0
        else:
            word = word or []
            word.append(char)
            if not quote and char in breaks:
                kept = len(word)
    typed = "".join(word or [])
    name, sign, value = typed.partition("=")
    if name.startswith("-") and sign:
        return Line([*words[1:], name], value, quote, kept, name + sign)
    return Line(words[1:], typed, quote, kept)


def from_environment(environment: Mapping[str, str] = os.environ) -> Line:
    """Return what bash was asked to complete, from the variables that a completion script sets.

    The scripts of this library give the line. Most others give the pieces that bash made of it, one a line.
    """
    if "COMP_LINE" in environment:
        breaks = "".join(set(environment.get("COMP_WORDBREAKS", _BREAKS)) & set(_BREAKS))
        return parsed_line(environment["COMP_LINE"][: int(environment["COMP_POINT"])], breaks)
    return parsed_line(joined_pieces(environment["COMP_WORDS"].split("\n")[: int(environment["COMP_CWORD"]) + 1]))


def joined_pieces(pieces: Iterable[str]) -> str:
    """Return the line that bash split into these pieces; one of break characters only belongs to both neighbours."""
    line, apart = "", False  # no space before the first
    for piece in pieces:
        is_break = bool(piece) and not set(piece) - set(_BREAKS)
        line += piece if is_break or (not apart and piece) else f" {piece}"
        apart = not is_break
    return line
