"""Valid strings for the parts of a Python type."""

import dataclasses
import datetime
import decimal
import uuid
from typing import Annotated, Any

from shorthand import ScalarType
from shorthand.schemas.python_types import converter_of
from shorthand.shapes import List, Structure
from shorthand.testing.type_samples import samples_by_shape


@dataclasses.dataclass
class Job:
    name: str
    budget: decimal.Decimal
    ids: list[uuid.UUID] = dataclasses.field(default_factory=list)
    size: Annotated[int, ScalarType(int, str, "a size", ("1", "20"))] = 1
    days: dict[str, datetime.date] = dataclasses.field(default_factory=dict)
    within: "list[Job]" = dataclasses.field(default_factory=list)


def test_each_scalar_that_not_every_string_fits_has_samples() -> None:
    converter = converter_of(list[Job])
    found = samples_by_shape(converter)
    shape: Any = converter.shape
    assert isinstance(shape, List)
    assert isinstance(shape.member, Structure)
    members = shape.member.members
    assert id(members["name"]) not in found
    assert found[id(members["budget"])] == ("0", "1.50", "-3")
    assert found[id(members["size"])] == ("1", "20")
    assert id(members["ids"].member) in found  # type: ignore[attr-defined] # a list
    assert id(members["days"].value) in found  # type: ignore[attr-defined] # a map
