"""One text to its typed value: every fault has its span in the text."""

from __future__ import annotations

import tracemalloc

import pytest

from shorthand import shapes
from shorthand.codec.text import read_text
from shorthand.errors import FileReferenceError, LossyTextError, ShorthandSyntaxError, ShorthandTypeError, Span
from shorthand.shapes import Shape

TAG = shapes.Structure({"Key": shapes.String(), "Size": shapes.Integer()}, required=("Key",))
WHOLE = shapes.Structure({"Tags": shapes.List(TAG), "N": shapes.Integer(), "B": shapes.Boolean()})


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("N=x", [("N", (2, 3))]),
        ("n=1", [("n", (0, 1))]),
        ("Tags=[{Key=a,Size=x}]", [("Tags[0].Size", (18, 19))]),
        ("Tags={Key=a,Size=x}", [("Tags[0].Size", (17, 18))]),
        ("Tags=[{Key=a},{}]", [("Tags[1]", (14, 16))]),
        ("Tags=[{Key=a},{Kee=b}]", [("Tags[1].Kee", (15, 18)), ("Tags[1]", (14, 21))]),
        ("B=maybe,N=x", [("B", (2, 7)), ("N", (10, 11))]),
        ("N=1,2", [("N", (2, 5))]),
    ],
)
def test_each_fault_has_its_span_in_the_order_of_the_text(text: str, faults: list[tuple[str, Span]]) -> None:
    with pytest.raises(ShorthandTypeError) as caught:
        read_text(text, WHOLE, (), True, None)
    assert [(fault.path, fault.span) for fault in caught.value.diagnostics] == faults
    assert {fault.text for fault in caught.value.diagnostics} == {text}


def test_places_begin_with_that_of_the_text_and_spans_do_not() -> None:
    with pytest.raises(ShorthandTypeError) as caught:
        read_text("Key=a,Size=x", TAG, ("Tags", 3), True, None)
    assert (caught.value.path, caught.value.span) == ("Tags[3].Size", (11, 12))


def test_only_a_strict_reading_stops_at_a_loss() -> None:
    shape = shapes.Structure({"a": shapes.Map(shapes.String(), shapes.String())})
    with pytest.raises(LossyTextError):
        read_text("a={b=c,b=d}", shape, (), True, None)
    assert read_text("a={b=c,b=d}", shape, (), False, None) == {"a": {"b": "d"}}


def test_files_and_syntax_are_checked_before_types() -> None:
    with pytest.raises(ShorthandSyntaxError):
        read_text("N=x,B='", WHOLE, (), True, None)
    with pytest.raises(FileReferenceError):
        read_text("N@=file://n", WHOLE, (), True, None)
    assert read_text("N@=file://n", WHOLE, (), True, lambda reference: f"{len(reference)}") == {"N": 8}


def nested(shape: Shape, depth: int) -> Shape:
    for _ in range(depth):
        shape = shapes.Structure({"a": shape})
    return shape


def test_the_faults_of_a_deep_text_take_little_memory() -> None:
    shape = nested(shapes.Structure({"k": shapes.List(shapes.String())}), 150)
    text = "a=" + "{a=" * 149 + "{k=[" + "b," * 20_000 + "b],unknown=1}" + "}" * 149
    tracemalloc.start()
    try:
        with pytest.raises(ShorthandTypeError, match="unknown member 'unknown'"):
            read_text(text, shape, (), True, None)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 60 * len(text)
