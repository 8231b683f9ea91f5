"""The strategy that generates shapes."""

import pytest
from hypothesis import find, settings

from shorthand import testing
from shorthand.shapes import Blob, Document, List, Map, Ref, Shape, Structure, resolved

MANY = settings(max_examples=5_000)


def contains(shape: Shape, kind: type[Shape]) -> bool:
    """Return whether a shape is of a kind, or contains one."""
    if isinstance(shape, kind):
        return True
    if isinstance(shape, Structure):
        return any(contains(member, kind) for member in shape.members.values())
    inner = shape.member if isinstance(shape, List) else shape.value if isinstance(shape, Map) else None
    return inner is not None and contains(inner, kind)


@pytest.mark.parametrize("kind", [Structure, List, Map, Document, Blob, Ref])
def test_shapes_of_every_kind_are_generated(kind: type[Shape]) -> None:
    found = find(testing.shapes(), lambda shape: contains(shape, kind), settings=MANY)
    assert contains(found, kind)


def test_a_union_and_a_recursive_shape_are_generated() -> None:
    union = find(testing.shapes(), lambda shape: isinstance(shape, Structure) and shape.union, settings=MANY)
    assert isinstance(union, Structure)
    recursive = find(
        testing.shapes(), lambda shape: isinstance(shape, Structure) and "Within" in shape.members, settings=MANY
    )
    assert isinstance(recursive, Structure)
    within = recursive.members["Within"]
    assert isinstance(within, List)
    assert resolved(within.member) is recursive
