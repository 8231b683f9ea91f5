"""Hypothesis strategies for shorthand, and the assertion of a round trip. Needs the extra `testing`.

>>> from hypothesis import given
>>> from shorthand import shapes, testing
>>> tag = shapes.Structure({"Key": shapes.String(), "Value": shapes.String()}, required=("Key",))
>>> @given(testing.values(shapes.List(tag)))
... def test_tags_survive(value):
...     testing.assert_round_trip(value, shapes.List(tag))
>>> test_tags_survive()
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from hypothesis import strategies as st

from shorthand import shapes as shape_kinds
from shorthand.api.conversions import dumps_option, loads_option
from shorthand.api.lookup import shape_of
from shorthand.api.type_adapter import TypeAdapter
from shorthand.codec.convert import lower
from shorthand.codec.token_kind import takes_bare_value
from shorthand.errors import ShorthandError, UnrepresentableError
from shorthand.errors.object_text import text_of
from shorthand.shapes import Shape, resolved
from shorthand.syntax.raw import Raw
from shorthand.syntax.reader import read
from shorthand.syntax.writer import write
from shorthand.testing.shape_strategy import shapes
from shorthand.testing.text_variants import Spelling, loosened
from shorthand.testing.type_parts import TypePart
from shorthand.testing.value_strategy import KEYS, STRINGS, value_strategy

__all__ = ["assert_round_trip", "broken_texts", "raws", "shapes", "texts", "values"]


def raws() -> st.SearchStrategy[dict[str, Raw]]:
    """Generate the untyped values of shorthand texts: dicts of at least one key, in which every leaf is a string."""
    inner: st.SearchStrategy[Raw] = st.recursive(
        STRINGS,
        lambda part: st.lists(part, max_size=4) | st.dictionaries(KEYS, part, max_size=3),
        max_leaves=10,
    )
    return st.dictionaries(KEYS, inner, min_size=1, max_size=4).filter(_is_writable)


def _is_writable(raw: Raw) -> bool:
    try:
        write(raw)
    except UnrepresentableError:  # quotes of both kinds after a string that ends in a backslash
        return False
    return True


def values(shape: Shape | Any) -> st.SearchStrategy[Any]:
    """Generate values in the JSON form that an option can have; of an enum the documented values.

    Args:
        shape: The shape of the option, or its Python type.
    """
    if isinstance(shape, Shape):
        return value_strategy(TypePart(shape))
    adapter = TypeAdapter(shape)
    return value_strategy(TypePart(adapter.shape, adapter.converter)).filter(adapter.accepts)


def texts(shape: Shape | Any | None = None) -> st.SearchStrategy[str]:
    """Generate texts that read, in every form of the syntax: both quotes, escapes, white space, both forms of a list.

    Args:
        shape: The shape of an option, or its Python type; `loads_option` reads each text as the only token of such an
            option. Without a shape `loads` reads each text.
    """
    if shape is None:
        return raws().flatmap(_spelled)
    wanted = shape_of(shape)
    member = resolved(wanted.member) if isinstance(wanted, shape_kinds.List) else wanted
    items = values(member) if isinstance(shape, Shape) else values(shape).flatmap(partial(_one_item, wanted, member))
    return items.flatmap(lambda value: _tokens(value, wanted, member)).filter(lambda token: _is_read(token, shape))


def _one_item(shape: Shape, member: Shape, value: Any) -> st.SearchStrategy[Any]:
    """Return the values that one token of an option can give, of the whole value."""
    if shape is member:
        return st.just(value)
    return st.sampled_from(list(value)) if value else st.nothing()


def _tokens(value: Any, shape: Shape, member: Shape) -> st.SearchStrategy[str]:
    """Generate the tokens that give one item of an option, or the whole of an option that is no list."""
    whole = [value] if shape is not member else value
    as_json = st.just(json.dumps(whole))
    try:
        raw = lower(value, member)
    except UnrepresentableError:
        return as_json
    if isinstance(raw, dict) and raw and not (shape is member and takes_bare_value(shape)) and _is_writable(raw):
        return _spelled_loosely(raw, member) if not _is_bare(shape) else st.just(write(raw))
    try:
        return st.sampled_from(dumps_option(whole, shape))
    except UnrepresentableError:
        return as_json


def _is_bare(shape: Shape) -> bool:
    return isinstance(shape, shape_kinds.List) and shape.bare_members


@st.composite
def _spelled(draw: Callable[[st.SearchStrategy[str]], str], raw: dict[str, Raw]) -> str:
    """Generate a text for `raw`, with random forms and white space."""
    return Spelling(lambda options: draw(st.sampled_from(options))).spelled(raw)


@st.composite
def _spelled_loosely(draw: Callable[[st.SearchStrategy[str]], str], raw: dict[str, Raw], shape: Shape) -> str:
    """Generate the same for a shape, which makes lists of single values."""

    def choose(options: Sequence[str]) -> str:
        return draw(st.sampled_from(options))

    loose = loosened(raw, shape, choose)
    return Spelling(choose).spelled(loose)  # type: ignore[arg-type] # a dict stays one


def broken_texts(shape: Shape | Any | None = None) -> st.SearchStrategy[str]:
    """Generate texts that do not read, each a small slip away from one that does.

    Args:
        shape: The shape of an option, or its Python type; no text reads as the only token of such an option. Without a
            shape no text is shorthand.
    """
    return _broken(shape)


@st.composite
def _broken(draw: Callable[[st.SearchStrategy[Any]], Any], shape: Any) -> str:
    text: str = draw(texts(shape))
    at = draw(st.integers(0, len(text)))
    slips = [text[:at] + slip + text[at:] for slip in ('"', "'", "]", "}", "[", "{", "=", ",", " ")]
    slipped: str = draw(st.sampled_from([text[:at], text[:at] + text[at + 1 :], *slips]))
    # No text that reads goes on with a control character after a comma.
    for broken in (slipped, f"{text},\x01", "\x01"):
        if broken and not _is_read(broken, shape):
            return broken
    return draw(st.nothing())  # type: ignore[no-any-return] # every text is a string


def _is_read(text: str, shape: Any) -> bool:
    try:
        if shape is None:
            read(text, strict=False)
        else:
            loads_option([text], shape, strict=False)
    except ShorthandError:
        return False
    return True


def assert_round_trip(value: Any, shape: Shape | Any) -> None:
    """Assert that an option's value is written, read back the same, and written the same again.

    Args:
        value: The value in the JSON form, or an instance where `shape` is a Python type.
        shape: The shape of the option, or its Python type.

    Raises:
        AssertionError: Something else is read, or written again; the message has the tokens.
        UnrepresentableError: No token carries the value.
    """
    tokens = dumps_option(value, shape)
    back = loads_option(tokens, shape)
    # Raised by hand, because `python -O` leaves out assert statements.
    if back != value:
        raise AssertionError(f"{text_of(value, repr)} was written as {tokens!r}, which reads as {text_of(back, repr)}")
    again = dumps_option(back, shape)
    if again != tokens:
        raise AssertionError(f"{text_of(back, repr)} was written as {tokens!r} and then as {again!r}")
