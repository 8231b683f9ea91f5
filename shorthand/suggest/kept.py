"""The invariant of corrections: what was typed, and is not itself the mistake, is kept.

A proposal is taken only if it passes here. It must keep every character that carries a value, in order; every value
that was already complete in quotes; and every pair, which must not become part of a string.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from shorthand.codec.shape_at import item_shape, shape_at, shapes_to
from shorthand.did_you_mean import nearest
from shorthand.errors import Diagnostic
from shorthand.shapes import List, Map, Shape, String, Structure
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import QUOTED, Part

# What corrections may add, drop or move: punctuation of shorthand, of JSON and of shells, and white space.
_PUNCTUATION = re.compile(r"[\s,=\[\]{}'\"\\:;`\u00a0\u2018\u2019\u201a\u201c\u201d\u201e\ufeff]+")
# A key and an equals sign after a separator, with at most one character that no key has.
_PAIR = re.compile(r"[,;\s{\[\]}]\s*+[\"']?(?P<key>[A-Za-z][\w.#/:-]*+(?:[\"',\[\]{};: ][\w.#/:-]*+)?)\s*+=")
_ESCAPED_PAIR = re.compile(rf"(?<=\\)(?=({_PAIR.pattern}))")
_PAIR_ALONE = re.compile(r"[A-Za-z][\w.#/:-]*+=[\"'\[{]")
_SEGMENT = re.compile(r"[,;\s{\[]\s*+[\"']?(?P<word>[A-Za-z][\w.#/:-]*+)")
_IN_QUOTES = re.compile(r"(?:(?<=\s)|\A)(?:\"[^\"]*\"|'[^']*')")
_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9_.#/:-]+")
_BRACKET_AND_COMMA = re.compile(r"[}\]]\s*+,")
_SHORTEST_NAME = 3


def essence(text: str) -> str:
    """Return the characters of a text that carry its values, in order.

    >>> essence("Key=a,Values=[b, 'c']")
    'KeyaValuesbc'
    """
    return _PUNCTUATION.sub("", text)


def keeps_values(before: Iterable[str], after: Iterable[str]) -> bool:
    """Return whether corrected tokens keep every character that carries a value, in order. They may have more."""
    rest = iter(essence("".join(after)))
    return all(char in rest for char in essence("".join(before)))


def drops_no_word(before: str, after: str) -> bool:
    """Return whether a text in which a word was replaced has no fewer words between punctuation, or the same letters.

    >>> drops_no_word("Values=a,b Nam=c", "Values=a,b,Name=c"), drops_no_word("Values=a,b Nam=c", "Values=a,Name=c")
    (True, False)
    >>> drops_no_word("uncompressed length=3", "UncompressedLength=3")
    True
    """
    as_many = len(_PUNCTUATION.sub(" ", after).split()) >= len(_PUNCTUATION.sub(" ", before).split())
    return as_many or keeps_values([before.lower()], [after.lower()])


def keeps_parts(fault: Diagnostic, after: str, shape: Shape | None) -> bool:
    """Return whether a corrected shorthand text keeps every quoted value and every pair of the text of a fault."""
    scanner = PartScanner(fault.text)
    parts = list(scanner)
    # A part is complete only after the whole text is scanned.
    kept = Counter(part.raw for part in list(PartScanner(after)))
    complete = Counter(part.raw for part in parts if part.form in QUOTED and not _touches(part, fault, scanner.walk.at))
    return not complete - kept and keeps_pairs(Typed([fault.text]), after, shape)


class Typed:
    """Tokens as they were typed, and what of them may be in a string: scanned once for all corrections.

    Attributes:
        quoted: The values in quotes.
        escaped_pairs: The pairs after a backslash.
        escapes_a_comma: Whether a comma is escaped.
    """

    def __init__(self, tokens: Sequence[str]) -> None:
        text = " ".join(tokens)
        self.quoted = {part.raw for token in tokens for part in list(PartScanner(token)) if part.form in QUOTED}
        self.escaped_pairs = {match[1] for match in _ESCAPED_PAIR.finditer(text)}
        self.escapes_a_comma = "\\," in text


def keeps_pairs(typed: Typed, after: str, shape: Shape | None) -> bool:
    """Return whether no pair of the typed tokens has become part of a string of a corrected shorthand text."""
    strings = [part for part in list(PartScanner(after)) if part.raw is not None and part.raw not in typed.quoted]
    return not any(_merges_items(part, typed, shape) or _swallows_a_pair(part, typed, shape) for part in strings)


def _touches(part: Part, fault: Diagnostic, end: int) -> bool:
    """Return whether a part is at the place where a text is wrong."""
    start, stop = fault.span or (end, end)
    return not fault.text[part.end : end].strip() or (part.start <= stop and part.end >= start)


def _merges_items(part: Part, typed: Typed, shape: Shape | None) -> bool:
    """Return whether the string of a part is made of several items of a list, or of a value and something else."""
    raw = part.raw or ""
    expected = shape_at(shape, part.place)
    is_item = isinstance(part.step, int) or isinstance(expected, List)
    if is_item and _PAIR_ALONE.match(raw) and _is_in_a_map(part, shape):
        return True
    if expected is None and shape is not None and "[" in raw and "," in raw:
        return True  # a list, of a member whose name is wrong
    if isinstance(part.step, int) and raw.count("]") > raw.count("["):
        return True  # the bracket that closes the list
    if _BRACKET_AND_COMMA.search(raw) and any(raw.count(end) > raw.count(start) for start, end in ("{}", "[]")):
        return True  # a bracket that closes what is around the value, and what follows it
    rest = _IN_QUOTES.sub("", raw)
    # Where a quote is left over, the comma may be outside of the quotes.
    if is_item and ("," in rest or ("," in raw and '"' in rest)) and not typed.escapes_a_comma:
        return True
    listed = item_shape(expected)[0]
    # A string that is no documented value, made of one and of something else, was not meant.
    return isinstance(listed, String) and bool(listed.enum) and raw not in listed.enum and not raw.isalnum()


def _is_in_a_map(part: Part, shape: Shape | None) -> bool:
    return any(isinstance(around, Map) for around in shapes_to(shape, part.place[:-1]))


def _swallows_a_pair(part: Part, typed: Typed, shape: Shape | None) -> bool:
    """Return whether the string of a part contains a pair that was meant as one."""
    raw = part.raw or ""
    outer = [item_shape(found)[0] for found in shapes_to(shape, part.place[:-1])]
    around = outer[-1]
    for structure in outer:
        if isinstance(structure, Structure):
            is_near = structure is around and any(_is_member(key, structure) for key in _keys(raw, typed))
            if is_near or _has_member_inside(raw, structure):
                return True
    # Without a schema, and in a map, every key is possible; a value with options (`--a=b,c=d`) has none.
    is_open = shape is None or isinstance(around, Map)
    return is_open and not raw.startswith("-") and next(_keys(raw, typed), None) is not None


def _keys(raw: str, typed: Typed) -> Iterator[str]:
    """Yield the keys in a string that are not there because their comma was escaped."""
    for match in _PAIR.finditer(raw):
        if match[0] not in typed.escaped_pairs:
            yield _NOT_IN_KEYS.sub("", match["key"])


def _is_member(key: str, structure: Structure) -> bool:
    return key in structure.members or nearest(key, structure.members) is not None


def _has_member_inside(raw: str, structure: Structure) -> bool:
    """Return whether a member's name begins a segment of the string, or is followed by an equals sign."""
    words = [match["word"] for match in _SEGMENT.finditer(raw)]
    before_signs = [piece.removesuffix(" ") for piece in raw.split("=")[:-1]]
    if not words and not before_signs:
        return False
    names = tuple(name for name in structure.members if len(name) >= _SHORTEST_NAME)
    return any(word.startswith(names) for word in words) or any(piece.endswith(names) for piece in before_signs)
