"""Families of large inputs that are not one text: many items, members, tokens, alternatives or words."""

from __future__ import annotations

import dataclasses
import enum
import json
from collections.abc import Callable, Iterator
from typing import Any, Literal

import shorthand
from shorthand import shapes, sources
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.did_you_mean import did_you_mean, nearest
from tests.complexity.measuring import Call, printed
from tests.complexity.texts import OPTION, SHAPE

OfSize = tuple[str, Callable[[int], Call], int]
"""The name, what makes the call for a number of items, and the largest number that is worth the time."""


def families_of_items() -> Iterator[OfSize]:
    """Yield families of inputs that are not one text: their size is the number of items."""
    many = shapes.Structure({f"Member{number}": shapes.String() for number in range(4000)})
    yield "dumps of many keys", lambda n: printed(shorthand.dumps, {f"k{i}": "b" for i in range(n)}), 300_000
    yield "dumps of many items", lambda n: printed(shorthand.dumps, {"a": ["b, c"] * n}), 300_000
    yield "dumps of awkward items", lambda n: printed(shorthand.dumps, {"a": ["b'\\", 'c"\\'] * n}), 100_000
    yield "dumps of items that end in backslashes", lambda n: printed(shorthand.dumps, {"a": ["b, \\"] * n}), 100_000
    yield "dumps of deep lists", lambda n: printed(shorthand.dumps, {"a": _deep(n)}), 100_000
    yield "dumps of deep lists with a shape", lambda n: printed(shorthand.dumps, {"a": _deep(n)}, SHAPE), 100_000
    yield (
        "dumps of unknown members",
        lambda n: printed(shorthand.dumps, {f"k{i}": 1 for i in range(n)}, SHAPE),
        100_000,
    )
    yield "dumps of wrong items", lambda n: printed(shorthand.dumps, {"I": ["x"] * n}, SHAPE), 100_000
    yield "dumps of an integer of many digits", lambda n: printed(shorthand.dumps, {"I": [1 << n]}, SHAPE), 1_000_000
    yield "dumps_option of many structures", lambda n: printed(shorthand.dumps_option, [{"K": "b"}] * n, OPTION), 50_000
    yield "dumps_option of nulls", lambda n: printed(shorthand.dumps_option, [{"K": None}] * n, OPTION), 50_000
    yield "loads_option of valid tokens", lambda n: printed(shorthand.loads_option, ["K=b"] * n, OPTION), 50_000
    yield "loads_option of wrong tokens", lambda n: printed(shorthand.loads_option, ["k=b"] * n, OPTION), 100_000
    yield (
        "loads_option of different wrong tokens",
        lambda n: printed(shorthand.loads_option, [f"k{i}=b" for i in range(n)], OPTION),
        100_000,
    )
    yield (
        "loads_option of tokens that are no integers",
        lambda n: printed(shorthand.loads_option, ["x"] * n, shapes.List(shapes.Integer())),
        100_000,
    )
    yield (
        "loads_option of broken tokens",
        lambda n: printed(shorthand.loads_option, ["K=[b"] * n, OPTION),
        50_000,
    )
    yield (
        "loads_option of tokens in brackets",
        lambda n: printed(shorthand.loads_option, ["[K=b", *["K=b"] * n, "K=b]"], OPTION),
        50_000,
    )
    yield (
        "loads_option of empty tokens",
        lambda n: printed(shorthand.loads_option, [""] * n, OPTION),
        50_000,
    )
    yield (
        "100 unknown members and many known ones",
        lambda n: printed(shorthand.loads, _pairs("Membre", 100), _structure(n)),
        8_000,
    )
    yield "many unknown members and 4,000 known ones", lambda n: printed(shorthand.loads, _pairs("x", n), many), 8_000
    yield "loads with many members", lambda n: printed(shorthand.loads, _pairs("Member", n), _structure(n)), 50_000
    yield "loads with many required members", lambda n: printed(shorthand.loads, "a=b", _required(n)), 50_000
    yield "complete with many members", lambda n: printed(shorthand.complete, "Member", _structure(n)), 50_000
    yield "explain with many members", lambda n: printed(shorthand.explain, "Membre1=b", _structure(n)), 50_000
    yield "an enum of many values", lambda n: printed(shorthand.explain, "K=valeu", _enum(n)), 50_000
    yield "complete with an enum of many values", lambda n: printed(shorthand.complete, "K=v", _enum(n)), 50_000
    yield "the Shorthand Syntax of many members", lambda n: printed(_structure(n).shorthand_syntax), 50_000
    yield "the JSON Syntax of many members", lambda n: printed(_structure(n).json_syntax), 50_000
    yield "the skeleton of many members", lambda n: printed(_structure(n).skeleton), 50_000
    yield (
        "the skeleton of a list of lists",
        lambda n: printed(_lists(min(n, 150)).skeleton),
        1_000,
    )
    yield "did_you_mean of many names", lambda n: printed(did_you_mean, "nmae", [f"name{i}" for i in range(n)]), 50_000
    yield "did_you_mean of a long word", lambda n: printed(did_you_mean, "name" * n, ["name", "nam" * n]), 50_000
    yield "nearest of many names", lambda n: printed(nearest, "nmae", [f"name{i}" for i in range(n)]), 50_000
    yield from _json_schemas()
    yield from _python_types()
    yield from _command_lines()


