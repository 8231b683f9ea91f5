"""Find the adapter for a type or an instance, and the shape for a type."""

from dataclasses import dataclass
from typing import Annotated, Any

import pytest

import shorthand
from shorthand import shapes
from shorthand.api.lookup import adapter_for, adapter_for_instance, shape_of


@dataclass
class Tag:
    Key: str
    Value: str = ""


TAGS = [Tag("a", "1"), Tag("b", "c, d")]


def test_an_adapter_is_compiled_once_for_each_type() -> None:
    assert adapter_for(list[Tag]) is adapter_for(list[Tag])
    without_hash: Any = Annotated[Tag, {"no": "hash"}]
    assert adapter_for(without_hash).loads("Key=a") == Tag("a")
    assert adapter_for_instance(TAGS) is adapter_for(list[Tag])


def test_a_function_may_take_a_shape_or_a_type() -> None:
    shape = shapes.String()
    assert shape_of(shape) is shape
    assert shape_of(list[int]) == shapes.List(shapes.Integer())


@pytest.mark.parametrize(
    ("instance", "reason"),
    [([], "expected items of one type, got nothing"), ([1, "a"], "expected items of one type, got int and str")],
)
def test_a_list_without_one_type_is_an_error(instance: Any, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        adapter_for_instance(instance)
    assert (caught.value.reason, caught.value.hint) == (reason, "give the type: list[…]")
