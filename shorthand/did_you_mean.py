"""Spelling suggestions ("did you mean …?") and readable lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# Comparing is quadratic in the length, so long words are skipped.
_LONGEST_COMPARED = 100
# How many pairs of letters are compared for one word: those of 1,000 names as long as most, of 20 very long ones.
_MOST_PAIRS_COMPARED = 200_000
# tag:Name is not a misspelt Name, nor is Ebs.Size a misspelt Ebs.
_SEVERAL_WORDS = re.compile(r"\w[.:/#]\w")
_MOST_LISTED = 12


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that was probably meant by `word`, or None.

    >>> nearest("keyname", ["KeyName", "KeyType"])
    'KeyName'
    """
    folded = {name.lower(): name for name in names}
    if word.lower() in folded:
        return folded[word.lower()]
    # A word of several is compared with such names only.
    alike = [name for name in folded if _SEVERAL_WORDS.search(name)] if _SEVERAL_WORDS.search(word) else folded
    close = _close(word.lower(), alike, 1, 0.6)
    return folded[close[0][1]] if close else None


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """Return a hint that lists the names which `word` may have meant; "" where none is near.

    >>> did_you_mean("--tag", ["--tags", "--name"])
    'did you mean --tags?'
    """
    close = _close(word, names, 3, 0.5)
    # Names that are much less similar than the nearest one were not meant.
    near = [name for ratio, name in close if ratio > close[0][0] - 0.1]
    return f"did you mean {' or '.join(near)}?" if near else ""


def _close(word: str, names: Iterable[str], most: int, cutoff: float) -> list[tuple[float, str]]:
    """Return the names most similar to a word with their similarity, the best first, as `difflib` compares them.

    Args:
        word: The word.
        names: The names to choose from.
        most: How many to return at most.
        cutoff: How similar a name must be, from 0 to 1.
    """
    if len(word) > _LONGEST_COMPARED:
        return []
    from difflib import SequenceMatcher  # takes 2 ms to import, and is needed only for errors

    letters = _letters(word)
    # Two words have at most the letters in common that occur in both, in whatever order.
    bounds = [
        (2 * (letters & others).bit_count() / (len(word) + length or 1), name)
        for name, length, others in _letters_of(tuple(names))
    ]
    found: list[tuple[float, str]] = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    pairs_left = _MOST_PAIRS_COMPARED
    for bound, name in sorted((one for one in bounds if one[0] >= cutoff), reverse=True):
        if (len(found) == most and bound < found[-1][0]) or pairs_left < 0:
            break
        pairs_left -= len(word) * len(name)
        matcher.set_seq1(name)
        ratio = matcher.ratio()
        if ratio >= cutoff:
            found = sorted([*found, (ratio, name)], reverse=True)[:most]
    return found


@lru_cache(maxsize=4)
def _letters_of(names: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """Return each name with its length and its letters. The same names are asked for each key that is unknown."""
    return [(name, len(name), _letters(name)) for name in names]


def _letters(word: str) -> int:
    """Return a set of the letters of a word as bits: one for each letter and how often it occurred before.

    Letters beyond ASCII share bits, so that words may seem to have more in common than they have, and never less.
    """
    bits = 0
    for char in word:
        bit = 1 << (ord(char) & 0x7F)
        while bits & bit:
            bit <<= 0x80
        bits |= bit
    return bits


def listed(names: Iterable[str]) -> str:
    """Join names with commas, the first dozen of many.

    >>> listed(["a", "b"])
    'a, b'
    """
    names = list(names)
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return ", ".join(names[:_MOST_LISTED]) + more
