"""The tokens of one option: which are JSON, which shorthand, and which are the values themselves."""

import re
from types import MappingProxyType
from typing import Any

import pytest

import shorthand
from shorthand import shapes

TAG = shapes.Structure({"Key": shapes.String(), "Value": shapes.String()})
TAGS = shapes.List(TAG)
COUNTS = shapes.List(shapes.Integer())
VALUE = shapes.Structure({"Value": shapes.String()})
BARE = shapes.List(shapes.Structure({"Data": shapes.String()}), bare_members=True)
LIMITS = shapes.Map(shapes.String(), shapes.Integer())


@pytest.mark.parametrize(
    ("shape", "tokens", "value"),
    [
        (TAGS, ["Key=a,Value=1", "Key=b"], [{"Key": "a", "Value": "1"}, {"Key": "b"}]),
        (TAGS, ['[{"Key": "a"}]'], [{"Key": "a"}]),
        (TAGS, [' [{"Key": "a"}]'], [{"Key": "a"}]),
        (TAGS, ['{"Key": "a"}', '{"Key": "b"}'], [{"Key": "a"}, {"Key": "b"}]),
        (TAG, ['{"Key": "a"}'], {"Key": "a"}),
        (TAG, ["Key=a"], {"Key": "a"}),
        (COUNTS, ["1", "2"], [1, 2]),
        (COUNTS, ["[1, 2]"], [1, 2]),
        (VALUE, ["plain"], {"Value": "plain"}),
        (VALUE, ["Value=a"], {"Value": "a"}),
        (BARE, ["one", "two"], [{"Data": "one"}, {"Data": "two"}]),
        (LIMITS, ["a=1,b=2"], {"a": 1, "b": 2}),
        (shapes.Document(), ['{"any": [1, null]}'], {"any": [1, None]}),
        (shapes.String(), ["a=b,c"], "a=b,c"),
        (shapes.Boolean(), ["TRUE"], True),
        (shapes.Timestamp(), ["2026-01-01"], "2026-01-01"),
    ],
)
def test_tokens_stand_for_a_value(shape: shapes.Shape, tokens: list[str], value: Any) -> None:
    assert shorthand.loads_option(tokens, shape) == value


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


def test_json_stands_in_only_where_it_may() -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="the key 'my key' cannot be written"):
        shorthand.dumps_option({"my key": "x"}, shapes.Map(shapes.String(), shapes.String()), json_fallback=False)


def test_a_file_is_read_where_the_caller_allows_it() -> None:
    files = {"file://tags.json": '[{"Key": "a"}]', "fileb://x": b"\0"}.__getitem__
    assert shorthand.loads_option(["file://tags.json"], TAGS, files=files) == [{"Key": "a"}]
    assert shorthand.loads_option(["fileb://x"], shapes.Blob(), files=files) == b"\0"
    with pytest.raises(shorthand.ShorthandTypeError, match="got bytes"):
        shorthand.loads_option(["fileb://x"], TAGS, files=files)
    with pytest.raises(shorthand.ShorthandTypeError, match="expected an integer, got bytes"):
        shorthand.loads_option(["fileb://x"], shapes.Integer(), files=files)
    with pytest.raises(shorthand.FileReferenceError, match="not allowed here"):
        shorthand.loads_option(["file://tags.json"], TAGS)


def test_a_file_is_one_token_of_a_list() -> None:
    # The AWS CLI takes each character for a token, or for the structures of a list gives no list.
    assert shorthand.loads_option(["file://a"], shapes.List(shapes.String()), files=lambda _: "ab\n") == ["ab\n"]
    assert shorthand.loads_option(["file://a"], COUNTS, files=lambda _: "12\n") == [12]
    assert shorthand.loads_option(["file://a"], TAGS, files=lambda _: "Key=a\n") == [{"Key": "a"}]
    assert shorthand.loads_option(["file://a", "file://b"], shapes.List(shapes.String())) == ["file://a", "file://b"]


