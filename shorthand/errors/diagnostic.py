"""One fault as frozen data: what is wrong, where, and what to type instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from shorthand.errors.shell_quoting import Shell, join_words

Place = tuple[str | int, ...]
"""The keys and indices that lead to a value, from the outermost: `("VpcConfig", "Subnets", 0)`."""

Span = tuple[int, int]
"""A half-open range of characters in a text: (start, end), counted from 0."""


class Kind(Enum):
    """What sort of fault a diagnostic describes. The value is the name that machine-readable output uses."""

    SYNTAX = "syntax"
    """The text is not shorthand, or not JSON."""
    LOSSY = "lossy"
    """The AWS CLI reads the text, but loses part of it."""
    WRONG_TYPE = "wrong type"
    """The value does not have the type that its shape asks for."""
    UNKNOWN_MEMBER = "unknown member"
    """The structure has no member of this name."""
    MISSING_MEMBER = "missing member"
    """A required member is not given."""
    UNION = "union"
    """Not exactly one member of a union is given."""
    UNREPRESENTABLE = "unrepresentable"
    """No shorthand text can carry the value."""
    FILE = "file"
    """A file reference that must not, or cannot, be read."""
    ENUM = "enum"
    """A warning: the value is not among the documented values."""
    MISTAKE = "mistake"
    """A warning: the text reads, but is probably not what was meant."""
    OTHER = "other"
    """Anything else, such as an unknown command."""

    @property
    def is_of_type(self) -> bool:
        """Whether a value does not fit its schema."""
        return self in _OF_TYPE


_OF_TYPE = {Kind.WRONG_TYPE, Kind.UNKNOWN_MEMBER, Kind.MISSING_MEMBER, Kind.UNION}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault. Change it with `dataclasses.replace`, which makes a new one.

    Attributes:
        reason: What is wrong, in one clause without a full stop.
        text: The whole text being read; "" where there is none.
        span: Where in `text` the fault is, in characters from 0; None for the text as a whole.
        place: The keys and indices that lead to the faulty value.
        expected: What is valid there, in human words; "" where that does not help.
        hint: What to do about it, as an imperative; "" where nothing is known.
        fix: The corrected `text`, which reads without error; None where none is certain.
        fix_tokens: All tokens of the option after the correction; None where `text` is not part of an option, or where
            another token of the option has no fix.
        fix_words: All words of the command line after the correction; None where `text` is not part of one.
        typed_words: The words of the command line as they were typed, of which `fix_words` are the correction.
        kind: The sort of fault.
        label: A path to show instead of the one made from `place`, such as a JSON pointer.
    """

    reason: str
    text: str = ""
    span: Span | None = None
    place: Place = ()
    expected: str = ""
    hint: str = ""
    fix: str | None = None
    fix_tokens: tuple[str, ...] | None = None
    fix_words: tuple[str, ...] | None = None
    typed_words: tuple[str, ...] = ()
    kind: Kind = Kind.OTHER
    label: str = ""

    @property
    def path(self) -> str:
        """The place as people write it: `VpcConfig.Subnets[0]`."""
        return self.label or dotted(self.place)

    def fix_command(self, shell: Shell = Shell.POSIX) -> str | None:
        """Write the correction as it is typed in a shell: the whole command, the option's words, or the one text.

        None where there is no correction, or where the shell cannot carry it.
        """
        words = self.fix_words or self.fix_tokens or (() if self.fix is None else (self.fix,))
        try:
            return join_words(words, shell) if words else None
        except ValueError:
            return None

    @property
    def line(self) -> int | None:
        """The line in which the span starts, from 1; None without a span."""
        return None if self.span is None else self.text.count("\n", 0, self.span[0]) + 1

    @property
    def column(self) -> int | None:
        """The column in which the span starts, in characters from 1; None without a span."""
        return None if self.span is None else self.span[0] - self.text.rfind("\n", 0, self.span[0])


def dotted(place: Place) -> str:
    """Write a place as people do.

    >>> dotted(("VpcConfig", "Subnets", 0))
    'VpcConfig.Subnets[0]'
    """
    return "".join(
        f"[{describe(step)}]" if isinstance(step, int) else f".{step}" if index else step
        for index, step in enumerate(place)
    )


def as_step(key: object) -> str | int:
    """Return a key of any mapping as a step of a place: one that is neither a string nor an integer by what it is.

    >>> as_step("Subnets"), as_step(b"Subnets")
    ('Subnets', 'bytes')
    """
    return key if isinstance(key, (str, int)) else describe(key)


def shorten(string: str) -> str:
    """Quote a string for a message, cut to 60 characters.

    >>> shorten("prod")
    "'prod'"
    """
    shown = repr(string[:60])
    return shown if len(string) <= 60 else f"{shown[:-1]}…{shown[-1]}"


def describe(value: object) -> str:
    """Name a value for a message, with an article where it has one. The name is short, whatever the value.

    >>> describe(["a"]), describe("a"), describe(None)
    ('a list of 1', "'a'", 'null')
    """
    if isinstance(value, Mapping):
        return "a map"
    if isinstance(value, (list, tuple)):
        return f"a list of {len(value)}"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and value.bit_length() > 200:
        return "a number of many digits"
    if isinstance(value, str):
        return shorten(value)
    if isinstance(value, (int, float)):
        return repr(value)
    return "bytes" if isinstance(value, bytes) else f"a value of type {type(value).__name__}"
