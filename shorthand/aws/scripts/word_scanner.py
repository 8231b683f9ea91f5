"""Read one word: quotes, escapes, expansions.

Where a substitution ends is taken from the tree of the parser, since it may hold any script. Everything else is in the
characters. A text that cannot be read raises `Unreadable`, and then there is no command.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from shorthand.aws.scripts.ansi_quotes import ansi_pieces
from shorthand.aws.scripts.commands import Shell
from shorthand.aws.scripts.expansion import finished
from shorthand.aws.scripts.words import Hole, HoleKind, Piece, Quote, Text, Word


class Unreadable(Exception):  # noqa: N818 - it does not leave the package
    """The characters are not a command that every shell reads alike."""


class Mark(NamedTuple):
    """A part of the source that is not for the shell: a template or a placeholder."""

    end: int
    kind: HoleKind


class Source(NamedTuple):
    """A text with what is known about it before its words are read.

    Attributes:
        text: The text.
        marks: Templates and placeholders by their start.
        extents: The end of each substitution by its start.
        bodies: The span of the body of each here-document by the start of its operator.
    """

    text: str
    marks: Mapping[int, Mark]
    extents: Mapping[int, int]
    bodies: Mapping[int, tuple[int, int]]


_PLAIN = re.compile(r"[^ \t\n'\"\\$`;&|<>()]+")
_PLAIN_IN_QUOTES = re.compile(r"[^\"\\$`]+")
_ONE_WORD = re.compile(r"[A-Za-z0-9_./:@%^,+=#\]-]+(?=[ \n])")
_BACKQUOTED = re.compile(r"`(?:[^`\\]|\\.)*`", re.DOTALL)
_PARAMETER = re.compile(r"\$(?:([A-Za-z_]\w*)|[0-9@*#?$!-])", re.ASCII)
_BRACED = re.compile(r"\$\{([A-Za-z_]\w*|[0-9]+|[@*#?$!-])(?=\}|[:\-+=?%#/\[^,@])(.*)\}\Z", re.ASCII | re.DOTALL)
_NAME_GOES_ON = re.compile(r"(?:\\\n)+[A-Za-z0-9_]")


class WordScanner:
    """Reads words of one source, from the current place on."""

    def __init__(self, source: Source, shell: Shell = Shell.BASH) -> None:
        self.source = source
        self.shell = shell
        self.text = source.text
        self._marks = sorted(source.marks)
        self.at = 0
        self.limit = len(source.text)

    def word(self, *, assigns: bool = False) -> Word:
        """Read one word from the current place to the next unquoted blank or operator."""
        if (match := _ONE_WORD.match(self.text, self.at)) and not assigns:
            start, self.at = match.span()
            return Word((Text(match[0], start, self.at),), start, self.at)
        start = self.at
        pieces: list[Piece] = []
        while self.at < self.limit:
            char = self.text[self.at]
            if self.at in self.source.marks:
                pieces.append(self._mark(quoted=False))
            elif char in " \t\n;&|)":
                break
            elif char in "<>":
                if self.at not in self.source.extents:
                    break
                pieces.append(self._substitution(quoted=False))
            elif char == "(":
                raise Unreadable
            else:
                self._unquoted(char, pieces)
        if not pieces and not assigns and self.at == start:
            raise Unreadable
        if assigns:  # the value of an assignment is one word, whatever the variables in it hold
            pieces = [
                replace(piece, splits=False, vanishes=False) if isinstance(piece, Hole) else piece for piece in pieces
            ]
        return finished(pieces, start, self.at, assigns=assigns) if pieces else Word((), start, self.at)

    def _unquoted(self, char: str, pieces: list[Piece]) -> None:
        if char == "\\":
            self._escape(pieces)
        elif char == "'":
            end = self._find("'", self.at + 1)
            pieces += self.without_marks(self.at + 1, end, Quote.SINGLE) or [Text("", end, end, Quote.SINGLE)]
            self.at = end + 1
        elif self.text.startswith(("$'", '$"'), self.at):
            self._dollar_quote(pieces)
        elif char == '"':
            self.at += 1
            opened = self.at
            pieces += self.quoted(None, Quote.DOUBLE) or [Text("", opened, opened, Quote.DOUBLE)]
        elif char in "$`":
            pieces.append(self._substitution(quoted=False))
        else:
            match = _PLAIN.match(self.text, self.at, self._next_mark(self.at + 1, self.limit))
            end = match.end() if match else self.at + 1
            _append(pieces, Text(self.text[self.at : end], self.at, end))
            self.at = end

    def _dollar_quote(self, pieces: list[Piece]) -> None:
        """Read `$'…'` or `$"…"`. For dash the dollar sign is text."""
        start = self.at
        if self.text[start + 1] == '"':
            self.at += 2
            made: list[Piece] = self.quoted(None, Quote.DOUBLE) or [Text("", start + 2, start + 2, Quote.DOUBLE)]
            is_common = self.shell is Shell.BASH
        else:
            read = ansi_pieces(self.text, start)
            if not read:
                raise Unreadable
            made, self.at = read
            is_common = self.shell is Shell.BASH or (self.shell is Shell.ZSH and "\\" not in self.text[start : self.at])
        source = self.text[start : self.at]
        if self.shell is Shell.SH and ("\\'" in source or '"' in source[2:-1]):
            raise Unreadable  # not even where it ends is certain
        pieces += made if is_common else [Hole(HoleKind.DIALECT, start, self.at, source, quoted=True)]

    def _find(self, char: str, start: int) -> int:
        end = self.text.find(char, start)
        if end < 0:
            raise Unreadable
        return end

    def _escape(self, pieces: list[Piece]) -> None:
        at = self.at
        following = self.text[at + 1 : at + 2]
        if not following:
            raise Unreadable
        if following != "\n":
            pieces.append(Text(following, at, at + 2, Quote.ESCAPE))
        self.at = at + 2

    def quoted(self, end: int | None, quote: Quote) -> list[Piece]:
        """Read up to the closing double quote, or up to `end`, where a double quote is a character like others."""
        pieces: list[Piece] = []
        stop = len(self.text) if end is None else end
        while self.at < stop:
            char = self.text[self.at]
            if char == '"' and end is None:
                self.at += 1
                return pieces
            if self.at in self.source.marks:
                pieces.append(self._mark(quoted=True))
            elif char == "\\":
                self._escape_in_quotes(pieces, quote)
            elif char in "$`":
                piece = self._substitution(quoted=True)
                _append(pieces, Text(piece.text, piece.start, piece.end, quote) if isinstance(piece, Text) else piece)
            else:
                match = _PLAIN_IN_QUOTES.match(self.text, self.at, self._next_mark(self.at + 1, stop))
                following = match.end() if match else self.at + 1
                _append(pieces, Text(self.text[self.at : following], self.at, following, quote))
                self.at = following
        if end is None:
            raise Unreadable
        return pieces

    def _escape_in_quotes(self, pieces: list[Piece], quote: Quote) -> None:
        following = self.text[self.at + 1 : self.at + 2]
        if following in '$`\\\n"' and following and not (quote is Quote.HERE and following == '"'):
            if following != "\n":
                pieces.append(Text(following, self.at, self.at + 2, quote))
            self.at += 2
        else:
            _append(pieces, Text("\\", self.at, self.at + 1, quote))
            self.at += 1

    def without_marks(self, start: int, end: int, quote: Quote) -> list[Piece]:
        """Return literal text with the templates in it as holes."""
        pieces: list[Piece] = []
        at = start
        while at < end:
            mark = self.source.marks.get(at)
            if mark and mark.end <= end:
                pieces.append(self._hole(mark.kind, at, mark.end, quoted=True))
                at = mark.end
                continue
            following = self._next_mark(at + 1, end)
            pieces.append(Text(self.text[at:following], at, following, quote))
            at = following
        return pieces

    def _next_mark(self, start: int, end: int) -> int:
        """Return where the next template starts, or `end`."""
        if not self._marks:
            return end
        index = bisect_left(self._marks, start)
        return min(self._marks[index], end) if index < len(self._marks) else end

    def _mark(self, *, quoted: bool) -> Piece:
        start, mark = self.at, self.source.marks[self.at]
        self.at = mark.end
        return self._hole(mark.kind, start, mark.end, quoted=quoted)

    def _hole(self, kind: HoleKind, start: int, end: int, *, quoted: bool) -> Hole:
        source = self.text[start:end]
        free = not quoted and kind is not HoleKind.PROCESS
        text = source if kind is HoleKind.PLACEHOLDER else None
        return Hole(kind, start, end, source, quoted, splits=free, vanishes=free, text=text)

    def _end_of_backquotes(self, start: int) -> int:
        """Return the end of a backquoted command, which the parser does not see in here-documents."""
        match = _BACKQUOTED.match(self.text, start)
        if not match:
            raise Unreadable
        return match.end()

    def _is_letter_of_zsh(self, at: int) -> bool:
        """Names of variables are ASCII, but not in zsh."""
        char = self.text[at : at + 1]
        return self.shell is Shell.ZSH and char.isalnum() and not char.isascii()

    def _substitution(self, *, quoted: bool) -> Piece:
        """Read `$…`, a backquoted command or a process substitution; a lone dollar sign is text."""
        start = self.at
        if match := _PARAMETER.match(self.text, start):
            self.at = match.end()
            if match[1] and (_NAME_GOES_ON.match(self.text, self.at) or self._is_letter_of_zsh(self.at)):
                raise Unreadable
            return _variable(match[0], start, match[0][1:], "", quoted=quoted)
        opening = self.text[start : start + 2]
        if opening[0] == "$" and opening not in ("$(", "${", "$["):
            if opening == "$\\" and self.text.startswith("\n", start + 2):
                raise Unreadable  # the next line says what the dollar sign is
            if self._is_letter_of_zsh(start + 1) or (self.shell is Shell.ZSH and opening[1:] in set("^=~+")):
                raise Unreadable
            self.at += 1
            return Text("$", start, start + 1)
        end = self.source.extents.get(start) or self._end_of_backquotes(start)
        self.at = end
        source = self.text[start:end]
        if opening == "${":
            braced = _BRACED.match(source)
            name, modifier = braced.groups() if braced else (None, source[2:-1])
            return _variable(source, start, name, modifier, quoted=quoted)
        if opening == "$[" or (opening == "$(" and source.startswith("$((") and source.endswith("))")):
            return Hole(HoleKind.ARITHMETIC, start, end, source, quoted, splits=not quoted)
        kind = HoleKind.PROCESS if opening[0] in "<>" else HoleKind.COMMAND
        return self._hole(kind, start, end, quoted=quoted)


def _variable(source: str, start: int, name: str | None, modifier: str, *, quoted: bool) -> Hole:
    """Make the hole of a parameter expansion. Of a list, each item is a word even in quotes."""
    many = name == "@" or (name is None and "@" in modifier) or any(each in modifier for each in ("[@]", "$@", "${@"))
    return Hole(
        HoleKind.VARIABLE,
        start,
        start + len(source),
        source,
        quoted,
        splits=not quoted or many,
        vanishes=not quoted or many,
        name=name,
        modifier=modifier,
    )


def _append(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece; join it to the one before where the two are one run of text."""
    last = pieces[-1] if pieces else None
    if (
        isinstance(piece, Text)
        and isinstance(last, Text)
        and last.is_exact
        and last.end == piece.start
        and last.quote is piece.quote
    ):
        pieces[-1] = Text(last.text + piece.text, last.start, piece.end, piece.quote)
    else:
        pieces.append(piece)
