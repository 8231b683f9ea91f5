"""JSON in and out: what is refused, where, and within which limits."""

from __future__ import annotations

import json
import math
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import shorthand
from shorthand import shapes
from shorthand.codec.json_text import DEEPEST_JSON, dumps_json, loads_json, located_in_json, spans_in_json
from shorthand.errors import (
    Kind,
    LossyTextError,
    Place,
    ShorthandError,
    ShorthandSyntaxError,
    Span,
    UnrepresentableError,
)
from tests.codec.test_json_walk import LEXEMES, VALUES, slips
from tests.syntax.linear_time import seconds_of

ITSELF: dict[str, Any] = {}
ITSELF["a"] = [ITSELF]


def nested(depth: int, make: type[list[Any]] | type[tuple[Any, ...]] = list) -> Any:
    value = make()
    for _ in range(depth - 1):
        value = make([value])
    return value


@given(LEXEMES | slips() | st.text() | st.text("[]{}"), st.booleans())
@example('{"a": NaNx}', True)
@example("[1e999x]", True)
@example("[" * 100_000, True)
@example('{"a":' * 100_000, False)
@example("[" * 600 + "]" * 600, True)
@example("1" * 5000, True)
def test_any_text_gives_a_value_or_an_error_of_ours(text: str, strict: bool) -> None:
    outcome = _read(text, strict=strict)
    if isinstance(outcome, ShorthandError):
        assert isinstance(outcome, (ShorthandSyntaxError, LossyTextError))
        assert outcome.text == text
        assert outcome.span is not None
        assert str(outcome)
    else:
        assert repr(outcome) == repr(json.loads(text))


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary()
    | st.builds(lambda: 10**5000)
    | st.builds(lambda: ITSELF),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=2) | st.integers(0, 2) | st.none(), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(ANYTHING)
@example({1: 2, "1": 3})
def test_what_is_written_reads_back_and_everything_else_is_an_error_of_ours(value: Any) -> None:
    try:
        text = dumps_json(value)
    except UnrepresentableError:
        return
    assert loads_json(text) == json.loads(json.dumps(value))


@given(VALUES)
def test_every_json_value_is_written_and_reads_back(value: Any) -> None:
    assert loads_json(dumps_json(value)) == value


@pytest.mark.parametrize(
    ("value", "reason", "path"),
    [
        ({1: 2, "1": 3}, "expected a string as the key in JSON, got 1", ""),
        ({"a": [{None: 2}]}, "expected a string as the key in JSON, got null", "a[0]"),
        ({"a": [1, math.nan]}, "nan is not a JSON number", "a[1]"),
        ([-math.inf], "-inf is not a JSON number", "[0]"),
        ({"a": 10**5000}, "the number has more than 4300 digits", "a"),
        ({"a": b"x"}, "JSON cannot hold bytes", "a"),
        ([{1}], "JSON cannot hold a value of type set", "[0]"),
    ],
    ids=["twice", "null key", "nan", "inf", "digits", "bytes", "set"],
)
def test_what_json_cannot_hold_has_its_place(value: Any, reason: str, path: str) -> None:
    with pytest.raises(UnrepresentableError) as caught:
        dumps_json(value)
    assert (caught.value.reason, caught.value.path) == (reason, path)
    with pytest.raises(UnrepresentableError):
        shorthand.dumps_option(value, shapes.Document())


@pytest.mark.parametrize(
    "value", [ITSELF, nested(600), nested(501), nested(100_000, tuple)], ids=["itself", "600", "501", "tuples"]
)
def test_a_value_that_is_too_deep_or_endless_is_refused(value: Any) -> None:
    with pytest.raises(UnrepresentableError, match="nested too deep for JSON: more than 500 levels"):
        dumps_json(value)


@pytest.mark.parametrize(
    ("text", "reason", "span"),
    [
        ("[NaN]", "NaN is not a JSON number", (1, 4)),
        ('{"a": -Infinity}', "-Infinity is not a JSON number", (6, 15)),
        ("[1e999]", "1e999 is too large for a floating-point number", (1, 6)),
        ("1" * 4301, "the number has more than 4300 digits", (0, 4301)),
    ],
    ids=["nan", "infinity", "float", "digits"],
)
def test_numbers_that_json_does_not_have_are_refused(text: str, reason: str, span: Span) -> None:
    for strict in (True, False):
        with pytest.raises(ShorthandSyntaxError) as caught:
            loads_json(text, strict=strict)
        assert (caught.value.reason.removeprefix("invalid JSON: "), caught.value.span) == (reason, span)
    assert loads_json("1" * 4300) == int("1" * 4300)


