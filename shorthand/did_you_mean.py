"""Spelling suggestions ("did you mean …?") and readable lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Comparing is quadratic in the length, so long words are skipped.
_LONGEST_COMPARED = 100
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
    close = _close(word.lower(), folded, 1, 0.6) if not _SEVERAL_WORDS.search(word) else []
    return folded[close[0]] if close else None


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """Return a hint that lists the names which `word` may have meant; "" where none is near.

    >>> did_you_mean("--tag", ["--tags", "--name"])
    'did you mean --tags?'
    """
    near = _close(word, names, 3, 0.5)
    # Names that are much less similar than the nearest one were not meant.
    ratios = [_similarity(word, name) for name in near]
    near = [name for name, ratio in zip(near, ratios, strict=True) if ratio > ratios[0] - 0.1]
    return f"did you mean {' or '.join(near)}?" if near else ""


def _similarity(word: str, name: str) -> float:
    import difflib

    return difflib.SequenceMatcher(None, name, word).ratio()


def _close(word: str, names: Iterable[str], most: int, cutoff: float) -> list[str]:
    import difflib  # takes 2 ms to import, and is needed only for errors

    return difflib.get_close_matches(word, list(names), most, cutoff) if len(word) <= _LONGEST_COMPARED else []


def listed(names: Iterable[str]) -> str:
    """Join names with commas, the first dozen of many.

    >>> listed(["a", "b"])
    'a, b'
    """
    names = list(names)
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return ", ".join(names[:_MOST_LISTED]) + more
