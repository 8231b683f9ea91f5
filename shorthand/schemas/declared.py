"""A Python type as an option takes it: its shape, and the way between the JSON form and instances."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from shorthand.did_you_mean import listed, nearest
from shorthand.errors import Diagnostic, Place, ShorthandTypeError
from shorthand.shapes import Shape

Build = Callable[[Any, Place], Any]
Plain = Callable[[Any], Any]


@dataclass(frozen=True)
class Declared:
    """What a declared type comes to.

    `build` makes an instance of a value in the JSON form that fits `shape`; the place it is given is that of the value
    in the whole, and leads the path of the ShorthandTypeError that it raises. `plain` is its inverse.
    """

    shape: Shape
    build: Build
    plain: Plain


def as_it_is(value: Any, place: Place) -> Any:  # noqa: ARG001 -- a Build
    """What builds a type whose instances are the JSON form itself."""
    return value


def same(value: Any) -> Any:
    """The inverse of `as_it_is`."""
    return value


def called(make: Callable[[Any], Any], expected: str) -> Build:
    """What builds an instance by calling `make` with the value; its ValueError becomes ours."""

    def build(value: Any, place: Place) -> Any:
        try:
            return make(value)
        # decimal.InvalidOperation is an ArithmeticError
        except (ValueError, TypeError, ArithmeticError) as error:
            raise unfit(f"expected {expected}, got {value!r}", place, error, expected=expected) from None

    return build


def one_of(choices: dict[Any, Any]) -> Build:
    """What builds one of a few: `choices` by their JSON form."""

    def build(value: Any, place: Place) -> Any:
        if value in choices:
            return choices[value]
        names = [str(choice) for choice in choices]
        near = nearest(str(value), names)
        raise ShorthandTypeError(
            f"{value!r} is none of its values",
            place=place,
            expected=listed(names),
            hint=f"did you mean {near}?" if near else "",
            # Of the value alone; whoever knows the text makes the whole of it.
            fix=near,
        )

    return build


def all_of(makes: Iterable[Callable[[], Any]]) -> list[Any]:
    """What each gives; what is wrong with any of them is said at once."""
    made: list[Any] = []
    wrong: list[Diagnostic] = []
    for make in makes:
        try:
            made.append(make())
        except ShorthandTypeError as error:
            wrong += error.diagnostics
    if wrong:
        raise ShorthandTypeError.of(wrong)
    return made


def unfit(reason: str, place: Place, cause: BaseException | None = None, *, expected: str = "") -> ShorthandTypeError:
    """The error of a value that a type does not take."""
    error = ShorthandTypeError(reason, place=place, expected=expected)
    error.__cause__ = cause
    return error
