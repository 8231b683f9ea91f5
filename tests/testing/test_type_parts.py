"""The parts of a Python type and of its shape, side by side."""

from typing import Any

import pytest

from shorthand import TypeAdapter, shapes
from shorthand.testing.type_parts import TypePart
from tests.testing.types_with_constraints import Bag, Box, Plan, Service


def part_of(tp: Any) -> TypePart:
    adapter = TypeAdapter(tp)
    return TypePart(adapter.shape, adapter.converter)


@pytest.mark.parametrize(("member", "sample"), [("budget", "1.50"), ("wait", "P2D"), ("size", "20GB")])
def test_a_scalar_that_few_strings_fit_has_samples(member: str, sample: str) -> None:
    assert sample in part_of(Plan).members[member].samples


def test_a_plain_string_has_no_samples_and_an_enum_has_its_values() -> None:
    assert part_of(list[str]).item.samples == ()
    assert TypePart(shapes.String(("a", "b"))).samples == ("a", "b")


def test_a_part_that_contains_itself_has_one_key() -> None:
    service = part_of(Service)
    inner = service.members["within"].item
    assert inner.members["within"].item.key == inner.key


def test_a_union_has_alternatives() -> None:
    assert [list(one.members) for one in part_of(Box | Bag).alternatives] == [["edge", "kind"], ["address", "kind"]]


def test_the_minimum_of_a_shape_is_a_limit() -> None:
    assert TypePart(shapes.String(minimum=2)).limits.shortest == 2
    assert TypePart(shapes.Integer(minimum=2)).limits.least == 2
