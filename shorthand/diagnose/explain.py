"""How a text was read: each part with its place, its type, and what is worth a remark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from shorthand.convert import lift, unknown_member
from shorthand.diagnose.complete import complete
from shorthand.diagnose.remarks import Remark, remarks
from shorthand.diagnose.shaped import child, promoted, type_label
from shorthand.diagnose.unlisted import not_listed, unlisted
from shorthand.errors import Place, ShorthandError, ShorthandTypeError, dotted
from shorthand.option import loads_option, takes_bare_value
from shorthand.shapes import Boolean, Document, List, Map, Scalar, Shape, String, Structure, resolved
from shorthand.syntax.faults import expected, loss
from shorthand.syntax.parts import Part, Reading, Span
from shorthand.syntax.raw import FILE_PREFIXES
from shorthand.text import loads


@dataclass(frozen=True)
class ExplainedPart:
    """One value of a text: what stands under a key, or one item of a list.

    `span` is the (start, end) of the value in the text, `key_span` of the key before it (None for an item). `place`
    leads to it in the value that `loads` gives and `path` is the same for people. `form` is how it is written: "bare",
    "escaped", "single-quoted", "double-quoted", "empty", "list", "comma list", "map", or for a whole option "plain" or
    "json". `type` is the shape's, or without a shape "string", "list" or "map"; "" where the shape knows no such part.
    `value` is that of a scalar, typed where it can be; None for others, and for what stands for a file's content.
    """

    span: Span
    key_span: Span | None
    place: Place
    form: str
    type: str
    value: Any
    remarks: tuple[Remark, ...]

    @property
    def path(self) -> str:
        """The place as people write it."""
        return dotted(self.place)


@dataclass(frozen=True)
class Explanation:
    """How `text` was read. `str()` draws it for a terminal.

    `parts` are its values in the order of the text, up to where it makes no sense. `error` is what `loads` raises for
    it, or None. `end` is how far the text makes sense, and `expected` says in human words what could stand there.
    """

    text: str
    parts: tuple[ExplainedPart, ...]
    error: ShorthandError | None
    end: int
    expected: str

    def __str__(self) -> str:
        return self.drawn()

    def drawn(self, width: int = 100, paint: Callable[[str, str], str] = lambda _role, piece: piece) -> str:
        """The parts drawn under the text, in at most `width` cells where that can be; `paint` may colour the pieces."""
        from shorthand.diagnose.drawing import drawn

        return drawn(self, width, paint)


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
    member = resolved(whole.member) if isinstance(whole, List) else whole
    if whole is not None and member is not None:
        if text.startswith(FILE_PREFIXES):
            return _single(text, whole, "plain", Remark("file", f"the file {text.partition('://')[2]} is read instead"))
        if text.lstrip().startswith("["):
            return _single(text, whole, "json", _IS_JSON)
        if isinstance(member, Document) or (text.lstrip().startswith("{") and not isinstance(member, Scalar)):
            return _single(text, member, "json", _IS_JSON, whole)
        if isinstance(member, Scalar):
            return _single(text, member, "plain", None, whole)
        if takes_bare_value(whole) and "=" not in text:
            return _single(text, String(), "plain", Remark("note", "stands for the member Value"), whole)
    return _Explaining(text, whole).explanation()


_IS_JSON = Remark("note", "JSON, for it starts with a bracket: the rules of shorthand do not apply")


class _Explaining:
    """One text being explained: what is known of each part that stands around others."""

    def __init__(self, text: str, shape: Shape | None) -> None:
        self.text = text
        self.shape = shape
        self.reading = Reading(text)
        self.inner: dict[Part | None, tuple[Shape | None, Place]] = {None: promoted(shape)}
        self.files: list[str | bytes] = []

    def explanation(self) -> Explanation:
        parts = list(self.reading)
        hazards: dict[Part, list[Remark]] = {}
        for hazard in self.reading.hazards:
            hazards.setdefault(hazard.part, []).append(Remark("hazard", loss(self.text, hazard).reason))
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
        is_list_of_one = isinstance(shape, List) and part.form not in ("list", "comma list")
        notes = [Remark("note", "a list of one")] if is_list_of_one and not problems else []
        self.inner[part] = promoted(shape, place) if part.form == "map" else (shape, place)
        others = list(remarks(part, written, shape, around))
        if any(remark.kind == "mistake" for remark in others):
            # A value that was meant to be shorter is not listed: that is no other matter.
            problems = [remark for remark in problems if remark.kind != "enum"]
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
                return part.raw, [Remark("error", unknown_member(part.step, around.members, place[:-1]).reason)]
            return part.raw, []  # what stands around it is what is wrong
        problems = []
        keys = resolved(around.key) if isinstance(around, Map) else None
        if isinstance(keys, String) and keys.enum and part.step not in keys.enum:
            problems.append(Remark("enum", not_listed(part.step, keys.enum)))
        if shape is None:
            return part.raw, problems
        if part.raw is not None and part.reads and part.raw.startswith(FILE_PREFIXES):
            self.files.append(b"" if part.raw.startswith("fileb") else _stand_in(shape))
            return None, problems
        if part.closed and not _fits(part, shape):
            try:
                return lift(_sample(part), shape, place), problems
            except ShorthandTypeError as error:
                return part.raw, [*problems, Remark("error", error.reason)]
        listed = _scalar_in(shape)
        if part.raw is not None and isinstance(listed, String) and listed.enum and part.raw not in listed.enum:
            problems.append(Remark("enum", not_listed(part.raw, listed.enum)))
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
    return promoted(shape)[0] or shape


def _fits(part: Part, shape: Shape) -> bool:
    """Whether the form is right for the shape; of a scalar the string must also be read."""
    if part.form in ("list", "comma list"):
        return isinstance(shape, List)
    inner = _scalar_in(shape)
    if part.form == "map":
        return isinstance(inner, (Structure, Map))
    return isinstance(inner, String)


def _sample(part: Part) -> Any:
    """A raw value of the part's form, for its own shape to refuse."""
    if part.raw is not None:
        return part.raw
    return {} if part.form == "map" else [""] * part.count


def _stand_in(shape: Shape) -> str:
    """What the text of a file may be where `shape` is wanted: whether it is so is not known before it is read."""
    inner = _scalar_in(shape)
    if isinstance(inner, Boolean):
        return "true"
    return "" if isinstance(inner, String) else "0"


def _single(text: str, shape: Shape, form: str, remark: Remark | None, option: Shape | None = None) -> Explanation:
    """A text that is one value as it stands, for the option's shape where that is another."""
    value, error = None, None
    if not text.startswith(FILE_PREFIXES):
        try:
            value = loads_option([text], option or shape)
        except ShorthandError as wrong:
            error = wrong
    problems = [Remark("error", one.reason) for one in error.errors] if error else []
    listed = [Remark("enum", found.said) for found in unlisted(value, option or shape)] if value is not None else []
    notes = (*problems, *listed, *([remark] if remark else []))
    plain = text if form == "plain" and not text.startswith(FILE_PREFIXES) else None
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    span = (start, max(start, end)) if form == "json" else (0, len(text))
    part = ExplainedPart(span, None, (), form, type_label(shape), value if form == "json" else plain, notes)
    return Explanation(text, (part,), error, len(text), "the end of the text")
