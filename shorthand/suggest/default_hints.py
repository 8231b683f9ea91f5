"""The hint that follows from the kind of a fault and the shape at its place, where no rule has a better one."""

from __future__ import annotations

from collections.abc import Mapping

from shorthand.codec.json_text import dumps_json
from shorthand.codec.shape_at import item_shape, shape_at
from shorthand.did_you_mean import nearest
from shorthand.errors import Diagnostic, Kind, Place, UnrepresentableError
from shorthand.shapes import Document, Map, Shape, Structure

_LONGEST_JSON_SHOWN = 200


def default_hint(fault: Diagnostic, shape: Shape | None, place: Place) -> str:
    """Return the hint for a fault of a text or of a value; "" where there is none.

    Args:
        fault: What is wrong.
        shape: The schema of the whole value.
        place: Where in that value the fault is.
    """
    if fault.kind is Kind.UNKNOWN_MEMBER:
        around = item_shape(shape_at(shape, place[:-1]))[0]
        near = nearest(str(place[-1]), around.members) if isinstance(around, Structure) else None
        return f"did you mean {near}?" if near else ""
    if fault.kind is not Kind.WRONG_TYPE or fault.span is None:
        return ""
    written = fault.text[slice(*fault.span)]
    if written == "null":
        return "leave the key out"
    if written.startswith("fileb://"):
        return "use file://, which gives the text of a file"
    wanted = shape_at(shape, place)
    if isinstance(wanted, Structure):
        return f"write {{{','.join(f'{name}=…' for name in list(wanted.required or wanted.members)[:3])}}}"
    if isinstance(wanted, Map):
        return "write {key=value,…}"
    return "give the whole option as JSON" if isinstance(wanted, Document) else ""


def value_hint(fault: Diagnostic, value: object, shape: Shape | None) -> str:
    """Return the hint for a fault of a value that is to be written; "" where there is none."""
    if fault.kind is not Kind.UNREPRESENTABLE:
        return default_hint(fault, shape, fault.place)
    at_fault = _value_at(value, fault.place)
    if isinstance(at_fault, bytes):
        return "name a file: @=fileb://…"
    if at_fault is None and shape is not None:
        return "leave the key out"
    try:
        text = dumps_json(value)
    except UnrepresentableError:
        return ""
    return f"give it as JSON: {text}" if len(text) <= _LONGEST_JSON_SHOWN else ""


def _value_at(value: object, place: Place) -> object:
    for step in place:
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, (list, tuple)) and isinstance(step, int) and step < len(value):
            value = value[step]
    return value
