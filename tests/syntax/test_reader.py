"""Reading: every row of `cases/readings.jsonl`, by us and by the AWS CLI."""

from typing import Any

import pytest
from awscli.shorthand import ShorthandParseError, ShorthandParser

import shorthand
from tests.cases import cases

READINGS = cases("readings")
READS = [case for case in READINGS if "raw" in case]


def _id(case: dict[str, Any]) -> str:
    return repr(case["text"])


@pytest.mark.parametrize("case", READS, ids=_id)
def test_reads_as_the_aws_cli_does(case: dict[str, Any]) -> None:
    # Key order counts: two dicts may be equal and still differ in it.
    assert repr(ShorthandParser().parse(case["text"])) == repr(case["raw"])
    assert repr(shorthand.loads(case["text"], strict=False)) == repr(case["raw"])


@pytest.mark.parametrize("case", READS, ids=_id)
def test_strict_reading_differs_only_where_something_would_be_lost(case: dict[str, Any]) -> None:
    if case.get("lossy"):
        with pytest.raises(shorthand.LossyTextError) as caught:
            shorthand.loads(case["text"])
        assert caught.value.span is not None
    else:
        assert repr(shorthand.loads(case["text"])) == repr(case["raw"])


@pytest.mark.parametrize("case", [case for case in READINGS if "raw" not in case], ids=_id)
def test_rejects_what_the_aws_cli_rejects(case: dict[str, Any]) -> None:
    with pytest.raises(ShorthandParseError):
        ShorthandParser().parse(case["text"])
    with pytest.raises(shorthand.ShorthandSyntaxError) as caught:
        shorthand.loads(case["text"], strict=False)
    assert caught.value.span is not None
    assert caught.value.text == case["text"]


def test_a_file_reference_is_an_error_without_a_resolver() -> None:
    with pytest.raises(shorthand.FileReferenceError, match="not allowed here"):
        shorthand.loads("a@=file://f")


def test_a_file_reference_reads_as_what_the_resolver_returns() -> None:
    content: dict[str, str | bytes] = {"file://f": "text\n", "fileb://f": b"\x00"}
    assert shorthand.loads("a@=file://f,b@=fileb://f,c@=d,e=file://f", files=content.__getitem__) == {
        "a": "text\n",
        "b": b"\x00",
        "c": "d",
        "e": "file://f",
    }


def upper(reference: str) -> str:
    return reference.upper()


def test_a_file_flag_that_leaks_is_followed_only_when_not_strict() -> None:
    text = "a=[{b@=x},file://f]"
    with pytest.raises(shorthand.LossyTextError, match="would read this file"):
        shorthand.loads(text, files=upper)
    assert shorthand.loads(text, strict=False, files=upper) == {"a": [{"b": "x"}, "FILE://F"]}


@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_brackets_read_to_200_levels(brackets: str) -> None:
    opening, closing = ("[", "]") if brackets == "[]" else ("{k=", "}")
    text = f"a={opening * 199}{brackets}{closing * 199}"
    assert repr(shorthand.loads(text)) == repr(ShorthandParser().parse(text))
    with pytest.raises(shorthand.ShorthandSyntaxError, match="more than 200 deep"):
        shorthand.loads(f"a={opening * 200}{brackets}{closing * 200}")


@pytest.mark.parametrize("opening", ["[", "{k=", "[{k="])
def test_endless_nesting_is_a_shorthand_error(opening: str) -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError):
        shorthand.loads("a=" + opening * 50_000)
