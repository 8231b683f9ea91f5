"""Spelling suggestions, compared with what difflib alone would give, and their speed among thousands of names."""

from __future__ import annotations

import difflib
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.did_you_mean import did_you_mean, listed, nearest

WORDS = st.text("abcABé-日", min_size=1, max_size=8)
NAMES = st.lists(st.text("abcABé-日", max_size=8), unique=True, max_size=20)


@pytest.mark.parametrize(
    ("word", "names", "expected"),
    [
        ("keyname", ["KeyName", "KeyType"], "KeyName"),
        ("KeyNmae", ["KeyName", "KeyType"], "KeyName"),
        ("Colour", ["Color", "Size"], "Color"),
        ("x", ["KeyName"], None),
        ("", ["", "a"], ""),
        ("", ["a"], None),
        ("tag:Name", ["Name"], None),
        ("Ebs.Size", ["Ebs"], None),
        ("Key", [], None),
        ("a" * 101, ["a" * 100], None),
        ("A" * 101, ["a" * 101], "a" * 101),
    ],
)
def test_the_nearest_name(word: str, names: list[str], expected: str | None) -> None:
    assert nearest(word, names) == expected


@pytest.mark.parametrize(
    ("word", "names", "expected"),
    [
        ("--tag", ["--tags", "--name"], "did you mean --tags?"),
        ("--nam", ["--name", "--names", "--size"], "did you mean --name or --names?"),
        ("--zzz", ["--tags"], ""),
        ("", ["", "a"], ""),
    ],
)
def test_the_hint(word: str, names: list[str], expected: str) -> None:
    assert did_you_mean(word, names) == expected


@given(WORDS, NAMES)
def test_the_nearest_name_is_the_one_that_difflib_finds(word: str, names: list[str]) -> None:
    folded = {name.lower(): name for name in names}
    close = difflib.get_close_matches(word.lower(), folded, 1, 0.6)
    expected = folded.get(word.lower(), folded[close[0]] if close else None)
    assert nearest(word, names) == expected


@given(WORDS, NAMES)
def test_the_names_in_a_hint_are_those_that_difflib_finds(word: str, names: list[str]) -> None:
    close = difflib.get_close_matches(word, names, 3, 0.5)
    ratios = [difflib.SequenceMatcher(None, name, word).ratio() for name in close]
    near = [name for name, ratio in zip(close, ratios, strict=True) if ratio > ratios[0] - 0.1]
    assert did_you_mean(word, names) == (f"did you mean {' or '.join(near)}?" if near else "")


PIECES = [
    *("Instance", "Group", "Name", "Type", "Id", "Key", "Value", "Tag", "Policy", "Role"),
    *("Rule", "Size", "Count", "Max", "Min", "Time", "Zone", "Region", "Stage"),
]


def test_a_hundred_slips_among_thousands_of_names_take_less_than_a_second() -> None:
    choose = random.Random(1)
    names = sorted({"".join(choose.choices(PIECES, k=3)) for _ in range(6000)})[:4000]
    keys = [name[:5] + name[6:] for name in choose.sample(names, 100)]
    before = time.process_time()
    found = [nearest(key, names) for key in keys]
    assert time.process_time() - before < 1
    assert sum(name is not None for name in found) == 100


def test_very_long_names_that_are_much_alike_do_not_take_longer() -> None:
    names = ["x" * 50 + "".join(pieces) for pieces in zip(PIECES * 200, PIECES[::-1] * 200, strict=True)]
    names = [f"{name}{number}" for number, name in enumerate(names)]
    before = time.process_time()
    for number in range(100):
        nearest("x" * 90 + str(number), names)
    assert time.process_time() - before < 4


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a, b"),
        (list("abcdefghijkl"), "a, b, c, d, e, f, g, h, i, j, k, l"),
        (list("abcdefghijklmn"), "a, b, c, d, e, f, g, h, i, j, k, l and 2 more"),
    ],
)
def test_a_list_of_names(names: list[str], expected: str) -> None:
    assert listed(names) == expected
