"""The faults that conversion finds: a wrong type, an unknown or a missing member, a union of the wrong size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from shorthand.did_you_mean import listed
from shorthand.errors import Diagnostic, Kind, Place, ShorthandTypeError, describe, shorten
from shorthand.shapes import Structure


def wrong_type(expected: str, got: object, place: Place) -> ShorthandTypeError:
    """Make the error for a value that is not of the expected type."""
    return ShorthandTypeError(f"expected {expected}, got {describe(got)}", place=place, expected=expected)


def unknown_member(key: object, members: Iterable[str], place: Place) -> Diagnostic:
    """Describe a key that the structure at `place` does not have."""
    if not isinstance(key, str):
        return wrong_type("a string as the key", key, place).diagnostics[0]
    return Diagnostic(
        f"unknown member {shorten(key)}",
        place=(*place, key),
        expected=listed(members),
        kind=Kind.UNKNOWN_MEMBER,
    )


def incomplete(given: Mapping[str, object], shape: Structure, place: Place) -> Iterator[Diagnostic]:
    """Describe what a structure's members lack, or what a union has too many of."""
    missing = [name for name in shape.required if name not in given]
    if missing:
        yield Diagnostic(
            f"missing required {'members' if len(missing) > 1 else 'member'} {', '.join(missing)}",
            place=place,
            kind=Kind.MISSING_MEMBER,
        )
    if shape.union and len(given) != 1:
        yield Diagnostic(
            f"expected exactly one member of this union, got {len(given)}",
            place=place,
            expected=listed(shape.members),
            kind=Kind.UNION,
        )
