"""How a text is explained: what could follow, single values, and that it agrees with the reading."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shorthand.cli.data import explanation_data

import shorthand
from shorthand import shapes, testing
from shorthand.shapes import Shape
from tests.editor.job import JOB
from tests.suggest.test_slips import slipped
from tests.syntax.test_compiled_reader import seconds_of


@pytest.mark.parametrize(
    ("text", "shape", "expected"),
    [
        ("a=", None, "a value or ',' or end of text"),
        ("a=[b", None, "',' or ']'"),
        ("a={", None, "a key and '=' or '}'"),
        ("a=[b] ", None, "',' or end of text"),
        ("", JOB, "Note=, Kind=, Kinds=, Words=, Count=, Flag=, Limits={, Tags=["),
        ("Tags=[{", JOB, "Key=, Size= or '}'"),
    ],
)
def test_what_could_follow(text: str, shape: Shape | None, expected: str) -> None:
    explanation = shorthand.explain(text, shape)
    assert (explanation.expected, explanation.end) == (
        expected,
        len(text.rstrip()) if text.endswith(" ") else len(text),
    )


def test_the_value_of_a_scalar_option_is_one_part() -> None:
    (part,) = shorthand.explain("a,b", shapes.List(shapes.String())).parts
    assert (part.form, part.type, part.value, part.span) == ("plain", "string", "a,b", (0, 3))
    explanation = shorthand.explain("x", shapes.Integer())
    assert isinstance(explanation.error, shorthand.ShorthandTypeError)


def as_read(text: str, shape: Shape | None, files: Any = None) -> tuple[Any, shorthand.ShorthandError | None]:
    try:
        if shape is None:
            return shorthand.loads(text, files=files), None
        return shorthand.loads_option([text], shape, files=files), None
    except shorthand.ShorthandError as error:
        return None, error


def value_at(value: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        value = value[step]
    return value


@given(st.one_of(slipped(), testing.shapes().flatmap(lambda shape: st.tuples(st.just(shape), with_token(shape)))))
@settings(max_examples=100)
def test_the_explanation_agrees_with_the_reading(case: tuple[Shape, list[str]]) -> None:
    shape, tokens = case
    agrees_with_the_reading(tokens[0], shape)


def with_token(shape: Shape) -> st.SearchStrategy[list[str]]:
    return testing.texts(shape).map(lambda text: [text])


def agrees_with_the_reading(text: str, shape: Shape) -> None:
    """Assert that the error is that of the reading, and that without one each part has its value."""
    explanation = shorthand.explain(text, shape)
    assert str(explanation)
    assert json.loads(json.dumps(explanation_data(explanation), default=repr))["text"] == text
    value, error = as_read(text, shape, lambda reference: "")
    if "file" not in text:
        assert str(explanation.error) == str(error)
    for part in explanation.parts:
        assert 0 <= part.span[0] <= part.span[1] <= len(text)
    if error is None and "@" not in text and text[:1] not in ("[", "{"):
        for part in explanation.parts:
            if part.form not in ("plain", "json"):
                found = value_at(value, part.place)
                assert part.type
                assert part.value is None or part.value == found
                assert isinstance(found, (list, dict)) or part.value == found
            assert "error" not in {remark.kind for remark in part.remarks}


@given(testing.broken_texts() | st.text("ab=,[]{}'\"\\ @:\n", max_size=12))
def test_any_text_is_explained_as_far_as_it_makes_sense(text: str) -> None:
    explanation = shorthand.explain(text)
    assert str(explanation.error) == str(as_read(text, None)[1])
    assert str(explanation)
    assert all(part.span[0] <= explanation.end for part in explanation.parts)
    assert explanation.expected


@pytest.mark.parametrize("part", ["a=b,\n", "a={b=c,b=", "a=[b,c\\,d='e',f ; g=h],", "a@=file://f,", "a b=c "])
def test_time_is_linear(part: str) -> None:
    def seconds(length: int) -> float:
        text = part * (length // len(part))
        return seconds_of(lambda: str(shorthand.explain(text)))

    short, long = seconds(1_000), seconds(10_000)
    assert long < 30 * short + 0.05
