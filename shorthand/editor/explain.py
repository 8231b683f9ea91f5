"""Explain how a text was read: each part with its place, its type, and what is worth a remark."""

from __future__ import annotations

from shorthand.api.conversions import loads, loads_option
from shorthand.codec.shape_at import type_label
from shorthand.codec.token_kind import TokenKind, bare_member, classify
from shorthand.editor import drawing
from shorthand.editor.complete import complete
from shorthand.editor.enum_warnings import unlisted
from shorthand.editor.explained_parts import ExplainedParts
from shorthand.editor.explanation import ExplainedPart, ExplainedText, Remark, RemarkKind
from shorthand.editor.part_table import PartTable
from shorthand.errors import ShorthandError, error_of
from shorthand.errors.rendering import Paint, plain
from shorthand.shapes import Shape, resolved
from shorthand.syntax.parts import Form
from shorthand.syntax.raw import is_file_reference
from shorthand.syntax.syntax_errors import expected
from shorthand.syntax.walk import Walk

# How many of the keys that could follow are named.
_MOST_KEYS = 8
_IS_JSON = Remark(RemarkKind.NOTE, "JSON, because it starts with a bracket: the rules of shorthand do not apply")


class Explanation(ExplainedText):
    """How a text was read, as `explain` gives it. `str()` draws it for a terminal."""

    def __str__(self) -> str:
        return self.draw()

    def draw(self, width: int = 100, paint: Paint = plain) -> str:
        """Draw the parts under the text.

        Args:
            width: How many terminal cells a line has, where that is enough.
            paint: Colours the pieces.
        """
        return drawing.draw(self, width, paint)


def explain(text: str, shape: Shape | None = None) -> Explanation:
    """Explain how a text was read, or as far as it can be.

    >>> from shorthand import shapes
    >>> print(explain("Key=env,Max=10", shapes.Structure({"Key": shapes.String(), "Max": shapes.Integer()})))
    Key=env,Max=10
        ~~~         Key  string   bare
                ~~  Max  integer  bare = 10

    Args:
        text: One shorthand text. With the shape of an option, it is the only token of that option, and may be JSON, the
            name of a file, or the value itself. No file is read.
        shape: The schema of the value, or of the option.

    Returns:
        The parts of the text, and what is wrong with it. A text that cannot be read raises nothing.
    """
    if shape is None:
        return _explain_shorthand(text, None)
    whole = resolved(shape)
    (token,) = classify([text], whole)
    match token.kind:
        case TokenKind.SHORTHAND:
            return _explain_shorthand(text, whole)
        case TokenKind.FILE:
            remark = Remark(RemarkKind.FILE, f"the file {text.partition('://')[2]} is read instead")
            return _explain_single(text, whole, Form.PLAIN, remark, whole)
        case TokenKind.JSON:
            return _explain_single(text, token.shape, Form.JSON, _IS_JSON, whole)
        case TokenKind.SCALAR:
            return _explain_single(text, token.shape, Form.PLAIN, None, whole)
        case TokenKind.BARE_MEMBER:
            name, member = bare_member(token.shape)
            remark = Remark(RemarkKind.NOTE, f"the value of the member {name}")
            return _explain_single(text, member, Form.PLAIN, remark, whole)


def _explain_shorthand(text: str, shape: Shape | None) -> Explanation:
    table = PartTable(text)
    parts = ExplainedParts(table, shape)
    walk = table.scanner.walk
    return Explanation(text, parts, _error(text, shape, parts), walk.at, _what_follows(walk, shape))


def _what_follows(walk: Walk, shape: Shape | None) -> str:
    """Name what is valid where the reading ended; keys by their names, where the shape knows any."""
    names = expected(walk)
    if shape is not None and "KEY" in walk.allowed and not walk.complete:
        keys = [one.text for one in complete(walk.text[: walk.at], shape) if one.kind == "key"]
        shown = keys[:_MOST_KEYS] + (["…"] if len(keys) > _MOST_KEYS else [])
        names = [", ".join(shown), *names[1:]] if keys else names
    return " or ".join(names)


def _error(text: str, shape: Shape | None, parts: ExplainedParts) -> ShorthandError | None:
    """Return the error of reading the text, whatever its files contain."""
    contents = parts.file_contents()
    try:
        if shape is None:
            loads(text, files=lambda _reference: next(contents, ""))
        else:
            loads_option([text], shape, files=lambda _reference: next(contents, ""))
    except ShorthandError as error:
        # The traceback would keep all that was read.
        return error_of(error.diagnostics)
    return None


def _explain_single(text: str, shape: Shape, form: Form, remark: Remark | None, option: Shape) -> Explanation:
    """Explain a text that is one value as it is.

    Args:
        text: The text.
        shape: The schema of the value.
        form: PLAIN or JSON.
        remark: What to say about the form.
        option: The schema of the option, of which the text is the only token.
    """
    value, error = None, None
    if not is_file_reference(text):
        try:
            value = loads_option([text], option)
        except ShorthandError as found:
            error = error_of(found.diagnostics)
    problems = [Remark(RemarkKind.ERROR, one.reason) for one in error.diagnostics] if error else []
    listed = [Remark(RemarkKind.ENUM, found.reason) for found in unlisted(value, option)] if value is not None else []
    notes = (*problems, *listed, *([remark] if remark else []))
    plain_value = text if form is Form.PLAIN and not is_file_reference(text) else None
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    span = (start, max(start, end)) if form is Form.JSON else (0, len(text))
    shown = value if form is Form.JSON else plain_value
    part = ExplainedPart(span, None, (), form, type_label(shape), shown, notes)
    return Explanation(text, (part,), error, len(text), "end of text")
