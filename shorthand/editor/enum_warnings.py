"""Warn of values that an enum does not list. They are passed on, because the service decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from shorthand.codec.typed_parts import typed_parts
from shorthand.did_you_mean import listed, nearest
from shorthand.editor.doubtful_values import DoubtfulValue, located
from shorthand.errors import Diagnostic
from shorthand.shapes import Shape, String


def warnings(tokens: Sequence[str], shape: Shape, value: Any) -> list[Diagnostic]:
    """Return a warning for each value that an enum does not list.

    Args:
        tokens: The tokens of an option.
        shape: The schema of the option.
        value: The typed value that was read from the tokens.
    """
    return located(list(unlisted(value, shape)), tokens, shape)


def unlisted_reason(value: object, among: Iterable[str]) -> str:
    """Describe a value that is not one of the documented ones."""
    word = str(value)
    near = nearest(word, among)
    meant = f"; did you mean {near}?" if near else ""
    return f"{_quoted(word)} is not one of the documented values ({listed(among)}){meant}"


def unlisted(value: Any, shape: Shape) -> Iterator[DoubtfulValue]:
    """Yield what an enum does not list in a typed value that fits the shape, in the order of the value."""
    for part in typed_parts(value, shape):
        names = part.shape.enum if isinstance(part.shape, String) else ()
        if names and isinstance(part.value, str) and part.value not in names:
            yield DoubtfulValue(part.place, unlisted_reason(part.value, names), is_key=part.is_key)


def _quoted(word: str) -> str:
    shown = repr(word)
    return shown if len(shown) <= 60 else shown[:50] + "…" + shown[-1]
