"""How a text was read: each part with its place, its type, and what is worth a remark."""

from __future__ import annotations

from typing import Any

from shorthand.api import loads, loads_option
from shorthand.codec.convert import lift
from shorthand.codec.faults import unknown_member
from shorthand.codec.shape_at import child, item_shape, type_label
from shorthand.codec.token_kind import TokenKind, bare_member, classify
from shorthand.editor import drawing
from shorthand.editor.complete import complete
from shorthand.editor.enum_warnings import not_listed, unlisted
from shorthand.editor.explanation import ExplainedPart, ExplainedText, Remark, RemarkKind
from shorthand.editor.likely_mistakes import remarks
from shorthand.errors import Place, ShorthandError, ShorthandTypeError
from shorthand.errors.rendering import Paint, plain
from shorthand.shapes import Boolean, List, Map, Shape, String, Structure, resolved
from shorthand.syntax.lossy import loss
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import Form, Part
from shorthand.syntax.raw import is_file_reference
from shorthand.syntax.syntax_errors import expected


class Explanation(ExplainedText):
    """How a text was read, as `explain` gives it. `str()` draws it for a terminal."""

    def __str__(self) -> str:
        return self.drawn()

    def drawn(self, width: int = 100, paint: Paint = plain) -> str:
        """Draw the parts under the text.

        Args:
            width: How many terminal cells a line has, where that is enough.
            paint: Colours the pieces.
        """
        return drawing.drawn(self, width, paint)


def explain(text: str, shape: Shape | None = None) -> Explanation:
    """How a text was read, or as far as it can be.

    >>> from shorthand import shapes
    >>> print(explain("Key=env,Max=10", shapes.Structure({"Key": shapes.String(), "Max": shapes.Integer()})))
    Key=env,Max=10
        ~~~         Key  string   bare
                ~~  Max  integer  bare = 10

    With the shape of an option, a text that is no shorthand is explained as the only token of it: a scalar's value, or
    JSON. A file that the text refers to is not read. Raises nothing: what is wrong is in the result.
    """
    whole = resolved(shape) if shape else None
    if whole is not None:
        (token,) = classify([text], whole)
        if token.kind is TokenKind.FILE:
            return _single(
                text, whole, Form.PLAIN, Remark(RemarkKind.FILE, f"the file {text.partition('://')[2]} is read instead")
            )
        if token.kind is TokenKind.JSON:
            return _single(text, token.shape, Form.JSON, _IS_JSON, whole)
        if token.kind is TokenKind.SCALAR:
            return _single(text, token.shape, Form.PLAIN, None, whole)
        if token.kind is TokenKind.BARE_MEMBER:
            name, member = bare_member(token.shape)
            return _single(text, member, Form.PLAIN, Remark(RemarkKind.NOTE, f"the value of the member {name}"), whole)
    return _Explaining(text, whole).explanation()


_IS_JSON = Remark(RemarkKind.NOTE, "JSON, for it starts with a bracket: the rules of shorthand do not apply")


