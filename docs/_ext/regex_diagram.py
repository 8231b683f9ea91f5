"""A regular expression as a railroad diagram, by Python's own parser of regular expressions."""

from __future__ import annotations

import re._constants as op  # type: ignore[import-not-found] # no stubs
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterable
from typing import Any

import railroad

_WHITE_SPACE = " \t\n\r\x0b\x0c"
_NAMES = {" ": "space", "\t": "tab", "\n": "newline", "\r": "return", "\\": "\\"}

_CATEGORIES = {
    op.CATEGORY_SPACE: "white space",
    op.CATEGORY_NOT_SPACE: "anything but white space",
    op.CATEGORY_DIGIT: "a digit",
    op.CATEGORY_WORD: "a letter, a digit, _",
}

Reference = Callable[[str], railroad.DiagramItem | None]
"""The box for a character that takes the place of a named part; None for any other character."""


def regex_diagram(pattern: str, reference: Reference) -> railroad.DiagramItem:
    """Draw a regular expression, in which some characters take the place of named parts."""
    return _Drawing(reference).sequence(parser.parse(pattern))


class _Drawing:
    def __init__(self, reference: Reference) -> None:
        self.reference = reference

    def sequence(self, items: Iterable[tuple[Any, Any]]) -> railroad.DiagramItem:
        """Draw what follows one another; literal characters in a row are one box."""
        drawn: list[railroad.DiagramItem] = []
        literal = ""
        for kind, value in items:
            if kind is op.LITERAL and self.reference(chr(value)) is None:
                literal += chr(value)
                continue
            drawn += [railroad.Terminal(_shown(literal))] if literal else []
            literal = ""
            drawn.append(self.item(kind, value))
        drawn += [railroad.Terminal(_shown(literal))] if literal else []
        return drawn[0] if len(drawn) == 1 else railroad.Sequence(*drawn) if drawn else railroad.Skip()

    def item(self, kind: Any, value: Any) -> railroad.DiagramItem:
        """Draw one part."""
        if kind is op.LITERAL:
            return self.reference(chr(value)) or railroad.Terminal(_shown(chr(value)))
        if kind in (op.IN, op.NOT_LITERAL, op.ANY):
            return railroad.Terminal(_characters(kind, value))
        if kind in (op.MAX_REPEAT, op.POSSESSIVE_REPEAT, op.MIN_REPEAT):
            return self.repeated(*value)
        if kind is op.BRANCH:
            return railroad.Choice(0, *(self.sequence(branch) for branch in value[1]))
        if kind is op.SUBPATTERN:
            return self.sequence(value[-1])
        if kind is op.ATOMIC_GROUP:
            return self.sequence(value)
        if kind in (op.ASSERT, op.ASSERT_NOT):
            says = "followed by" if kind is op.ASSERT else "not followed by"
            return railroad.Group(self.sequence(value[1]), says)
        if kind is op.AT:
            return railroad.Comment("end of text")
        raise ValueError(f"no drawing for {kind} in a regular expression")

    def repeated(self, least: int, most: Any, items: Any) -> railroad.DiagramItem:
        """Draw a repetition."""
        drawn = self.sequence(items)
        if most == 1:
            return railroad.Optional(drawn)
        return railroad.OneOrMore(drawn) if least else railroad.ZeroOrMore(drawn)


def _shown(literal: str) -> str:
    return "".join(_NAMES.get(char, char) for char in literal) if len(literal) == 1 else literal


def _characters(kind: Any, value: Any) -> str:
    """Name a class of characters.

    >>> _characters(op.ANY, None)
    'any character'
    """
    if kind is op.ANY:
        return "any character"
    if kind is op.NOT_LITERAL:
        return f"any but {_shown(chr(value))}"
    negated = value[0][0] is op.NEGATE
    categories = [_CATEGORIES[what] for part, what in value[negated:] if part is op.CATEGORY]
    ranges = [_range(part, what) for part, what in value[negated:] if part is not op.CATEGORY]
    if not negated and "".join(first + ("-" + last if last != first else "") for first, last in ranges) == _WHITE_SPACE:
        return "white space"
    names = [*categories, *(_range_name(first, last) for first, last in ranges)]
    named = " ".join(name for name in names if name)
    return f"any but {named}" if negated else f"one of {named}" if len(names) > 1 else named


def _range(kind: Any, value: Any) -> tuple[str, str]:
    if kind is op.LITERAL:
        return chr(value), chr(value)
    if kind is op.RANGE:
        return chr(value[0]), chr(value[1])
    raise ValueError(f"no name for {kind} in a class of characters")


def _range_name(first: str, last: str) -> str:
    names = {
        ("\0", " "): "control characters, space",
        ("\0", "\x08"): "control characters",
        ("\x0e", "\x1b"): "",
        ("\U00010000", "\U0010ffff"): "beyond U+FFFF",
    }
    if (first, last) in names:
        return names[first, last]
    return _NAMES.get(first, first) if first == last else f"{first}–{last}"
