"""Convert untyped values to typed ones and back, by shape: `lift` after reading, `lower` before writing."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any, TypeAlias

from shorthand.codec.faults import incomplete, unknown_member, wrong_type
from shorthand.codec.scalars import expected_type, is_number, lift_scalar, lower_scalar
from shorthand.errors import (
    Diagnostic,
    Kind,
    Place,
    ShorthandError,
    ShorthandTypeError,
    UnrepresentableError,
    error_of,
)
from shorthand.shapes import Blob, Document, List, Map, Shape, Structure, Timestamp, resolved
from shorthand.syntax.raw import DEEPEST, Raw

Value: TypeAlias = Any
"""The JSON form: dict, list, str, int, float, bool; bytes where a file reference gave them."""

# Nobody reads more faults at once.
_MOST_FAULTS = 100


def lift(raw: Raw, shape: Shape, place: Place = ()) -> Value:
    """Convert an untyped value to the typed one; where a list is expected, anything else becomes a list of one.

    >>> from shorthand import shapes
    >>> lift({"Size": "10"}, shapes.Structure({"Size": shapes.Integer()}))
    {'Size': 10}

    Args:
        raw: What reading gave: dicts, lists, strings, and bytes from `fileb://`.
        shape: The schema of the value.
        place: Where the value is in a larger one; the places of errors begin with it.

    Raises:
        ShorthandTypeError: The value does not fit. It carries every fault that was found, each with its place.
    """
    faults: list[Diagnostic] = []
    value = _lift(raw, shape, place, faults)
    if faults:
        raise ShorthandTypeError.of(faults)
    return value


def _lift(raw: Raw, shape: Shape, place: Place, faults: list[Diagnostic]) -> Value:
    """Convert one value, or add what is wrong with it to `faults` and return anything."""
    shape = resolved(shape)
    if len(faults) >= _MOST_FAULTS:
        return None
    try:
        if len(place) > DEEPEST:
            raise ShorthandTypeError(f"the value is nested more than {DEEPEST} levels deep", place=place)
        if isinstance(shape, Structure):
            return _lift_structure(raw, shape, place, faults)
        if isinstance(shape, List):
            items = raw if isinstance(raw, list) else [raw]
            return [_lift(item, shape.member, (*place, index), faults) for index, item in enumerate(items)]
        if isinstance(shape, Map):
            return _lift_map(raw, shape, place, faults)
        if isinstance(shape, Document):
            raise ShorthandTypeError("a document can hold any JSON value, and shorthand has no types", place=place)
        if isinstance(raw, bytes) and isinstance(shape, Blob):
            return raw
        if not isinstance(raw, str):
            raise wrong_type(expected_type(shape), raw, place)
        return lift_scalar(raw, shape, place)
    except ShorthandTypeError as error:
        faults += error.diagnostics
    return None


def _lift_structure(raw: Raw, shape: Structure, place: Place, faults: list[Diagnostic]) -> Value:
    if not isinstance(raw, dict):
        raise wrong_type("a structure", raw, place)
    value = {}
    for key, item in raw.items():
        if key in shape.members:
            value[key] = _lift(item, shape.members[key], (*place, key), faults)
        elif len(faults) < _MOST_FAULTS:
            faults.append(unknown_member(key, shape.members, place))
    faults += incomplete(raw, shape, place)
    return value


def _lift_map(raw: Raw, shape: Map, place: Place, faults: list[Diagnostic]) -> Value:
    if not isinstance(raw, dict):
        raise wrong_type("a map", raw, place)
    return {key: _lift(item, shape.value, (*place, key), faults) for key, item in raw.items()}


def lower(value: Value, shape: Shape, place: Place = ()) -> Raw:
    """Convert a typed value to the untyped one that `lift` turns back into it.

    >>> from shorthand import shapes
    >>> lower({"Size": 10}, shapes.Structure({"Size": shapes.Integer()}))
    {'Size': '10'}

    Raises:
        ShorthandTypeError: The value does not fit the shape.
        UnrepresentableError: The value fits, and no text can carry it. Both carry every fault that was found.
    """
    return _Lowering(for_json=False).whole(value, shape, place)


def check(value: Value, shape: Shape, place: Place = ()) -> None:
    """Check a value that is to be given as JSON, which also carries documents, and timestamps as numbers.

    Raises:
        ShorthandTypeError: The value does not fit the shape.
        UnrepresentableError: The value holds what the AWS CLI does not take, such as null.
    """
    _Lowering(for_json=True).whole(value, shape, place)


class _Lowering:
    """One value being lowered, and the faults found in it."""

    def __init__(self, *, for_json: bool) -> None:
        self.for_json = for_json
        self.faults: list[Diagnostic] = []

    def whole(self, value: Value, shape: Shape, place: Place) -> Raw:
        raw = self.lower(value, shape, place)
        if self.faults:
            # A value that does not fit its shape comes first: JSON cannot carry it either.
            raise error_of(sorted(self.faults, key=lambda fault: fault.kind is Kind.UNREPRESENTABLE))
        return raw

    def lower(self, value: Value, shape: Shape, place: Place) -> Raw:
        shape = resolved(shape)
        if len(self.faults) >= _MOST_FAULTS:
            return ""
        try:
            return self.lowered(value, shape, place)
        except ShorthandError as error:
            self.faults += error.diagnostics
        return ""

    def lowered(self, value: Value, shape: Shape, place: Place) -> Raw:
        if isinstance(shape, Document):
            if self.for_json:
                return ""
            raise UnrepresentableError("a document can be written only as JSON", place=place)
        if len(place) > DEEPEST:
            raise UnrepresentableError(f"the value is nested more than {DEEPEST} levels deep", place=place)
        if value is None:
            raise UnrepresentableError("shorthand has no null", place=place)
        if isinstance(shape, Structure):
            return self.structure(value, shape, place)
        if isinstance(shape, List):
            if not isinstance(value, (list, tuple)):
                raise wrong_type("a list", value, place)
            return [self.lower(item, shape.member, (*place, index)) for index, item in enumerate(value)]
        if isinstance(shape, Map):
            return self.map(value, shape, place)
        if self.for_json and isinstance(shape, Timestamp) and is_number(value):
            return ""
        return lower_scalar(value, shape, place)

    def structure(self, value: Value, shape: Structure, place: Place) -> Raw:
        if not isinstance(value, Mapping):
            raise wrong_type("a structure", value, place)
        unknown = (key for key in value if key not in shape.members)
        self.faults += [unknown_member(key, shape.members, place) for key in islice(unknown, _MOST_FAULTS)]
        self.faults += incomplete(value, shape, place)
        known = {key: item for key, item in value.items() if key in shape.members}
        return {key: self.lower(item, shape.members[key], (*place, key)) for key, item in known.items()}

    def map(self, value: Value, shape: Map, place: Place) -> Raw:
        if not isinstance(value, Mapping):
            raise wrong_type("a map", value, place)
        for key in value:
            if not isinstance(key, str):
                raise wrong_type("a string as the key", key, place)
        return {key: self.lower(item, shape.value, (*place, key)) for key, item in value.items()}
