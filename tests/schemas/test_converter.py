"""The parts of which every conversion of a type is made."""

from typing import Any

import pytest

import shorthand
from shorthand.errors import Diagnostic
from shorthand.schemas.converter import build_by_calling, build_each, build_one_of, keep_instance, keep_value, unfit


def fault(build: Any, *arguments: Any) -> Diagnostic:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        build(*arguments)
    return caught.value.diagnostics[0]


def test_a_value_may_be_kept_as_it_is() -> None:
    value = {"a": [1]}
    assert keep_value(value, ()) is value
    assert keep_instance(value) is value


def test_an_exception_of_a_class_becomes_an_error_with_its_place() -> None:
    build = build_by_calling(int, "a whole number")
    assert build("7", ()) == 7
    found = fault(build, "x", ("a", 1))
    assert (found.reason, found.path, found.expected) == (
        "expected a whole number, got 'x'",
        "a[1]",
        "a whole number",
    )


def test_an_error_of_this_library_is_kept() -> None:
    def make(value: Any) -> Any:
        raise shorthand.ShorthandTypeError("expected something else")

    assert fault(build_by_calling(make, "a number"), 1, ()).reason == "expected something else"


@pytest.mark.parametrize(
    ("value", "hint", "fix"), [("RED", "did you mean red?", "red"), ("xyz", "", None), (7, "", None)]
)
def test_a_value_that_is_none_of_the_choices(value: Any, hint: str, fix: str | None) -> None:
    found = fault(build_one_of({"red": 1, "blue": 2}), value, ())
    assert (found.reason, found.expected, found.hint, found.fix) == (
        f"unknown value {value!r}",
        "red, blue",
        hint,
        fix,
    )


def test_the_errors_of_several_calls_are_raised_together() -> None:
    assert build_each([lambda: 1, lambda: 2]) == [1, 2]

    def wrong(reason: str) -> Any:
        raise unfit(reason, ())

    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        build_each([lambda: wrong("one"), lambda: 1, lambda: wrong("two")])
    assert [one.reason for one in caught.value.diagnostics] == ["one", "two"]
