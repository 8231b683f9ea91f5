"""Python's containers."""

import collections
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

import pytest

import shorthand
from shorthand.schemas.python_types import converter_of
from shorthand.shapes import Document, Integer, List, Map, Shape, String
from tests.schemas.types_to_convert import Colour, Tag

CONTAINERS: list[tuple[Any, Shape, Any, Any]] = [
    (list[int], List(Integer()), [1, 2], [1, 2]),
    (list, List(Document()), [1, "a"], [1, "a"]),
    (Sequence[int], List(Integer()), [1], [1]),
    (set[str], List(String()), ["a"], {"a"}),
    (AbstractSet[str], List(String()), ["a"], frozenset({"a"})),
    (frozenset[str], List(String()), ["a"], frozenset({"a"})),
    (collections.deque[int], List(Integer()), [1], collections.deque([1])),
    (tuple, List(Document()), [1, "a"], (1, "a")),
    (tuple[int, ...], List(Integer()), [1, 2, 3], (1, 2, 3)),
    (tuple[int, int], List(Integer()), [1, 2], (1, 2)),
    (tuple[()], List(Document()), [], ()),
    (dict[str, int], Map(String(), Integer()), {"a": 1}, {"a": 1}),
    (Mapping[Colour, list[int]], Map(String(("red", "deep blue")), List(Integer())), {"red": [1]}, {Colour.RED: [1]}),
    (dict, Map(String(), Document()), {"a": None}, {"a": None}),
    (dict[Any, int], Map(String(), Integer()), {"a": 1}, {"a": 1}),
    (
        collections.OrderedDict[str, int],
        Map(String(), Integer()),
        {"a": 1},
        collections.OrderedDict({"a": 1}),
    ),
    (
        collections.defaultdict[str, int],
        Map(String(), Integer()),
        {"a": 1},
        collections.defaultdict(None, {"a": 1}),
    ),
]


@pytest.mark.parametrize(("tp", "shape", "value", "instance"), CONTAINERS, ids=[str(row[0]) for row in CONTAINERS])
def test_a_container_gives_its_shape_and_its_instances(tp: Any, shape: Shape, value: Any, instance: Any) -> None:
    found = converter_of(tp)
    assert found.shape == shape
    built = found.build(value, ())
    assert built == instance
    assert type(built) is type(instance)
    assert found.dump(instance) == value


@pytest.mark.parametrize(
    ("tp", "raw", "instance"),
    [
        (list[int], ["1", "2"], [1, 2]),
        (list[int], "1", [1]),
        (set[str], ["a"], {"a"}),
        (tuple[int, int], ["1", "2"], (1, 2)),
        (dict[str, list[int]], {"a": "1", "b": ["2", "3"]}, {"a": [1], "b": [2, 3]}),
    ],
)
def test_a_container_is_read_at_once(tp: Any, raw: Any, instance: Any) -> None:
    read = converter_of(tp).read
    assert read is not None
    assert read(raw) == instance


@pytest.mark.parametrize(
    ("tp", "value", "path", "reason"),
    [
        (list[Colour], ["red", "RED"], "[1]", "unknown value 'RED'"),
        (tuple[int, int], [1], "", "expected 2 items, got 1"),
        (tuple[int], [1, 2], "", "expected 1 item, got 2"),
        (tuple[()], [1], "", "expected 0 items, got 1"),
        (dict[str, Colour], {"a": "b"}, "a", "unknown value 'b'"),
        (dict[Colour, str], {"a": "b"}, "a", "unknown value 'a'"),
    ],
)
def test_an_item_that_does_not_fit_is_an_error_with_its_place(tp: Any, value: Any, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        converter_of(tp).build(value, ())
    assert (caught.value.path, caught.value.reason) == (path, reason)


@dataclass(frozen=True)
class Frozen:
    a: int


def test_a_set_may_contain_what_has_a_hash() -> None:
    assert converter_of(set[Frozen]).build([{"a": 1}], ()) == {Frozen(1)}


@pytest.mark.parametrize(
    ("tp", "reason", "hint"),
    [
        (set[Tag], "set[tests.schemas.types_to_convert.Tag] has no shorthand", "a set cannot contain Tag"),
        (set[list[int]], "set[list[int]] has no shorthand", "a set cannot contain list[int]"),
        (tuple[int, str], "tuple[int, str] has no shorthand", "the items of a list are all of one type"),
        (dict[int, str], "a map with int as its key has no shorthand", "the keys of a map are strings"),
    ],
)
def test_a_container_that_cannot_be_made_is_an_error_when_it_is_declared(tp: Any, reason: str, hint: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        converter_of(tp)
    assert caught.value.reason == reason
    assert caught.value.hint.startswith(hint)
