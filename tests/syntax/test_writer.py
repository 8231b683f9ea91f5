"""Writing: every row of `cases/writings.jsonl`, read back by us and by the AWS CLI."""

import contextlib
import itertools
import re
from typing import Any

import pytest
from awscli.shorthand import ShorthandParser
from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand.syntax.quoting import Position, forms
from shorthand.syntax.writer import _PLAIN
from tests.cases import cases

WRITINGS = cases("writings")


@pytest.mark.parametrize("case", [case for case in WRITINGS if "text" in case], ids=lambda case: case["text"])
def test_writes_the_shortest_natural_text(case: dict[str, Any]) -> None:
    assert shorthand.dumps(case["raw"]) == case["text"]
    assert repr(shorthand.loads(case["text"])) == repr(case["raw"])
    assert repr(ShorthandParser().parse(case["text"])) == repr(case["raw"])


@pytest.mark.parametrize("case", [case for case in WRITINGS if "text" not in case], ids=lambda case: str(case["raw"]))
def test_says_what_cannot_be_written_and_where(case: dict[str, Any]) -> None:
    with pytest.raises(shorthand.UnrepresentableError) as caught:
        shorthand.dumps(case["raw"])
    assert case["unrepresentable"] in caught.value.reason
    assert caught.value.path == case["path"]


# Shorter than quotes, but not as a person writes: an escaped comma, a closing bracket at the start of a bare word, a
# comma after the last item in brackets, and a closing quote that seems to be escaped.
_QUOTED = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")
_ODD = re.compile(r"\\,|[=,] *[\]}]|\[ *[}]|,,|['\"]")


def test_no_natural_text_is_shorter() -> None:
    written: dict[str, str] = {}
    tried = 0
    for length in range(5):
        for characters in itertools.product("ab=,[]{}\"'\\ ", repeat=length):
            text = "a=" + "".join(characters)
            if _ODD.search(_QUOTED.sub("Q", text)):
                continue
            with contextlib.suppress(shorthand.ShorthandError):
                raw = shorthand.loads(text)
                tried += 1
                shortest = written.setdefault(repr(raw), shorthand.dumps(raw))
                assert len(shortest) <= len(text), (text, shortest)
    assert tried > 1000


@given(st.from_regex(_PLAIN, fullmatch=True), st.sampled_from(Position))
def test_a_plain_string_is_bare_at_every_position(string: str, position: Position) -> None:
    assert forms(string, position)[0] == string


def test_writes_to_200_levels() -> None:
    raw: Any = "x"
    for _ in range(200):
        raw = [raw]
    assert ShorthandParser().parse(shorthand.dumps({"a": raw})) == {"a": raw}
    with pytest.raises(shorthand.UnrepresentableError, match="more than 200 deep"):
        shorthand.dumps({"a": [raw]})


SPLICES = ["a={}", "a={},b=c", "a=x,{}", "a=x,{},y,b=c", "a={},x", "a=[{}]", "a=[{},x]", "a={{b={}}}", "a={{b={},c=d}}"]


@pytest.mark.parametrize(
    "string", ["", "b", "b c", "b,c", "b=c", "it's", 'say "hi"', "b]", " b ", "b\\", "b,\\", "😀", "\0"]
)
@pytest.mark.parametrize("splice", SPLICES)
def test_a_quoted_scalar_reads_as_itself_wherever_it_is_inserted(string: str, splice: str) -> None:
    marked = shorthand.dumps(shorthand.loads(splice.format("MARK")))
    expected = repr(shorthand.loads(marked)).replace("'MARK'", repr(string))
    text = splice.format(shorthand.quote(string))
    assert repr(shorthand.loads(text)) == expected
    assert repr(ShorthandParser().parse(text)) == expected


@pytest.mark.parametrize("string", ["]\\", "it's\\", " \\", "😀\\"])
def test_a_scalar_that_cannot_be_at_every_position_is_not_quoted(string: str) -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="ends in a backslash"):
        shorthand.quote(string)
