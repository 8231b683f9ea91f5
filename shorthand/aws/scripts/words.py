"""What a shell hands to a program: words of certain text and holes, each with its exact place in the source.

All positions are offsets in characters from the start of the source that was read, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Quote(StrEnum):
    """How a piece of a word is quoted."""

    NONE = "none"
    ESCAPE = "escape"
    """A backslash (in PowerShell a backtick) before one character."""
    SINGLE = "single"
    DOUBLE = "double"
    ANSI = "ansi"
    """`$'…'`."""
    HERE = "here"
    """The body of a here-document or of a here-string of PowerShell."""
    VALUE = "value"
    """The value of a variable without quotes around it, already split into words."""


class HoleKind(StrEnum):
    """Why the text of a hole is unknown."""

    VARIABLE = "variable"
    """`$X`, `${X}`, `${X:-a}`, `$1`, `$@`, `$env:X`."""
    COMMAND = "command"
    """`$(command)` or `` `command` ``."""
    ARITHMETIC = "arithmetic"
    """`$((1 + 2))`."""
    PROCESS = "process"
    """`<(command)`: the path of a file."""
    PLACEHOLDER = "placeholder"
    """`<instance-id>`, for the reader of a document to replace."""
    TEMPLATE = "template"
    """`{{ x }}`, `${{ x }}`, `<%= x %>`, `$(VAR)` of make: replaced before the shell reads the text."""
    GLOB = "glob"
    """`*`, `?` or the `[` of `[ab]`: its literal text unless a file matches the word."""
    TILDE = "tilde"
    """`~` or `~user`: a home folder."""
    BRACES = "braces"
    """Braces that some shells expand and others do not, or that expand to too many words."""
    BYTES = "bytes"
    """`$'\\xff'`: bytes that are not UTF-8."""
    DIALECT = "dialect"
    """`$'…'` or `$"…"` where the shell may not know it."""
    EXPRESSION = "expression"
    """An expression of PowerShell: `(Get-Id)`, `@{…}`, `$a.b`."""


@dataclass(frozen=True, slots=True)
class Text:
    """Certain text, after quote removal.

    Attributes:
        text: What the program gets.
        start: Where the piece starts in the source, without an opening quote.
        end: Where it ends, without a closing quote.
        quote: How it is quoted.
        origin: For the value of a variable, the same text where it is assigned; `start` and `end` are those of the
            variable that it replaces.
    """

    text: str
    start: int
    end: int
    quote: Quote = Quote.NONE
    origin: Text | None = None

    @property
    def is_exact(self) -> bool:
        """Whether each character of the text is one character of the source."""
        return len(self.text) == self.end - self.start


@dataclass(frozen=True, slots=True)
class Hole:
    """Unknown text.

    Attributes:
        kind: Why it is unknown.
        start: Where it starts in the source.
        end: Where it ends.
        source: How it is written: `${X:-a}`.
        quoted: Whether it is in double quotes.
        splits: Whether it can become several words, or parts of them.
        vanishes: Whether it becomes no word at all where it is a whole word and its text is empty.
        name: The name of the variable; None for other holes and for `${!X}` and the like.
        modifier: What follows the name inside the braces: `:-a`, `[@]`, `%.json`; "" for `$X` and `${X}`.
        text: What the program gets where nothing replaces it (globs, tildes, placeholders); otherwise None.
    """

    kind: HoleKind
    start: int
    end: int
    source: str
    quoted: bool = False
    splits: bool = False
    vanishes: bool = False
    name: str | None = None
    modifier: str = ""
    text: str | None = None


Piece = Text | Hole


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a command, as typed or after expansion.

    Attributes:
        pieces: Its pieces in order. Quotes and line continuations lie between them. A word that is empty but quoted
            has one piece without text.
        start: Where the word starts in the source, with its quotes.
        end: Where it ends.
        braces: Whether the shell expands unquoted braces in it, so that `expand` gives other words.
    """

    pieces: tuple[Piece, ...]
    start: int
    end: int
    braces: bool = False

    @property
    def text(self) -> str | None:
        """What the program gets, where that is certain; otherwise None."""
        if self.braces:
            return None
        if len(self.pieces) == 1:
            piece = self.pieces[0]
            return piece.text if type(piece) is Text else None
        parts = [piece.text for piece in self.pieces if isinstance(piece, Text)]
        return "".join(parts) if len(parts) == len(self.pieces) else None

    @property
    def likely_text(self) -> str | None:
        """What the program gets if no file matches a glob and nobody replaces a placeholder; None with other holes."""
        if self.braces:
            return None
        parts = [piece.text for piece in self.pieces]
        return None if None in parts else "".join(part for part in parts if part is not None)

    @property
    def shown(self) -> str:
        """The text with each hole as it is written."""
        return "".join(piece.text if isinstance(piece, Text) else piece.source for piece in self.pieces)

    @property
    def holes(self) -> tuple[Hole, ...]:
        """The holes in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Hole))

    @property
    def splits(self) -> bool:
        """Whether the word can become several words, or none."""
        return any(hole.splits for hole in self.holes) or self.vanishes

    @property
    def vanishes(self) -> bool:
        """Whether the word can become none."""
        return bool(self.pieces) and all(isinstance(piece, Hole) and piece.vanishes for piece in self.pieces)

    @property
    def is_unquoted(self) -> bool:
        """Whether every piece of certain text is without quotes."""
        return all(isinstance(piece, Hole) or piece.quote is Quote.NONE for piece in self.pieces)

    def source_span(self, start: int, end: int, *, origins: bool = False) -> tuple[int, int]:
        """Return where a range of `shown` is in the source, in the smallest whole pieces that cover it.

        >>> word = Word((Text("a", 0, 1), Text("=", 1, 3, Quote.ESCAPE), Text("bc", 3, 5)), 0, 5)
        >>> word.source_span(1, 3)
        (1, 4)

        Args:
            start: Where the range starts in `shown`.
            end: Where it ends.
            origins: Whether the value of a variable is looked for where it is assigned, not where it is used.
        """
        first = last = None
        at = 0
        for piece in self.pieces:
            length = len(piece.text) if isinstance(piece, Text) else len(piece.source)
            if first is None and at <= start < at + length:
                first = _offset(piece, start - at, origins=origins)
                last = first if start == end else None
            if last is None and first is not None and end <= at + length:
                last = _offset(piece, end - at, origins=origins, is_end=True)
            at += length
        if first is None:
            first = self.pieces[-1].end if self.pieces else self.start
        return first, max(first, first if last is None else last)


def _offset(piece: Piece, offset: int, *, origins: bool, is_end: bool = False) -> int:
    """Return the place of a character in a piece. What is not exact is taken as a whole."""
    if isinstance(piece, Text):
        piece = piece.origin if origins and piece.origin else piece
        if not piece.is_exact or (piece.origin and not origins):
            return piece.end if is_end else piece.start
    elif len(piece.source) != piece.end - piece.start:
        return piece.end if is_end else piece.start
    return piece.start + offset
