from __future__ import annotations

import pytest

from shorthand.aws.scripts import HoleKind, Piece, Text
from shorthand.aws.scripts.ansi_quotes import ansi_pieces


def read(text: str) -> list[Piece]:
    found = ansi_pieces(text, 0)
    assert found
    assert found[1] == len(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$''", ""),
        ("$'a b'", "a b"),
        (r"$'\n\t\\\'\"\?\e'", "\n\t\\'\"?\x1b"),
        (r"$'\x41\101\u00e9\U0001F600'", "AAé😀"),
        (r"$'\z'", "\\z"),
        (r"$'\ca'", "\x01"),
        (r"$'\xc3\xa9'", "é"),
    ],
)
def test_escapes_give_their_characters(text: str, expected: str) -> None:
    assert "".join(piece.text or "" for piece in read(text)) == expected


def test_plain_runs_have_their_place_and_escapes_are_whole() -> None:
    assert [(piece.start, piece.end, piece.text) for piece in read(r"$'ab\nc'")] == [
        (2, 4, "ab"),
        (4, 6, "\n"),
        (6, 7, "c"),
    ]
    assert all(isinstance(piece, Text) for piece in read(r"$'ab\nc'"))


def test_bytes_that_are_not_utf_8_are_a_hole() -> None:
    (hole,) = read(r"$'a\xff'")
    assert not isinstance(hole, Text)
    assert hole.kind is HoleKind.BYTES


@pytest.mark.parametrize("text", ["$'a", r"$'\0'", r"$'\x00'", r"$'\ud800'", "$'\\"])
def test_what_is_not_certain_is_not_read(text: str) -> None:
    assert ansi_pieces(text, 0) is None
