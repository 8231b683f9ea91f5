"""What a word of a command line can be completed to."""

from pathlib import Path

import pytest

from shorthand.integrations.word_candidates import WordCandidate, file_candidates, word_candidates
from shorthand.sources import python_type
from tests.integrations.declarations import Disk, Point


@pytest.mark.parametrize(
    ("word", "candidates"),
    [
        ("Size=1,Kind=", [("Size=1,Kind=ssd", "string"), ("Size=1,Kind=hdd", "string")]),
        ("Siz", [("Size=", "integer, required")]),
        ("Size=1", [("Size=1,", "another pair")]),
        ("Nothing=", []),
    ],
)
def test_a_word_goes_on_with_a_key_a_value_or_a_sign(word: str, candidates: list[tuple[str, str]]) -> None:
    assert [tuple(one) for one in word_candidates(word, python_type(Disk))] == candidates


def test_a_bracket_alone_is_followed_by_what_can_be_in_it() -> None:
    found = word_candidates("home", python_type(dict[str, Point]))
    assert [one.word for one in found] == ["home={X=", "home={Y="]


def test_a_reference_goes_on_with_the_names_of_files(tmp_path: Path) -> None:
    (tmp_path / "tags.json").touch()
    (tmp_path / "tables").mkdir()
    assert list(file_candidates(f"file://{tmp_path}/ta")) == [
        WordCandidate(f"file://{tmp_path}/tables/", ""),
        WordCandidate(f"file://{tmp_path}/tags.json", ""),
    ]
