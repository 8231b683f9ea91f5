"""Compiled shapes: they give what `convert` gives, or leave the value to it."""

from __future__ import annotations

from collections import OrderedDict
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand import shapes, testing
from shorthand.codec import compiled as module
from shorthand.codec.compiled import compiled, raw_of, raws_of
from shorthand.codec.convert import lift, lower
from shorthand.errors import ShorthandError
from shorthand.shapes import Shape
from shorthand.syntax.raw import DEEPEST

EBS = shapes.Structure({"VolumeSize": shapes.Integer(), "Encrypted": shapes.Boolean(), "Price": shapes.Double()})
DEVICE = shapes.Structure({"DeviceName": shapes.String(), "Ebs": EBS}, required=("DeviceName",))
RAW = {"DeviceName": "/dev/sdb", "Ebs": {"VolumeSize": "20", "Encrypted": "true", "Price": "1.5"}}
VALUE = {"DeviceName": "/dev/sdb", "Ebs": {"VolumeSize": 20, "Encrypted": True, "Price": 1.5}}
TREE: Shape = shapes.Structure({"Sub": shapes.List(shapes.Ref("Tree", lambda: TREE)), "N": shapes.Integer()})

STRINGS = st.sampled_from(["", "a", "1", "-1", "+1", " 1", "01", "1.5", "٣", "true", "TRUE", "False", "9" * 30, "nan"])
RAWS = st.recursive(
    STRINGS | st.binary(max_size=2),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.sampled_from("abcdeABCDE"), part, max_size=3),
    max_leaves=6,
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    STRINGS | st.none() | st.booleans() | st.integers() | st.floats() | st.binary(max_size=2),
    lambda part: (
        st.lists(part, max_size=3)
        | st.lists(part, max_size=3).map(tuple)
        | st.dictionaries(st.sampled_from(["a", "b", "c", "A", 1]), part, max_size=3)
    ),
    max_leaves=6,
)


def outcome(function: Any, *arguments: Any) -> str | None:
    """Return what a function gives, printed because 1 and True are equal; None for an error."""
    try:
        return repr(function(*arguments))
    except Exception:
        return None


def test_lifts_and_lowers_a_value_by_itself() -> None:
    assert compiled(DEVICE).lift(RAW) == VALUE
    assert compiled(DEVICE).lower(VALUE) == RAW
    assert list(compiled(DEVICE).lift({"Ebs": {}, "DeviceName": ""})) == ["Ebs", "DeviceName"]


@given(testing.shapes(), RAWS)
def test_what_is_lifted_is_what_convert_lifts(shape: Shape, raw: Any) -> None:
    found = outcome(compiled(shape).lift, raw)
    assert found in (None, outcome(lift, raw, shape))


@given(testing.shapes(), VALUES)
def test_what_is_lowered_is_what_convert_lowers(shape: Shape, value: Any) -> None:
    found = outcome(compiled(shape).lower, value)
    assert found in (None, outcome(lower, value, shape))


@given(st.data(), testing.shapes())
def test_a_value_that_fits_is_converted_as_by_convert(data: st.DataObject, shape: Shape) -> None:
    value = data.draw(testing.values(shape))
    try:
        raw = lower(value, shape)
    except ShorthandError:
        return
    assert outcome(compiled(shape).lower, value) in (None, repr(raw))
    assert outcome(compiled(shape).lift, raw) in (None, repr(lift(raw, shape)))


class Name(StrEnum):
    FIRST = "first"


@pytest.mark.parametrize(
    ("shape", "raw"),
    [
        (DEVICE, {"Ebs": {}}),
        (DEVICE, {"DeviceName": "a", "Size": "1"}),
        (DEVICE, {"DeviceName": ["a"]}),
        (DEVICE, {"DeviceName": b"a"}),
        (DEVICE, "a"),
        (DEVICE, None),
        (shapes.Structure({"A": shapes.String()}, union=True), {}),
        (shapes.Map(shapes.String(), shapes.Boolean()), {"a": "no"}),
        (shapes.Map(shapes.String(), shapes.String()), ["a"]),
        (shapes.List(shapes.String()), None),
        (shapes.Integer(), "1.5"),
        (shapes.Integer(), ["1"]),
        (shapes.Float(), "nan"),
        (shapes.Document(), "a"),
    ],
    ids=repr,
)
def test_a_value_that_does_not_fit_is_left_to_convert(shape: Shape, raw: Any) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 -- any exception says so
        compiled(shape).lift(raw)


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (DEVICE, {"Ebs": {}}),
        (DEVICE, {"DeviceName": None}),
        (DEVICE, {"DeviceName": "a", 1: "a"}),
        (DEVICE, {"DeviceName": "a", "Ebs": {"VolumeSize": "20"}}),
        (DEVICE, {"DeviceName": 1}),
        (DEVICE, [("DeviceName", "a")]),
        (shapes.Structure({"A": shapes.String(), "B": shapes.String()}, union=True), {"A": "", "B": ""}),
        (shapes.Map(shapes.String(), shapes.String()), {1: "a"}),
        (shapes.List(shapes.String()), "ab"),
        (shapes.Integer(), True),
        (shapes.Integer(), "1"),
        (shapes.Integer(), 10**5000),
        (shapes.Boolean(), 1),
        (shapes.Double(), float("inf")),
        (shapes.Timestamp(), 0),
        (shapes.Blob(), b"a"),
        (shapes.Document(), {}),
    ],
    ids=lambda value: str(value) if not isinstance(value, int) else "integer",
)
def test_a_value_that_cannot_be_written_is_left_to_convert(shape: Shape, value: Any) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 -- any exception says so
        compiled(shape).lower(value)


