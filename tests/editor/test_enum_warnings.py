"""Values that an enum does not list are warnings with their place and span."""

from __future__ import annotations

from typing import Any

import pytest

import shorthand
from shorthand import shapes
from shorthand.editor.doubtful_values import DoubtfulValue
from shorthand.editor.enum_warnings import unlisted, unlisted_reason, warnings
from shorthand.errors import Kind, Span
from shorthand.shapes import Shape

KIND = shapes.String(("List", "Prefix"))
TAG = shapes.Structure(
    {"Kind": KIND, "Kinds": shapes.List(KIND), "Limits": shapes.Map(KIND, KIND), "Free": shapes.String()}
)
VALUE = shapes.Structure({"Value": KIND})


@pytest.mark.parametrize(
    ("shape", "tokens", "found"),
    [
        (TAG, ["Kind=List,Kinds=List,Prefix,Free=x"], []),
        (TAG, ["Kind=list"], [("Kind", (5, 9))]),
        (TAG, ["Kinds=[List,a,b]"], [("Kinds[1]", (12, 13)), ("Kinds[2]", (14, 15))]),
        (TAG, ["Kinds=a"], [("Kinds[0]", (6, 7))]),
        (TAG, ["Limits={Gold=List}"], [("Limits.Gold", (8, 12))]),
        (TAG, ["Limits={Gold=a}"], [("Limits.Gold", (8, 12)), ("Limits.Gold", (13, 14))]),
        (shapes.List(TAG), ["Kind=List", "Kind=a"], [("[1].Kind", (5, 6))]),
        (shapes.List(TAG), ['[{"Kind": "a"}]'], [("[0].Kind", None)]),
        (shapes.List(KIND), ["List", "a"], [("[1]", (0, 1))]),
        (KIND, ["a"], [("", (0, 1))]),
        (VALUE, ["a"], [("Value", (0, 1))]),
    ],
)
def test_each_warning_has_its_place_and_its_span(
    shape: Shape, tokens: list[str], found: list[tuple[str, Span | None]]
) -> None:
    value = shorthand.loads_option(tokens, shape)
    warned = warnings(tokens, shape, value)
    assert [(one.path, one.span) for one in warned] == found
    assert {one.kind for one in warned} <= {Kind.ENUM}
    assert {one.text for one in warned} <= set(tokens)


@pytest.mark.parametrize(
    ("value", "among", "reason"),
    [
        (
            "Prefx",
            ["List", "Prefix"],
            "'Prefx' is not one of the documented values (List, Prefix); did you mean Prefix?",
        ),
        ("x", ["List"], "'x' is not one of the documented values (List)"),
        ("a" * 99, ["List"], f"'{'a' * 49}…' is not one of the documented values (List)"),
    ],
    ids=["near", "far", "long"],
)
def test_the_reason(value: str, among: list[str], reason: str) -> None:
    assert unlisted_reason(value, among) == reason


@pytest.mark.parametrize("value", [{"Kind": 1}, {"Other": "a"}, ["a"], "a", None], ids=str)
def test_a_value_that_does_not_fit_is_not_warned_of(value: Any) -> None:
    assert list(unlisted(value, TAG)) == []


def test_values_are_found_in_the_order_of_the_value_however_deep() -> None:
    shape: Shape = TAG
    value: Any = {"Kinds": ["a", "List", "b"], "Kind": "c"}
    for _ in range(1000):
        shape, value = shapes.List(shape), [value]
    found = list(unlisted(value, shape))
    assert [one.place[1000:] for one in found] == [("Kinds", 0), ("Kinds", 2), ("Kind",)]
    assert found[0] == DoubtfulValue((*[0] * 1000, "Kinds", 0), unlisted_reason("a", KIND.enum))
