"""The frozen description of a fault, and how places and values are named in messages."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.errors import Diagnostic, Kind, Place, Span, as_step, describe, dotted, shorten

DIAGNOSTIC = Diagnostic(
    "it is wrong",
    text="a=b,\nc=d",
    span=(5, 6),
    place=("c", 0),
    expected="a value",
    hint="remove it",
    fix="a=b",
    fix_tokens=("a=b", "c"),
    kind=Kind.SYNTAX,
)


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        DIAGNOSTIC.reason = "other"  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        DIAGNOSTIC.other = "other"  # type: ignore[attr-defined]


def test_replace_makes_a_new_one() -> None:
    changed = replace(DIAGNOSTIC, hint="quote it")
    assert (changed.hint, DIAGNOSTIC.hint) == ("quote it", "remove it")
    assert replace(changed, hint="remove it") == DIAGNOSTIC


def test_equal_ones_are_equal_and_have_one_hash() -> None:
    same = replace(DIAGNOSTIC)
    assert same == DIAGNOSTIC
    assert len({same, DIAGNOSTIC, replace(DIAGNOSTIC, span=None)}) == 2


def test_it_pickles_and_copies() -> None:
    assert pickle.loads(pickle.dumps(DIAGNOSTIC)) == DIAGNOSTIC
    assert copy.copy(DIAGNOSTIC) == copy.deepcopy(DIAGNOSTIC) == DIAGNOSTIC


@pytest.mark.parametrize(
    ("text", "span", "line", "column"),
    [
        ("a=b", (0, 1), 1, 1),
        ("a=b", (3, 3), 1, 4),
        ("a=b,\nc=d", (4, 5), 1, 5),
        ("a=b,\nc=d", (5, 6), 2, 1),
        ("\n\nx", (2, 3), 3, 1),
        ("日本=x", (3, 4), 1, 4),
        ("a=b", None, None, None),
    ],
)
def test_lines_and_columns_count_from_one(text: str, span: Span | None, line: int | None, column: int | None) -> None:
    diagnostic = Diagnostic("it is wrong", text=text, span=span)
    assert (diagnostic.line, diagnostic.column) == (line, column)


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ((), ""),
        (("a",), "a"),
        ((0,), "[0]"),
        (("VpcConfig", "Subnets", 0), "VpcConfig.Subnets[0]"),
        ((0, "Key"), "[0].Key"),
        (("a", 0, 1, "b"), "a[0][1].b"),
        (("", "a"), ".a"),
    ],
)
def test_a_place_is_written_as_a_path(place: Place, path: str) -> None:
    assert dotted(place) == Diagnostic("it is wrong", place=place).path == path


def test_a_label_is_shown_instead_of_the_place() -> None:
    assert Diagnostic("it is wrong", place=("a",), label="/a/0").path == "/a/0"


@pytest.mark.parametrize(
    ("kind", "is_of_type"), [(kind, "member" in kind.value or kind.value == "union") for kind in Kind]
)
def test_which_kinds_are_of_the_type(kind: Kind, is_of_type: bool) -> None:
    assert kind.is_of_type == (is_of_type or kind is Kind.WRONG_TYPE)


@pytest.mark.parametrize(
    ("string", "shown"),
    [
        ("prod", "'prod'"),
        ("", "''"),
        ("it's", '"it\'s"'),
        ("\x1b[31m", "'\\x1b[31m'"),
        ("a" * 60, repr("a" * 60)),
        ("a" * 61, f"'{'a' * 60}…'"),
        ('"' * 61, f"'{chr(34) * 60}…'"),
    ],
)
def test_a_string_is_quoted_and_cut(string: str, shown: str) -> None:
    assert shorten(string) == shown


class Awkward:
    """A value whose repr fails."""

    def __repr__(self) -> str:
        raise RuntimeError


def nested(depth: int) -> tuple[Any, ...]:
    value: tuple[Any, ...] = ()
    for _ in range(depth):
        value = (value,)
    return value


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({}, "a map"),
        (MappingProxyType({"a": 1}), "a map"),
        ([], "a list of 0"),
        (("a", "b"), "a list of 2"),
        (nested(100_000), "a list of 1"),
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (10, "10"),
        (10**5000, "a number of many digits"),
        (0.5, "0.5"),
        (float("nan"), "nan"),
        ("a", "'a'"),
        (b"a", "bytes"),
        ({1}, "a value of type set"),
        (Awkward(), "a value of type Awkward"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_any_value_has_a_short_name(value: object, name: str) -> None:
    assert describe(value) == name


@pytest.mark.parametrize("key", [10**5000, (10**5000,), Awkward(), None, 1.5, b"a"], ids=lambda key: type(key).__name__)
def test_any_key_of_a_mapping_can_be_a_step(key: object) -> None:
    path = dotted(("Tags", as_step(key)))
    assert path in (f"Tags[{describe(key)}]", f"Tags.{describe(key)}")


@given(st.from_type(type).flatmap(st.from_type) | st.integers() | st.text())
def test_no_value_is_too_odd_to_be_named(value: object) -> None:
    assert 0 < len(describe(value)) < 500
