from __future__ import annotations

import pytest

from shorthand.aws.scripts import Word, read_shell
from shorthand.aws.scripts.variable_values import fields_of
from tests.aws.scripts.shown import pieces


def fields(values: str, use: str, *, is_whole: bool = True) -> list[str] | None:
    """Return what an array with these elements becomes where it is used."""
    assigned = read_shell(f"A=({values})")[0].assignments[0].elements or ()
    (hole,) = read_shell(f"p {use}")[0].words[1].holes
    found = fields_of(hole, list[Word](assigned), splits=not hole.quoted, is_whole=is_whole)
    return None if found is None else [pieces(field) for field in found]


@pytest.mark.parametrize(
    ("values", "use", "expected"),
    [
        ("'a b' c", '"${A[@]}"', ["a b", "c"]),
        ("'a b' c", "${A[@]}", ["a", "b", "c"]),
        ("'a b' c", '"${A[*]}"', ["a b c"]),
        ("'a b' c", '"$A"', ["a b"]),
        ("' a '", "$A", ["", "a", ""]),
        ("a b", '"${A[1]}"', ["b"]),
        ("a", '"${A[7]}"', None),
        ("a $X", '"${A[@]}"', ["a", "‹variable $X›"]),
        ("$X b", '"${A[1]}"', None),
        ("'*'", "$A", None),
        ("''", '"${A:-b}"', None),
        ("a", '"${A%b}"', None),
    ],
)
def test_values_become_words(values: str, use: str, expected: list[str] | None) -> None:
    assert fields(values, use) == expected


def test_an_element_that_can_vanish_is_certain_only_in_a_word_of_its_own() -> None:
    assert fields("a $X", '"${A[@]}"', is_whole=False) is None
