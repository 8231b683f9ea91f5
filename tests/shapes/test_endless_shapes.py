"""Shapes that contain nothing but themselves: every public function ends, with a result or a documented error."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

import shorthand
from shorthand import ShorthandError, shapes, testing
from shorthand.shapes import Shape
from shorthand.testing.generator import Fuzzer

S = shapes.String()
ITSELF: Shape = shapes.Ref("Itself", lambda: ITSELF)
FIRST: Shape = shapes.Ref("First", lambda: SECOND)
SECOND: Shape = shapes.Ref("Second", lambda: FIRST)
LIST: Shape = shapes.List(shapes.Ref("List", lambda: LIST))
MAP: Shape = shapes.Map(S, shapes.Ref("Map", lambda: MAP))
KEYS: Shape = shapes.Map(shapes.Ref("Keys", lambda: KEYS), S)
REQUIRED: Shape = shapes.Structure({"A": shapes.Ref("Required", lambda: REQUIRED)}, required=("A",), name="Required")
UNION: Shape = shapes.Structure({"A": shapes.Ref("Union", lambda: UNION)}, union=True, name="Union")
SHAPES = {
    "a reference to itself": ITSELF,
    "two references to each other": FIRST,
    "a member that is a reference to itself": shapes.Structure({"A": ITSELF}),
    "a list of references to itself": shapes.List(ITSELF),
    "a list of itself": LIST,
    "a map of itself": MAP,
    "a map with itself as the key": KEYS,
    "a structure that requires itself": REQUIRED,
    "a list of structures that require themselves": shapes.List(REQUIRED),
    "a union of itself": UNION,
}
FUNCTIONS: dict[str, Callable[[Shape], Any]] = {
    "loads": lambda shape: shorthand.loads("A=b", shape),
    "loads of brackets": lambda shape: shorthand.loads("A={A={A=b}},B=[c]", shape),
    "loads_option": lambda shape: shorthand.loads_option(["A=b", "c"], shape),
    "loads_option of JSON": lambda shape: shorthand.loads_option(['[[{"A": {"A": []}}]]'], shape),
    "dumps": lambda shape: shorthand.dumps({"A": {"A": "b"}}, shape),
    "dumps_option": lambda shape: shorthand.dumps_option([[{"A": ["b"]}]], shape),
    "explain": lambda shape: str(shorthand.explain("A=[b", shape)),
    "complete": lambda shape: shorthand.complete("A=", shape),
    "shorthand_syntax": lambda shape: shape.shorthand_syntax(),
    "json_syntax": lambda shape: shape.json_syntax(),
    "skeleton": lambda shape: shape.skeleton(),
    "Fuzzer": lambda shape: [Fuzzer(shape, 1).valid(), Fuzzer(shape, 1).broken()],
    "values": lambda shape: testing.values(shape).validate(),
    "texts": lambda shape: testing.texts(shape).validate(),
    "broken_texts": lambda shape: testing.broken_texts(shape).validate(),
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_function_ends(shape: str, function: str) -> None:
    with suppress(ShorthandError):
        FUNCTIONS[function](SHAPES[shape])


def test_references_that_lead_to_no_shape_take_any_value() -> None:
    assert shapes.resolved(ITSELF) == shapes.resolved(FIRST) == shapes.Document()
