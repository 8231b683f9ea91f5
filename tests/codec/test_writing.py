"""A typed value to one text or to tokens of shorthand."""

from __future__ import annotations

from typing import Any

import pytest

import shorthand
from shorthand import shapes
from shorthand.codec.writing import shorthand_tokens, write_text, write_tokens
from shorthand.shapes import Shape

DEVICE = shapes.Structure({"DeviceName": shapes.String(), "Size": shapes.Integer()}, required=("DeviceName",))


def test_writes_a_text() -> None:
    assert write_text({"DeviceName": "a", "Size": 1}, DEVICE) == "DeviceName=a,Size=1"


def test_reports_why_a_value_has_no_text() -> None:
    with pytest.raises(shorthand.ShorthandTypeError, match="expected an integer, got '1'"):
        write_text({"DeviceName": "a", "Size": "1"}, DEVICE)
    with pytest.raises(shorthand.UnrepresentableError, match="shorthand has no null"):
        write_text({"DeviceName": None}, DEVICE)
    with pytest.raises(shorthand.UnrepresentableError, match="the key 'a b' cannot be written"):
        write_text({"a b": "c"}, shapes.Map(shapes.String(), shapes.String()))


def test_writes_tokens() -> None:
    tokens = ["DeviceName=a", "DeviceName=b,Size=1"]
    devices = [{"DeviceName": "a"}, {"DeviceName": "b", "Size": 1}]
    assert write_tokens(devices, shapes.List(DEVICE)) == tokens
    assert write_tokens(devices[1], DEVICE) == tokens[1:]
    assert shorthand_tokens([{"a": "b"}], are_items=True) == shorthand_tokens({"a": "b"}, are_items=False) == ["a=b"]


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (shapes.Structure({"Value": shapes.String()}), {"Value": "a"}),
        (shapes.List(DEVICE), []),
        (shapes.Structure({"-A": shapes.String()}), {"-A": "a"}),
        (shapes.Map(shapes.String(), shapes.String()), {"file://a": "b"}),
        (shapes.List(shapes.String()), ["a"]),
    ],
    ids=repr,
)
def test_what_may_need_another_form_is_left_to_write_option(shape: Shape, value: Any) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 -- any exception says so
        write_tokens(value, shape)
