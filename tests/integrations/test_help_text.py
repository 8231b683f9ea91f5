"""Help texts for an option of a Python type."""

import dataclasses
import decimal
from typing import Annotated, Any, Literal

import pydantic
import pytest

import shorthand
from shorthand.integrations.help_text import (
    example_json,
    example_tokens,
    label,
    members_summary,
    members_table,
)
from shorthand.schemas.python_types import converter_of
from shorthand.shapes import Integer, List, Map, Shape, String, Structure
from tests.integrations.declarations import Disk, Point, Tag
from tests.testing.types_with_constraints import TYPES, Bag, Box, Cat, Dog, Service


@dataclasses.dataclass
class Node:
    name: str
    within: "list[Node]" = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Wide:
    one: int = 1
    two: Literal["a", "b"] = "a"
    price: decimal.Decimal = decimal.Decimal("1.5")


def test_a_summary_has_the_members_of_two_levels() -> None:
    assert members_summary(converter_of(list[Node])) == (
        "Members: name (string, required); within (list of structure) [name (string, required); within (list of"
        " structure)]."
    )
    assert members_summary(converter_of(dict[str, Point])) == (
        "Members: X (double, required); Y (double, default 0.0)."
    )
    assert members_summary(converter_of(list[int])) == ""


def test_a_long_summary_is_folded() -> None:
    made: Any = dataclasses.make_dataclass("Made", [(f"member{number}", int) for number in range(100)])
    summary = members_summary(converter_of(made))
    assert len(summary) < 400
    assert summary.endswith("; …")


def test_a_table_has_a_line_for_each_member() -> None:
    assert members_table(converter_of(Wide)) == [
        "  one    integer, default 1",
        "  two    a|b, default a",
        "  price  string, default 1.5",
    ]


@pytest.mark.parametrize(
    ("tp", "tokens", "document"),
    [
        (Tag, ["Key=text"], '{"Key":"text"}'),
        (list[Disk], ["Size=1"], '[{"Size":1}]'),
        (dict[str, Disk], ["name={Size=1}"], '{"name":{"Size":1}}'),
        (Wide, ["one=1"], '{"one":1}'),
        (list[decimal.Decimal], ["0"], '["0"]'),
        (Node, ["name=text"], '{"name":"text"}'),
        (bool, ["true"], "true"),
        (Any, ["{}"], "{}"),
    ],
)
def test_an_example_is_valid(tp: Any, tokens: list[str], document: str) -> None:
    converter = converter_of(tp)
    assert (example_tokens(converter), example_json(converter)) == (tokens, document)


ITSELF: Shape = List(Structure({}))


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        (String(("a", "b")), "a|b"),
        (String(tuple("abcdefgh")), "string"),
        (List(List(Integer())), "list of list of integer"),
        (Map(String(), Integer()), "map of integer"),
    ],
)
def test_a_label_names_the_type(shape: Shape, name: str) -> None:
    assert label(shape) == name


@pytest.mark.parametrize(
    ("tp", "members", "example"),
    [
        (
            Box | Bag,
            [
                "  edge     string, required with kind=box",
                "  kind     box|bag, required",
                "  address  string, required with kind=bag",
            ],
            ["edge=0,kind=box"],
        ),
        (
            Annotated[Cat | Dog, pydantic.Field(discriminator="kind")],
            [
                "  kind   cat|dog, required",
                "  lives  integer, required with kind=cat",
                "  site   string, required with kind=dog",
            ],
            ["kind=cat,lives=1"],
        ),
    ],
)
def test_a_union_says_which_member_belongs_to_which_class(tp: Any, members: list[str], example: list[str]) -> None:
    converter = converter_of(tp)
    assert members_table(converter) == members
    assert example_tokens(converter) == example


@pytest.mark.parametrize("tp", TYPES, ids=str)
def test_the_example_of_a_type_with_constraints_is_valid(tp: Any) -> None:
    tokens = example_tokens(converter_of(tp))
    # A string for a pattern is not made up.
    if tp is not Service:
        shorthand.loads_option(tokens, tp)
