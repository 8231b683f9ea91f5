"""A typed value is written as one text or as the tokens of an option."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest

import shorthand
from shorthand import shapes
from shorthand.codec.writing import shorthand_tokens, write_option, write_text, write_tokens
from shorthand.shapes import Shape
from tests.codec.option_shapes import BARE, COUNTS, LIMITS, TAG, TAGS, VALUE

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


@pytest.mark.parametrize(
    ("shape", "value", "tokens"),
    [
        (TAGS, [{"Key": "a"}, {"Key": "b, c"}], ["Key=a", "Key='b, c'"]),
        (TAGS, [], ["[]"]),
        (TAGS, [{}], ["[{}]"]),
        (TAG, {}, ["{}"]),
        (COUNTS, [1, 2], ["1", "2"]),
        (COUNTS, [-1], ["-1"]),
        (shapes.List(shapes.String()), ["-a", "b"], ['["-a","b"]']),
        (shapes.List(shapes.String()), ["-1.5", "-.5"], ["-1.5", "-.5"]),
        (shapes.List(shapes.String()), ["-1.", "b"], ['["-1.","b"]']),
        (shapes.List(shapes.String()), ["-²"], ['["-²"]']),
        (shapes.List(shapes.String()), ["file://a"], ['["file://a"]']),
        (shapes.List(shapes.String()), ["https://a"], ['["https://a"]']),
        (shapes.List(shapes.String()), ["https://a", "http://b"], ["https://a", "http://b"]),
        (VALUE, {"Value": "http://a"}, ["Value=http://a"]),
        (BARE, [{"Data": "http://a"}], ['[{"Data":"http://a"}]']),
        (shapes.List(shapes.String()), ["[a"], ['["[a"]']),
        (VALUE, {"Value": "plain"}, ["plain"]),
        (VALUE, {"Value": "a=b"}, ["Value=a=b"]),
        (VALUE, {}, ["{}"]),
        (BARE, [{"Data": "one"}], ["one"]),
        (shapes.Map(shapes.String(), shapes.String()), {"my key": "x"}, ['{"my key":"x"}']),
        (shapes.Document(), {"any": None}, ['{"any":null}']),
    ],
)
def test_a_value_is_written_as_tokens_that_read_back(shape: shapes.Shape, value: Any, tokens: list[str]) -> None:
    assert shorthand.dumps_option(value, shape) == tokens
    assert shorthand.loads_option(tokens, shape) == value


def test_any_mapping_is_written_as_a_dict_is() -> None:
    pair, odd = MappingProxyType({"Key": "a"}), MappingProxyType({"my key": "x"})
    assert shorthand.dumps_option([pair], TAGS) == ["Key=a"]
    assert shorthand.dumps_option([pair, {}], TAGS) == ['[{"Key":"a"},{}]']
    assert shorthand.dumps_option(odd, shapes.Map(shapes.String(), shapes.String())) == ['{"my key":"x"}']


def test_json_is_written_only_where_it_is_allowed() -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="the key 'my key' cannot be written"):
        shorthand.dumps_option({"my key": "x"}, shapes.Map(shapes.String(), shapes.String()), json_fallback=False)


@pytest.mark.parametrize(
    ("shape", "value", "reason"),
    [
        (TAGS, [], "an empty list has no token"),
        (BARE, [{}], "a structure without its only member has no token"),
        (BARE, [{"Data": "{a"}], "'{a' would be read as JSON"),
        (shapes.List(shapes.String()), [" [a"], "' [a' would be read as JSON"),
        (shapes.List(shapes.String()), ["http://a"], "version 1 of the AWS CLI would fetch 'http://a'"),
        (shapes.List(shapes.String()), ["-a"], "'-a' would be read as an option"),
        (LIMITS, {"file://a": 1}, "'file://a=1' would be read as a file reference"),
        (shapes.String(), "file://a", "'file://a' would be read as a file reference"),
        (shapes.Document(), {}, "a document can be written only as JSON"),
    ],
)  # fmt: skip
def test_why_a_value_has_no_token(shape: shapes.Shape, value: Any, reason: str) -> None:
    with pytest.raises(shorthand.UnrepresentableError) as caught:
        write_option(value, shape, False)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("string", "token"),
    [
        ("a", "a"),
        ("", "Value="),
        ("[a", "Value='[a'"),
        (" {a", "Value=' {a'"),
        ("-a", "Value=-a"),
        (" -a", "Value=' -a'"),
    ],
)
def test_a_bare_value_is_one_that_reads_as_itself(string: str, token: str) -> None:
    assert write_option({"Value": string}, VALUE, False) == [token]
    assert shorthand.loads_option([token], VALUE) == {"Value": string}
