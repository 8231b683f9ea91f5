"""Words as certain text and holes, which are what only the shell knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from shorthand.aws.scripts.words import Hole

Parts: TypeAlias = "tuple[str | Hole, ...]"
"""Certain text and holes, in order."""


def merged_text(parts: Sequence[str | Hole]) -> Parts:
    """Return the parts with neighbouring texts joined.

    >>> merged_text(["a", "b"])
    ('ab',)
    """
    found: list[str | Hole] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    return tuple(found)


def shown(parts: Parts) -> str:
    """Return the text with each hole as it is written."""
    return "".join(part if isinstance(part, str) else part.source for part in parts)
