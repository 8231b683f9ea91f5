"""Draw an explanation for a terminal: the parts under the text, or below it in a list where the text is too long."""

from __future__ import annotations

import json
import re
import textwrap
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain, pairwise

from shorthand.editor.explanation import ExplainedPart, ExplainedText, RemarkKind
from shorthand.errors import ShorthandSyntaxError
from shorthand.errors.rendering import Paint, Role, printable, render
from shorthand.errors.rendering import width as cells
from shorthand.syntax.parts import QUOTED, Form

_FORMS = {Form.LIST: "list in brackets", Form.MAP: "map in braces", Form.JSON: "JSON"}
_LABELS = {RemarkKind.MISTAKE: "likely a mistake", RemarkKind.ENUM: "not listed"}
_GAP = "  "
# A remark goes below the row where fewer cells than this are left beside it.
_NARROWEST = 48
# A longer path is cut in the middle. In a deep text it would be longer than the text.
_WIDEST_PATH = 60
_WIDEST_VALUE = 40
_NARROWEST_EXCERPT = 12


def draw(explanation: ExplainedText, width: int, paint: Paint) -> str:
    """Draw the parts of an explanation, and below them the error.

    Args:
        explanation: What to draw.
        width: How many terminal cells a line has, where that is enough.
        paint: Colours the pieces.
    """
    error = render(explanation.error.diagnostics, paint) if explanation.error else None
    return _joined(chain(lines_of_parts(explanation, width, paint), [] if error is None else ["", error]))


def lines_of_parts(explanation: ExplainedText, width: int, paint: Paint) -> Iterator[str]:
    """Yield the lines that draw the parts, without the error and the remarks that repeat it.

    Together they can be a hundred times as long as the text. The arguments are those of `draw`.
    """
    return (line.rstrip() for line in _Drawing(explanation, width, paint).lines())


def _joined(lines: Iterator[str]) -> str:
    """Join lines into a string that grows in place: beside a list of all of them it would be in memory twice."""
    drawn, block, length = next(lines, ""), [""], 0
    for line in lines:
        block.append(line)
        length += len(line)
        # Ever longer blocks, so that a string that is moved as it grows is moved a few times only.
        if length > len(drawn) // 16:
            drawn += "\n".join(block)
            block, length = [""], 0
    drawn += "\n".join(block) if len(block) > 1 else ""
    return drawn


class _Drawing:
    """One explanation that is drawn. Its rows are made twice, to be measured and to be drawn, and never kept."""

    def __init__(self, explanation: ExplainedText, width: int, paint: Paint) -> None:
        self.explanation = explanation
        self.text = explanation.text
        self.width = max(width, 1)  # textwrap refuses less
        self.paint = paint
        self.told = {fault.reason for fault in explanation.error.diagnostics} if explanation.error else set()
        self.positions = _Positions(self.text)
        self.columns = [0, 0, 0]
        self.widest_position = 0
        # What is empty at the end of the text has its mark after it.
        self.has_mark_at_end = self.follows != "" and explanation.end == len(self.text)
        self._measure()

    @property
    def follows(self) -> str:
        """What to tell about where the text stops making sense, which may be its end."""
        error = self.explanation.error
        ends_early = isinstance(error, ShorthandSyntaxError) and bool(error.expected)
        return f"here could follow: {self.explanation.expected}" if ends_early else ""

    def _measure(self) -> None:
        for row in self._rows():
            self.columns = [max(pair) for pair in zip(self.columns, map(cells, row.columns), strict=True)]
            start = row.part.span[0]
            self.widest_position = max(self.widest_position, len(self.positions.at(start)))
            self.has_mark_at_end |= start == len(self.text)

    def _rows(self) -> Iterator[_Row]:
        return (_Row(part, self.text, self.told) for part in self.explanation.parts)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the drawing."""
        marked = cells(printable(self.text)) + self.has_mark_at_end
        if "\n" in self.text or marked + sum(self.columns) + len(_GAP) * 3 > self.width:
            yield from self._list_below()
        else:
            yield from self._draw_under(marked)

    def _draw_under(self, marked: int) -> Iterator[str]:
        """Yield the text, and under it a line for each part; the marks take `marked` cells."""
        yield self.paint(Role.TEXT, printable(self.text))
        for row in self._rows():
            before = " " * cells(printable(self.text[: row.part.span[0]]))
            mark = "~" * cells(printable(row.written)) or "^"
            gap = " " * (marked - len(before) - len(mark))
            yield before + self.paint(row.role, mark) + gap + _GAP + row.draw(self.columns, self.paint)
            yield from row.draw_remarks(marked + len(_GAP), self.width, self.paint)
        if self.follows:
            mark = " " * cells(printable(self.text[: self.explanation.end])) + "^"
            yield from self._draw_beside(mark, self.follows, marked + len(_GAP))

    def _draw_beside(self, mark: str, words: str, indent: int) -> Iterator[str]:
        """Yield a mark under the text, and words beside it."""
        if self.width - indent < _NARROWEST:
            yield self.paint(Role.MARK, mark)
            mark, indent = "", 4
        first, *others = textwrap.wrap(words, max(self.width - indent, _NARROWEST))
        yield (self.paint(Role.MARK, mark) if mark else "") + " " * (indent - len(mark)) + first
        yield from (" " * indent + line for line in others)

    def _list_below(self) -> Iterator[str]:
        """Yield the text in lines of the terminal's width, and below it a line for each part."""
        for line in self.positions.lines():
            yield from (self.paint(Role.TEXT, piece) for piece in _wrap(printable(line), self.width))
        yield ""
        left = self.width - self.widest_position - sum(self.columns) - len(_GAP) * 4
        for row in self._rows():
            position = self.positions.at(row.part.span[0]).rjust(self.widest_position)
            is_shown = left >= _NARROWEST_EXCERPT and row.part.form is not Form.EMPTY
            excerpt = _cut(printable(row.written[: self.width]), left) if is_shown else ""
            filler = " " * (self.columns[2] - cells(row.columns[2])) + _GAP if excerpt else ""
            drawn = row.draw(self.columns, self.paint)
            yield self.paint(row.role, position) + _GAP + drawn + filler + self.paint(Role.TEXT, excerpt)
            yield from row.draw_remarks(self.widest_position + len(_GAP), self.width, self.paint)
        position = self.positions.at(self.explanation.end)
        yield from textwrap.wrap(self.follows, self.width, initial_indent=f"{position}{_GAP}")


