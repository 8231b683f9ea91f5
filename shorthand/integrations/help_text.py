"""Help texts for an option of a Python type: its members with descriptions and defaults, and an example."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from shorthand.codec.json_text import dumps_json
from shorthand.codec.shape_at import type_label
from shorthand.codec.writing import write_option
from shorthand.errors import ShorthandError
from shorthand.schemas.converter import Converter, MemberDoc
from shorthand.schemas.type_limits import NO_LIMITS, Limits
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

# In the help of a whole command an option is described on a few lines. The rest is in the help of the option itself.
_LONGEST_SUMMARY = 320
_MOST_VALUES = 6
_DEEPEST = 2
_WIDTH = 79


def syntax_of(item: Shape) -> str:
    """Return how one word of the option is written, on one line."""
    if isinstance(item, String) and item.enum:
        return "|".join(item.enum)
    if isinstance(item, Boolean):
        return "true|false"
    if isinstance(item, Scalar):
        return item.type_name
    written = item.shorthand_syntax()
    if written is None and isinstance(item, (Structure, Map)):  # too deep for the reference's notation
        names = list(item.members) if isinstance(item, Structure) else ["KeyName1", "KeyName2"]
        written = ",".join(f"{name}=…" for name in names)
    return (written or "JSON").partition("\n")[0]


def members_summary(converter: Converter) -> str:
    """Return one sentence about the members of an option's structures, or "" where it has none.

    A long sentence is cut, and ends with an ellipsis.
    """
    parts = list(_summaries(_members(converter), _DEEPEST))
    if not parts:
        return ""
    kept: list[str] = []
    for part in parts:
        if kept and sum(map(len, kept)) + len(part) > _LONGEST_SUMMARY:
            return f"Members: {'; '.join(kept)}; …"
        kept.append(part)
    return f"Members: {'; '.join(kept)}."


def members_table(converter: Converter, indent: str = "  ") -> list[str]:
    """Return lines that describe the members of an option's structures, those of inner structures indented."""
    return list(_rows(_members(converter), indent, _DEEPEST + 1))


def example_tokens(converter: Converter) -> list[str]:
    """Return the tokens of an example: the required members, or the first one; [] where there is none."""
    value = example_value(converter, converter.shape, 0)
    try:
        return write_option(value, converter.shape, True)
    except ShorthandError:
        return []


def example_json(converter: Converter) -> str:
    """Return the same example as one token of JSON."""
    return dumps_json(example_value(converter, converter.shape, 0))


def _members(converter: Converter | None) -> list[MemberDoc]:
    """Return the members of a structure, or of what a container contains."""
    if converter is None:
        return []
    if converter.documentation is None:
        return _members(converter.item)
    members = converter.documentation()
    return [_with_condition(member, converter.alternatives) for member in members]


def _with_condition(member: MemberDoc, alternatives: Sequence[Converter]) -> MemberDoc:
    """Return the member of a union, described by the alternative that alone has it."""
    having = [one for one in alternatives if member.name in getattr(one.shape, "members", {})]
    if len(having) == len(alternatives):
        tells = bool(having) and all(member.name in _telling(one) for one in having)
        return member._replace(required=True, default=None) if tells else member
    only = [f"{name}={value}" for one in having for name, value in _telling(one).items()]
    is_required = all(member.name in getattr(one.shape, "required", ()) for one in having)
    condition = f"with {' or '.join(only)}" if only else ""
    return member._replace(condition=f"required {condition}".strip() if is_required else condition)


def _telling(alternative: Converter) -> dict[str, Any]:
    """Return the members of an alternative that have one possible value."""
    found = {}
    for member in alternative.documentation() if alternative.documentation else []:
        shape = resolved(member.shape)
        values = member.item.samples if member.item is not None and member.item.samples else getattr(shape, "enum", ())
        if len(values) == 1 and isinstance(shape, String):
            found[member.name] = values[0]
    return found


