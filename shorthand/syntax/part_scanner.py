"""Scan a text for its parts and for what the AWS CLI would lose. A broken text has parts up to its error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias, cast

from shorthand.syntax._transitions import Effect, Transition
from shorthand.syntax.lossy import Hazard, HazardKind
from shorthand.syntax.parts import Form, Part
from shorthand.syntax.raw import SPACE, is_file_reference
from shorthand.syntax.walk import Walk


class Frame:
    """An open bracket, or the text itself.

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
        actions = _ACTIONS
        for match, transition in self.walk:
            for effect in transition.effects:
                part = actions[effect](self, match, transition)
                if part is not None:
                    yield part
        for frame in self.frames:
            if frame.part:
                frame.part.end = self.walk.at

    # ---- the actions, each for one or two effects. They return a new part, if one begins -------------------------

    def _start_pair(self, match: re.Match[str], transition: Transition) -> Part:
        frame = self.frames[-1]
        name = _within(match)
        key = (match.start(), match.start() + max(len(name), 1))
        self.last_key_reads = Effect.FILE_KEY in transition.effects
        frame.pair = Part(frame.part, name, match.end(), key=key, reads=self.last_key_reads)
        return frame.pair

    def _word(self, match: re.Match[str], transition: Transition) -> Part | None:
        form = Form.ESCAPED if "\\," in match[0] else Form.BARE
        return self._scalar(match, transition, form, match[0].replace("\\,", ",").rstrip())

    def _single_quoted(self, match: re.Match[str], transition: Transition) -> Part | None:
        string = _within(match).replace("\\'", "'").replace("\\\\", "\\")
        return self._scalar(match, transition, Form.SINGLE_QUOTED, string)

    def _double_quoted(self, match: re.Match[str], transition: Transition) -> Part | None:
        string = _within(match).replace('\\"', '"').replace("\\\\", "\\")
        return self._scalar(match, transition, Form.DOUBLE_QUOTED, string)

    def _empty_value(self, match: re.Match[str], _: Transition) -> Part | None:
        around = self.frames[-1].part
        if around is None or around.form is Form.MAP:
            return None  # the value of a pair is empty from the start
        return Part(around, around.count, match.start(), key=None, reads=around.reads)

    def _start_comma_list(self, _: re.Match[str], __: Transition) -> Part:
        """Make the value of the pair a list. Return its first element, which was the value."""
        pair = self._current_pair()
        first = Part(pair, 0, pair.start, key=None, reads=pair.reads)
        first.end, first.form, first.raw = pair.end, pair.form, pair.raw
        pair.form, pair.raw, pair.count = Form.COMMA_LIST, None, 1
        return first

    def _add_element(self, _: re.Match[str], __: Transition) -> None:
        self._current_pair().count += 1

    def _add_pair(self, _: re.Match[str], __: Transition) -> None:
        frame = self.frames[-1]
        pair = self._current_pair()
        name = str(pair.step)
        if name in frame.pairs and pair.key:
            kind = HazardKind.PAIR_LOST if frame.part else HazardKind.DUPLICATE_KEY
            self.hazards.append(Hazard(kind, pair.key, pair))
        elif frame.part:
            frame.part.count += 1
        frame.pairs.add(name)

    def _add_item(self, _: re.Match[str], __: Transition) -> None:
        self._current_bracket().count += 1

    def _open_list(self, match: re.Match[str], _: Transition) -> Part | None:
        part, is_new = self._target(match)
        self._open(part, Form.LIST)
        return part if is_new else None

    def _open_map(self, match: re.Match[str], _: Transition) -> Part | None:
        part, is_new = self._target(match)
        self._open(part, Form.MAP)
        if part.reads:
            start = part.key[0] if part.key else part.start
            self.hazards.append(Hazard(HazardKind.FLAG_BEFORE_BRACES, (start, part.start + 1), part))
        return part if is_new else None

    def _close(self, match: re.Match[str], _: Transition) -> None:
        part = self._current_bracket()
        part.closed = True
        part.end = match.end()
        self.frames.pop()

    def _drop_text(self, match: re.Match[str], _: Transition) -> None:
        lost = match[0][1:].lstrip(SPACE)
        span = (match.end() - len(lost), match.end())
        self.hazards.append(Hazard(HazardKind.TEXT_DROPPED, span, self._current_pair()))

    def _end(self, _: re.Match[str], __: Transition) -> None:
        """Do nothing: every part is complete."""

    # ---- what the actions share ------------------------------------------------------------------------------------

    def _current_pair(self) -> Part:
        return cast("Part", self.frames[-1].pair)  # the grammar has a key before it

    def _current_bracket(self) -> Part:
        return cast("Part", self.frames[-1].part)  # the grammar has an open bracket before it

    def _target(self, match: re.Match[str], *, in_comma_list: bool = False) -> tuple[Part, bool]:
        """Return the part whose value begins here, and whether it is a new one."""
        frame = self.frames[-1]
        holder = frame.pair if in_comma_list else frame.part
        if holder is None or holder.form is Form.MAP:
            pair = self._current_pair()
            pair.start = match.start()
            return pair, False
        return Part(holder, holder.count, match.start(), key=None, reads=holder.reads), True

    def _scalar(self, match: re.Match[str], transition: Transition, form: Form, string: str) -> Part | None:
        part, is_new = self._target(match, in_comma_list=Effect.ADD_ELEMENT in transition.effects)
        part.form, part.raw = form, string
        part.end = match.start() + len(match[0].rstrip())
        if part.parent is not None and part.parent.form is Form.COMMA_LIST:
            part.parent.end = part.end
        if part.reads != self.last_key_reads and is_file_reference(string):
            kind = HazardKind.FILE_LEAKS if self.last_key_reads else HazardKind.FILE_UNREAD
            self.hazards.append(Hazard(kind, part.span, part))
        return part if is_new else None

    def _open(self, part: Part, form: Form) -> None:
        part.form, part.raw, part.closed = form, None, False
        self.frames.append(Frame(part))


def _within(match: re.Match[str]) -> str:
    """Return the group within the terminal: a key without "=", or a text without quotes."""
    return match[(match.lastindex or 0) + 1]


_Action: TypeAlias = Callable[[PartScanner, re.Match[str], Transition], Part | None]
_ACTIONS: dict[Effect, _Action] = {
    Effect.KEY: PartScanner._start_pair,
    Effect.FILE_KEY: PartScanner._start_pair,
    Effect.WORD: PartScanner._word,
    Effect.SINGLE_QUOTED: PartScanner._single_quoted,
    Effect.DOUBLE_QUOTED: PartScanner._double_quoted,
    Effect.EMPTY_VALUE: PartScanner._empty_value,
    Effect.START_COMMA_LIST: PartScanner._start_comma_list,
    Effect.ADD_ELEMENT: PartScanner._add_element,
    Effect.ADD_PAIR: PartScanner._add_pair,
    Effect.ADD_ITEM: PartScanner._add_item,
    Effect.OPEN_LIST: PartScanner._open_list,
    Effect.OPEN_MAP: PartScanner._open_map,
    Effect.CLOSE: PartScanner._close,
    Effect.DROP_TEXT: PartScanner._drop_text,
    Effect.END: PartScanner._end,
}
