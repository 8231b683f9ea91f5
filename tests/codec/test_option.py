"""The tokens of one option are read: which are JSON, which shorthand, and which are the values themselves."""

import re
from typing import Any

import pytest

import shorthand
from shorthand import shapes
from shorthand.codec import option, writing
from shorthand.codec.option import read_option
from shorthand.codec.writing import write_option
from tests.codec.option_shapes import BARE, COUNTS, LIMITS, TAG, TAGS, VALUE


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
def test_tokens_are_read_as_a_value(shape: shapes.Shape, tokens: list[str], value: Any) -> None:
    assert shorthand.loads_option(tokens, shape) == value


def test_a_file_is_read_if_the_caller_allows_it() -> None:
    contents: dict[str, str | bytes] = {"file://tags.json": '[{"Key": "a"}]', "fileb://x": b"\0"}
    files = contents.__getitem__
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
def test_the_error_of_tokens_has_a_span(shape: shapes.Shape, tokens: list[str], reason: str) -> None:
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
def test_lists_in_a_list_must_be_json_although_the_reference_shows_them(
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
def test_no_fix_drops_a_duplicate_key(token: str) -> None:
    for tokens, shape in (([token], TAG), ([token], TAGS), ([token], shapes.Document())):
        with pytest.raises(shorthand.ShorthandError) as caught:
            shorthand.loads_option(tokens, shape)
        assert caught.value.fix is None
        assert "no comma before" not in caught.value.hint


def test_reading_never_causes_a_python_warning(recwarn: pytest.WarningsRecorder) -> None:
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


def read_file(reference: str) -> str | bytes:
    if reference == "file://none":
        raise shorthand.FileReferenceError("there is no such file") from OSError("errno 2")
    contents: dict[str, str | bytes] = {
        "file://tags": "file://other",
        "fileb://tags": b"Key=a",
        "file://pair": "Value@=file://tags",
    }
    return contents[reference]


@pytest.mark.parametrize(
    ("shape", "tokens", "reason", "text", "span", "place"),
    [
        (TAGS, [], "expected a list, got nothing", "", (0, 0), ()),
        (TAG, ["Key=a", "b", "c"], "expected one structure, got 3 words", "Key=a b c", (6, 9), ()),
        (shapes.Integer(), ["1x"], "expected an integer, got '1x'", "1x", (0, 2), ()),
        (COUNTS, ["1", "1x"], "expected an integer, got '1x'", "1x", (0, 2), (1,)),
        (TAGS, ["Key=a", "Value=[c]"], "expected a string, got a list of 1", "Value=[c]", (6, 9), (1, "Value")),
        (TAGS, ["{}", '{"Key": 1}'], "expected a string, got 1", '{"Key": 1}', (8, 9), (1, "Key")),
        (TAGS, ["{}", '{"Kay": "a"}'], "unknown member 'Kay'", '{"Kay": "a"}', (1, 6), (1, "Kay")),
        (TAG, ['{"Key": null}'], "shorthand has no null", '{"Key": null}', (8, 12), ("Key",)),
        (TAGS, ["file://none"], "there is no such file", "file://none", (0, 11), ()),
        (TAGS, ["fileb://tags"], "expected a list, got bytes", "fileb://tags", (0, 12), ()),
    ],
)  # fmt: skip
def test_an_error_has_the_text_the_span_and_the_place(
    shape: shapes.Shape, tokens: list[str], reason: str, text: str, span: tuple[int, int], place: tuple[str | int, ...]
) -> None:
    with pytest.raises(shorthand.ShorthandError) as caught:
        read_option(tokens, shape, True, read_file)
    (fault,) = caught.value.diagnostics
    assert (fault.reason, fault.text or "", fault.span, fault.place) == (reason, text, span, place)


def test_a_file_that_may_not_be_read_is_an_error_with_its_token() -> None:
    with pytest.raises(shorthand.FileReferenceError) as caught:
        read_option(["file://tags"], TAGS, True, None)
    (fault,) = caught.value.diagnostics
    assert (fault.text, fault.span) == ("file://tags", (0, 11))
    assert fault.reason == "file://tags refers to a file, and reading files is not allowed here"


def test_the_cause_of_a_file_error_is_kept() -> None:
    with pytest.raises(shorthand.FileReferenceError) as caught:
        read_option(["file://none"], TAGS, True, read_file)
    assert isinstance(caught.value.__cause__, OSError)


def test_no_file_is_followed_from_a_file_but_those_in_a_text_are() -> None:
    assert read_option(["file://tags"], shapes.String(), True, read_file) == "file://other"
    assert read_option(["Value@=file://tags"], TAG, True, read_file) == {"Value": "file://other"}
    assert read_option(["Key=a", "Value@=file://tags"], TAGS, True, read_file) == [
        {"Key": "a"},
        {"Value": "file://other"},
    ]
    assert read_option(["file://pair"], TAG, True, read_file) == {"Value": "file://other"}


def test_losses_are_accepted_only_if_the_reading_is_not_strict() -> None:
    nested = shapes.Structure({"Tag": TAG, "Count": shapes.Integer()})
    for tokens, shape, value in (
        (["Tag={Key=a,Key=b}"], nested, {"Tag": {"Key": "b"}}),
        (["Tag={Key=a,Key=b}"], shapes.List(nested), [{"Tag": {"Key": "b"}}]),
        (['{"Key": "a", "Key": "b"}'], TAG, {"Key": "b"}),
    ):
        assert read_option(tokens, shape, False, None) == value
        assert read_option(tokens, shape, False, read_file) == value
        for files in (None, read_file):
            with pytest.raises(shorthand.LossyTextError):
                read_option(tokens, shape, True, files)


def test_a_bare_member_has_the_type_and_the_place_of_the_member() -> None:
    numbers = shapes.List(shapes.Structure({"Port": shapes.Integer()}), bare_members=True)
    assert read_option(["1", "2"], numbers, True, None) == [{"Port": 1}, {"Port": 2}]
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        read_option(["1", "x"], numbers, True, None)
    assert caught.value.diagnostics[0].place == (1, "Port")


def test_values_without_faults_are_converted_without_classifying_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(option, "classify", fail)
    monkeypatch.setattr(writing, "_tokens_in_steps", fail)
    monkeypatch.setattr(writing, "lower", fail)
    nested = shapes.List(shapes.Structure({"Tag": TAG, "Count": shapes.Integer(), "On": shapes.Boolean()}))
    value = [{"Tag": {"Key": "a"}, "Count": -1, "On": False}]
    tokens = ["Tag={Key=a},Count=-1,On=false"]
    assert read_option(tokens, nested, True, None) == value
    assert read_option(["Tag={Key=a,Key=b}"], nested, False, None) == [{"Tag": {"Key": "b"}}]
    assert write_option(value, nested, True) == tokens
    assert writing.write_text(value[0], nested.member) == tokens[0]
