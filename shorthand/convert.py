"""Raw to value and back, by shape: `lift` types what was read, `lower` turns a value into what can be written."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from shorthand.errors import Place, ShorthandError, ShorthandTypeError, UnrepresentableError, brief, together
from shorthand.naming import listed, nearest
from shorthand.shapes import (
    Blob,
    Boolean,
    Document,
    Double,
    Float,
    Integer,
    List,
    Long,
    Map,
    Shape,
    Structure,
    Timestamp,
    resolved,
)
from shorthand.syntax.raw import DEEPEST, Raw

Value: TypeAlias = Any
"""The JSON form: dict, list, str, int, float, bool; bytes where a file reference gave them."""

# Python reads more than JSON holds: 1_000, other scripts' digits, nan. Around a number it skips all white space but the
# separators among the control characters.
_WHOLE = re.compile(r"[^\S\x1c-\x1f]*([+-]?[0-9]+)[^\S\x1c-\x1f]*")
_NUMBER = re.compile(r"[^\S\x1c-\x1f]*([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)[^\S\x1c-\x1f]*")
# Python itself refuses to convert longer ones.
_LONGEST_WHOLE = 4300
# Nobody reads more of them at once.
_MOST_FAULTS = 100


def lift(raw: Raw, shape: Shape, place: Place = ()) -> Value:
    """The value that `raw` stands for in `shape`.

    Where a list is wanted, anything else is a list of one. Raises ShorthandTypeError with the place; it carries every
    error that was found, each at its own place.
    """
    faults: list[ShorthandTypeError] = []
    value = _lift(raw, shape, place, faults)
    if faults:
        raise together(faults)
    return value


def _lift(raw: Raw, shape: Shape, place: Place, faults: list[ShorthandTypeError]) -> Value:
    """The value of `raw`, or anything where `faults` tell what is wrong with it."""
    shape = resolved(shape)
    if len(faults) >= _MOST_FAULTS:
        return None
    if len(place) > DEEPEST:
        faults.append(ShorthandTypeError(f"the value is more than {DEEPEST} levels deep", place=place))
    elif isinstance(shape, Structure):
        return _lift_structure(raw, shape, place, faults)
    elif isinstance(shape, List):
        items = raw if isinstance(raw, list) else [raw]
        return [_lift(item, shape.member, (*place, index), faults) for index, item in enumerate(items)]
    elif isinstance(shape, Map):
        if isinstance(raw, dict):
            return {key: _lift(item, shape.value, (*place, key), faults) for key, item in raw.items()}
        faults.append(_mismatch("a map", raw, place, hint="write {key=value,…}"))
    elif isinstance(shape, Document):
        faults.append(
            ShorthandTypeError(
                "a document takes any JSON value, and shorthand does not tell their types apart",
                place=place,
                hint="give the whole option as JSON",
            )
        )
    else:
        try:
            return _lift_scalar(raw, shape, place)
        except ShorthandTypeError as fault:
            faults.append(fault)
    return None


def _lift_structure(raw: Raw, shape: Structure, place: Place, faults: list[ShorthandTypeError]) -> Value:
    if not isinstance(raw, dict):
        faults.append(_mismatch("a structure", raw, place, hint=f"write {{{_example(shape)}}}"))
        return None
    value = {}
    for key, item in raw.items():
        if key in shape.members:
            value[key] = _lift(item, shape.members[key], (*place, key), faults)
        elif len(faults) < _MOST_FAULTS:
            faults.append(unknown_member(key, shape.members, place))
    faults += _incomplete(raw, shape, place)
    return value


def _lift_scalar(raw: Raw, shape: Shape, place: Place) -> Value:
    if isinstance(raw, bytes):
        if isinstance(shape, Blob):
            return raw
        raise _mismatch(wanted(shape), raw, place, hint="refer to a text with file:// instead of fileb://")
    if not isinstance(raw, str):
        raise _mismatch(wanted(shape), raw, place)
    return lift_string(raw, shape, place)


def lift_string(string: str, shape: Shape, place: Place = ()) -> Value:
    """The value that `string` stands for in a scalar shape. Raises ShorthandTypeError."""
    if isinstance(shape, (Integer, Long)):
        match = _WHOLE.fullmatch(string)
        if not match or len(match[1]) > _LONGEST_WHOLE:
            raise _mismatch("a whole number", string, place)
        return int(match[1])
    if isinstance(shape, (Float, Double)):
        match = _NUMBER.fullmatch(string)
        number = float(match[1]) if match else math.nan
        if not math.isfinite(number):
            raise _mismatch("a number", string, place)
        return number
    if isinstance(shape, Boolean):
        if string.lower() not in ("true", "false"):
            raise _mismatch("true or false", string, place)
        return string.lower() == "true"
    return string


def lower(value: Value, shape: Shape, place: Place = (), *, for_json: bool = False) -> Raw:
    """The raw that `lift` turns into `value`.

    Raises ShorthandTypeError where the value does not fit the shape, UnrepresentableError where no text stands for it;
    the error carries every one that was found. With `for_json` it only checks what is to be written as JSON, which
    also carries documents and times as numbers.
    """
    lowering = _Lowering(for_json)
    raw = lowering.lower(value, shape, place)
    if lowering.faults:
        # What does not fit the shape is to be said first: JSON cannot carry it either.
        raise together(sorted(lowering.faults, key=lambda fault: isinstance(fault, UnrepresentableError)))
    return raw


class _Lowering:
    """One value being lowered, and what was found wrong with it."""

    def __init__(self, for_json: bool) -> None:
        self.for_json = for_json
        self.faults: list[ShorthandError] = []

    def lower(self, value: Value, shape: Shape, place: Place) -> Raw:
        shape = resolved(shape)
        if len(self.faults) >= _MOST_FAULTS:
            return ""
        try:
            if isinstance(shape, Document):
                if not self.for_json:
                    raise UnrepresentableError("a document is written as JSON only", place=place)
            elif len(place) > DEEPEST:
                raise UnrepresentableError(f"the value is more than {DEEPEST} levels deep", place=place)
            elif value is None:
                raise UnrepresentableError("shorthand has no null", place=place, hint="leave the key out")
            elif isinstance(shape, Structure):
                return self.structure(value, shape, place)
            elif isinstance(shape, List):
                if not isinstance(value, (list, tuple)):
                    raise _mismatch("a list", value, place)
                return [self.lower(item, shape.member, (*place, index)) for index, item in enumerate(value)]
            elif isinstance(shape, Map):
                return self.map(value, shape, place)
            elif not (self.for_json and isinstance(shape, Timestamp) and _is_number(value)):
                return lower_scalar(value, shape, place)
        except ShorthandError as fault:
            self.faults.append(fault)
        return ""

    def structure(self, value: Value, shape: Structure, place: Place) -> Raw:
        if not isinstance(value, Mapping):
            raise _mismatch("a structure", value, place)
        unknown = (key for key in value if key not in shape.members)
        self.faults += [unknown_member(key, shape.members, place) for key in islice(unknown, _MOST_FAULTS)]
        self.faults += _incomplete(value, shape, place)
        known = {key: item for key, item in value.items() if key in shape.members}
        return {key: self.lower(item, shape.members[key], (*place, key)) for key, item in known.items()}

    def map(self, value: Value, shape: Map, place: Place) -> Raw:
        if not isinstance(value, Mapping):
            raise _mismatch("a map", value, place)
        for key in value:
            if not isinstance(key, str):
                raise _mismatch("a string as the key", key, place)
        return {key: self.lower(item, shape.value, (*place, key)) for key, item in value.items()}


def lower_scalar(value: Value, shape: Shape, place: Place = ()) -> str:
    """The string that stands for `value` in a scalar shape. Raises as `lower` does."""
    if isinstance(shape, Boolean):
        if not isinstance(value, bool):
            raise _mismatch("true or false", value, place)
        return "true" if value else "false"
    if isinstance(shape, (Integer, Long)):
        if isinstance(value, bool) or not isinstance(value, int):
            raise _mismatch("a whole number", value, place)
        return _digits(value, place)
    if isinstance(shape, (Float, Double)):
        if not _is_number(value):
            raise _mismatch("a number", value, place)
        number = _exact(value, place)
        if not math.isfinite(number):
            raise UnrepresentableError(f"{value} is not a JSON number", place=place)
        # 1 and 1.0 are equal, and have one text.
        return repr(number).removesuffix(".0")
    if isinstance(shape, Timestamp) and _is_number(value):
        raise UnrepresentableError("a time given as a number would be read as a string", place=place)
    if isinstance(value, bytes) and isinstance(shape, Blob):
        raise UnrepresentableError("a text cannot hold bytes", place=place, hint="name a file: @=fileb://…")
    if not isinstance(value, str):
        raise _mismatch(wanted(shape), value, place)
    # A member of an enum that is a string prints as its name, unless it is made a plain string.
    return str.__str__(value)


def unknown_member(key: object, members: Iterable[str], place: Place) -> ShorthandTypeError:
    """The error for a key that the structure does not have, with the nearest that it has."""
    names = list(members)
    word = str(key)
    near = nearest(word, names)
    fault = ShorthandTypeError(
        f"there is no member {_brief(word)}",
        place=(*place, word),
        expected=listed(names),
        hint=f"did you mean {near}?" if near else "",
    )
    fault.problem = "member"
    return fault


def _incomplete(given: Mapping[str, object], shape: Structure, place: Place) -> Iterator[ShorthandTypeError]:
    """What a structure's members lack, or of a union's have too much."""
    missing = [name for name in shape.required if name not in given]
    if missing:
        several = len(missing) > 1
        fault = ShorthandTypeError(
            f"the required {'members' if several else 'member'} {', '.join(missing)} "
            f"{'are' if several else 'is'} missing",
            place=place,
        )
        fault.problem = "missing"
        yield fault
    if shape.union and len(given) != 1:
        fault = ShorthandTypeError(
            f"exactly one member of this union must be given, not {len(given)}",
            place=place,
            expected=listed(shape.members),
        )
        fault.problem = "number"
        yield fault


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _digits(value: int, place: Place) -> str:
    # Measured in bits first: turning a huge number into digits is what Python refuses.
    if value.bit_length() > _LONGEST_WHOLE * 3 or len(str(abs(value))) >= _LONGEST_WHOLE:
        raise UnrepresentableError("the number has too many digits", place=place)
    return str(int(value))


def _exact(value: int | float, place: Place) -> float:
    try:
        number = float(value)
    except OverflowError:
        number = math.nan
    if isinstance(value, int) and number != value:
        raise UnrepresentableError(f"{_brief(value)} would lose digits as a floating-point number", place=place)
    return number


def _mismatch(expected: str, got: object, place: Place, hint: str = "") -> ShorthandTypeError:
    return ShorthandTypeError(f"{expected} is expected, not {_kind(got)}", place=place, expected=expected, hint=hint)


def _kind(got: object) -> str:
    if isinstance(got, Mapping):
        return "a map in braces"
    if isinstance(got, (list, tuple)):
        return f"a list of {len(got)}"
    if isinstance(got, bytes):
        return "bytes"
    return "null" if got is None else _brief(got)


def _brief(got: object) -> str:
    if isinstance(got, bool):
        return "true" if got else "false"
    if isinstance(got, int) and got.bit_length() > 200:
        return "a number of many digits"
    return brief(got) if isinstance(got, str) else repr(got)


def wanted(shape: Shape) -> str:
    """What a shape takes, in words, with its article."""
    if isinstance(shape, (Integer, Long)):
        return "a whole number"
    if isinstance(shape, (Float, Double)):
        return "a number"
    return "true or false" if isinstance(shape, Boolean) else f"a {shape.type_name}"


def _example(shape: Structure) -> str:
    return ",".join(f"{name}=…" for name in list(shape.required or shape.members)[:3])
