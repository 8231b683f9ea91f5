"""The words of a command line on which bash asks for completion.

Bash takes `Key=a` for three words, replaces only the last of them, and puts a candidate on the line as it is: what it
leaves standing must not be repeated, and what the shell would take for its own must be escaped.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

GO_ON = ("=", "{", "[", ",", ":", "/")
# What bash breaks words at besides white space and its operators, which end a word for the shell as well.
_BREAKS = "=:@"
_SPECIAL = set(" \t\"'\\$`!&;()<>|*?[]{}#~")
_SPECIAL_IN_QUOTES = set('"$`\\!')


class Line(NamedTuple):
    """A command line up to the cursor: the words before, and the one being typed, without quotes.

    Of `--tag=Key=a` the word is the value, and the option a word before it. `quote` is the one that is open, and `kept`
    how many characters of what is being typed bash leaves standing: those of `prefix`, the option, first.
    """

    before: list[str]
    word: str
    quote: str = ""
    kept: int = 0
    prefix: str = ""

    def insertions(self, candidates: Iterable[str]) -> list[str]:
        """What bash is to put on the line for each candidate, a whole word.

        After the only one bash would put a space, or close the quote: one that goes on is followed by another, of which
        bash puts what the two have in common.

        >>> parsed("job --tag Key=a,Value={", breaks="=").insertions(["Key=a,Value={N="])
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


def parsed(line: str, breaks: str = _BREAKS) -> Line:
    """A command line up to the cursor, as the shell reads it; the program's name is dropped.

    >>> parsed("job --tag 'Key=a b,V")
    Line(before=['--tag'], word='Key=a b,V', quote="'", kept=0, prefix='')
    >>> parsed("job --tag=Key=a,V")
    Line(before=['--tag'], word='Key=a,V', quote='', kept=10, prefix='--tag=')
    """
    words: list[str] = []
    word: list[str] | None = None
    quote, kept, outside, escaped = "", 0, 0, False
    for char in line:
        if escaped:
            # In double quotes the backslash stands for itself before most characters.
            word = [*(word or []), char if not quote or char in _SPECIAL_IN_QUOTES else f"\\{char}"]
            escaped = False
        elif char == "\\" and quote != "'":
            escaped, word = True, word or []
        elif quote and char == quote:
            quote, kept = "", outside
        elif not quote and char in "'\"":
            # What is in quotes bash takes for a word of its own, until they close.
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
    """What bash was asked to complete, as a completion script hands it over.

    Ours gives the line; most others give the pieces that bash made of it, one a line.
    """
    if "COMP_LINE" in environment:
        breaks = "".join(set(environment.get("COMP_WORDBREAKS", _BREAKS)) & set(_BREAKS))
        return parsed(environment["COMP_LINE"][: int(environment["COMP_POINT"])], breaks)
    return parsed(joined(environment["COMP_WORDS"].split("\n")[: int(environment["COMP_CWORD"]) + 1]))


def joined(pieces: Iterable[str]) -> str:
    """The line of which bash made these pieces: one of nothing but breaks belongs to both its neighbours."""
    line, apart = "", False  # before the first there is no space
    for piece in pieces:
        is_break = bool(piece) and not set(piece) - set(_BREAKS)
        line += piece if is_break or (not apart and piece) else f" {piece}"
        apart = not is_break
    return line