def _summaries(members: list[MemberDoc], depth: int) -> Iterator[str]:
    for member in members:
        inner = list(_summaries(_members(member.item), depth - 1)) if depth > 1 else []
        described = f": {member.description.strip().rstrip('.')}" if member.description else ""
        nested = f" [{'; '.join(inner)}]" if inner else ""
        yield f"{member.name} ({', '.join(_facts(member))}){described}{nested}"


def _rows(members: list[MemberDoc], indent: str, depth: int) -> Iterator[str]:
    if not depth or not members:
        return
    widest = max(len(member.name) for member in members)
    for member in members:
        text = ", ".join(_facts(member)) + (f". {member.description}" if member.description else "")
        first = f"{indent}{member.name:{widest}}  "
        yield from textwrap.wrap(
            text, _WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
        )
        yield from _rows(_members(member.item), indent + " " * (widest + 2), depth - 1)


def _facts(member: MemberDoc) -> list[str]:
    """Return the type of a member, and whether it is required or what its default is."""
    facts = [label(member.shape)]
    if member.condition:
        facts.append(member.condition)
    elif member.required:
        facts.append("required")
    elif isinstance(member.default, (str, int, float)) and member.default != "":
        written = str(member.default).lower() if isinstance(member.default, bool) else str(member.default)
        facts.append(f"default {written}")
    return facts


def label(shape: Shape, depth: int = 0) -> str:
    """Name the type of a value: its few values, or the name of its shape."""
    shape = resolved(shape)
    if depth > _DEEPEST:  # a list may contain itself
        return shape.type_name
    if isinstance(shape, String) and 0 < len(shape.enum) <= _MOST_VALUES:
        return "|".join(shape.enum)
    if isinstance(shape, List):
        return f"list of {label(shape.member, depth + 1)}"
    if isinstance(shape, Map):
        return f"map of {label(shape.value, depth + 1)}"
    return type_label(shape)


def example_value(converter: Converter | None, shape: Shape, depth: int) -> Any:
    """Return an example of a value in the JSON form.

    Args:
        converter: The conversion of the value's type, if it is known.
        shape: The shape of the value.
        depth: How many structures are around the value.
    """
    if converter is not None and converter.alternatives:
        first = converter.alternatives[0]
        return example_value(replace(first, alternatives=()), first.shape, depth)
    shape = resolved(shape)
    if converter is not None and converter.samples:
        return converter.samples[0]
    if isinstance(shape, Structure):
        documented = {member.name: member for member in _members(converter)}
        wanted = [name for name in shape.members if name in shape.required] or list(shape.members)[:1]
        return {
            name: example_value(documented[name].item if name in documented else None, shape.members[name], depth + 1)
            for name in (wanted if depth < 4 else shape.required)
        }
    inner = converter.item if converter is not None else None
    if isinstance(shape, List):
        count = max(1, converter.limits.shortest) if converter is not None else 1
        return [example_value(inner, shape.member, depth + 1)] * count if depth < 4 else []
    if isinstance(shape, Map):
        key = resolved(shape.key)
        name = key.enum[0] if isinstance(key, String) and key.enum else "name"
        return {name: example_value(inner, shape.value, depth + 1)} if depth < 4 else {}
    return _example_scalar(shape, NO_LIMITS if converter is None else converter.limits)


def _example_scalar(shape: Shape, limits: Limits) -> Any:
    if isinstance(shape, String):
        text = shape.enum[0] if shape.enum else "text"
        return text if limits is NO_LIMITS else text.ljust(limits.shortest, "x")[: limits.longest]
    if isinstance(shape, (Integer, Long)):
        return limits.first_number(is_integer=True)
    if isinstance(shape, (Float, Double)):
        return 1.5 if limits.contains(1.5) else limits.first_number(is_integer=False)
    if isinstance(shape, Boolean):
        return True
    if isinstance(shape, Timestamp):
        return "2026-01-31T12:00:00Z"
    return {} if isinstance(shape, Document) or not isinstance(shape, Scalar) else "text"
