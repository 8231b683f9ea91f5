"""What a rule finds in a command, before it is placed in the file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """A change of the shell text: the characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a command. Positions are in the shell text.

    Attributes:
        code: The code of the rule.
        message: What is wrong, in one clause.
        start: Where it starts.
        end: Where it ends.
        hint: What to do about it.
        replacements: How to correct it; () where that is not known.
        is_certain: Whether the correction keeps what was meant.
    """

    code: str
    message: str
    start: int
    end: int
    hint: str = ""
    replacements: tuple[Replacement, ...] = ()
    is_certain: bool = False
