"""The parts of a text: the span, the form and the string of each value, and what the AWS CLI would lose.

Broken texts work too, up to where they stop making sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, cast

from shorthand.errors import Place, Span
from shorthand.syntax.raw import SPACE, is_file_reference
from shorthand.syntax.walk import Walk


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


class HazardKind(StrEnum):
    """What the AWS CLI would lose or leak."""

    DUPLICATE_KEY = "duplicate key"
    """A key given twice outside brackets, which the AWS CLI rejects itself."""
    PAIR_LOST = "pair lost"
    """A key given twice inside braces: the first value is lost."""
    TEXT_DROPPED = "text dropped"
    """Text before an escaped comma is lost."""
    FILE_LEAKS = "file leaks"
    """A file is read although its own key has no "@="."""
    FILE_UNREAD = "file unread"
    """A file is not read although its key has "@="."""
    FLAG_BEFORE_BRACES = "flag before braces"
    """"@=" before braces does nothing."""


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


class Hazard(NamedTuple):
    """One loss or leak: its kind, the span that causes it and the part that it is in."""

    kind: HazardKind
    span: Span
    part: Part


class Frame:
    """A bracket that is open, or the text itself.

    Attributes:
        part: The part that the bracket belongs to; None for the text itself.
        pairs: The keys of the finished pairs in it.
        pair: The pair that is being read.
    """

    def __init__(self, part: Part | None) -> None:
        self.part = part
        self.pairs: set[str] = set()
        self.pair: Part | None = None


class PartScanner:
    """Scans one text for its parts. Iterate it once; then its attributes tell how the text ended.

    A part is yielded when it begins, so it is complete only when the next part at its level is yielded.

    Attributes:
        walk: The walk over the text's terminals.
        frames: The brackets that are open at the end, the text itself first.
        hazards: What the AWS CLI would lose.
        last_key_reads: Whether the last key was written with "@=". The AWS CLI keeps this one flag for the whole text.
    """

    def __init__(self, text: str) -> None:
        self.walk = Walk(text)
        self.frames = [Frame(None)]
        self.hazards: list[Hazard] = []
        self.last_key_reads = False

    def __iter__(self) -> Iterator[Part]:
        for match, move in self.walk:
            for effect in move.effects:
                frame = self.frames[-1]
                if effect == "key" or effect == "file_key":
                    yield self._pair(match, frame, reads=effect == "file_key")
                elif effect in _SCALARS:
                    part, is_new = self._target(match, frame, "add" in move.effects)
                    self._scalar(match, part, effect)
                    if is_new:
                        yield part
                elif effect == "open_list" or effect == "open_map":
                    part, is_new = self._target(match, frame)
                    self._open(part, Form.LIST if effect == "open_list" else Form.MAP)
                    if is_new:
                        yield part
                elif effect == "begin" and frame.pair:
                    yield _begin(frame.pair)
                elif effect == "add" and frame.pair:
                    frame.pair.count += 1
                elif effect == "empty" and frame.part and frame.part.form is Form.LIST:
                    yield Part(frame.part, frame.part.count, match.start(), key=None, reads=frame.part.reads)
                elif effect == "append" and frame.part:
                    frame.part.count += 1
                elif effect == "close" and frame.part:
                    frame.part.closed = True
                    frame.part.end = match.end()
                    self.frames.pop()
                elif effect == "store" and frame.pair:
                    self._store(frame, frame.pair)
                elif effect == "dropped" and frame.pair:
                    lost = match[0][1:].lstrip(SPACE)
                    self.hazards.append(
                        Hazard(HazardKind.TEXT_DROPPED, (match.end() - len(lost), match.end()), frame.pair)
                    )
        for frame in self.frames:
            if frame.part:
                frame.part.end = self.walk.at

    def _pair(self, match: re.Match[str], frame: Frame, *, reads: bool) -> Part:
        name = match[(match.lastindex or 0) + 1]
        key = (match.start(), match.start() + max(len(name), 1))
        self.last_key_reads = reads
        frame.pair = Part(frame.part, name, match.end(), key=key, reads=reads)
        return frame.pair

    def _target(self, match: re.Match[str], frame: Frame, in_comma_list: bool = False) -> tuple[Part, bool]:
        """Return the part whose value begins here, and whether it is a new one."""
        holder = frame.pair if in_comma_list else frame.part
        if holder is None or holder.form is Form.MAP:
            pair = cast("Part", frame.pair)  # in the text and in braces a key comes first
            pair.start = match.start()
            return pair, False
        return Part(holder, holder.count, match.start(), key=None, reads=holder.reads), True

    def _scalar(self, match: re.Match[str], part: Part, effect: str) -> None:
        part.form, quote = _SCALARS[effect]
        if quote:
            part.raw = match[(match.lastindex or 0) + 1].replace("\\" + quote, quote).replace("\\\\", "\\")
        else:
            part.raw = match[0].replace("\\,", ",").rstrip()
            if "\\," in match[0]:
                part.form = Form.ESCAPED
        part.end = match.start() + len(match[0].rstrip())
        if part.parent is not None and part.parent.form is Form.COMMA_LIST:
            part.parent.end = part.end
        if part.reads != self.last_key_reads and is_file_reference(part.raw):
            self.hazards.append(
                Hazard(HazardKind.FILE_LEAKS if self.last_key_reads else HazardKind.FILE_UNREAD, part.span, part)
            )

    def _open(self, part: Part, form: Form) -> None:
        part.form, part.raw, part.closed = form, None, False
        self.frames.append(Frame(part))
        if form is Form.MAP and part.reads:
            start = part.key[0] if part.key else part.start
            self.hazards.append(Hazard(HazardKind.FLAG_BEFORE_BRACES, (start, part.start + 1), part))

    def _store(self, frame: Frame, pair: Part) -> None:
        name = str(pair.step)
        if name in frame.pairs and pair.key:
            self.hazards.append(
                Hazard(HazardKind.PAIR_LOST if frame.part else HazardKind.DUPLICATE_KEY, pair.key, pair)
            )
        elif frame.part:
            frame.part.count += 1
        frame.pairs.add(name)


_SCALARS = {"word": (Form.BARE, ""), "single": (Form.SINGLE_QUOTED, "'"), "double": (Form.DOUBLE_QUOTED, '"')}


def _begin(pair: Part) -> Part:
    """Make a pair's scalar the first item of a list, after which a comma came, and return that item."""
    first = Part(pair, 0, pair.start, key=None, reads=pair.reads)
    first.end, first.form, first.raw = pair.end, pair.form, pair.raw
    pair.form, pair.raw, pair.count = Form.COMMA_LIST, None, 1
    return first
