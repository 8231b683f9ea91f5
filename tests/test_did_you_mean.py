"""Spelling suggestions: the name that was meant, several that may be, and none where none is near."""

import pytest

from shorthand.did_you_mean import did_you_mean, listed, nearest

NAMES = ["KeyName", "KeyType", "InstanceType", "Value"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("KeyName", "KeyName"),
        ("keyname", "KeyName"),
        ("KEYNAME", "KeyName"),
        ("KeyNmae", "KeyName"),
        ("InstanceTyp", "InstanceType"),
        ("Values", "Value"),
        ("Colour", None),
        ("", None),
    ],
)
def test_the_nearest_name(word: str, meant: str | None) -> None:
    assert nearest(word, NAMES) == meant


@pytest.mark.parametrize("word", ["tag:KeyName", "Value.Name", "a/KeyName"])
def test_several_words_are_no_misspelt_name(word: str) -> None:
    assert nearest(word, NAMES) is None


def test_a_long_word_is_not_compared() -> None:
    assert nearest("KeyName" * 100, ["KeyName" * 100 + "x"]) is None
    assert did_you_mean("KeyName" * 100, ["KeyName" * 100 + "x"]) == ""


def test_names_as_near_as_the_nearest_are_offered_together() -> None:
    assert did_you_mean("--tag", ["--tags", "--name"]) == "did you mean --tags?"
    assert did_you_mean("create-tog", ["create-tag", "create-top", "delete-tags"]) == (
        "did you mean create-top or create-tag?"
    )
    assert did_you_mean("xyz", ["--tags"]) == ""


def test_a_long_list_is_cut() -> None:
    assert listed([]) == ""
    assert listed(["a", "b"]) == "a, b"
    assert listed(f"n{number}" for number in range(14)) == (
        "n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11 and 2 more"
    )
