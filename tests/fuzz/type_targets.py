"""The fuzz targets of Python types."""

from __future__ import annotations

from collections.abc import Callable
from types import GenericAlias
from typing import Annotated, Any

from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand import ShorthandError, sources, testing
from tests.fuzz import inputs
from tests.fuzz.checks import UndocumentedError, documented, silent, target
from tests.fuzz.python_types import TYPES
from tests.fuzz.shape_checks import check_shape

_TOKENS = st.lists(inputs.TEXTS, max_size=3)


@target
@given(tp=TYPES)
def python_type(tp: Any) -> None:
    check_shape(documented(sources.python_type, tp))


@target
@given(tp=TYPES, tokens=_TOKENS, value=inputs.VALUES, strict=st.booleans(), files=inputs.FILES)
def type_adapter(tp: Any, tokens: list[str], value: Any, strict: bool, files: Any) -> None:
    adapter = documented(shorthand.TypeAdapter, tp)
    if not isinstance(adapter, ShorthandError):
        _check_adapter(adapter, tokens, value, strict, files)


def _check_adapter(adapter: Any, tokens: list[str], value: Any, strict: bool, files: Any) -> None:
    """Call every method of a TypeAdapter."""
    if silent(adapter.accepts, value):
        silent(adapter.from_value, value)
    documented(adapter.from_value, value)
    silent(adapter.is_instance, value)
    documented(adapter.to_value, value)
    documented(adapter.dumps, value)
    for json_fallback in (True, False):
        documented(adapter.dumps_option, value, json_fallback=json_fallback)
    for token in tokens:
        documented(adapter.loads, token, strict=strict, files=files)
    documented(adapter.option_value, tokens, strict=strict, files=files)
    read = documented(adapter.loads_option, tokens, strict=strict, files=files)
    if not isinstance(read, ShorthandError):
        silent(adapter.is_instance, read)
        documented(adapter.to_value, read)
        documented(adapter.dumps, read)
        documented(adapter.dumps_option, read)


class _Size:
    """A type that only a ScalarType can read."""

    def __init__(self, text: str) -> None:
        self.text = text


def _refuses(text: str) -> Any:
    raise ArithmeticError(text)


_PARSERS: list[Callable[[str], Any]] = [_Size, int, str, _refuses, lambda _: [], inputs.Colour, bytes.fromhex]
_WRITERS: list[Callable[[Any], Any]] = [str, repr, lambda size: size.text, lambda _: 1, lambda _: "a, ] b"]
_FORMS: list[Callable[[Any], Any]] = [
    *(lambda tp: tp, lambda tp: tp | None),
    *(lambda tp: GenericAlias(list, tp), lambda tp: GenericAlias(dict, (str, tp))),
]


@target
@given(
    scalar=st.builds(
        shorthand.ScalarType,
        st.sampled_from(_PARSERS),
        st.sampled_from(_WRITERS),
        inputs.ODD_STRINGS,
        st.lists(inputs.ODD_STRINGS, max_size=2).map(tuple),
    ),
    form=st.sampled_from(_FORMS),
    tokens=_TOKENS,
    value=inputs.VALUES | st.builds(_Size, inputs.ODD_STRINGS),
)
def scalar_type(scalar: shorthand.ScalarType, form: Any, tokens: list[str], value: Any) -> None:
    adapter = documented(shorthand.TypeAdapter, form(Annotated[_Size, scalar]))
    if not isinstance(adapter, ShorthandError):
        _check_adapter(adapter, tokens, value, True, None)
        check_shape(adapter.shape)


@target
@given(tp=TYPES, data=st.data())
def strategies_of_a_type(tp: Any, data: st.DataObject) -> None:
    adapter = documented(shorthand.TypeAdapter, tp)
    if isinstance(adapter, ShorthandError):
        return
    for strategy in (
        documented(testing.values, tp),
        documented(testing.texts, tp),
        documented(testing.broken_texts, tp),
    ):
        if not isinstance(strategy, ShorthandError) and not strategy.is_empty:
            drawn = data.draw(strategy)
            documented(adapter.from_value, drawn)


@target
@given(tp=TYPES, value=inputs.VALUES)
def assert_round_trip_of_a_type(tp: Any, value: Any) -> None:
    try:
        documented(testing.assert_round_trip, value, tp)
    except UndocumentedError as error:
        if not isinstance(error.__cause__, AssertionError):
            raise
