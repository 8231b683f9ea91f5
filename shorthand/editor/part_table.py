"""The parts of one text, packed into arrays: about 30 bytes each, where an object takes ten times as much.

A text can have one part for each character, and an explanation keeps all of them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from shorthand.syntax.lossy import Hazard, HazardKind
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import Form, Part
from shorthand.syntax.raw import SPACE, is_file_reference

NO_PARENT = -1
"""The number of the part around a part at the top level."""

_FORMS = tuple(Form)
_HAZARD_KINDS = tuple(HazardKind)
_READS, _CLOSED = 1, 2


class PartTable:
    """The parts of a text in its order, each known by its number, and its hazards.

    Attributes:
        text: The text.
        scanner: The finished scan, which knows how the text ended. Its hazards are in the table instead.
        file_references: The numbers of the parts that a file is read for.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.scanner = PartScanner(text)
        signed, number = ("i", "I") if len(text) < 2**31 else ("q", "Q")
        self._parents = array(signed)
        self._starts, self._ends, self._counts = array(number), array(number), array(number)
        # The start and the end of the key, or the index of an item and 0.
        self._steps, self._key_ends = array(number), array(number)
        self._forms, self._flags = bytearray(), bytearray()
        self.file_references = array(number)
        # Each hazard as the number of its part, its kind, and its span.
        self._hazards = array(number)
        self._hazard_parts = array(number)
        self._scan()

    def __len__(self) -> int:
        return len(self._parents)

    def _scan(self) -> None:
        # The parts that may still change: the last one and those around it.
        unfinished: list[tuple[int, Part]] = []
        for part in self.scanner:
            self._take_hazards([*unfinished, (len(self), part)])
            while unfinished and unfinished[-1][1] is not part.parent:
                self._finish(*unfinished.pop())
            unfinished.append((len(self), part))
            self._reserve(unfinished[-2][0] if len(unfinished) > 1 else NO_PARENT)
        self._take_hazards(unfinished)
        while unfinished:
            self._finish(*unfinished.pop())
        self._sort_hazards()

    def _reserve(self, parent: int) -> None:
        """Add a row, to be filled in when the part is finished."""
        self._parents.append(parent)
        for column in (self._starts, self._ends, self._counts, self._steps, self._key_ends):
            column.append(0)
        self._forms.append(0)
        self._flags.append(0)

    def _finish(self, number: int, part: Part) -> None:
        self._starts[number], self._ends[number], self._counts[number] = part.start, part.end, part.count
        if part.key:
            self._steps[number], self._key_ends[number] = part.key
        else:
            self._steps[number] = int(part.step)
        self._forms[number] = _FORMS.index(part.form)
        self._flags[number] = (_READS if part.reads else 0) | (_CLOSED if part.closed else 0)
        if part.reads and part.raw is not None and is_file_reference(part.raw):
            self.file_references.append(number)

    def _take_hazards(self, unfinished: list[tuple[int, Part]]) -> None:
        """Move the hazards of the scanner to the table. They are all of parts that are not finished."""
        for hazard in self.scanner.hazards:
            number = next(number for number, part in reversed(unfinished) if part is hazard.part)
            self._hazards.extend((number, _HAZARD_KINDS.index(hazard.kind), *hazard.span))
        self.scanner.hazards.clear()

    def _sort_hazards(self) -> None:
        """Order the hazards by their parts; those of one part stay in the order in which they were found."""
        rows, parts = self._hazards, self._hazards[::4]
        order = sorted(range(len(parts)), key=parts.__getitem__)
        self._hazard_parts = array(parts.typecode, map(parts.__getitem__, order))
        self._hazards = array(rows.typecode)
        for number in order:
            self._hazards.extend(rows[number * 4 : number * 4 + 4])

    def parent(self, number: int) -> int:
        """Return the number of the part that contains a part, or NO_PARENT."""
        return self._parents[number]

    def part(self, number: int) -> Part:
        """Make the part again, within a part that itself seems to be at the top level."""
        parent = self._parents[number]
        return self._part(number, None if parent == NO_PARENT else self._part(parent, None))

    def _part(self, number: int, parent: Part | None) -> Part:
        start, end = self._starts[number], self._ends[number]
        step = self.step(number)
        key = (self._steps[number], self._key_ends[number]) if isinstance(step, str) else None
        part = Part(parent, step, start, key=key, reads=bool(self._flags[number] & _READS))
        part.end = end
        part.form = _FORMS[self._forms[number]]
        part.raw = _raw(part.form, self.text, start, end)
        part.count = self._counts[number]
        part.closed = bool(self._flags[number] & _CLOSED)
        return part

    def step(self, number: int) -> str | int:
        """Return the key of a part, or its index."""
        if not self._key_ends[number]:
            return self._steps[number]
        key = self.text[self._steps[number] : self._key_ends[number]]
        # The span of an empty key is that of the character after it.
        return "" if key in "=@" + SPACE else key

    def form(self, number: int) -> Form:
        """Return how a part is written."""
        return _FORMS[self._forms[number]]

    def hazards(self, number: int) -> Iterator[Hazard]:
        """Yield the hazards of a part."""
        first, last = bisect_left(self._hazard_parts, number), bisect_right(self._hazard_parts, number)
        for at in range(first * 4, last * 4, 4):
            _, kind, start, end = self._hazards[at : at + 4]
            yield Hazard(_HAZARD_KINDS[kind], (start, end), self.part(number))


def _raw(form: Form, text: str, start: int, end: int) -> str | None:
    """Return the string of a scalar from what is written; None for a list or a map."""
    if form in (Form.BARE, Form.ESCAPED):
        return text[start:end].replace("\\,", ",")
    if form in (Form.SINGLE_QUOTED, Form.DOUBLE_QUOTED):
        quote = text[start]
        return text[start + 1 : end - 1].replace("\\" + quote, quote).replace("\\\\", "\\")
    return "" if form is Form.EMPTY else None
