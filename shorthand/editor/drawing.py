"""An explanation drawn for a terminal: the parts under the text, or where it is too long for that, in a list."""

from __future__ import annotations

import json
import re
import textwrap
from bisect import bisect_right
from collections.abc import Iterator

from shorthand.editor.explanation import ExplainedPart, ExplainedText, RemarkKind
from shorthand.errors import ShorthandSyntaxError
from shorthand.errors.rendering import Paint, Role, printable, render
from shorthand.errors.rendering import width as cells
from shorthand.syntax.parts import QUOTED, Form

_HOW = {"list": "list in brackets", "map": "map in braces", "json": "JSON"}
_LABELS = {"mistake": "likely a mistake", "enum": "not listed"}
_GAP = "  "
# A remark beside less room than this is drawn below the whole row instead.
_NARROWEST = 48


def drawn(explanation: ExplainedText, width: int, paint: Paint) -> str:
    """The parts of an explanation, and below them what is wrong."""
    parts = drawn_parts(explanation, width, paint)
    return "\n\n".join([parts, render(explanation.error.diagnostics, paint)] if explanation.error else [parts])


def drawn_parts(explanation: ExplainedText, width: int, paint: Paint) -> str:
    """The parts, under the text or in a list; what the error says itself is not said here."""
    text = explanation.text
    said = {error.reason for error in explanation.error.errors} if explanation.error else set()
    rows = [_Row(part, text, said) for part in explanation.parts]
    columns = [max((cells(row.columns[index]) for row in rows), default=0) for index in range(3)]
    follows = f"here could follow: {explanation.expected}" if _ends_early(explanation) else ""
    # What is empty at the end of the text has its mark after it.
    ends = {row.part.span[0] for row in rows} | ({explanation.end} if follows else set())
    room = cells(printable(text)) + (1 if len(text) in ends else 0)
    if "\n" in text or room + sum(columns) + len(_GAP) * 3 > width:
        lines = list(_listed(text, rows, columns, width, paint))
        lines += textwrap.wrap(follows, width, initial_indent=f"{_Positions(text).at(explanation.end)}{_GAP}")
    else:
        lines = list(_under(text, rows, columns, room, width, paint))
        mark = " " * cells(printable(text[: explanation.end])) + "^"
        lines += _beside(mark, follows, room + len(_GAP), width, paint) if follows else []
    return "\n".join(line.rstrip() for line in lines)


def _ends_early(explanation: ExplainedText) -> bool:
    """Whether the text stops making sense somewhere, which may be its end."""
    return isinstance(explanation.error, ShorthandSyntaxError) and bool(explanation.error.expected)


def _beside(mark: str, words: str, room: int, width: int, paint: Paint) -> Iterator[str]:
    """A mark under the text, and words beside it."""
    if width - room < _NARROWEST:
        yield paint(Role.MARK, mark)
        mark, room = "", 4
    first, *others = textwrap.wrap(words, max(width - room, _NARROWEST))
    yield (paint(Role.MARK, mark) if mark else "") + " " * (room - len(mark)) + first
    yield from (" " * room + line for line in others)


class _Row:
    """What is drawn of one part: its columns and its remarks, without those that the error says itself."""

    def __init__(self, part: ExplainedPart, text: str, said: set[str]) -> None:
        self.part = part
        self.written = text[part.span[0] : part.span[1]]
        how = _HOW.get(part.form, part.form)
        self.value = _value(part, self.written)
        self.columns = (printable(part.path), part.type or "unknown", how + (f" = {self.value}" if self.value else ""))
        self.remarks = [remark for remark in part.remarks if remark.text not in said]
        self.is_wrong = len(self.remarks) < len(part.remarks) or any(
            note.kind is RemarkKind.ERROR for note in self.remarks
        )

    def painted(self, columns: list[int], paint: Paint) -> str:
        path, kind, how = self.columns
        if self.value:
            how = how[: -len(self.value)] + paint(Role.VALUE, self.value)
        pieces = [paint(Role.PATH, _filled(path, columns[0]))] if columns[0] else []
        return _GAP.join([*pieces, paint(Role.TYPE, _filled(kind, columns[1])), how])

    def notes(self, indent: int, width: int, paint: Paint) -> Iterator[str]:
        if width - indent < _NARROWEST:
            indent = 4
        for remark in self.remarks:
            label = _LABELS.get(remark.kind, remark.kind) + ": "
            lines = textwrap.wrap(label + printable(remark.text), max(width - indent, _NARROWEST)) or [label]
            lines[0] = paint(Role(remark.kind), lines[0][: len(label)]) + lines[0][len(label) :]
            yield from (" " * indent + line for line in lines)


def _under(text: str, rows: list[_Row], columns: list[int], room: int, width: int, paint: Paint) -> Iterator[str]:
    yield paint(Role.TEXT, printable(text))
    for row in rows:
        before = " " * cells(printable(text[: row.part.span[0]]))
        mark = "~" * cells(printable(row.written)) or "^"
        gap = " " * (room - len(before) - len(mark))
        painted = paint(Role.MARK if row.is_wrong else Role.PART, mark)
        yield before + painted + gap + _GAP + row.painted(columns, paint)
        yield from row.notes(room + len(_GAP), width, paint)


def _listed(text: str, rows: list[_Row], columns: list[int], width: int, paint: Paint) -> Iterator[str]:
    for line in text.split("\n"):
        yield from (paint(Role.TEXT, part) for part in _wrapped(printable(line), width))
    yield ""
    positions = _Positions(text)
    where = [positions.at(row.part.span[0]) for row in rows]
    room = max(map(len, where), default=0)
    for position, row in zip(where, rows, strict=True):
        head = paint(Role.MARK if row.is_wrong else Role.PART, position.rjust(room)) + _GAP
        left = width - room - sum(columns) - len(_GAP) * 4
        excerpt = _cut(printable(row.written), left) if left >= 12 and row.part.form is not Form.EMPTY else ""
        filler = " " * (columns[2] - cells(row.columns[2])) + _GAP if excerpt else ""
        yield head + row.painted(columns, paint) + filler + paint(Role.TEXT, excerpt)
        yield from row.notes(room + len(_GAP), width, paint)


def _value(part: ExplainedPart, written: str) -> str:
    """The value, where it is not simply what is written."""
    if part.value is None or part.form is Form.JSON or part.value == written:
        return ""
    if isinstance(part.value, str) and part.form in QUOTED and part.value == written[1:-1]:
        return ""
    shown = printable(json.dumps(part.value, ensure_ascii=False))
    return _cut(shown, 40)


class _Positions:
    """Where in a text an offset is: the column, and before it the line where there are several."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> str:
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        return f"{line}:{column}" if len(self.starts) > 1 else str(column)


def _wrapped(line: str, width: int) -> Iterator[str]:
    """A line in pieces of at most `width` cells."""
    piece, used = "", 0
    for char in line:
        size = cells(char)
        if used + size > width and piece:
            yield piece
            piece, used = "", 0
        piece += char
        used += size
    yield piece


def _cut(string: str, width: int) -> str:
    """The string, or its beginning in at most `width` cells."""
    if cells(string) <= width:
        return string
    return next(_wrapped(string, width - 1)) + "…"


def _filled(string: str, width: int) -> str:
    return string + " " * (width - cells(string))
