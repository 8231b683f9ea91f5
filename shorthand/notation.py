"""How the AWS reference writes what an option takes: the Shorthand Syntax, the JSON Syntax, and the skeleton."""

from __future__ import annotations

from typing import Any

from shorthand.shapes import (
    Boolean,
    Document,
    Double,
    Float,
    Integer,
    List,
    Long,
    Map,
    Scalar,
    Shape,
    String,
    Structure,
    Timestamp,
    resolved,
)

# The reference gives up where shapes stand deeper than this.
_DEEPEST_DOCUMENTED = 3
_INDENT = "  "


class _TooDeepError(Exception):
    pass


def shorthand_syntax(shape: Shape) -> str | None:
    """What the reference prints below Shorthand Syntax, or None where it prints no such block.

    >>> from shorthand import shapes
    >>> tag = shapes.Structure({"Key": shapes.String(), "Value": shapes.String()})
    >>> shorthand_syntax(shapes.List(tag))
    'Key=string,Value=string ...'
    """
    shape = resolved(shape)
    if isinstance(shape, Scalar) or holds_only_documents(shape):
        return None
    if isinstance(shape, Structure) and list(shape.members) == ["Value"] and isinstance(shape.members["Value"], String):
        return None
    try:
        if isinstance(shape, List):
            member = resolved(shape.member)
            return None if isinstance(member, Scalar) else _shorthand(member, []) + " ..."
        return _shorthand(shape, []) or None
    except _TooDeepError:
        return None


def holds_only_documents(shape: Shape) -> bool:
    """Whether the shape is a document, or lists or maps of documents: written as JSON alone."""
    shape = resolved(shape)
    while isinstance(shape, (List, Map)):
        shape = resolved(shape.member if isinstance(shape, List) else shape.value)
    return isinstance(shape, Document)


def _shorthand(shape: Shape, around: list[object]) -> str:
    """`around`: the names of the shapes that stand around this one."""
    shape = resolved(shape)
    if len(around) > _DEEPEST_DOCUMENTED:
        raise _TooDeepError
    if isinstance(shape, Structure):
        members = (
            f"{name}={value}" if value else "( ... recursive ... )"
            for name, member in shape.members.items()
            if not holds_only_documents(member)
            for value in [_shorthand_member(member, around)]
        )
        inner = ",".join(members)
        return f"{{{inner}}}" if around else inner
    if isinstance(shape, List):
        member = resolved(shape.member)
        item = _shorthand(member, [*around, _name(member)])
        pair = f"{item},{item}"
        return pair if isinstance(member, Scalar) and len(around) <= 1 else f"[{pair}]"
    if isinstance(shape, Map):
        value = _shorthand(shape.value, [*around, _name(resolved(shape.value))])
        pairs = f"KeyName1={value},KeyName2={value}"
        if around:
            return f"{{{pairs}}}"
        keys = shape.key.enum if isinstance(shape.key, String) else ()
        return pairs + "".join(["\n\nWhere valid key names are:\n", *(f"  {key}\n" for key in keys)] if keys else [])
    return shape.type_name


def _shorthand_member(member: Shape, around: list[object]) -> str | None:
    member = resolved(member)
    name = _name(member)
    return None if name in around else _shorthand(member, [*around, name])


def _name(shape: Shape) -> object:
    """What tells a shape from those around it: its name, or itself."""
    return shape.name or id(shape)


def json_syntax(shape: Shape) -> str:
    """What the reference prints below JSON Syntax.

    >>> from shorthand import shapes
    >>> json_syntax(shapes.List(shapes.String(enum=("a", "b"))))
    '["a"|"b", ...]'
    """
    return _json(shape, 0, [])


def _json(shape: Shape, depth: int, around: list[object]) -> str:
    shape = resolved(shape)
    if isinstance(shape, Scalar):
        return _json_word(shape)
    if isinstance(shape, Document):
        return "{...}"
    # A shape that holds itself is printed twice, then marked.
    if around.count(_name(shape)) > 1:
        return "{ ... recursive ... }" if isinstance(shape, Structure) else ""
    around = [*around, _name(shape)]
    line, inner = "\n" + _INDENT * depth, "\n" + _INDENT * (depth + 1)
    if isinstance(shape, Structure):
        members = (f'"{name}": {_json(member, depth + 1, around)}' for name, member in shape.members.items())
        return f"{{{inner}{f',{inner}'.join(members)}{line}}}"
    if isinstance(shape, List):
        if isinstance(resolved(shape.member), Scalar):
            return f"[{_json(shape.member, depth, around)}, ...]"
        return f"[{inner}{_json(shape.member, depth + 1, around)}{inner}...{line}]"
    assert isinstance(shape, Map)  # noqa: S101 -- every kind of shape has been told apart
    return f"{{{_json_word(shape.key)}: {_json(shape.value, depth + 2, around)}{inner}...}}"


def _json_word(shape: Shape) -> str:
    if isinstance(shape, String):
        return "|".join(f'"{value}"' for value in shape.enum) if shape.enum else '"string"'
    return "true|false" if isinstance(shape, Boolean) else shape.type_name


def skeleton(shape: Shape) -> Any:
    """A value of the shape to be filled in, as `--generate-cli-skeleton` prints it.

    Of an enum it takes the first value; the AWS CLI takes one at random.
    """
    return _skeleton(shape, [])


def _skeleton(shape: Shape, around: list[object]) -> Any:
    shape = resolved(shape)
    if isinstance(shape, Structure):
        if _name(shape) in around:
            return {}
        around = [*around, _name(shape)]
        return {name: _skeleton(member, around) for name, member in shape.members.items()}
    if isinstance(shape, List):
        return [_skeleton(shape.member, around)]
    if isinstance(shape, Map):
        return {"KeyName": _skeleton(shape.value, around)}
    if isinstance(shape, String):
        return shape.enum[0] if shape.enum else ""
    if isinstance(shape, (Integer, Long)):
        return 0
    if isinstance(shape, (Float, Double)):
        return 0.0
    if isinstance(shape, Boolean):
        return True
    if isinstance(shape, Timestamp):
        return "1970-01-01T00:00:00"
    if isinstance(shape, Document):
        return "" if shape.in_string else {}
    return None
