"""The whole corrected command: what a person pastes in place of the command that was wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

# What word processors and web pages make of two hyphens.
_DASHES = re.compile("[\u2010-\u2015\u2212]{1,2}-?(?=[a-z])")


class Correction(NamedTuple):
    """The tokens of one option as typed, and as corrected; None where they have no correction."""

    typed: Sequence[str]
    corrected: Sequence[str] | None


def corrected_words(words: Sequence[str], corrections: Mapping[str, Correction]) -> tuple[str, ...] | None:
    """Return all words of a command with the corrected tokens of its options.

    Args:
        words: The words as typed.
        corrections: The corrections, by the full name of the option.

    Returns:
        The words; None where an option has no correction, or is not found among the words.
    """
    result = list(words)
    for name, (typed, corrected) in corrections.items():
        if corrected is None:
            return None
        found = _find(result, name, typed)
        if found is None:
            return None
        start, end = found
        result[start:end] = [name, *corrected]
    return tuple(result)


def _find(words: Sequence[str], name: str, tokens: Sequence[str]) -> tuple[int, int] | None:
    """Return the range of an option's words, whose name may be shortened or joined to its value."""
    for index, word in enumerate(words):
        typed, equals, value = word.partition("=")
        if not typed.startswith("--") or not name.startswith(typed):
            continue
        if equals and [value] == list(tokens):
            return index, index + 1
        if not equals and list(words[index + 1 : index + 1 + len(tokens)]) == list(tokens):
            return index, index + 1 + len(tokens)
    return None


def with_plain_hyphens(words: Sequence[str]) -> tuple[str, ...] | None:
    """Return the words with two hyphens for a dash before an option's name; None where no word has such a dash."""
    fixed = tuple(_DASHES.sub("--", word) if _DASHES.match(word) else word for word in words)
    return fixed if list(fixed) != list(words) else None
