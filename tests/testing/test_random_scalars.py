"""Random scalars within the limits of their types."""

import random
import re
from typing import Any

import pytest

from shorthand import shapes
from shorthand.schemas.converter import Converter, keep_instance, keep_value
from shorthand.schemas.type_limits import Limits
from shorthand.testing.random_scalars import RandomScalars
from shorthand.testing.type_parts import TypePart


def values(shape: shapes.Shape, limits: Limits) -> list[Any]:
    choose = random.Random(1)
    make = RandomScalars(choose, choose.choice, lines=True).maker(
        TypePart(shape, Converter(shape, keep_value, keep_instance, limits=limits))
    )
    return [make(0) for _ in range(200)]


@pytest.mark.parametrize(
    "limits",
    [Limits(least=5), Limits(most=-7), Limits(least=0, most=1, is_above=True), Limits(least=100, step=6)],
)
def test_numbers_are_within_their_limits(limits: Limits) -> None:
    for shape in (shapes.Integer(), shapes.Double()):
        assert all(limits.contains(number) for number in values(shape, limits))


def test_strings_have_the_lengths_that_are_asked_for() -> None:
    assert {len(text) for text in values(shapes.String(), Limits(shortest=3, longest=5))} <= {3, 4, 5}


def test_strings_match_their_pattern() -> None:
    assert all(
        re.search("^[a-c]{2}-[0-9]+$", text) for text in values(shapes.String(), Limits(pattern="^[a-c]{2}-[0-9]+$"))
    )


def test_a_pattern_in_another_notation_is_ignored() -> None:
    assert len(set(values(shapes.String(), Limits(pattern=r"\p{Lu}+(")))) > 20
