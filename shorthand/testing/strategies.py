"""Hypothesis strategies for shorthand, and the assertion of a round trip. Needs the extra `testing`.

from hypothesis import given
from shorthand import shapes, testing

tag = shapes.Structure({"Key": shapes.String(), "Value": shapes.String()}, required=("Key",))

@given(testing.values(shapes.List(tag)))
def test_tags_survive(value):
    testing.assert_round_trip(value, shapes.List(tag))
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from shorthand import shapes as shape_kinds
from shorthand.api.conversions import dumps_option, loads_option
from shorthand.codec.convert import lower
from shorthand.codec.token_kind import takes_bare_value
from shorthand.errors import ShorthandError, UnrepresentableError
from shorthand.shapes import Shape, resolved
from shorthand.syntax.raw import Raw
from shorthand.syntax.reader import read
from shorthand.syntax.writer import write
from shorthand.testing.text_variants import Spelling, loosened

__all__ = ["assert_round_trip", "broken_texts", "raws", "shapes", "texts", "values"]

# What means something to the syntax, or to those who read around it, before what does not.
_AWKWARD = "ab1,= []{}'\"\\@:-\n\t\xa0\x1c\x01\0é😀"
_STRINGS = st.text(st.sampled_from(_AWKWARD) | st.characters(exclude_categories=["Cs"]), max_size=8)
_KEYS = st.text("abK1_.#/:-", max_size=4)
_NAMES = st.text("abcdeABCDE", min_size=1, max_size=4)
_WHOLE = st.integers(-(2**63), 2**63 - 1)
_DECIMAL = st.floats(allow_nan=False, allow_infinity=False)


def raws() -> st.SearchStrategy[dict[str, Raw]]:
    """Raw values that a shorthand text stands for: dicts of at least one key, every leaf a string."""
    inner: st.SearchStrategy[Raw] = st.recursive(
        _STRINGS,
        lambda part: st.lists(part, max_size=4) | st.dictionaries(_KEYS, part, max_size=3),
        max_leaves=10,
    )
    return st.dictionaries(_KEYS, inner, min_size=1, max_size=4).filter(_is_writable)


def _is_writable(raw: Raw) -> bool:
    try:
        write(raw)
    except UnrepresentableError:  # quotes of both kinds after a string that ends in a backslash
        return False
    return True


def values(shape: Shape) -> st.SearchStrategy[Any]:
    """Values in the JSON form that fit `shape`: what an option of that shape may hold, of an enum what it lists."""
    return _Values().of(shape)


class _Values:
    """The strategies of one shape, each made once, so that a shape may hold itself."""

    def __init__(self) -> None:
        self.known: dict[int, st.SearchStrategy[Any]] = {}

    def of(self, shape: Shape) -> st.SearchStrategy[Any]:
        shape = resolved(shape)
        if id(shape) not in self.known:
            self.known[id(shape)] = st.deferred(lambda: self.made(shape))
        return self.known[id(shape)]

    def made(self, shape: Shape) -> st.SearchStrategy[Any]:
        if isinstance(shape, shape_kinds.Structure):
            members = {name: self.of(member) for name, member in shape.members.items()}
            if shape.union:
                return st.one_of([st.fixed_dictionaries({name: member}) for name, member in members.items()])
            needed = {name: members.pop(name) for name in shape.required if name in members}
            return st.fixed_dictionaries(needed, optional=members)
        if isinstance(shape, shape_kinds.List):
            return st.lists(self.of(shape.member), max_size=3)
        if isinstance(shape, shape_kinds.Map):
            keys = _map_keys(resolved(shape.key))
            return st.dictionaries(keys, self.of(shape.value), max_size=3)
        return _scalars(shape)


def _map_keys(shape: Shape) -> st.SearchStrategy[str]:
    return st.sampled_from(shape.enum) if isinstance(shape, shape_kinds.String) and shape.enum else _KEYS


def _scalars(shape: Shape) -> st.SearchStrategy[Any]:
    if isinstance(shape, shape_kinds.String):
        return st.sampled_from(shape.enum) if shape.enum else _STRINGS
    if isinstance(shape, (shape_kinds.Integer, shape_kinds.Long)):
        return _WHOLE
    if isinstance(shape, (shape_kinds.Float, shape_kinds.Double)):
        return _DECIMAL
    if isinstance(shape, shape_kinds.Boolean):
        return st.booleans()
    if isinstance(shape, shape_kinds.Timestamp):
        return st.datetimes().map(lambda time: time.isoformat())
    if isinstance(shape, shape_kinds.Document):
        leaf = st.none() | st.booleans() | _WHOLE | _DECIMAL | _STRINGS
        return st.recursive(
            st.dictionaries(_STRINGS, leaf, max_size=3),
            lambda part: st.dictionaries(_STRINGS, part | st.lists(part, max_size=3), max_size=3),
            max_leaves=5,
        )
    return _STRINGS


def texts(shape: Shape | None = None) -> st.SearchStrategy[str]:
    """Texts that read, in every form of the syntax: quotes of both kinds, escapes, white space, both forms of a list.

    Without a shape `loads` reads each; with one, `loads_option` reads each as the only token of such an option.
    """
    if shape is None:
        return raws().flatmap(_spelled)
    wanted = resolved(shape)
    member = resolved(wanted.member) if isinstance(wanted, shape_kinds.List) else wanted
    return (
        values(member)
        .flatmap(lambda value: _tokens(value, wanted, member))
        .filter(lambda token: _is_read(token, wanted))
    )


def _tokens(value: Any, shape: Shape, member: Shape) -> st.SearchStrategy[str]:
    """The ways to give one member of an option, or the whole of an option that is no list."""
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
    """A text for `raw`, its forms and white space drawn at random."""
    return Spelling(lambda options: draw(st.sampled_from(options))).spelled(raw)


@st.composite
def _spelled_loosely(draw: Callable[[st.SearchStrategy[str]], str], raw: dict[str, Raw], shape: Shape) -> str:
    """The same, where the shape makes lists of what stands alone."""

    def choose(options: Sequence[str]) -> str:
        return draw(st.sampled_from(options))

    loose = loosened(raw, shape, choose)
    return Spelling(choose).spelled(loose)  # type: ignore[arg-type] # a dict stays one


def broken_texts(shape: Shape | None = None) -> st.SearchStrategy[str]:
    """Texts that do not read, each a small slip away from one that does.

    Without a shape no text of them is shorthand; with one, none reads as the only token of such an option.
    """
    return _broken(shape)


@st.composite
def _broken(draw: Callable[[st.SearchStrategy[Any]], Any], shape: Shape | None) -> str:
    text: str = draw(texts(shape))
    at = draw(st.integers(0, len(text)))
    slips = [text[:at] + slip + text[at:] for slip in ('"', "'", "]", "}", "[", "{", "=", ",", " ")]
    slipped: str = draw(st.sampled_from([text[:at], text[:at] + text[at + 1 :], *slips]))
    # No text that reads goes on with a control character after a comma.
    for broken in (slipped, f"{text},\x01", "\x01"):
        if broken and not _is_read(broken, shape):
            return broken
    return draw(st.nothing())  # type: ignore[no-any-return] # of a string every text is one


def _is_read(text: str, shape: Shape | None) -> bool:
    try:
        if shape is None:
            read(text, strict=False)
        else:
            loads_option([text], shape, strict=False)
    except ShorthandError:
        return False
    return True


def shapes() -> st.SearchStrategy[Shape]:
    """Shapes of an option, of every kind, recursive ones included."""
    scalars: st.SearchStrategy[Shape] = st.sampled_from(
        [
            shape_kinds.String(),
            shape_kinds.String(("a", "B c")),
            shape_kinds.Integer(),
            shape_kinds.Long(),
            shape_kinds.Float(),
            shape_kinds.Double(),
            shape_kinds.Boolean(),
            shape_kinds.Timestamp(),
            shape_kinds.Blob(),
        ]
    )
    return st.recursive(scalars | st.just(shape_kinds.Document()), _holding, max_leaves=6)


def _holding(part: st.SearchStrategy[Shape]) -> st.SearchStrategy[Shape]:
    members = st.dictionaries(_NAMES, part, min_size=1, max_size=4)
    keys: st.SearchStrategy[Shape] = st.sampled_from([shape_kinds.String(), shape_kinds.String(("a", "b"))])
    return st.one_of(
        st.builds(shape_kinds.List, part),
        st.builds(shape_kinds.Map, keys, part),
        members.flatmap(_structures),
        st.builds(_recursive, members),
    )


def _structures(members: dict[str, Shape]) -> st.SearchStrategy[Shape]:
    required = st.lists(st.sampled_from(list(members)), unique=True).map(tuple)
    return st.builds(shape_kinds.Structure, st.just(members), required) | st.just(
        shape_kinds.Structure(members, union=True)
    )


def _recursive(members: dict[str, Shape]) -> Shape:
    """A structure that holds a list of itself, as an expression does."""
    whole: Shape = shape_kinds.Structure(
        {**members, "Within": shape_kinds.List(shape_kinds.Ref("Recursive", lambda: whole))}, name="Recursive"
    )
    return whole


def assert_round_trip(value: Any, shape: Shape) -> None:
    """Assert that an option's value is written, read back the same, and written the same again.

    Raises AssertionError with the tokens, UnrepresentableError where no token stands for the value.
    """
    tokens = dumps_option(value, shape)
    back = loads_option(tokens, shape)
    assert back == value, f"{value!r} was written as {tokens!r}, which reads as {back!r}"  # noqa: S101 -- it asserts
    again = dumps_option(back, shape)
    assert again == tokens, f"{back!r} was written as {tokens!r} and then as {again!r}"  # noqa: S101
