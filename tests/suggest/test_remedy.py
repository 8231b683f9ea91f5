"""What several rules for all tokens of an option ask."""

from __future__ import annotations

import pytest

from shorthand.shapes import Integer, List, Map, Ref, Shape, String, Structure
from shorthand.suggest.remedy import Remedy, has_space_in_list, is_list_of_scalars
from tests.suggest.rule_cases import FILTER, PAIRS, TAG, TAGS, N, S


def test_a_remedy_without_tokens_is_only_a_hint() -> None:
    remedy = Remedy("quote the value")
    assert (remedy.tokens, remedy.replaces) == ((), False)


@pytest.mark.parametrize("shape", [List(S), List(N), List(Ref("Id", lambda: S))])
def test_the_tokens_of_a_list_of_scalars_are_its_items(shape: Shape) -> None:
    assert is_list_of_scalars(shape)


@pytest.mark.parametrize("shape", [S, TAG, PAIRS, TAGS, List(List(S)), List(Map(S, S))])
def test_other_tokens_are_texts_of_their_own(shape: Shape) -> None:
    assert not is_list_of_scalars(shape)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Name=x,Values=a b", FILTER),
        ("Name=x,Values=[c,a b]", FILTER),
        ("Name=x,Values=[c,'a b']", FILTER),
        ("Name=x,Values=a b", List(FILTER)),
        ("F={Name=x,Values=[a b]}", Structure({"F": FILTER})),
        ("k=a b", Map(String(), List(String()))),
    ],
)
def test_finds_a_space_in_an_item_of_a_list(text: str, shape: Shape) -> None:
    assert has_space_in_list(text, shape)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Name=a b,Values=c", FILTER),  # not in a list
        ("Name=x,Values=c", FILTER),
        ("Key=a b", TAG),
        ("Name=x,Values=[a b", FILTER),  # the text does not read
        ("Sizes=a b", Structure({"Sizes": List(Integer())})),  # nor do its items
    ],
)
def test_finds_no_other_space(text: str, shape: Shape) -> None:
    assert not has_space_in_list(text, shape)
