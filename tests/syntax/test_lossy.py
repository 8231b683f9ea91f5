"""Lossy texts: each kind of hazard, the span that causes it and the error for it."""

from collections import deque

import pytest
from hypothesis import given

import shorthand
from shorthand import testing
from shorthand.syntax.lossy import HazardKind, loss
from shorthand.syntax.part_scanner import PartScanner

# The text, the kind, what is marked in it and the beginning of the message.
HAZARDS = [
    ("a=1,b=2,a=3", HazardKind.DUPLICATE_KEY, (8, 9), "duplicate key 'a'"),
    ("a={b=c,b=d}", HazardKind.PAIR_LOST, (7, 8), "duplicate key 'b' inside braces: the AWS CLI would lose its first"),
    ("a={b=1,c=[{b=2}],b=3}", HazardKind.PAIR_LOST, (17, 18), "duplicate key 'b' inside braces"),
    ("a=b,c\\,d=e", HazardKind.TEXT_DROPPED, (4, 6), "the AWS CLI would lose 'c\\\\', the text before a comma"),
    ("a=b,\xa0c\\,d=e", HazardKind.TEXT_DROPPED, (4, 7), "the AWS CLI would lose '\\xa0c\\\\', the text"),
    ("a=, b\\,=c", HazardKind.TEXT_DROPPED, (4, 6), "the AWS CLI would lose 'b\\\\', the text before a comma"),
    ("a=[{b@=x},file://f]", HazardKind.FILE_LEAKS, (10, 18), "the '@=' of a pair inside braces also applies"),
    ("a=[{b@=x},'file://f' ]", HazardKind.FILE_LEAKS, (10, 20), "the '@=' of a pair inside braces also applies"),
    ("a@=[{b=c},file://f]", HazardKind.FILE_UNREAD, (10, 18), "the '=' of a pair inside braces also applies"),
    ("a@={b=file://f}", HazardKind.FLAG_BEFORE_BRACES, (0, 4), "'@=' before braces does nothing"),
    ("a@=[{b=c}]", HazardKind.FLAG_BEFORE_BRACES, (4, 5), "'@=' before braces does nothing"),
]


@pytest.mark.parametrize(("text", "kind", "span", "reason"), HAZARDS)
def test_hazard(text: str, kind: HazardKind, span: tuple[int, int], reason: str) -> None:
    scanner = PartScanner(text)
    deque(scanner, maxlen=0)
    hazard = next(hazard for hazard in scanner.hazards if hazard.kind is kind)
    assert hazard.span == span
    error = loss(text, hazard)
    assert error.reason.startswith(reason)
    assert (error.text, error.span) == (text, span)
    assert type(error) is (
        shorthand.ShorthandSyntaxError if kind is HazardKind.DUPLICATE_KEY else shorthand.LossyTextError
    )


def test_every_kind_has_a_case() -> None:
    assert {kind for _, kind, _, _ in HAZARDS} == {*HazardKind}


@pytest.mark.parametrize(
    "text",
    ["a=1,b={a=2}", "a=[{b=1},{b=2}]", "a={b={c=1},d={c=2}}", "a@=[file://f]", "a@=[b,{}]", "a={b@=file://f}"],
)
def test_what_looks_like_a_loss(text: str) -> None:
    scanner = PartScanner(text)
    deque(scanner, maxlen=0)
    assert [hazard for hazard in scanner.hazards if hazard.kind is not HazardKind.FLAG_BEFORE_BRACES] == []


@given(testing.texts())
def test_what_reads_strictly_has_no_hazards(text: str) -> None:
    shorthand.loads(text, files=str)
    scanner = PartScanner(text)
    deque(scanner, maxlen=0)
    assert scanner.hazards == []
