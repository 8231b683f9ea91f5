"""One text: read and written, with a shape or without."""

from __future__ import annotations

from shorthand.syntax.reader import read

# Without a shape no conversion is needed, and what it needs is imported only then.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from shorthand.errors import Place, ShorthandError
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
    return loads_at(text, shape, (), strict, files)


def loads_at(text: str, shape: Shape | None, outer: Place, strict: bool, files: Files | None) -> Any:
    """Read a text that stands at `outer` in a larger value: an error's place begins so."""
    try:
        return _loads(text, shape, outer, strict, files)
    except ValueError as error:
        # What to type instead is worked out only now, and so are the imports it takes.
        from shorthand.diagnose.advice import advise_text
        from shorthand.errors import ShorthandError

        def attempt(other: str) -> ShorthandError | None:
            try:
                # A fix may name files as the text did, and reads none.
                _loads(other, shape, outer, strict, files and (lambda _reference: ""))
            except ShorthandError as wrong:
                return wrong
            return None

        if isinstance(error, ShorthandError):
            advise_text(error, shape, outer, attempt)
        raise


def _loads(text: str, shape: Shape | None, outer: Place, strict: bool, files: Files | None) -> Any:
    raw = read(text, strict=strict, files=files)
    return raw if shape is None else _lifted(raw, shape, text, outer)


def _lifted(raw: Any, shape: Shape, text: str, outer: Place) -> Any:
    """Lift what was read from `text`; the errors say where in the text, and come in its order."""
    from shorthand.convert import lift
    from shorthand.errors import ShorthandTypeError, together

    try:
        return lift(raw, shape, outer)
    except ShorthandTypeError as error:
        from shorthand.syntax.spans import Places

        places = Places(text)
        for one in error.errors:
            one.text = text
            one.span = places.span(one.place[len(outer) :], key=one.problem == "member")
        raise together(sorted(error.errors, key=_order)) from None


def _order(error: ShorthandError) -> int:
    """Where in the text the error comes up: what a structure lacks is known at its end."""
    start, end = error.span or (0, 0)
    return end if error.problem in ("missing", "number") else start


def dumps(value: Any, shape: Shape | None = None) -> str:
    """Write a value as the shortest natural shorthand text; `loads` and the AWS CLI read the same value back.

    >>> dumps({"Key": "env", "Values": ["prod", "it's"]})
    'Key=env,Values=prod,"it\\'s"'

    Raises UnrepresentableError where no text stands for the value, ShorthandTypeError where it does not fit the shape.
    """
    from shorthand.errors import UnrepresentableError
    from shorthand.syntax.writer import write

    raw = value
    if shape is not None:
        from shorthand.convert import lower

        raw = lower(value, shape)
    try:
        return write(raw)
    except UnrepresentableError as error:
        if not error.hint:
            from shorthand.json_form import as_hint

            error.hint = as_hint(value)
        raise