def test_the_limit_of_depth_is_the_same_both_ways() -> None:
    value = nested(DEEPEST_JSON)
    text = dumps_json(value)
    assert loads_json(text) == value
    with pytest.raises(ShorthandSyntaxError, match="nested too deep: more than 500 levels"):
        loads_json(f"[{text}]")
    objects: Any = {}
    for _ in range(DEEPEST_JSON):
        objects = {"a": objects}
    for text in (json.dumps(objects), f"[{json.dumps(objects['a'])}]"):
        with pytest.raises(ShorthandSyntaxError, match="nested too deep: more than 500 levels"):
            loads_json(text)
    assert loads_json(json.dumps(objects["a"])) == objects["a"]
    wide = json.dumps([[], {}] * 10_000)
    assert dumps_json(loads_json(wide)) == wide.replace(" ", "")


def test_any_mapping_is_an_object_and_any_tuple_a_list() -> None:
    assert dumps_json(MappingProxyType({"a": (1, MappingProxyType({}))})) == '{"a":[1,{}]}'


@pytest.mark.parametrize(
    ("text", "key", "span"),
    [
        ('{"a": 1, "a": 2}', "a", (9, 12)),
        ('[{"a": 1}, {"a": 1, "b": {"a": 1}, "a": 2}]', "a", (35, 38)),
        (r'{"a": 1, "\u0061": 2}', "a", (9, 17)),
        ('{"a": {"b": 1, "b": 2}, "a": 3}', "b", (15, 18)),
    ],
)
def test_a_key_given_twice_is_a_loss(text: str, key: str, span: Span) -> None:
    with pytest.raises(LossyTextError, match=f"duplicate key '{key}' in a JSON object") as caught:
        loads_json(text)
    assert caught.value.span == span
    assert loads_json(text, strict=False) == json.loads(text)


def test_a_syntax_error_comes_before_a_loss() -> None:
    with pytest.raises(ShorthandSyntaxError):
        loads_json('[{"a": 1, "a": 2}')


@pytest.mark.parametrize(
    ("place", "is_key", "written"),
    [
        ((), False, '{"a": [1, {"b": "x"}]}'),
        (("a",), True, '"a"'),
        (("a",), False, '[1, {"b": "x"}]'),
        (("a", 1, "b"), False, '"x"'),
        (("a", 1, "b"), True, '"b"'),
        (("a", 5), False, '{"a": [1, {"b": "x"}]}'),
    ],
)
def test_the_span_of_a_place(place: Place, is_key: bool, written: str) -> None:
    text = '{"a": [1, {"b": "x"}]}'
    assert [text[slice(*span)] for span in spans_in_json(text, [(place, is_key)])] == [written]


def test_json_holds_numbers_of_json_and_any_character() -> None:
    assert dumps_json({"é": [1.5, "ü"]}) == '{"é":[1.5,"ü"]}'


def test_faults_without_a_text_are_located() -> None:
    error = ShorthandError("it is wrong", place=("a", 0), kind=Kind.WRONG_TYPE)
    (fault,) = located_in_json(error, '{"a": [1]}').diagnostics
    assert (fault.text, fault.span, fault.place) == ('{"a": [1]}', (7, 8), ("a", 0))
    assert located_in_json(located_in_json(error, '{"a": [1]}'), "other").diagnostics == (fault,)


@pytest.mark.parametrize(
    ("start", "part", "end"),
    [
        ("[", "1", "]"),
        ("[", "1" * 99 + ",", "1]"),
        ('["', "1", '"]'),
        ('["', "a", ""),
        ('["', "\\\\", ""),
        ("[", " ", ""),
        ("[", "1,", ""),
        ("[", "[],", "]"),
        ("", "[", ""),
        ("{", '"a":1,', '"a":1}'),
        ("", "NaN", ""),
        ("[1e", "9", "]"),
    ],
)
def test_time_is_linear(start: str, part: str, end: str) -> None:
    def seconds(length: int) -> float:
        text = start + part * (length // len(part)) + end
        return seconds_of(lambda: _read(text))

    short, long = seconds(20_000), seconds(200_000)
    assert long < 25 * short + 0.05


def _read(text: str, *, strict: bool = True) -> Any:
    """Return the value of a text, or the error of ours that reading it raises."""
    try:
        return loads_json(text, strict=strict)
    except ShorthandError as error:
        return error
