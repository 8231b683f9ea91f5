from __future__ import annotations

import random

import pytest

from shorthand.aws.scripts.braces import UncertainBraces, can_expand, expand_pieces
from shorthand.aws.scripts.words import Quote, Text
from tests.aws.scripts import real_shells
from tests.aws.scripts.random_lines import braces
from tests.aws.scripts.shown import only


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a{b,c}d", ["abd", "acd"]),
        ("{a,b}{1..2}", ["a1", "a2", "b1", "b2"]),
        ("{a}", ["{a}"]),
        ("{}", ["{}"]),
        ("a{,b}", ["a", "ab"]),
        ("{a,{b,c}}", ["a", "b", "c"]),
        ("{a,b}}", ["a}", "b}"]),
        ("{a},b}", ["a}", "b"]),
        ("{{a,b}", ["{a", "{b"]),
        ("{01..3}", ["01", "02", "03"]),
        ("{c..a}", ["c", "b", "a"]),
        ("{1..9..4}", ["1", "5", "9"]),
        (r"{a\,b,c}", ["a,b", "c"]),
        ("'{a,b}'", ["{a,b}"]),
        ('{"a,b",c}', ["a,b", "c"]),
        ("{a,$X}", ["a", "‹variable $X›"]),
        ("C={type={eq},s={a,b}}", ["C=type={eq}", "C=s=a", "C=s=b"]),
    ],
)
def test_braces_expand_as_bash_does(typed: str, expected: list[str]) -> None:
    assert only(f"p {typed}")[1:] == expected


@pytest.mark.parametrize("typed", ["{a..C}", "{1..100000}", "{a,b}" * 20, '{"a,b"..c}', "{1..99999999999999999999}"])
def test_uncertain_braces_are_a_hole(typed: str) -> None:
    assert only(f"p {typed}")[1].startswith("‹braces ")


@pytest.mark.parametrize("word", ["{" * 30_000 + ",}", "{a}" * 30_000 + ",..}"])
def test_many_braces_take_little_time(word: str) -> None:
    pieces = [Text(word, 0, len(word))]
    assert can_expand(pieces)
    with pytest.raises(UncertainBraces):
        expand_pieces(pieces)


def test_quoted_braces_are_text() -> None:
    assert not can_expand([Text("{a,b}", 1, 6, Quote.SINGLE)])


@pytest.mark.skipif(not real_shells.is_installed("bash"), reason="bash is not installed")
def test_random_braces_are_what_bash_makes_of_them() -> None:
    chance = random.Random(1)
    lines = [f"p {braces(chance)} x" for _ in range(3000)]
    differences = []
    for line, calls in zip(lines, real_shells.arguments(lines), strict=True):
        found = only(line)[1:]
        if calls is not None and not any("‹" in word for word in found) and calls != [found]:
            differences.append((line, calls, found))
    assert not differences
