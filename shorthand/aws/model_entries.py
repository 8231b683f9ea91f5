"""What the model file stores for a command, an option and a shape, and the checks that an entry is well formed.

A command is an object:

    input       the number of the shape of its input; null if there is no member; absent if it takes no JSON input
    filled      the required members of the input that the AWS CLI itself gives if they are missing
    hidden      1 if the reference does not document it
    options     its options

An option that gives the next member of the input is its name alone. Any other is an object:

    name        as documented, without the dashes
    member      the member of the input that it gives; its shape and whether it is required are the member's, unless
                the next two tell otherwise
    shape       the number of its shape
    required    1 or 0
    negative    for `--x | --no-x`: the name that means false
    flag        1 if it takes no value
    hidden      1 if it is not documented
    positional  1 if its value is given without its name
    bare        if its list's structures are given as bare values of their only member: how many the reference shows

A shape is the name of its type, or a list that begins with it. It refers to other shapes by their numbers, from 0:

    "string"  ["string", 1]                 the number is the least value or the least length
    ["enum", "a", "b"]  ["enum", 1, "a"]    a string with documented values
    ["list", "Tags", 3]  ["list", "Tags", 3, 1]
    ["map", "Labels", 0, 0]
    ["structure", "Tag", {"Key": 0, "Value": 0}, ["Key"]]     with the required members; a 1 at the end marks a union

The type `json` is a string that holds JSON, and `streaming` a blob that is given by the name of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

ShapeEntry: TypeAlias = "list[Any] | str"
OptionEntry: TypeAlias = "dict[str, Any] | str"
CommandEntry: TypeAlias = "dict[str, Any]"

SCALAR_TYPES = (
    "string",
    "integer",
    "long",
    "float",
    "double",
    "boolean",
    "timestamp",
    "blob",
    "streaming",
    "document",
    "json",
)

# The reference shows at most this many bare members.
_MOST_BARE = 9


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_count(value: object) -> bool:
    """Return whether a value can be the number of a shape."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_limit(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


_OPTION_FIELDS: Mapping[str, Callable[[object], bool]] = {
    "name": _is_text,
    "member": _is_text,
    "shape": _is_count,
    "required": lambda value: value in (0, 1),
    "negative": _is_text,
    "flag": lambda value: value == 1,
    "hidden": lambda value: value == 1,
    "positional": lambda value: value == 1,
    "bare": lambda value: isinstance(value, int) and 0 <= value <= _MOST_BARE,
}


def command_entry(content: object) -> CommandEntry:
    """Return the content of a command's line.

    Raises:
        ValueError: The content is not well formed.
    """
    if not isinstance(content, dict) or not isinstance(content.get("options"), list):
        raise ValueError("not a command")
    if content.get("input") is not None and not _is_count(content["input"]):
        raise ValueError("not the number of a shape")
    if not _is_texts(content.get("filled", [])):
        raise ValueError("not a list of members")
    for option in content["options"]:
        if not isinstance(option, str) and not _is_option(option):
            raise ValueError("not an option")
    return content


def _is_option(content: object) -> bool:
    return (
        isinstance(content, dict)
        and "name" in content
        and ("member" in content or "shape" in content)
        and all(name in _OPTION_FIELDS and _OPTION_FIELDS[name](value) for name, value in content.items())
    )


def shape_entry(content: object) -> ShapeEntry:
    """Return the content of a shape's line.

    Raises:
        ValueError: The content is not well formed.
    """
    if isinstance(content, str):
        if content in SCALAR_TYPES:
            return content
    elif isinstance(content, list) and content:
        kind, *rest = content
        if kind in SCALAR_TYPES and len(rest) == 1 and _is_limit(rest[0]):
            return content
        if isinstance(kind, str) and kind in _COMPOUND and _COMPOUND[kind](rest):
            return content
    raise ValueError("not a shape")


def _is_enum(rest: list[Any]) -> bool:
    return _is_texts(rest[1:] if rest and _is_limit(rest[0]) else rest)


def _is_list(rest: list[Any]) -> bool:
    return len(rest) in (2, 3) and _is_text(rest[0]) and _is_count(rest[1]) and all(map(_is_limit, rest[2:]))


def _is_map(rest: list[Any]) -> bool:
    return len(rest) == 3 and _is_text(rest[0]) and _is_count(rest[1]) and _is_count(rest[2])


def _is_structure(rest: list[Any]) -> bool:
    return (
        len(rest) in (3, 4)
        and _is_text(rest[0])
        and isinstance(rest[1], dict)
        and all(map(_is_count, rest[1].values()))
        and _is_texts(rest[2])
        and rest[3:] in ([], [1])
    )


_COMPOUND: Mapping[str, Callable[[list[Any]], bool]] = {
    "enum": _is_enum,
    "list": _is_list,
    "map": _is_map,
    "structure": _is_structure,
}


def parts(entry: ShapeEntry) -> list[int]:
    """Return the numbers of the shapes to which a shape refers."""
    if isinstance(entry, str) or entry[0] not in ("structure", "list", "map"):
        return []
    if entry[0] == "structure":
        return list(entry[2].values())
    return [int(number) for number in entry[2 : 3 if entry[0] == "list" else 4]]


def with_parts(entry: ShapeEntry, numbers: Mapping[int, int]) -> ShapeEntry:
    """Return a shape that refers to other shapes by new numbers.

    Args:
        entry: The shape.
        numbers: The new number of each shape, by the old one.
    """
    if isinstance(entry, str) or entry[0] not in ("structure", "list", "map"):
        return entry
    if entry[0] == "structure":
        members = {name: numbers[member] for name, member in entry[2].items()}
        return [*entry[:2], members, *entry[3:]]
    end = 3 if entry[0] == "list" else 4
    return [*entry[:2], *(numbers[number] for number in entry[2:end]), *entry[end:]]
