"""What a rule sees of a text and its fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from shorthand.errors import Place
from shorthand.suggest.context import (
    Context,
    Proposal,
    SourceText,
    items,
    raw_at,
    split_at_first_key,
)
from shorthand.syntax.raw import Raw
from tests.suggest.rule_cases import EBS, TAG, TAGS, N, context_of


def test_a_proposal_without_a_text_is_only_a_hint() -> None:
    proposal = Proposal("quote the value")
    assert (proposal.text, proposal.replaces) == (None, False)


def test_the_parts_of_a_text_end_where_it_stops_making_sense() -> None:
    source = SourceText("a=b,c={d=e")
    assert [part.place for part in source.parts] == [("a",), ("c",), ("c", "d")]
    assert source.scan.walk.at == len(source.text)


def test_the_raw_value_includes_losses() -> None:
    assert SourceText("a=b,c=[d,e]").raw == {"a": "b", "c": ["d", "e"]}


def test_no_file_is_read() -> None:
    assert SourceText("a@=file://missing").raw == {"a": "file://missing"}


def test_a_fault_of_a_value_has_its_shape_and_its_raw_value() -> None:
    context = context_of("Device=x,Ebs={Size=big}", EBS)
    assert context.place == ("Ebs", "Size")
    assert context.wanted == N
    assert context.got == "big"
    assert context.text[slice(*context.span)] == "big"
    assert context.part(("Ebs",)).raw is None
    assert context.span_at(("Device",)) == (7, 8)


def test_the_place_is_within_the_text_of_its_own() -> None:
    inner = context_of("Key=a,x=b", TAG)
    fault = replace(inner.diagnostic, place=(3, *inner.diagnostic.place))
    assert Context(inner.source, fault, TAG, outer=(3,)).place == ("x",)


def test_a_fault_without_a_span_is_about_the_whole_text() -> None:
    inner = context_of("Key=a,x=b", TAG)
    assert Context(inner.source, replace(inner.diagnostic, span=None), TAG).span == (0, 9)


@pytest.mark.parametrize(
    ("text", "start", "innermost"),
    [
        ("a=b,'c'=d", 4, ()),
        ("a={b=c,'d'=e}", 7, ("a",)),
        ("a='b", None, ()),
        ("a={b=[c", None, ("a", "b")),
    ],
)
def test_knows_whether_a_key_is_expected(text: str, start: int | None, innermost: Place) -> None:
    context = context_of(text)
    assert context.start_of_key == start
    assert context.innermost == innermost


def test_the_names_around_a_fault_are_those_of_every_structure_on_the_path() -> None:
    context = context_of("Device=x,Ebs={Size=big}", EBS)
    assert context.names_around == ["Device", "Size", "Type", "Ebs"]
    assert context.names_to(()) == ["Device", "Ebs"]
    assert context_of("a='b").names_around == []


@pytest.mark.parametrize("value", ["a,Value=b", "a Value =b", "Value=b", "a;value=b", "a[Value.x=b"])
def test_finds_a_pair_in_a_value(value: str) -> None:
    assert context_of("Key='a", TAG).holds_pairs(value)


@pytest.mark.parametrize("value", ["a,b", "a,other=b", "aValue=b", "Value", ""])
def test_finds_no_other_pair_in_a_value(value: str) -> None:
    assert not context_of("Key='a", TAG).holds_pairs(value)


def test_splices_a_new_text() -> None:
    assert context_of("Key=a,x=b", TAG).spliced((6, 7), "Value") == "Key=a,Value=b"


def test_proposes_quotes() -> None:
    context = context_of("Name=a,b", TAG)
    assert list(context.in_quotes((5, 8), "quote it")) == [Proposal("quote it", "Name='a,b'")]
    assert list(context.in_quotes((5, 8), "quote it", "it's")) == [Proposal("quote it", 'Name="it\'s"')]


def test_proposes_no_quotes_around_a_pair() -> None:
    context = context_of("Name=a,Value=b", TAG)
    assert list(context.in_quotes((5, 14), "quote it")) == []


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ((), {"a": ["b", "c"], "d": {"e": "f"}}),
        (("a",), ["b", "c"]),
        (("a", 1), "c"),
        (("a", 2), None),
        (("d", "e"), "f"),
        (("d", 0, "e"), "f"),  # one structure for a list of one
        (("d", "e", 0), "f"),
        (("d", 1), None),
        (("x",), None),
        (("a", "b"), None),
    ],
)
def test_finds_the_raw_value_at_a_place(place: Place, found: Raw | None) -> None:
    assert raw_at({"a": ["b", "c"], "d": {"e": "f"}}, place) == found


@pytest.mark.parametrize(
    ("pairs", "split", "braced"),
    [
        ("Key=a,Value=1,Key=b,Value=2", ["Key=a,Value=1", "Key=b,Value=2"], "{Key=a,Value=1},{Key=b,Value=2}"),
        ("Key=a, Key=b", ["Key=a", "Key=b"], "{Key=a},{Key=b}"),
        ("Key=a,Value=1", ["Key=a,Value=1"], "{Key=a,Value=1}"),
        ("Key=a,xKey=b", ["Key=a,xKey=b"], "{Key=a,xKey=b}"),
        ("a,b", ["a,b"], "{a,b}"),
    ],
)
def test_splits_pairs_where_the_first_key_occurs_again(pairs: str, split: list[str], braced: str) -> None:
    assert items(pairs) == split
    assert split_at_first_key(pairs) == braced


def test_a_shape_of_a_list_gives_the_names_of_its_items() -> None:
    assert context_of("Key='a", TAGS).names_to((0,)) == ["Value", "Key"]