def _json_schemas() -> Iterator[OfSize]:
    def of(name: str, make: Callable[[int], Any], largest: int = 30_000) -> OfSize:
        def family(size: int) -> Call:
            schema = json.loads(json.dumps(make(size)))
            return printed(sources.json_schema, schema)

        return f"json_schema of {name}", family, largest

    def properties(n: int) -> dict[str, Any]:
        return {f"p{i}": {"type": "string"} for i in range(n)}

    yield of("many properties", lambda n: {"type": "object", "properties": properties(n)})
    yield of(
        "many required members",
        lambda n: {"type": "object", "properties": properties(n), "required": [*properties(n)]},
    )
    yield of("anyOf with many strings", lambda n: {"anyOf": [{"const": f"v{i}"} for i in range(n)]})
    yield of("anyOf with many equal alternatives", lambda n: {"anyOf": [{"type": "array"}] * n})
    yield of("anyOf with many numbers", lambda n: {"anyOf": [{"type": "integer"}] * n})
    yield of(
        "oneOf with many tagged alternatives",
        lambda n: {
            "discriminator": {"propertyName": "t"},
            "oneOf": [{"type": "object", "properties": {"t": {"const": f"v{i}"}}} for i in range(n)],
        },
        8_000,
    )
    yield of(
        "oneOf with many references",
        lambda n: {
            "discriminator": {"propertyName": "t"},
            "oneOf": [{"$ref": f"#/$defs/d{i}"} for i in range(n)],
            "$defs": {f"d{i}": {"type": "object", "properties": {"t": {"const": f"v{i}"}}} for i in range(n)},
        },
        8_000,
    )
    yield of(
        "allOf with many parts",
        lambda n: {"allOf": [{"type": "object", "properties": {f"p{i}": {"type": "string"}}} for i in range(n)]},
        8_000,
    )
    yield of(
        "allOf with many required parts",
        lambda n: {
            "allOf": [
                {"type": "object", "properties": {f"p{i}": {"type": "string"}}, "required": [f"p{i}"]} for i in range(n)
            ]
        },
        8_000,
    )
    yield of("an enum of many values", lambda n: {"enum": [f"v{i}" for i in range(n)]})
    yield of("an enum of many numbers", lambda n: {"enum": list(range(n))})
    yield of("prefixItems", lambda n: {"type": "array", "prefixItems": [{"type": "string"}] * n})
    yield of("many types", lambda n: {"type": ["null"] * n + ["string"]})
    yield of(
        "a chain of references",
        lambda n: {
            "$ref": "#/$defs/d0",
            "$defs": {f"d{i}": {"$ref": f"#/$defs/d{i + 1}"} for i in range(n)} | {f"d{n}": {"type": "string"}},
        },
    )
    yield of(
        "many references to one definition",
        lambda n: {
            "type": "object",
            "properties": {f"p{i}": {"$ref": "#/$defs/d"} for i in range(n)},
            "$defs": {"d": {"type": "object", "properties": {"k": {"type": "string"}}}},
        },
    )
    yield of("a long reference", lambda n: {"$ref": "#" + "/a" * n})
    yield of("patternProperties", lambda n: {"type": "object", "patternProperties": {f"p{i}": True for i in range(n)}})


def _python_types() -> Iterator[OfSize]:
    def dataclass(n: int) -> Call:
        made = dataclasses.make_dataclass("Many", [(f"f{i}", str) for i in range(n)])
        return printed(sources.python_type, made)

    def enumeration(n: int) -> Call:
        made = enum.Enum("Many", {f"m{i}": f"v{i}" for i in range(n)})  # type: ignore[misc] # made at run time
        return printed(sources.python_type, made)

    def literal(n: int) -> Call:
        made: Any = Literal.__getitem__(tuple(f"v{i}" for i in range(n)))
        return printed(sources.python_type, made)

    def nested_list(n: int) -> Call:
        made: Any = str
        for _ in range(min(n, 100)):
            made = list[made]
        return printed(sources.python_type, made)

    yield "python_type of many fields", dataclass, 4_000
    yield "python_type of an Enum of many members", enumeration, 8_000
    yield "python_type of a Literal of many values", literal, 30_000
    yield "python_type of nested lists", nested_list, 1_000


def _command_lines() -> Iterator[OfSize]:
    start = ["ec2", "create-tags", "--resources", "i-1", "--tags"]
    yield "a command of many tokens", lambda n: printed(read_command_line, [*start, *["Key=b"] * n]), 50_000
    yield "a command of many wrong tokens", lambda n: printed(read_command_line, [*start, *["Kye=b"] * n]), 200_000
    yield (
        "a command of many unknown options",
        lambda n: printed(read_command_line, [*start, "Key=b", *[f"--x{i}" for i in range(n)]]),
        200_000,
    )
    yield (
        "a command of many equal options",
        lambda n: printed(read_command_line, [*start[:4], *["--tags", "Key=b"] * n]),
        200_000,
    )
    yield "a command of many words", lambda n: printed(read_command_line, ["word"] * n), 200_000
    yield "a command of many global options", lambda n: printed(read_command_line, [*["--debug"] * n, *start]), 200_000


def _deep(depth: int) -> Any:
    value: Any = "b"
    for _ in range(depth):
        value = (value,)
    return value


def _pairs(name: str, count: int) -> str:
    return ",".join(f"{name}{number}=b" for number in range(count))


def _structure(count: int) -> shapes.Structure:
    return shapes.Structure({f"Member{number}": shapes.String() for number in range(count)})


def _required(count: int) -> shapes.Structure:
    shape = _structure(count)
    return shapes.Structure(shape.members, required=tuple(shape.members))


def _enum(count: int) -> shapes.Structure:
    return shapes.Structure({"K": shapes.String(enum=tuple(f"value{number}" for number in range(count)))})


def _lists(depth: int) -> shapes.Shape:
    shape: shapes.Shape = shapes.String()
    for _ in range(depth):
        shape = shapes.List(shape)
    return shape
