"""Every part of a typed value, in its order, with its shape and place."""

import tracemalloc
from types import MappingProxyType
from typing import Any

import pytest

from shorthand import shapes
from shorthand.codec.typed_parts import typed_parts
from shorthand.errors import Place

NAME = shapes.String(enum=("a",))
SHAPE: shapes.Shape = shapes.Structure(
    {
        "Names": shapes.List(NAME),
        "Counts": shapes.Map(NAME, shapes.Integer()),
        "Any": shapes.Document(),
        "Inner": shapes.Ref("Shape", lambda: SHAPE),
    }
)


def test_each_part_comes_before_those_within_it() -> None:
    value = {"Names": ["a", "b"], "Counts": {"a": 1}, "Inner": {"Names": ["c"]}, "Any": {"x": [1]}}
    found = [(part.place, part.value, part.shape.type_name, part.is_key) for part in typed_parts(value, SHAPE)]
    assert found == [
        ((), value, "structure", False),
        (("Names",), ["a", "b"], "list", False),
        (("Names", 0), "a", "string", False),
        (("Names", 1), "b", "string", False),
        (("Counts",), {"a": 1}, "map", False),
        (("Counts", "a"), "a", "string", True),
        (("Counts", "a"), 1, "integer", False),
        (("Inner",), {"Names": ["c"]}, "structure", False),
        (("Inner", "Names"), ["c"], "list", False),
        (("Inner", "Names", 0), "c", "string", False),
        (("Any",), {"x": [1]}, "document", False),
    ]


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ("a", [()]),
        ({"Names": "a", "Counts": ["a"], "Inner": None}, [(), ("Names",), ("Counts",), ("Inner",)]),
        ({"Unknown": ["a"]}, [()]),
        (MappingProxyType({"Names": ("a",)}), [(), ("Names",), ("Names", 0)]),
    ],
)
def test_nothing_is_found_within_what_does_not_fit(value: Any, places: list[Place]) -> None:
    assert [part.place for part in typed_parts(value, SHAPE)] == places


def test_a_longer_value_takes_no_more_memory() -> None:
    def peak(length: int) -> int:
        value = ["a"] * length
        tracemalloc.start()
        for _ in typed_parts(value, shapes.List(NAME)):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(100_000) < peak(10) + 1_000