@pytest.mark.parametrize(
    ("shape", "tokens", "reason"),
    [
        (TAGS, [], "expected a list, got nothing"),
        (shapes.Integer(), [], "expected an integer, got nothing"),
        (TAG, ["Key=a", "Value=b"], "expected one structure, got 2 words"),
        (TAGS, ["[", "]"], "invalid JSON"),
        (TAGS, ['[{"Key": "a", "Key": "b"}]'], "in a JSON object"),
        (COUNTS, ["[NaN]"], "NaN is not a JSON number"),
        (shapes.Document(), ['{"a": [1e308, -1e309]}'], "-1e309 is too large for a floating-point number"),
        (TAG, ['["a"]'], "expected a structure, got a list of 1"),
        (shapes.List(shapes.List(shapes.String())), ["a=b"], "expected a string, got a map"),
        (shapes.Document(), ["{"], "invalid JSON"),
    ],
)
def test_what_is_wrong_with_tokens_has_its_place(shape: shapes.Shape, tokens: list[str], reason: str) -> None:
    with pytest.raises(shorthand.ShorthandError, match=re.escape(reason)) as caught:
        shorthand.loads_option(tokens, shape)
    assert caught.value.span is not None


def test_errors_of_several_tokens_come_together() -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.loads_option(["key=a", "Key=b", "Key=c,value=d"], TAGS)
    assert [(error.path, error.text, error.fix) for error in caught.value.errors] == [
        ("[0].key", "key=a", "Key=a"),
        ("[2].value", "Key=c,value=d", "Key=c,Value=d"),
    ]


@pytest.mark.parametrize(
    ("member", "tokens", "fix"),
    [
        (shapes.Double(), ["1.5,2.5"], "[[1.5,2.5]]"),
        (shapes.String(), ["a,b", "[c]", "d"], '[["a","b"],["c"],["d"]]'),
        (TAG, ["[{Key=a},{Key=b}]"], '[[{"Key":"a"},{"Key":"b"}]]'),
    ],
)
def test_lists_in_a_list_are_json_though_the_reference_shows_them(
    member: shapes.Shape, tokens: list[str], fix: str
) -> None:
    shape = shapes.List(shapes.List(member))
    with pytest.raises(shorthand.ShorthandSyntaxError) as caught:
        shorthand.loads_option(tokens, shape)
    corrected = caught.value.fix_tokens or (caught.value.fix,)
    assert (caught.value.hint, corrected) == ("write a list within a list as JSON", (fix,))
    assert shorthand.dumps_option(shorthand.loads_option([fix], shape), shape) == [fix]


@pytest.mark.parametrize(
    "token", ['{"Key": "a", "Key": "b"}', "{'Key': 'a', 'Key': 'b'}", '[{"Key": "a", "Key": "b"},]']
)
def test_no_fix_leaves_out_what_would_be_lost(token: str) -> None:
    for tokens, shape in (([token], TAG), ([token], TAGS), ([token], shapes.Document())):
        with pytest.raises(shorthand.ShorthandError) as caught:
            shorthand.loads_option(tokens, shape)
        assert caught.value.fix is None
        assert "no comma before" not in caught.value.hint


def test_python_has_nothing_to_say_of_what_is_read(recwarn: pytest.WarningsRecorder) -> None:
    for token, fix in (
        (r"[{'Key': 'C:\dir'}]", r'[{"Key":"C:\\dir"}]'),
        ("[{'Key': 1if 2else 3}]", '[{"Key":"1if 2else 3"}]'),
    ):
        with pytest.raises(shorthand.ShorthandError) as caught:
            shorthand.loads_option([token], TAGS)
        assert caught.value.fix == fix
    assert not recwarn.list


def test_the_fix_of_an_item_is_one_of_the_whole_option() -> None:
    shape = shapes.List(shapes.List(shapes.Map(shapes.String(), shapes.Integer())))
    with pytest.raises(shorthand.ShorthandError) as caught:
        shorthand.loads_option(['{"a": 1}'], shape)
    assert caught.value.fix == '[[{"a": 1}]]'
    assert shorthand.loads_option([caught.value.fix], shape) == [[{"a": 1}]]


def test_no_fix_names_a_file_where_none_may_be_read() -> None:
    for files, fix in ((None, None), (lambda _: "a", "file://x")):
        with pytest.raises(shorthand.ShorthandError) as caught:
            shorthand.loads_option(["[file://x"], shapes.List(shapes.String()), files=files)
        assert caught.value.fix == fix
