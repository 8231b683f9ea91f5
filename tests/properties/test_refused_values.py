"""The smallest values and texts that `python -m tests.properties.refused_values` checks."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.properties.refused_values import ALPHABET, all_strings, check_values, compare_texts, has_text, texts


@pytest.mark.parametrize(
    ("alphabet", "most_strings", "refused"),
    [
        pytest.param("\\'\"", 2, 44, id="a string that ends in a backslash before quotes"),
        pytest.param("\\=", 3, 0, id="two of them, and an empty string that needs no quotes in brackets"),
        pytest.param("\\]", 3, 0, id="two of them, and a list that needs no quotes without brackets"),
    ],
)
def test_no_text_has_a_value_that_is_refused(alphabet: str, most_strings: int, refused: int) -> None:
    counts: Counter[str] = Counter()
    for length in range(5):
        for first in all_strings(alphabet, length):
            counts += check_values(first, 4, alphabet, most_strings)
    assert counts["refused"] == refused
    assert counts["written"] > 1000


@pytest.mark.parametrize("start", ["", *ALPHABET])
def test_every_value_that_a_short_text_has_can_be_written(start: str) -> None:
    counts = compare_texts("a=" + start, 3 if start else 2)
    assert counts["texts read"] or start in ("{", "=", "\x01"), "no other start is refused"


def test_the_texts_of_a_value_are_all_among_those_tried() -> None:
    assert {"a=b,c", "a='b',\"c\"", "a=[b,c,]"} < set(texts({"a": ["b", "c"]}))
    assert has_text({"a": ["b", "c"]}, "a = [ b , 'c' , ] ")
    assert not has_text({"a": ["b", "c"]}, "a=b,d")
