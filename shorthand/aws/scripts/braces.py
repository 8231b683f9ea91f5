"""Brace expansion as bash does it: `a{b,c}` is two words, `{1..3}` three, `{a}` is left as it is.

Bash expands braces before anything else and looks at text alone. Quoted characters and holes are never part of the
notation, so that a word is a list of atoms here: an unquoted character, or a piece that is taken as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from shorthand.aws.scripts.words import Piece, Quote, Text

MOST_WORDS = 1000
"""More words than these are not worked out: the braces are a hole."""

_MOST_STEPS = 100_000
_NUMBERS = re.compile(r"([-+]?\d{1,15})\.\.([-+]?\d{1,15})(?:\.\.([-+]?\d{1,15}))?")
_LETTERS = re.compile(r"([a-z])\.\.([a-z])(?:\.\.([-+]?\d{1,15}))?|([A-Z])\.\.([A-Z])(?:\.\.([-+]?\d{1,15}))?")
_MIXED = re.compile(r"[^.]\.\.[^.](?:\.\.[-+]?\d+)?")


class UncertainBraces(Exception):  # noqa: N818 - it is not an error, and does not leave the package
    """Shells or versions of bash disagree about the braces, or they expand to too many words."""


class Atom:
    """An unquoted character with its place, or (where `char` is "") a piece that is taken as a whole."""

    __slots__ = ("char", "piece", "start")

    def __init__(self, char: str, start: int, piece: Piece | None = None) -> None:
        self.char = char
        self.start = start
        self.piece = piece


Atoms = Sequence[Atom]


def can_expand(pieces: Sequence[Piece]) -> bool:
    """Return whether a word has the characters of a brace expansion. Most words do not."""
    plain = "".join(piece.text for piece in pieces if isinstance(piece, Text) and piece.quote is Quote.NONE)
    open_brace = plain.find("{")
    return open_brace >= 0 and plain.rfind("}") > open_brace and ("," in plain or ".." in plain)


def expand_pieces(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """Return the pieces of each word that the braces of one word expand to.

    Raises:
        UncertainBraces: What the shell does is not certain.
    """
    atoms: list[Atom] = []
    for piece in pieces:
        if isinstance(piece, Text) and piece.quote is Quote.NONE and piece.is_exact:
            atoms += [Atom(char, piece.start + index) for index, char in enumerate(piece.text)]
        else:
            atoms.append(Atom("", piece.start, piece))
    return [_pieces(word) for word in _expand(atoms, 0)]


def _pieces(atoms: Atoms) -> tuple[Piece, ...]:
    """Join neighbouring characters of the source to pieces."""
    pieces: list[Piece] = []
    chars: list[str] = []
    start = 0
    for atom in atoms:
        if chars and (atom.piece or atom.start != start + len(chars) or len(atom.char) != 1):
            pieces.append(Text("".join(chars), start, start + len(chars)))
            chars = []
        if atom.piece:
            pieces.append(atom.piece)
        elif len(atom.char) == 1:
            start = atom.start if not chars else start
            chars.append(atom.char)
    if chars:
        pieces.append(Text("".join(chars), start, start + len(chars)))
    return tuple(pieces)


def _expand(atoms: Atoms, depth: int) -> list[Atoms]:
    """Expand the first braces of a word, what is in them, and what follows."""
    if depth > 50:
        raise UncertainBraces
    found = _first_braces(atoms)
    if not found:
        return [atoms]
    start, end = found
    inside = atoms[start + 1 : end]
    if any(atom.char == "," for atom in inside):
        middle = [word for part in _parts(inside) for word in _expand(part, depth + 1)]
    elif _may_hide_a_comma(inside):
        raise UncertainBraces
    else:
        middle = _sequence(inside) or [atoms[start : end + 1]]
    rest = _expand(atoms[end + 1 :], depth + 1)
    if len(middle) * len(rest) > MOST_WORDS:
        raise UncertainBraces
    return [[*atoms[:start], *word, *after] for word in middle for after in rest]


def _first_braces(atoms: Atoms) -> tuple[int, int] | None:
    """Return the first opening brace that has a closing one, and that one."""
    # The rest is searched again for each brace that does not close: the time grows with the square.
    tries = 0
    for start, atom in enumerate(atoms):
        if atom.char != "{":
            continue
        following = atoms[start + 1 : start + 2]
        if start == 0 and (not following or following[0].char == "}"):
            continue
        end = _closing(atoms, start + 1)
        if end is not None:
            return start, end
        tries += 1
        if tries * len(atoms) > _MOST_STEPS:
            raise UncertainBraces
    return None


def _closing(atoms: Atoms, start: int) -> int | None:
    """Return the brace that closes: the first at this level after a comma or two dots."""
    level = 0
    separated = False
    for at in range(start, len(atoms)):
        char = atoms[at].char
        if char == "}" and level == 0 and separated:
            return at
        if char == "{":
            level += 1
        elif char == "}" and level:
            level -= 1
        elif level == 0 and (char == "," or (char == "." and _has_dots(atoms, at))):
            separated = True
    return None


def _has_dots(atoms: Atoms, at: int) -> bool:
    chars = [atom.char for atom in atoms[at : at + 3]]
    return chars[1:2] == ["."] and chars[2:] not in ([], ["}"])


def _may_hide_a_comma(atoms: Atoms) -> bool:
    """Bash looks for a comma even in quotes to tell a list from a sequence."""
    return any(
        atom.piece is not None and not (isinstance(atom.piece, Text) and "," not in atom.piece.text) for atom in atoms
    )


def _parts(atoms: Atoms) -> list[Atoms]:
    """Split at the commas that are in no braces of their own."""
    parts: list[Atoms] = []
    level = start = 0
    for at, atom in enumerate(atoms):
        if atom.char == "," and level == 0:
            parts.append(atoms[start:at])
            start = at + 1
        elif atom.char == "{":
            level += 1
        elif atom.char == "}" and level:
            level -= 1
    return [*parts, atoms[start:]]


def _sequence(atoms: Atoms) -> list[Atoms] | None:
    """Expand `1..3`, `01..10`, `a..e`, `1..9..2`; None where it is none of these."""
    if any(atom.piece for atom in atoms):
        return None
    text = "".join(atom.char for atom in atoms)
    start = atoms[0].start
    if match := _NUMBERS.fullmatch(text):
        width = max(len(match[1]), len(match[2])) if any(map(_is_padded, match.group(1, 2))) else 0
        values = _range(int(match[1]), int(match[2]), int(match[3] or 1))
        words = [f"{value:0{width}d}" for value in values]
    elif match := _LETTERS.fullmatch(text):
        first, last, step = match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)
        words = [chr(value) for value in _range(ord(first), ord(last), int(step or 1))]
    elif _MIXED.fullmatch(text) or re.fullmatch(r"[-+]?\d+\.\.[-+]?\d+(\.\.[-+]?\d+)?", text):
        raise UncertainBraces
    else:
        return None
    made = [Text(word, start, start + len(text), Quote.NONE) for word in words]
    return [[Atom("", start, piece)] for piece in made]


def _is_padded(number: str) -> bool:
    digits = number.lstrip("+-")
    return len(digits) > 1 and digits[0] == "0"


def _range(first: int, last: int, step: int) -> range:
    step = abs(step) or 1
    if abs(last - first) // step >= MOST_WORDS:
        raise UncertainBraces
    return range(first, last + 1, step) if last >= first else range(first, last - 1, -step)
