"""The conversion of one Python type: its shape, and functions between the JSON form and instances."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from shorthand.did_you_mean import listed, nearest
from shorthand.errors import Diagnostic, Place, ShorthandTypeError, describe
from shorthand.schemas.type_limits import NO_LIMITS, Limits
from shorthand.shapes import Shape

Build = Callable[[Any, Place], Any]
"""Makes an instance of a value in the JSON form. The place leads to the value, for errors."""

Dump = Callable[[Any], Any]
"""Makes the JSON form of an instance."""

Read = Callable[[Any], Any]
"""Makes an instance of an untyped value, at once. Raises any exception where `build` must decide."""

Lower = Callable[[Any], Any]
"""Makes the untyped value of an instance, at once. Raises any exception where `dump` must decide."""


class MemberDoc(NamedTuple):
    """What a help text says about one member of a structure.

    Attributes:
        name: The name in a text.
        required: Whether the member must be given.
        default: The default in the JSON form; None where there is none, or where it is computed.
        description: One or two sentences, or "".
        item: The conversion of the member's value; None where only its shape is known.
        shape: The shape of the member's value.
        condition: When the member of a union can be given, or must be; "" where that depends on nothing.
    """

    name: str
    required: bool
    default: Any
    description: str
    item: Converter | None
    shape: Shape
    condition: str = ""


@dataclass(frozen=True)
class Converter:
    """The conversion of one Python type.

    Attributes:
        shape: The shape of the JSON form.
        build: Makes an instance of a value in the JSON form that fits `shape`. Raises ShorthandTypeError, with places
            that begin with the place it is given, where the type does not accept the value.
        dump: The inverse of `build`.
        read: Does what lifting and `build` do together, for the common cases. Optional; it makes reading fast.
        lower: Does what `dump` and lowering do together, for the common cases. Optional; it makes writing fast.
        item: The conversion of the items of a container, or of the values of a map.
        documentation: Returns what is known about the members of a structure.
        samples: Values that the type accepts, where not every value of the shape is one; for examples and tests.
        limits: What the type asks of a value beside its shape.
        alternatives: The conversions of a union's alternatives; () for any other type.
    """

    shape: Shape
    build: Build
    dump: Dump
    read: Read | None = None
    lower: Lower | None = None
    item: Converter | None = None
    documentation: Callable[[], list[MemberDoc]] | None = None
    samples: tuple[Any, ...] = ()
    limits: Limits = NO_LIMITS
    alternatives: tuple[Converter, ...] = ()


def keep_value(value: Any, place: Place) -> Any:  # noqa: ARG001 -- a Build
    """Build a type whose instances are the JSON form itself."""
    return value


def keep_instance(value: Any) -> Any:
    """Dump a type whose instances are the JSON form itself."""
    return value


def read_string(raw: Any) -> Any:
    """Read a type whose instances are strings. A structure does this by itself, which is faster than a call."""
    if type(raw) is not str:
        raise TypeError
    return raw


def build_by_calling(make: Callable[[Any], Any], expected: str) -> Build:
    """Return a function that builds an instance with `make` and reports its exceptions as a ShorthandTypeError.

    Args:
        make: Makes an instance of a value.
        expected: What the value should have been, with its article.
    """

    def build(value: Any, place: Place) -> Any:
        try:
            return make(value)
        except ShorthandTypeError:
            raise
        # decimal.InvalidOperation is an ArithmeticError, and a pattern that is nested too deep a RecursionError.
        except (ValueError, TypeError, ArithmeticError, RecursionError) as error:
            raise unfit(f"expected {expected}, got {describe(value)}", place, error, expected=expected) from None

    return build


def build_one_of(choices: dict[Any, Any]) -> Build:
    """Return a function that builds one of a few instances; `choices` has them by their JSON form."""

    def build(value: Any, place: Place) -> Any:
        if value in choices:
            return choices[value]
        names = [str(choice) for choice in choices]
        near = nearest(value if isinstance(value, str) else describe(value), names)
        raise ShorthandTypeError(
            f"unknown value {describe(value)}",
            place=place,
            expected=listed(names),
            hint=f"did you mean {near}?" if near else "",
            # The value alone. Whoever knows the text makes the fix of the whole text.
            fix=near,
        )

    return build


def build_each(calls: Iterable[Callable[[], Any]]) -> list[Any]:
    """Return the results of several calls, or raise the errors of all of them at once."""
    built: list[Any] = []
    faults: list[Diagnostic] = []
    for call in calls:
        try:
            built.append(call())
        except ShorthandTypeError as error:
            faults += error.diagnostics
    if faults:
        raise ShorthandTypeError.of(faults)
    return built


def unfit(reason: str, place: Place, cause: BaseException | None = None, *, expected: str = "") -> ShorthandTypeError:
    """Make the error for a value that a type does not accept."""
    error = ShorthandTypeError(reason, place=place, expected=expected)
    error.__cause__ = cause
    return error
