"""Generic classes and their arguments."""

from dataclasses import dataclass
from typing import Annotated, Any, Generic, Optional, TypeVar

import pytest

import shorthand
from shorthand.schemas.generics import is_alias, parameter_values, substituted
from shorthand.shapes import Document, Integer, List, Ref, String, Structure
from shorthand.sources import python_type
from tests.schemas.types_to_convert import Box, Tag

T = TypeVar("T")
U = TypeVar("U")
Bound = TypeVar("Bound", bound=int)


@dataclass
class Pair(Generic[T, U]):
    first: T
    second: list[U]


@dataclass
class Half(Pair[int, U], Generic[U]):
    third: U


@dataclass
class Whole(Half[str]):
    pass


@dataclass
class Node(Generic[T]):
    value: T
    next: "Node[T] | None" = None


@dataclass
class Growing(Generic[T]):
    inner: "Growing[list[T]] | None" = None
    other: "Growing[set[T]] | None" = None


@dataclass
class Bounded(Generic[Bound]):
    value: Bound


def test_arguments_reach_the_classes_that_are_inherited_from() -> None:
    assert python_type(Whole) == Structure(
        {"first": Integer(), "second": List(String()), "third": String()}, required=("first", "second", "third")
    )


def test_a_parameter_without_an_argument_is_its_bound_or_anything() -> None:
    assert python_type(Bounded) == Structure({"value": Integer()}, required=("value",))
    assert python_type(Box) == Structure({"content": Document(), "others": List(Document())}, required=("content",))


def test_a_generic_class_may_contain_itself() -> None:
    found = shorthand.TypeAdapter(Node[int])
    assert isinstance(found.shape, Structure)
    assert isinstance(found.shape.members["next"], Ref)
    assert found.loads("value=1,next={value=2}") == Node(1, Node(2))


def test_an_argument_without_a_hash_is_taken() -> None:
    found: Any = shorthand.TypeAdapter(Box[Annotated[Tag, {"no": "hash"}]])
    assert found.loads("content={key=a}") == Box(Tag("a"))


def test_a_class_that_contains_ever_more_types_is_an_error() -> None:
    with pytest.raises(shorthand.ShorthandTypeError, match="the type contains ever more types"):
        python_type(Growing[int])


GENERIC_LIST: Any = list
GENERIC_PAIR: Any = Pair


@pytest.mark.parametrize(
    ("hint", "values", "found"),
    [
        (T, {T: int}, int),
        (T, {}, T),
        (GENERIC_LIST[T], {T: int}, list[int]),
        (Optional[T], {T: int}, Optional[int]),  # noqa: UP045 -- a form that has parameters
        (GENERIC_PAIR[T, GENERIC_LIST[U]], {T: int, U: str}, Pair[int, list[str]]),
        (Box, {T: int}, Box),
    ],
)
def test_parameters_are_replaced(hint: Any, values: Any, found: Any) -> None:
    assert substituted(hint, values) == found


def test_parameter_values_and_aliases() -> None:
    assert parameter_values(Pair[int, str]) == {T: int, U: str}
    assert parameter_values(int) == {}
    assert not is_alias(list[int])