class _Explaining:
    """One text being explained: what is known of each part that stands around others."""

    def __init__(self, text: str, shape: Shape | None) -> None:
        self.text = text
        self.shape = shape
        self.reading = PartScanner(text)
        self.inner: dict[Part | None, tuple[Shape | None, Place]] = {None: item_shape(shape)}
        self.files: list[str | bytes] = []

    def explanation(self) -> Explanation:
        parts = list(self.reading)
        hazards: dict[Part, list[Remark]] = {}
        for hazard in self.reading.hazards:
            hazards.setdefault(hazard.part, []).append(Remark(RemarkKind.HAZARD, loss(self.text, hazard).reason))
        found = [self._part(part, hazards.get(part, [])) for part in parts]
        error = self._error()
        return Explanation(self.text, tuple(found), error, self.reading.walk.at, self._follows())

    def _follows(self) -> str:
        """What could stand where the reading ended; a key by its name, where the shape knows any."""
        walk = self.reading.walk
        names = expected(walk)
        if self.shape is not None and "KEY" in walk.allowed and not walk.complete:
            keys = [one.text for one in complete(self.text[: walk.at], self.shape) if one.kind == "key"]
            shown = keys[:_MOST_KEYS] + (["…"] if len(keys) > _MOST_KEYS else [])
            names = [", ".join(shown), *names[1:]] if keys else names
        return " or ".join(names)

    def _part(self, part: Part, hazards: list[Remark]) -> ExplainedPart:
        around, place = self.inner[part.parent]
        shape = child(around, part.step)
        place = (*place, part.step)
        written = self.text[part.start : part.end]
        value, problems = self._value(part, shape, around, place)
        is_list_of_one = isinstance(shape, List) and part.form not in (Form.LIST, Form.COMMA_LIST)
        notes = [Remark(RemarkKind.NOTE, "a list of one")] if is_list_of_one and not problems else []
        self.inner[part] = item_shape(shape, place) if part.form is Form.MAP else (shape, place)
        others = list(remarks(part, written, shape, around))
        if any(remark.kind is RemarkKind.MISTAKE for remark in others):
            # A value that was meant to be shorter is not listed: that is no other matter.
            problems = [remark for remark in problems if remark.kind is not RemarkKind.ENUM]
        return ExplainedPart(
            span=part.span,
            key_span=part.key,
            place=place,
            form=part.form,
            type=type_label(shape) if shape else _TYPES.get(part.form, "string") if around is None else "",
            value=value,
            remarks=(*problems, *hazards, *others, *notes),
        )

    def _value(self, part: Part, shape: Shape | None, around: Shape | None, place: Place) -> tuple[Any, list[Remark]]:
        """The typed value of a part, and what is wrong with it by itself."""
        if around is not None and shape is None:
            if isinstance(around, Structure):
                return part.raw, [
                    Remark(RemarkKind.ERROR, unknown_member(part.step, around.members, place[:-1]).reason)
                ]
            return part.raw, []  # what stands around it is what is wrong
        problems = []
        keys = resolved(around.key) if isinstance(around, Map) else None
        if isinstance(keys, String) and keys.enum and part.step not in keys.enum:
            problems.append(Remark(RemarkKind.ENUM, not_listed(part.step, keys.enum)))
        if shape is None:
            return part.raw, problems
        if part.raw is not None and part.reads and is_file_reference(part.raw):
            self.files.append(b"" if part.raw.startswith("fileb") else _stand_in(shape))
            return None, problems
        if part.closed and not _fits(part, shape):
            try:
                return lift(_sample(part), shape, place), problems
            except ShorthandTypeError as error:
                return part.raw, [*problems, Remark(RemarkKind.ERROR, error.reason)]
        listed = _scalar_in(shape)
        if part.raw is not None and isinstance(listed, String) and listed.enum and part.raw not in listed.enum:
            problems.append(Remark(RemarkKind.ENUM, not_listed(part.raw, listed.enum)))
        return (lift(part.raw, shape, place) if part.raw is not None else None), problems

    def _error(self) -> ShorthandError | None:
        contents = iter(self.files)
        try:
            if self.shape is None:
                loads(self.text, files=lambda _reference: next(contents, ""))
            else:
                loads_option([self.text], self.shape, files=lambda _reference: next(contents, ""))
        except ShorthandError as error:
            return error
        return None


# How many keys are named of those that could follow.
_MOST_KEYS = 8
_TYPES = {"list": "list", "comma list": "list", "map": "map"}


def _scalar_in(shape: Shape) -> Shape:
    """The shape of one value that stands where `shape` is wanted: the member of a list."""
    return item_shape(shape)[0] or shape


def _fits(part: Part, shape: Shape) -> bool:
    """Whether the form is right for the shape; of a scalar the string must also be read."""
    if part.form in (Form.LIST, Form.COMMA_LIST):
        return isinstance(shape, List)
    inner = _scalar_in(shape)
    if part.form is Form.MAP:
        return isinstance(inner, (Structure, Map))
    return isinstance(inner, String)


def _sample(part: Part) -> Any:
    """A raw value of the part's form, for its own shape to refuse."""
    if part.raw is not None:
        return part.raw
    return {} if part.form is Form.MAP else [""] * part.count


def _stand_in(shape: Shape) -> str:
    """What the text of a file may be where `shape` is wanted: whether it is so is not known before it is read."""
    inner = _scalar_in(shape)
    if isinstance(inner, Boolean):
        return "true"
    return "" if isinstance(inner, String) else "0"


def _single(text: str, shape: Shape, form: Form, remark: Remark | None, option: Shape | None = None) -> Explanation:
    """A text that is one value as it stands, for the option's shape where that is another."""
    value, error = None, None
    if not is_file_reference(text):
        try:
            value = loads_option([text], option or shape)
        except ShorthandError as wrong:
            error = wrong
    problems = [Remark(RemarkKind.ERROR, one.reason) for one in error.errors] if error else []
    listed = (
        [Remark(RemarkKind.ENUM, found.said) for found in unlisted(value, option or shape)] if value is not None else []
    )
    notes = (*problems, *listed, *([remark] if remark else []))
    plain = text if form is Form.PLAIN and not is_file_reference(text) else None
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    span = (start, max(start, end)) if form is Form.JSON else (0, len(text))
    part = ExplainedPart(span, None, (), form, type_label(shape), value if form is Form.JSON else plain, notes)
    return Explanation(text, (part,), error, len(text), "the end of the text")
