"""The cursor: which brackets are open, which shape is expected, and which keys are given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand import shapes
from shorthand.editor.cursor import Cursor
from shorthand.shapes import Shape

S, N = shapes.String(), shapes.Integer()
TAG = shapes.Structure({"Key": S, "Size": N})
WHOLE = shapes.Structure({"Tags": shapes.List(TAG), "Limits": shapes.Map(S, N), "Words": shapes.List(S), "N": N})


def cursor(text: str, shape: Shape = WHOLE) -> Cursor:
    """Return the cursor at the mark ‸ in a text."""
    before, _, after = text.partition("‸")
    return Cursor(before + after, len(before), shape)


@pytest.mark.parametrize(
    ("text", "around", "wanted"),
    [
        ("‸", WHOLE, WHOLE),
        ("N=‸", WHOLE, N),
        ("Words=‸", WHOLE, shapes.List(S)),
        ("Words=[‸", S, S),
        ("Words=[a,‸", S, S),
        ("Tags=[‸", TAG, TAG),
        ("Tags=[{Size=‸", TAG, N),
        ("Tags={Size=‸", TAG, N),
        ("Limits={any=‸", shapes.Map(S, N), N),
        ("Other=‸", WHOLE, None),
        ("Other={a=‸", None, None),
    ],
)
def test_the_shapes_at_the_cursor(text: str, around: Shape | None, wanted: Shape | None) -> None:
    found = cursor(text)
    assert found.around() == around
    assert found.wanted() == wanted


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("‸", set(), set()),
        ("N=1,Words=a‸", {"N", "Words"}, set()),
        ("N=1‸,Words=a", {"N"}, {"Words"}),
        ("Tags=[{Key=a‸,Size=1}],N=1", {"Key"}, {"Size"}),
        ("Tags=[{Key=a},{Size=‸", {"Size"}, set()),
        ("N=1‸,Tags=[{Key=a}]", {"N"}, {"Tags"}),
    ],
)
def test_the_keys_in_the_bracket_around_the_cursor(text: str, before: set[str], after: set[str]) -> None:
    found = cursor(text)
    assert (found.given(), found.given_later()) == (before, after)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("N=1‸", "1"),
        ("N=1 ‸", "1"),
        ("Words=a,b‸", "b"),
        ("N='1'‸", None),
        ("N=‸", None),
        ("Words=[a]‸", None),
        ("‸", None),
    ],
)
def test_the_word_that_may_go_on(text: str, word: str | None) -> None:
    last = cursor(text).last_word()
    assert (last.raw if last else None) == word


@given(st.text("TagsKeyN=,[]{}'\" ", max_size=14), st.integers(0, 14))
def test_any_text_has_a_cursor_anywhere(text: str, at: int) -> None:
    found = Cursor(text, at, WHOLE)
    assert found.head + found.tail == text
    found.around(), found.wanted(), found.given_later(), found.last_word()