class _Row:
    """What is drawn of one part: its columns, and its remarks without those that the error repeats."""

    def __init__(self, part: ExplainedPart, text: str, told: set[str]) -> None:
        self.part = part
        self.written = text[part.span[0] : part.span[1]]
        self.value = _value(part, self.written)
        form = _FORMS.get(part.form, str(part.form)) + (f" = {self.value}" if self.value else "")
        self.columns = (_cut_middle(printable(part.path), _WIDEST_PATH), part.type or "unknown", form)
        self.remarks = [remark for remark in part.remarks if remark.text not in told]
        is_wrong = len(self.remarks) < len(part.remarks) or any(
            remark.kind is RemarkKind.ERROR for remark in self.remarks
        )
        self.role = Role.MARK if is_wrong else Role.PART

    def draw(self, columns: list[int], paint: Paint) -> str:
        """Draw the columns at these widths."""
        path, kind, form = self.columns
        if self.value:
            form = form[: -len(self.value)] + paint(Role.VALUE, self.value)
        pieces = [paint(Role.PATH, _fill(path, columns[0]))] if columns[0] else []
        return _GAP.join([*pieces, paint(Role.TYPE, _fill(kind, columns[1])), form])

    def draw_remarks(self, indent: int, width: int, paint: Paint) -> Iterator[str]:
        """Yield the lines of the remarks."""
        if width - indent < _NARROWEST:
            indent = 4
        for remark in self.remarks:
            label = _LABELS.get(remark.kind, str(remark.kind)) + ": "
            lines = textwrap.wrap(label + printable(remark.text), max(width - indent, _NARROWEST)) or [label]
            lines[0] = paint(Role(remark.kind), lines[0][: len(label)]) + lines[0][len(label) :]
            yield from (" " * indent + line for line in lines)


def _value(part: ExplainedPart, written: str) -> str:
    """Return the value of a part, where it differs from what is written."""
    if part.value is None or part.form is Form.JSON or part.value == written:
        return ""
    if isinstance(part.value, str) and part.form in QUOTED and part.value == written[1:-1]:
        return ""
    value = part.value[:_WIDEST_VALUE] if isinstance(part.value, str) else part.value
    return _cut(printable(json.dumps(value, ensure_ascii=False)), _WIDEST_VALUE)


class _Positions:
    """Where in a text an offset is: the column, and before it the line where there are several."""

    def __init__(self, text: str) -> None:
        self.text = text
        # An array, because a text can be all line breaks.
        self.starts = array("Q", chain([0], (match.end() for match in re.finditer("\n", text))))

    def at(self, offset: int) -> str:
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        return f"{line}:{column}" if len(self.starts) > 1 else str(column)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the text, without their ends."""
        return (self.text[start : end - 1] for start, end in pairwise(chain(self.starts, [len(self.text) + 1])))


def _wrap(line: str, width: int) -> Iterator[str]:
    """Yield a line in pieces of at most `width` cells."""
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
    """Return the string, or as much of its beginning as fits in `width` cells."""
    return string if cells(string) <= width else next(_wrap(string, width - 1)) + "…"


def _cut_middle(string: str, width: int) -> str:
    """Return the string, or its beginning and its end in at most `width` cells."""
    if cells(string) <= width:
        return string
    half = width // 2
    return next(_wrap(string, half - 1)) + "…" + next(_wrap(string[: -width - 1 : -1], half))[::-1]


def _fill(string: str, width: int) -> str:
    return string + " " * (width - cells(string))
