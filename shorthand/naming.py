"""Names that were meant, and lists of names for people to read."""

from __future__ import annotations

import re
from collections.abc import Iterable

# To compare takes time that grows with the square of the length; a long word is nobody's slip.
_LONGEST_SLIP = 100
# Nor is tag:Name one for Name, or Ebs.Size for Ebs.
_OF_SEVERAL_WORDS = re.compile(r"\w[.:/#]\w")
_MOST_LISTED = 12


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The one of `names` that was probably meant by `word`.

    >>> nearest("keyname", ["KeyName", "KeyType"])
    'KeyName'
    """
    folded = {name.lower(): name for name in names}
    if word.lower() in folded:
        return folded[word.lower()]
    close = _close(word.lower(), folded, 1, 0.6) if not _OF_SEVERAL_WORDS.search(word) else []
    return folded[close[0]] if close else None


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A hint at the names that may have been meant by `word`; "" where none is near.

    >>> did_you_mean("--tag", ["--tags", "--name"])
    'did you mean --tags?'
    """
    near = _close(word, names, 3, 0.5)
    # What is much less alike than the nearest was not meant.
    alike = [_likeness(word, name) for name in near]
    near = [name for name, likeness in zip(near, alike, strict=True) if likeness > alike[0] - 0.1]
    return f"did you mean {' or '.join(near)}?" if near else ""


def _likeness(word: str, name: str) -> float:
    import difflib

    return difflib.SequenceMatcher(None, name, word).ratio()


def _close(word: str, names: Iterable[str], most: int, alike: float) -> list[str]:
    import difflib  # only where something is wrong, for it takes its time to import

    return difflib.get_close_matches(word, list(names), most, alike) if len(word) <= _LONGEST_SLIP else []


def listed(names: Iterable[str]) -> str:
    """The names, the first dozen of many.

    >>> listed(["a", "b"])
    'a, b'
    """
    names = list(names)
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return ", ".join(names[:_MOST_LISTED]) + more
