"""What a variable becomes where it is used, once its value is known: one word, several, or a part of one."""

from __future__ import annotations

import re
from dataclasses import replace

from shorthand.aws.scripts.words import Hole, Piece, Quote, Text, Word

Fields = list[list[Piece]]
"""The words that a variable becomes. The first joins what is before it, the last what is after."""

_KEEPS_A_VALUE = re.compile(r":?[-?]")
_SPLIT = re.compile(r"([ \t\n]+)")


def fields_of(hole: Hole, values: list[Word], *, splits: bool, is_whole: bool) -> Fields | None:
    """Return what a variable with these elements becomes, by what is typed after its name."""
    modifier = hole.modifier
    if modifier in ("[@]", "[*]"):
        if any(word.splits for word in values) and (modifier == "[*]" or not is_whole):
            return None  # an element that vanishes leaves what is beside it to its neighbour
        if modifier == "[*]" and hole.quoted:
            return [_starred(hole, values)]
        if not splits:
            return [_copied(hole, word, Quote.DOUBLE) for word in values]
        found = [_split(hole, word) for word in values]
        return None if any(fields is None for fields in found) else _concatenated([each for each in found if each])
    if index := re.fullmatch(r"\[(\d+)\]", modifier):
        number = int(index[1])
        if any(word.splits for word in values[: number + 1]):
            return None  # nobody knows how many elements these are
        values = values[number : number + 1]
        modifier = ""
    if not values or values[0].splits or (modifier and not (_KEEPS_A_VALUE.match(modifier) and values[0].text)):
        return None
    return _split(hole, values[0]) if splits else [_copied(hole, values[0], Quote.DOUBLE)]


def _starred(hole: Hole, values: list[Word]) -> list[Piece]:
    pieces: list[Piece] = []
    for index, word in enumerate(values):
        pieces += [Text(" ", hole.start, hole.end, Quote.DOUBLE)] if index else []
        pieces += _copied(hole, word, Quote.DOUBLE)
    return pieces or [Text("", hole.start, hole.end, Quote.DOUBLE)]


def _copied(hole: Hole, word: Word, quote: Quote) -> list[Piece]:
    """Return the pieces of a value at the place of the variable."""
    pieces: list[Piece] = []
    for piece in word.pieces:
        if isinstance(piece, Text):
            pieces.append(Text(piece.text, hole.start, hole.end, quote, origin=piece.origin or piece))
        else:
            keeps = "[@]" in hole.modifier
            pieces.append(
                replace(
                    piece,
                    start=hole.start,
                    end=hole.end,
                    quoted=hole.quoted,
                    splits=piece.splits if keeps else hole.splits,
                    vanishes=piece.vanishes if keeps else hole.vanishes,
                )
            )
    return pieces or [Text("", hole.start, hole.end, quote)]


def _split(hole: Hole, word: Word) -> Fields | None:
    """Split a value without quotes around it at blanks; None where files may match it."""
    fields: Fields = [[]]
    for piece in word.pieces:
        if isinstance(piece, Hole):
            fields[-1] += _copied(hole, Word((piece,), piece.start, piece.end), Quote.VALUE)
            continue
        if any(char in piece.text for char in "*?[\\"):
            return None
        origin, at = piece.origin or piece, 0
        for text in _SPLIT.split(piece.text):
            if text[:1] in (" ", "\t", "\n"):
                fields.append([])
            elif text:
                exact = Text(text, origin.start + at, origin.start + at + len(text), origin.quote)
                fields[-1].append(Text(text, hole.start, hole.end, Quote.VALUE, exact if origin.is_exact else origin))
            at += len(text)
    return fields


def _concatenated(parts: list[Fields]) -> Fields:
    return [field for fields in parts for field in fields]
