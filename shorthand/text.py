"""One text: read and written, with a shape or without."""

from __future__ import annotations

from shorthand.syntax.reader import read

# Without a shape no conversion is needed, and what it needs is imported only then.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from shorthand.errors import Place, ShorthandTypeError
    from shorthand.shapes import Shape
    from shorthand.syntax.raw import Files


def loads(text: str, shape: Shape | None = None, *, strict: bool = True, files: Files | None = None) -> Any:
    """Read one shorthand text: the raw value, or the typed one where a shape is given.

    >>> loads("Key=env,Values=prod,test")
    {'Key': 'env', 'Values': ['prod', 'test']}
    >>> from shorthand import shapes
    >>> loads("MaxCandidates=10", shapes.Structure({"MaxCandidates": shapes.Integer()}))
    {'MaxCandidates': 10}

    `strict` stops where the AWS CLI would read the text but lose part of it; `strict=False` follows it even there.
    `files` gives the content for a reference such as `file://name` after "@="; without it a reference is an error.

    Raises ShorthandSyntaxError, LossyTextError, ShorthandTypeError, FileReferenceError.
    """
    raw = read(text, strict=strict, files=files)
    return raw if shape is None else lift_at(raw, shape, text)


def lift_at(raw: Any, shape: Shape, text: str, outer: Place = ()) -> Any:
    """Lift what was read from `text`; an error says where in the text, and its place begins with `outer`."""
    from shorthand.convert import lift
    from shorthand.errors import ShorthandTypeError
    from shorthand.syntax.spans import span_of

    try:
        return lift(raw, shape, outer)
    except ShorthandTypeError as error:
        place = error.place[len(outer) :]
        error.text = text
        error.span = span_of(text, place, key=error.reason.startswith("there is no member"))
        error.fix = _fix(error, text, shape, outer)
        raise


def dumps(value: Any, shape: Shape | None = None) -> str:
    """Write a value as the shortest natural shorthand text; `loads` and the AWS CLI read the same value back.

    >>> dumps({"Key": "env", "Values": ["prod", "it's"]})
    'Key=env,Values=prod,"it\\'s"'

    Raises UnrepresentableError where no text stands for the value, ShorthandTypeError where it does not fit the shape.
    """
    from shorthand.syntax.writer import write

    if shape is not None:
        from shorthand.convert import lower

        value = lower(value, shape)
    return write(value)


def _fix(error: ShorthandTypeError, text: str, shape: Shape, outer: Place) -> str | None:
    """The text with the faulty value in quotes, where a comma or a bracket made it something else and that mends it."""
    from shorthand.convert import lift
    from shorthand.syntax.scalars import quote

    if error.span is None or "quotes" not in error.hint:
        return None
    start, end = error.span
    fixed = text[:start] + quote(text[start:end].replace("\\,", ",")) + text[end:] if end > start else text
    try:
        lift(read(fixed), shape, outer)
    except ValueError:
        return None
    return fixed
