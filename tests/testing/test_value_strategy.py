"""The strategy of values: what a type accepts, and first what a person would type."""

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, find, given, settings

from shorthand import TypeAdapter, shapes, testing
from shorthand.testing.type_parts import TypePart
from shorthand.testing.value_strategy import value_strategy
from tests.testing.types_with_constraints import TYPES, Service


@pytest.mark.parametrize("tp", TYPES, ids=str)
def test_a_type_accepts_what_is_generated_without_many_tries(tp: Any) -> None:
    adapter = TypeAdapter(tp)

    @settings(max_examples=30, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(value_strategy(TypePart(adapter.shape, adapter.converter)))
    def every_value_is_accepted(value: Any) -> None:
        assert adapter.accepts(value)

    every_value_is_accepted()


@pytest.mark.parametrize(
    ("shape", "wanted", "simplest"),
    [
        (shapes.String(), "", "a"),
        (shapes.String(), "=", "="),
        (shapes.String(minimum=3), "", "aaa"),
        (shapes.List(shapes.String(minimum=1)), "", ["a"]),
    ],
)
def test_failures_shrink_to_what_a_person_would_type(shape: shapes.Shape, wanted: str, simplest: Any) -> None:
    found = find(
        testing.values(shape),
        lambda value: bool(value) and wanted in str(value),
        settings=settings(database=None, max_examples=5_000),
        random=random.Random(1),
    )
    assert found == simplest


def test_a_pattern_gives_short_ascii_strings() -> None:
    found = find(testing.values(Service), lambda value: True, settings=settings(database=None), random=random.Random(1))
    assert found == {"url": "https://example.com/", "name": "aaa"}
