"""The hint that follows from the kind of a fault and the shape at its place."""

from __future__ import annotations

import pytest

from shorthand.errors import Diagnostic, Kind, Place
from shorthand.shapes import Document, List, Map, Shape, Structure
from shorthand.suggest.default_hints import default_hint, value_hint
from tests.suggest.rule_cases import EBS, PAIRS, TAG, TAGS, N, S

NEEDED = Structure({"A": S, "B": S, "C": S, "D": S, "E": S}, required=("B", "D"))


@pytest.mark.parametrize(
    ("kind", "text", "place", "shape", "hint"),
    [
        (Kind.UNKNOWN_MEMBER, "key", ("key",), TAG, "did you mean Key?"),
        (Kind.UNKNOWN_MEMBER, "key", ("Ebs", "size"), EBS, "did you mean Size?"),
        (Kind.UNKNOWN_MEMBER, "key", (0, "Vale"), TAGS, "did you mean Value?"),
        (Kind.UNKNOWN_MEMBER, "other", ("other",), TAG, ""),
        (Kind.UNKNOWN_MEMBER, "key", ("key",), PAIRS, ""),
        (Kind.WRONG_TYPE, "null", ("Ebs", "Size"), EBS, "leave the key out"),
        (Kind.WRONG_TYPE, "fileb://x", ("Device",), EBS, "use file://, which gives the text of a file"),
        (Kind.WRONG_TYPE, "x", ("Ebs",), EBS, "write {Size=…,Type=…}"),
        (Kind.WRONG_TYPE, "x", (), NEEDED, "write {B=…,D=…}"),
        (Kind.WRONG_TYPE, "x", ("M",), Structure({"M": Map(S, N)}), "write {key=value,…}"),
        (Kind.WRONG_TYPE, "x", ("D",), Structure({"D": Document()}), "give the whole option as JSON"),
        (Kind.WRONG_TYPE, "x", ("Ebs", "Size"), EBS, ""),
        (Kind.WRONG_TYPE, "x", ("Ebs",), None, ""),
        (Kind.MISSING_MEMBER, "x", (), NEEDED, ""),
        (Kind.SYNTAX, "null", (), TAG, ""),
    ],
)
def test_the_hint_of_a_fault(kind: Kind, text: str, place: Place, shape: Shape | None, hint: str) -> None:
    fault = Diagnostic("wrong", text, (0, len(text)), place, kind=kind)
    assert default_hint(fault, shape, place) == hint


def test_shows_at_most_three_members() -> None:
    members = Structure(dict.fromkeys("ABCDE", S))
    fault = Diagnostic("wrong", "x", (0, 1), kind=Kind.WRONG_TYPE)
    assert default_hint(fault, members, ()) == "write {A=…,B=…,C=…}"


def test_knows_nothing_of_a_text_without_a_span() -> None:
    assert default_hint(Diagnostic("wrong", "null", kind=Kind.WRONG_TYPE), N, ()) == ""


@pytest.mark.parametrize(
    ("value", "place", "shape", "hint"),
    [
        ({"a": b"x"}, ("a",), None, "name a file: @=fileb://…"),
        ({"a": [{"b": b"x"}]}, ("a", 0, "b"), None, "name a file: @=fileb://…"),
        ({"a": None}, ("a",), PAIRS, "leave the key out"),
        ({"a": None}, ("a",), None, 'give it as JSON: {"a":null}'),
        ({"a b": "c"}, (), None, 'give it as JSON: {"a b":"c"}'),
        ([["a"]], (), List(List(S)), 'give it as JSON: [["a"]]'),
        ({"a b": "c" * 300}, (), None, ""),  # too long to be shown
        ({"a": object()}, (), None, ""),  # no JSON either
    ],
)
def test_the_hint_of_a_value_that_no_text_can_carry(
    value: object, place: Place, shape: Shape | None, hint: str
) -> None:
    assert value_hint(Diagnostic("wrong", place=place, kind=Kind.UNREPRESENTABLE), value, shape) == hint


def test_another_fault_of_a_value_has_the_hint_of_its_kind() -> None:
    fault = Diagnostic("wrong", place=("key",), kind=Kind.UNKNOWN_MEMBER)
    assert value_hint(fault, {"key": "a"}, TAG) == "did you mean Key?"
