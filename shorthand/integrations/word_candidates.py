"""What a word of a command line can be completed to, for an option of a shape."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from typing import NamedTuple

import shorthand
from shorthand import shapes
from shorthand.editor.complete import Candidate


class WordCandidate(NamedTuple):
    """What a word of a command line can be completed to.

    Attributes:
        word: The whole word.
        help: What it is, in a few words.
    """

    word: str
    help: str


def word_candidates(word: str, shape: shapes.Shape) -> list[WordCandidate]:
    """Return what a word of an option of this shape can be completed to, or, where it is whole, what can follow it."""
    found = shorthand.complete(word, shape)
    found = [one for one in found if one.kind != "punctuation"] or found
    longer = [word[: one.span[0]] + one.text + word[one.span[1] :] for one in found]
    # An opening bracket alone says little, so what can follow it is shown at once.
    if len(longer) == 1 and longer[0].endswith(("{", "[")) and len(word) < len(longer[0]):
        return word_candidates(longer[0], shape) or [WordCandidate(longer[0], "")]
    return [WordCandidate(each, _described(one)) for each, one in zip(longer, found, strict=True)]


def file_candidates(word: str) -> Iterator[WordCandidate]:
    """Yield the files that a reference such as `file://name` can go on to name."""
    scheme, _, path = word.partition("://")
    for name in sorted(glob.glob(glob.escape(os.path.expanduser(path)) + "*")):
        yield WordCandidate(f"{scheme}://{name}{'/' if os.path.isdir(name) else ''}", "")


def _described(candidate: Candidate) -> str:
    """Return a few words about a candidate, for the shells that show them."""
    kind = ", ".join(filter(None, [candidate.type, "required" if candidate.required else ""]))
    return ": ".join(filter(None, [kind, candidate.help]))
