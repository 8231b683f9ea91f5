"""The explained parts of a shorthand text, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

from shorthand.codec.convert import lift
from shorthand.codec.faults import unknown_member
from shorthand.codec.shape_at import child, item_shape, type_label
from shorthand.editor.enum_warnings import unlisted_reason
from shorthand.editor.explanation import ExplainedPart, Remark, RemarkKind
from shorthand.editor.likely_mistakes import remarks
from shorthand.editor.part_table import NO_PARENT, PartTable
from shorthand.errors import Place, ShorthandTypeError
from shorthand.shapes import Boolean, List, Map, Shape, String, Structure, resolved
from shorthand.syntax.lossy import loss
from shorthand.syntax.parts import Form, Part
from shorthand.syntax.raw import is_file_reference

_TYPES = {Form.LIST: "list", Form.COMMA_LIST: "list", Form.MAP: "map"}
# More brackets cannot be nested in a text that reads, so that the parts around any part are remembered.
_MOST_REMEMBERED = 256


class ExplainedParts(Sequence[ExplainedPart]):
    """The parts of a text, as a tuple of `ExplainedPart` would give them. Equal sequences of parts are equal."""

    def __init__(self, table: PartTable, shape: Shape | None) -> None:
        self._table = table
        self._whole = item_shape(shape)
        self._remembered: dict[int, tuple[Shape | None, Place]] = {}

    def __len__(self) -> int:
        return len(self._table)

    @overload
    def __getitem__(self, index: int) -> ExplainedPart: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[ExplainedPart, ...]: ...

    def __getitem__(self, index: int | slice) -> ExplainedPart | tuple[ExplainedPart, ...]:
        numbers = range(len(self))[index]
        return self._part(numbers) if isinstance(numbers, int) else tuple(map(self._part, numbers))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (ExplainedParts, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(mine == its for mine, its in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        # A shape may refer to others by a function, which cannot be pickled.
        return tuple, (list(self),)

    def file_contents(self) -> Iterator[str | bytes]:
        """Yield what each file of the text may contain, so that the rest can be read without reading any file."""
        for number in self._table.file_references:
            part = self._table.part(number)
            around, _ = self._inside(self._table.parent(number))
            yield b"" if str(part.raw).startswith("fileb") else _fitting_content(child(around, part.step))

    def _inside(self, number: int) -> tuple[Shape | None, Place]:
        """Return the shape and the place of what is directly inside a part."""
        numbers = []
        while number != NO_PARENT and number not in self._remembered:
            numbers.append(number)
            number = self._table.parent(number)
        shape, place = self._whole if number == NO_PARENT else self._remembered[number]
        for inner in reversed(numbers):
            step = self._table.step(inner)
            shape, place = child(shape, step), (*place, step)
            if self._table.form(inner) is Form.MAP:
                shape, place = item_shape(shape, place)
            if len(self._remembered) >= _MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[inner] = shape, place
        return shape, place

    def _part(self, number: int) -> ExplainedPart:
        part = self._table.part(number)
        around, place = self._inside(self._table.parent(number))
        shape = child(around, part.step)
        place = (*place, part.step)
        written = self._table.text[part.start : part.end]
        value, problems = _value(part, shape, around, place)
        hazards = [
            Remark(RemarkKind.HAZARD, loss(self._table.text, hazard).reason) for hazard in self._table.hazards(number)
        ]
        others = list(remarks(part, written, shape, around))
        if any(remark.kind is RemarkKind.MISTAKE for remark in others):
            # A value that probably ends earlier is not listed either; one remark is enough.
            problems = [remark for remark in problems if remark.kind is not RemarkKind.ENUM]
        is_list_of_one = isinstance(shape, List) and part.form not in (Form.LIST, Form.COMMA_LIST)
        notes = [Remark(RemarkKind.NOTE, "a list of one")] if is_list_of_one and not problems else []
        return ExplainedPart(
            span=part.span,
            key_span=part.key,
            place=place,
            form=part.form,
            type=type_label(shape) if shape else _TYPES.get(part.form, "string") if around is None else "",
            value=value,
            remarks=(*problems, *hazards, *others, *notes),
        )


def _value(part: Part, shape: Shape | None, around: Shape | None, place: Place) -> tuple[Any, list[Remark]]:
    """Return the typed value of a part, and what is wrong with it by itself."""
    if shape is None:
        if isinstance(around, Structure) and isinstance(part.step, str):
            fault = unknown_member(part.step, around.members, place[:-1])
            return part.raw, [Remark(RemarkKind.ERROR, fault.reason)]
        return part.raw, []  # nothing is known of it, or the value around it is what is wrong
    problems = _key_problems(part, around)
    if part.raw is not None and part.reads and is_file_reference(part.raw):
        return None, problems
    if part.closed and not _fits(part, shape):
        try:
            return lift(_sample(part), shape, place), problems
        except ShorthandTypeError as error:
            return part.raw, [*problems, Remark(RemarkKind.ERROR, error.reason)]
    if part.raw is None:
        return None, problems
    scalar = _shape_of_one(shape)
    if isinstance(scalar, String) and scalar.enum and part.raw not in scalar.enum:
        problems.append(Remark(RemarkKind.ENUM, unlisted_reason(part.raw, scalar.enum)))
    return lift(part.raw, shape, place), problems


def _key_problems(part: Part, around: Shape | None) -> list[Remark]:
    """Return the remark on a key that a map does not list."""
    keys = resolved(around.key) if isinstance(around, Map) else None
    if isinstance(keys, String) and keys.enum and part.step not in keys.enum:
        return [Remark(RemarkKind.ENUM, unlisted_reason(part.step, keys.enum))]
    return []


def _shape_of_one(shape: Shape) -> Shape:
    """Return the shape of one value where `shape` is expected: for a list, that of its items."""
    return item_shape(shape)[0] or shape


def _fits(part: Part, shape: Shape) -> bool:
    """Return whether the form of a part is right for the shape. A scalar that is no string must also be read."""
    if part.form in (Form.LIST, Form.COMMA_LIST):
        return isinstance(shape, List)
    inner = _shape_of_one(shape)
    if part.form is Form.MAP:
        return isinstance(inner, (Structure, Map))
    return isinstance(inner, String)


def _sample(part: Part) -> Any:
    """Return an untyped value of the part's form, for the shape to refuse."""
    if part.raw is not None:
        return part.raw
    return {} if part.form is Form.MAP else [""] * part.count


def _fitting_content(shape: Shape | None) -> str:
    """Return a text that fits where `shape` is expected, in place of a file that is not read."""
    inner = _shape_of_one(shape) if shape else None
    if isinstance(inner, Boolean):
        return "true"
    return "" if inner is None or isinstance(inner, String) else "0"
