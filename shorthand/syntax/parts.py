"""A part of a text: the span, the form and the string of one value."""

from __future__ import annotations

from enum import StrEnum

from shorthand.errors import Place, Span


class Form(StrEnum):
    """How a value is written."""

    BARE = "bare"
    ESCAPED = "escaped"
    """Bare, with a comma after a backslash."""
    SINGLE_QUOTED = "single-quoted"
    DOUBLE_QUOTED = "double-quoted"
    EMPTY = "empty"
    LIST = "list"
    """In brackets."""
    COMMA_LIST = "comma list"
    """Without brackets."""
    MAP = "map"
    """In braces."""
    PLAIN = "plain"
    """A whole token that is the value itself, outside shorthand."""
    JSON = "json"
    """A whole token of JSON, outside shorthand."""


QUOTED = frozenset({Form.SINGLE_QUOTED, Form.DOUBLE_QUOTED})
BRACKETED = frozenset({Form.LIST, Form.MAP})


class Part:
    """One value of a text: the value of a key, or one item of a list.

    Attributes:
        parent: The part that contains it; None at the top level.
        step: Its key, or its index in a list.
        key: The span of the key before it; None for an item.
        start: Where it starts, without the white space around it.
        end: Where it ends.
        form: How it is written.
        raw: The string of a scalar; None for a list or a map.
        reads: Whether its key is written with "@=".
        count: How many items or pairs it has.
        closed: Whether its bracket is closed.
    """

    __slots__ = ("closed", "count", "end", "form", "key", "parent", "raw", "reads", "start", "step")

    def __init__(self, parent: Part | None, step: str | int, start: int, *, key: Span | None, reads: bool) -> None:
        self.parent = parent
        self.step = step
        self.key = key
        self.start = self.end = start
        self.form = Form.EMPTY
        self.raw: str | None = ""
        self.reads = reads
        self.count = 0
        self.closed = True

    @property
    def span(self) -> Span:
        """(start, end) of the value."""
        return self.start, self.end

    @property
    def place(self) -> Place:
        """The keys and indices that lead to it. Built anew each time, because a deep text has many long ones."""
        steps: list[str | int] = []
        part: Part | None = self
        while part is not None:
            steps.append(part.step)
            part = part.parent
        return tuple(reversed(steps))
