"""Write a shape as the AWS reference does: the Shorthand Syntax, the JSON Syntax, and the skeleton.

The functions go by `type_name`, so that the shapes can offer them as methods without an import in both directions.
"""

from __future__ import annotations

from typing import Any

# The reference prints no syntax for shapes nested deeper than this.
_DEEPEST_DOCUMENTED = 3
_INDENT = "  "
_NOT_SCALAR = {"structure", "list", "map", "document"}


class _TooDeepError(Exception):
    """The shape is nested deeper than the reference documents."""


def _resolved(shape: Any) -> Any:
    return shape.resolve() if hasattr(shape, "resolve") else shape


def _is_scalar(shape: Any) -> bool:
    return shape.type_name not in _NOT_SCALAR


def shorthand_syntax(shape: Any) -> str | None:
    """Write the Shorthand Syntax of a shape, or None where the reference prints no such block.

    >>> from shorthand import shapes
    >>> tag = shapes.Structure({"Key": shapes.String(), "Value": shapes.String()})
    >>> shorthand_syntax(shapes.List(tag))
    'Key=string,Value=string ...'
    """
    shape = _resolved(shape)
    if _is_scalar(shape) or holds_only_documents(shape) or _is_only_a_value(shape):
        return None
    try:
        if shape.type_name == "list":
            member = _resolved(shape.member)
            return None if _is_scalar(member) else _shorthand(member, []) + " ..."
        return _shorthand(shape, []) or None
    except _TooDeepError:
        return None


def _is_only_a_value(shape: Any) -> bool:
    """Return whether the shape is a structure of one string named Value, which is given as a bare token."""
    is_named_so = shape.type_name == "structure" and list(shape.members) == ["Value"]
    return is_named_so and shape.members["Value"].type_name == "string"


def holds_only_documents(shape: Any) -> bool:
    """Return whether the shape is a document, or lists or maps of documents: written only as JSON."""
    shape = _resolved(shape)
    seen: set[int] = set()
    while shape.type_name in ("list", "map") and id(shape) not in seen:
        seen.add(id(shape))
        shape = _resolved(shape.member if shape.type_name == "list" else shape.value)
    return bool(shape.type_name == "document")


def _shorthand(shape: Any, around: list[object]) -> str:
    """Write a shape; `around` has the names of the shapes that contain it."""
    shape = _resolved(shape)
    if len(around) > _DEEPEST_DOCUMENTED:
        raise _TooDeepError
    if shape.type_name == "structure":
        members = (
            f"{name}={value}" if value else "( ... recursive ... )"
            for name, member in shape.members.items()
            if not holds_only_documents(member)
            for value in [_shorthand_member(member, around)]
        )
        inner = ",".join(members)
        return f"{{{inner}}}" if around else inner
    if shape.type_name == "list":
        member = _resolved(shape.member)
        item = _shorthand(member, [*around, _name(member)])
        pair = f"{item},{item}"
        return pair if _is_scalar(member) and len(around) <= 1 else f"[{pair}]"
    if shape.type_name == "map":
        value = _shorthand(shape.value, [*around, _name(_resolved(shape.value))])
        pairs = f"KeyName1={value},KeyName2={value}"
        if around:
            return f"{{{pairs}}}"
        keys = getattr(shape.key, "enum", ())
        return pairs + "".join(["\n\nWhere valid key names are:\n", *(f"  {key}\n" for key in keys)] if keys else [])
    return str(shape.type_name)


def _shorthand_member(member: Any, around: list[object]) -> str | None:
    member = _resolved(member)
    name = _name(member)
    return None if name in around else _shorthand(member, [*around, name])


def _name(shape: Any) -> object:
    """Return what tells a shape from those around it: its name, or its identity."""
    return shape.name or id(shape)


def json_syntax(shape: Any) -> str:
    """Write the JSON Syntax of a shape.

    >>> from shorthand import shapes
    >>> json_syntax(shapes.List(shapes.String(enum=("a", "b"))))
    '["a"|"b", ...]'
    """
    return _json(shape, 0, [])


def _json(shape: Any, depth: int, around: list[object]) -> str:
    shape = _resolved(shape)
    if _is_scalar(shape):
        return _json_word(shape)
    if shape.type_name == "document":
        return "{...}"
    # A shape that contains itself is printed twice, then marked.
    if around.count(_name(shape)) > 1:
        return "{ ... recursive ... }" if shape.type_name == "structure" else ""
    around = [*around, _name(shape)]
    line, inner = "\n" + _INDENT * depth, "\n" + _INDENT * (depth + 1)
    if shape.type_name == "structure":
        members = (f'"{name}": {_json(member, depth + 1, around)}' for name, member in shape.members.items())
        return f"{{{inner}{f',{inner}'.join(members)}{line}}}"
    if shape.type_name == "list":
        if _is_scalar(_resolved(shape.member)):
            return f"[{_json(shape.member, depth, around)}, ...]"
        return f"[{inner}{_json(shape.member, depth + 1, around)}{inner}...{line}]"
    return f"{{{_json_word(shape.key)}: {_json(shape.value, depth + 2, around)}{inner}...}}"


def _json_word(shape: Any) -> str:
    if shape.type_name == "string":
        return "|".join(f'"{value}"' for value in shape.enum) if shape.enum else '"string"'
    return "true|false" if shape.type_name == "boolean" else str(shape.type_name)


_PLACEHOLDERS: dict[str, Any] = {
    "integer": 0,
    "long": 0,
    "float": 0.0,
    "double": 0.0,
    "boolean": True,
    "timestamp": "1970-01-01T00:00:00",
}


def skeleton(shape: Any) -> Any:
    """Make a value of the shape to be filled in, as `--generate-cli-skeleton` prints it.

    For an enum it takes the first value; the AWS CLI takes one at random.
    """
    return _skeleton(shape, [])


def _skeleton(shape: Any, around: list[object]) -> Any:
    shape = _resolved(shape)
    if shape.type_name in ("list", "map"):
        # Only a list of itself, without a structure in between, gets this far.
        if around.count(id(shape)) > 1:
            return [] if shape.type_name == "list" else {}
        around = [*around, id(shape)]
    if shape.type_name == "structure":
        if _name(shape) in around:
            return {}
        around = [*around, _name(shape)]
        return {name: _skeleton(member, around) for name, member in shape.members.items()}
    if shape.type_name == "list":
        return [_skeleton(shape.member, around)]
    if shape.type_name == "map":
        return {"KeyName": _skeleton(shape.value, around)}
    if shape.type_name == "string":
        return shape.enum[0] if shape.enum else ""
    if shape.type_name == "document":
        return "" if shape.in_string else {}
    return _PLACEHOLDERS.get(shape.type_name)