def test_lists_are_wrapped_and_tuples_are_lists() -> None:
    numbers = shapes.List(shapes.Long())
    assert compiled(numbers).lift("1") == [1]
    assert compiled(numbers).lift(["1", "-2", "123456789012345678901234567890"]) == [
        1,
        -2,
        123456789012345678901234567890,
    ]
    assert compiled(numbers).lower((1, -2, 10**18)) == ["1", "-2", "1" + "0" * 18]
    assert compiled(shapes.Structure({"A": numbers})).lower(OrderedDict(A=[])) == {"A": []}
    flags = shapes.List(shapes.Boolean())
    assert compiled(flags).lower([True, False]) == ["true", "false"]
    assert type(compiled(shapes.Map(shapes.String(), numbers)).lower({Name.FIRST: [1]})) is dict


def test_a_shape_that_contains_itself_is_converted_up_to_the_limit() -> None:
    raw: Any = {"N": "1"}
    value: Any = {"N": 1}
    # Each level takes two steps: the member and the index.
    for _ in range(DEEPEST // 2 - 1):
        raw, value = {"Sub": [raw]}, {"Sub": [value]}
    assert compiled(TREE).lift(raw) == lift(raw, TREE) == value
    assert compiled(TREE).lower(value) == lower(value, TREE) == raw
    with pytest.raises(TypeError):
        compiled(TREE).lift({"Sub": [raw]})
    with pytest.raises(TypeError):
        compiled(TREE).lower({"Sub": [value]})


def test_a_list_of_itself_has_no_end() -> None:
    endless: Shape = shapes.List(shapes.Ref("Endless", lambda: endless))
    with pytest.raises(TypeError):
        compiled(endless).lift("a")


def test_a_shape_is_compiled_once_and_some_are_kept() -> None:
    assert compiled(DEVICE) is compiled(DEVICE)
    assert compiled(shapes.Structure({})) is not compiled(shapes.Structure({}))
    for _ in range(1000):
        compiled(shapes.Structure({"A": shapes.Integer()}))
        assert len(module._known) <= 64
    assert compiled(DEVICE).lift(RAW) == VALUE


def test_reads_tokens_that_are_shorthand() -> None:
    tokens = ["DeviceName=a", "DeviceName=b,Ebs={VolumeSize=1}"]
    devices = [{"DeviceName": "a"}, {"DeviceName": "b", "Ebs": {"VolumeSize": 1}}]
    assert compiled(shapes.List(DEVICE)).read_tokens(tokens, True) == devices
    assert compiled(DEVICE).read_tokens(tokens[:1], True) == devices[0]


@pytest.mark.parametrize(
    ("shape", "tokens"),
    [
        (DEVICE, []),
        (shapes.List(DEVICE), []),
        (DEVICE, ["DeviceName=a", "DeviceName=b"]),
        (DEVICE, ['{"DeviceName": "a"}']),
        (DEVICE, [" {}"]),
        (DEVICE, ["DeviceName=a,DeviceName=b"]),
        (DEVICE, ["DeviceName@=file://a"]),
        (shapes.Map(shapes.String(), shapes.String()), ["file://a=b"]),
        (shapes.List(DEVICE), ['[{"DeviceName": "a"}]']),
        (shapes.List(DEVICE), ["DeviceName=a", "{}"]),
        (shapes.List(shapes.String()), ["a=b"]),
        (shapes.String(), ["a=b"]),
        (shapes.List(shapes.Structure({"A": shapes.String()}), bare_members=True), ["A=b"]),
    ],
    ids=repr,
)
def test_other_tokens_are_left_to_read_option(shape: Shape, tokens: list[str]) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 -- any exception says so
        compiled(shape).read_tokens(tokens, True)


def test_untyped_tokens() -> None:
    assert raws_of(["a=b", "a=c"], True) == [{"a": "b"}, {"a": "c"}]
    assert raw_of(["a={b=c,b=d}"], False) == {"a": {"b": "d"}}
    for tokens in (["a"], ["a={b=c,b=d}"], ["file://a=b"]):
        with pytest.raises(ValueError):  # noqa: PT011 -- without a message
            raw_of(tokens, True)
