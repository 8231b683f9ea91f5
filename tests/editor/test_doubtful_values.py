"""A warning names the token that its value is in, and the span where the token is no JSON."""

from __future__ import annotations

import pytest

from shorthand import shapes
from shorthand.editor.doubtful_values import DoubtfulValue, located
from shorthand.errors import Kind, Place, Span
from shorthand.shapes import Shape

S = shapes.String()
TAG = shapes.Structure({"Key": S, "Labels": shapes.Map(S, S)})


@pytest.mark.parametrize(
    ("shape", "tokens", "place", "is_key", "text", "span"),
    [
        (TAG, ["Key=a"], ("Key",), False, "Key=a", (4, 5)),
        (TAG, ["Key=a,Labels={b=c}"], ("Labels", "b"), True, "Key=a,Labels={b=c}", (14, 15)),
        (shapes.List(TAG), ["Key=a", "Key=bc"], (1, "Key"), False, "Key=bc", (4, 6)),
        (shapes.List(TAG), ['[{"Key": "a"}]'], (0, "Key"), False, '[{"Key": "a"}]', None),
        (shapes.List(S), ["a", "bc"], (1,), False, "bc", (0, 2)),
    ],
)
def test_a_value_is_found_in_its_token(
    shape: Shape, tokens: list[str], place: Place, is_key: bool, text: str, span: Span | None
) -> None:
    doubtful = DoubtfulValue(place, "odd", is_key, hint="look again", kind=Kind.MISTAKE)
    (found,) = located([doubtful], tokens, shape)
    assert (found.text, found.span, found.place) == (text, span, place)
    assert (found.reason, found.hint, found.kind) == ("odd", "look again", Kind.MISTAKE)


def test_nothing_doubtful_gives_nothing() -> None:
    assert located([], [], S) == []
