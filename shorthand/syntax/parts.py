"""The parts of a text: where each value stands, how it is written, and what the AWS CLI would lose of it.

It works on broken texts too, up to where they make no sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from shorthand.errors import Place
from shorthand.syntax.raw import FILE_PREFIXES, SPACE
from shorthand.syntax.walk import Walk

Span = tuple[int, int]


class Part:
    """One value of a text: what stands under a key, or one item of a list.

    `form` is how it is written: "bare", "escaped" (bare, with a comma after a backslash), "single-quoted",
    "double-quoted", "empty", "list" (in brackets), "comma list", "map" (in braces). `start` and `end` are without the
    white space around, `key` is the span of the key before it (None for an item). `raw` is the string of a scalar.
    `reads` says whether the key was written with "@=". `count` is how many items or pairs it holds, `closed` whether
    its bracket is.
    """

    __slots__ = ("closed", "count", "end", "form", "key", "parent", "raw", "reads", "start", "step")

    def __init__(self, parent: Part | None, step: str | int, start: int, *, key: Span | None, reads: bool) -> None:
        self.parent = parent
        self.step = step
        self.key = key
        self.start = self.end = start
        self.form = "empty"
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
        """The keys and indices that lead to it. Built anew each time, for a deep text has many."""
        steps: list[str | int] = []
        part: Part | None = self
        while part is not None:
            steps.append(part.step)
            part = part.parent
        return tuple(reversed(steps))


class Hazard(NamedTuple):
    """Something the AWS CLI would lose or leak.

    `kind` is "key twice" (outside brackets, which the AWS CLI rejects itself), "pair lost" (a key twice in braces),
    "text dropped", "file leaks", "file unread", "flag before braces".
    """

    kind: str
    span: Span
    part: Part


class Frame:
    """A bracket that is open, or the text itself: its part (None for the text) and the pairs in it by their keys.

    `pair` is the pair at hand; it is in `pairs` only once it is over.
    """

    def __init__(self, part: Part | None) -> None:
        self.part = part
        self.pairs: dict[str, Part] = {}
        self.pair: Part | None = None


class Reading:
    """The parts of one text, to be iterated once; then `walk`, `frames` and `hazards` tell how it ended.

    A part comes as soon as it begins, so it is whole only when the next one at its level comes.
    """

    def __init__(self, text: str) -> None:
        self.walk = Walk(text)
        self.frames = [Frame(None)]
        self.hazards: list[Hazard] = []
        # The AWS CLI keeps one flag for the whole text: whether the last key it met was written with "@=".
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
                    self._open(part, "list" if effect == "open_list" else "map")
                    if is_new:
                        yield part
                elif effect == "begin" and frame.pair:
                    yield _begin(frame.pair)
                elif effect == "add" and frame.pair:
                    frame.pair.count += 1
                elif effect == "empty" and frame.part and frame.part.form == "list":
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
                    self.hazards.append(Hazard("text dropped", (match.end() - len(lost), match.end()), frame.pair))
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
        """The part to which the value belongs that begins here, and whether it is a new one."""
        holder = frame.pair if in_comma_list else frame.part
        if holder is None or holder.form == "map":
            pair = frame.pair
            assert pair is not None  # noqa: S101 -- in the text and in braces a key comes first
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
                part.form = "escaped"
        part.end = match.start() + len(match[0].rstrip())
        if part.parent is not None and part.parent.form == "comma list":
            part.parent.end = part.end
        if part.reads != self.last_key_reads and part.raw.startswith(FILE_PREFIXES):
            self.hazards.append(Hazard("file leaks" if self.last_key_reads else "file unread", part.span, part))

    def _open(self, part: Part, form: str) -> None:
        part.form, part.raw, part.closed = form, None, False
        self.frames.append(Frame(part))
        if form == "map" and part.reads:
            start = part.key[0] if part.key else part.start
            self.hazards.append(Hazard("flag before braces", (start, part.start + 1), part))

    def _store(self, frame: Frame, pair: Part) -> None:
        name = str(pair.step)
        if name in frame.pairs and pair.key:
            self.hazards.append(Hazard("pair lost" if frame.part else "key twice", pair.key, pair))
        elif frame.part:
            frame.part.count += 1
        frame.pairs[name] = pair


_SCALARS = {"word": ("bare", ""), "single": ("single-quoted", "'"), "double": ("double-quoted", '"')}


def _begin(pair: Part) -> Part:
    """The comma after a scalar makes it the first item of a list, and the pair's value that list."""
    first = Part(pair, 0, pair.start, key=None, reads=pair.reads)
    first.end, first.form, first.raw = pair.end, pair.form, pair.raw
    pair.form, pair.raw, pair.count = "comma list", None, 1
    return first
