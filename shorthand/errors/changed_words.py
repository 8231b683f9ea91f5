"""Which parts of a corrected command line differ from the one that was typed."""

from __future__ import annotations

import os.path
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher


def changed_words(before: Sequence[str], after: Sequence[str], quote: Callable[[str], str]) -> list[tuple[str, bool]]:
    """Return the pieces of the corrected line, each with whether it differs from the line as it was typed.

    >>> changed_words(["--tags", "Key=a,Value"], ["--tags", "Key=a,Value=b"], str)
    [('--tags Key=a,Value', False), ('=b', True)]

    Args:
        before: The words as typed.
        after: The corrected words.
        quote: Quotes a word for the shell.
    """
    pieces: list[tuple[str, bool]] = []
    for kind, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        # A word that is replaced is compared with the one in its place, if there is one.
        pairs = zip([*before[first:last], *[""] * (end - start)], after[start:end], strict=False)
        for old, new in pairs:
            pieces.append((" ", False))
            pieces += [(quote(new), False)] if kind == "equal" else _changed(quote(old), quote(new))
    return _joined(pieces[1:])


def _changed(old: str, new: str) -> list[tuple[str, bool]]:
    """Return what begins and ends alike in two words, and between them what is new."""
    start = len(os.path.commonprefix([old, new]))  # noqa: RUF071 -- by characters is meant
    most = min(len(old), len(new)) - start
    end = len(new) - min(len(os.path.commonprefix([old[::-1], new[::-1]])), most)  # noqa: RUF071
    return [(new[:start], False), (new[start:end], True), (new[end:], False)]


def _joined(pieces: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Join neighbours of one sort, and leave empty pieces out."""
    joined: list[tuple[str, bool]] = []
    for text, is_new in pieces:
        if joined and joined[-1][1] == is_new:
            joined[-1] = joined[-1][0] + text, is_new
        elif text:
            joined.append((text, is_new))
    return joined
