"""From a word as typed to the words that the shell hands over: braces, tildes, globs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shorthand.aws.scripts.braces import UncertainBraces, can_expand, expand_pieces
from shorthand.aws.scripts.commands import Shell, SimpleCommand
from shorthand.aws.scripts.words import Hole, HoleKind, Piece, Quote, Text, Word

_TILDE = re.compile(r"~[\w.+-]*(?=[/:]|\Z)")
_ASSIGNED_TILDE = re.compile(r"[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=(~)")


def finished(pieces: Sequence[Piece], start: int, end: int, *, assigns: bool = False) -> Word:
    """Return a word of pieces as they were scanned.

    Args:
        pieces: The pieces, in which nothing unquoted is interpreted yet.
        start: Where the word starts.
        end: Where it ends.
        assigns: Whether it is the value of an assignment, in which neither braces nor globs are expanded.
    """
    if len(pieces) == 1 and isinstance(pieces[0], Text) and not _is_special(pieces[0]):
        return Word(tuple(pieces), start, end)
    if not assigns and can_expand(pieces) and _changes(pieces):
        return Word(tuple(pieces), start, end, braces=True)
    return Word(tuple(_with_holes(pieces, assigns=assigns)), start, end)


def expand(word: Word, shell: Shell = Shell.BASH) -> list[Word]:
    """Return the words that the shell makes of one word, before it looks at what holes hold.

    An unquoted hole may still split: see `Word.splits`. Each word has the pieces of its own, in the places where they
    are typed, and the span of the whole word. What is not certain is a hole of the kind BRACES.

    >>> word = finished([Text("a{b,c}", 0, 6)], 0, 6)
    >>> [each.text for each in expand(word)]
    ['ab', 'ac']
    """
    if not word.braces:
        return [word]
    try:
        if shell in (Shell.SH, Shell.ZSH):
            raise UncertainBraces
        made = expand_pieces(word.pieces)
    except UncertainBraces:
        return [Word((_braces_hole(word),), word.start, word.end)]
    return [Word(tuple(_with_holes(pieces)), word.start, word.end) for pieces in made if pieces]


def expanded(command: SimpleCommand) -> list[Word]:
    """Return all words of a command after expansion, the program's name first."""
    return [each for word in command.words for each in expand(word, command.shell)]


def _changes(pieces: Sequence[Piece]) -> bool:
    try:
        made = expand_pieces(pieces)
    except UncertainBraces:
        return True
    return len(made) != 1 or _shown(made[0]) != _shown(pieces)


def _shown(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text if isinstance(piece, Text) else piece.source for piece in pieces)


def _braces_hole(word: Word) -> Hole:
    source = _shown(word.pieces)
    return Hole(HoleKind.BRACES, word.start, word.end, source, splits=True, vanishes=True, text=None)


def _is_special(piece: Text) -> bool:
    return piece.quote is Quote.NONE and any(char in piece.text for char in "*?[~{")


def _with_holes(pieces: Sequence[Piece], *, assigns: bool = False) -> list[Piece]:
    """Make holes of the unquoted characters that the shell may replace."""
    if not any(isinstance(piece, Text) and _is_special(piece) for piece in pieces):
        return list(pieces)
    tilde = _tilde(pieces, assigns=assigns)
    # The bracket of a glob needs another one after it, quoted parts between them or not.
    last_bracket = max((piece.start for piece in pieces if _has_unquoted(piece, "]")), default=-1)
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Text) and piece.quote is Quote.NONE and piece.is_exact:
            found += _split(piece, tilde, last_bracket, globs=not assigns)
        else:
            found.append(piece)
    return found


def _has_unquoted(piece: Piece, char: str) -> bool:
    return isinstance(piece, Text) and piece.quote is Quote.NONE and char in piece.text


def _split(piece: Text, tilde: tuple[int, int], last_bracket: int, *, globs: bool) -> list[Piece]:
    found: list[Piece] = []
    text, start = piece.text, 0
    for at, char in enumerate(text):
        if at < start:
            continue
        offset = piece.start + at
        if offset == tilde[0]:
            kind, length = HoleKind.TILDE, tilde[1] - tilde[0]
        elif globs and (char in "*?" or (char == "[" and (last_bracket > offset or "]" in text[at + 2 :]))):
            kind, length = HoleKind.GLOB, 1
        else:
            continue
        if at > start:
            found.append(Text(text[start:at], piece.start + start, offset))
        source = text[at : at + length]
        found.append(Hole(kind, offset, offset + length, source, splits=kind is HoleKind.GLOB, text=source))
        start = at + length
    if start < len(text):
        found.append(Text(text[start:], piece.start + start, piece.end))
    return found


def _goes_on(piece: Piece) -> bool:
    """Return whether only a line continuation is between a piece and the unquoted text before it."""
    return isinstance(piece, Text) and piece.quote is Quote.NONE


def _tilde(pieces: Sequence[Piece], *, assigns: bool) -> tuple[int, int]:
    """Return the span of the tilde that bash replaces, or (-1, -1)."""
    first = pieces[0]
    if not isinstance(first, Text) or first.quote is not Quote.NONE:
        return -1, -1
    at = 0
    if not assigns and (assigned := _ASSIGNED_TILDE.match(first.text)):
        # Bash takes an argument for an assignment here, other shells do not.
        at = assigned.start(1)
    match = _TILDE.match(first.text, at)
    if not match or (match.end() == len(first.text) and len(pieces) > 1 and not _goes_on(pieces[1])):
        return -1, -1
    return first.start + match.start(), first.start + match.end()
