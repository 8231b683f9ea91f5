"""Strategies for hostile inputs of every kind: texts, values, shapes, schemas, types, pages, model files, arguments."""

from __future__ import annotations

import collections
import datetime
import decimal
import enum
import json
import tomllib
import types
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from shorthand import testing
from shorthand.shapes import Shape
from tests.properties.random_texts import LEXEMES

Strategy = st.SearchStrategy
WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))

# Characters

_ODD = [*WORDS["odd"], "\ud800"]
ODD_STRINGS: Strategy[str] = st.text(max_size=8) | st.lists(st.sampled_from(_ODD), max_size=4).map("".join)

# Texts

_PIECES: Strategy[str] = st.sampled_from([*LEXEMES, "1" * 5000]) | st.sampled_from(WORDS["pieces"]) | ODD_STRINGS
_SOUP: Strategy[str] = st.lists(_PIECES, max_size=14).map("".join)
_DEEP: Strategy[str] = st.builds(
    lambda opening, depth, inner, closes: opening * depth + inner + ("]" if "[" in opening else "}") * depth * closes,
    st.sampled_from(["[", "a=[", "{a=", "a={", '{"a":', "[{"]),
    st.sampled_from([1, 2, 60, 199, 200, 201, 600, 5000]),
    ODD_STRINGS,
    st.booleans(),
)


def _json_texts() -> Strategy[str]:
    plain: Strategy[Any] = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | ODD_STRINGS,
        lambda part: st.lists(part, max_size=4) | st.dictionaries(ODD_STRINGS, part, max_size=4),
        max_leaves=12,
    )
    return plain.map(json.dumps)


@st.composite
def damaged(draw: st.DrawFn, texts: Strategy[str], pieces: Strategy[str] = _PIECES) -> str:
    """Return a text with a few characters left out, doubled or replaced."""
    text = draw(texts)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(pieces) + text[at + draw(st.integers(0, 2)) :]
    return text


_JSON = _json_texts()
TEXTS: Strategy[str] = st.one_of(
    _SOUP,
    testing.texts(),
    testing.broken_texts(),
    damaged(testing.texts()),
    _JSON,
    damaged(_JSON),
    _DEEP,
    ODD_STRINGS,
)


def texts_of(shape: Shape) -> Strategy[str]:
    """Return texts for a shape, valid and not."""
    return TEXTS | testing.texts(shape) | testing.broken_texts(shape) | damaged(testing.texts(shape))


# What files contain, by their reference

FILES: Strategy[Any] = st.sampled_from(
    [None, lambda reference: f"content of {reference}", lambda reference: reference.encode("utf-8", "replace")]
)

# Python values


class Colour(enum.Enum):
    RED = "red"
    DEEP = 1


class Word(enum.StrEnum):
    ONE = "one"


class Level(enum.IntEnum):
    LOW = 1


class Pair(NamedTuple):
    a: str
    b: int


class Nameless:
    """An object that has no text."""

    def __repr__(self) -> str:
        raise NotImplementedError


def _cycle() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


def _cyclic_map() -> dict[str, Any]:
    value: dict[str, Any] = {}
    value["a"] = value
    return value


def _tower(depth: int) -> tuple[Any, ...]:
    value: tuple[Any, ...] = ()
    for _ in range(depth):
        value = (value,)
    return value


_LEAVES: Strategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    ODD_STRINGS,
    st.binary(max_size=4),
    st.sampled_from(
        [
            *(decimal.Decimal("1.5"), decimal.Decimal("NaN"), 1j, b"\xff"),
            *(Colour.RED, Word.ONE, Level.LOW, Pair("x", 1), object(), len, int, ..., NotImplemented),
            *(datetime.datetime(2020, 1, 1), datetime.date.max, range(3), bytearray(b"x"), set(), frozenset("a")),
        ]
    ),
    # Python does not print such integers.
    st.sampled_from([4299, 4300, 5000, 20_000]).map(lambda digits: 10**digits),
    st.builds(Nameless),
    st.builds(_cycle),
    st.builds(_cyclic_map),
    st.sampled_from([150, 250, 3000, 100_000]).map(_tower),
)
_KEYS: Strategy[Any] = st.one_of(
    ODD_STRINGS,
    st.sampled_from(["Key", "a", "", "@", None, 1, 1.5, True, b"k", (), Word.ONE, Colour.RED]),
    st.sampled_from([4300, 5000]).map(lambda digits: 10**digits),
    st.builds(Nameless),
    st.builds(lambda: (10**5000,)),
)


def _containers(part: Strategy[Any]) -> Strategy[Any]:
    maps = st.dictionaries(_KEYS, part, max_size=4)
    lists = st.lists(part, max_size=4)
    return st.one_of(
        lists,
        maps,
        lists.map(tuple),
        lists.map(collections.deque),
        lists.map(iter),
        maps.map(types.MappingProxyType),
        maps.map(collections.OrderedDict),
        maps.map(lambda one: collections.defaultdict(list, one)),
    )


VALUES: Strategy[Any] = st.recursive(_LEAVES, _containers, max_leaves=10)


INPUTS: Strategy[dict[str, Any] | None] = st.none() | st.dictionaries(
    ODD_STRINGS | st.sampled_from(["Tags", "Resources", "Item"]), VALUES, max_size=3
)


def values_of(shape: Shape) -> Strategy[Any]:
    """Return values for a shape, valid and not."""
    return VALUES | testing.values(shape)


# JSON Schemas

_SCHEMA = WORDS["schema"]
_SMALL: Strategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(),
    ODD_STRINGS,
    st.sampled_from([*_SCHEMA["types"], *_SCHEMA["formats"], *_SCHEMA["references"]]),
)


def _schema_like(part: Strategy[Any]) -> Strategy[Any]:
    names = st.dictionaries(st.sampled_from(["a", "b", "x/y", "", "Key"]), part, max_size=3)
    proper = st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(_SCHEMA["types"])
            | st.lists(st.sampled_from(["string", "null", "integer"]), max_size=3),
            "properties": names,
            "items": part,
            "prefixItems": st.lists(part, max_size=3),
            "required": st.lists(st.sampled_from(["a", "b", "Key"]), max_size=3),
            "enum": st.lists(_SMALL, max_size=3),
            "const": _SMALL,
            "anyOf": st.lists(part, max_size=3),
            "oneOf": st.lists(part, max_size=3),
            "allOf": st.lists(part, max_size=3),
            "$ref": st.sampled_from(_SCHEMA["references"]),
            "$defs": names,
            "additionalProperties": part,
            "patternProperties": names,
            "propertyNames": part,
            "format": st.sampled_from(_SCHEMA["formats"]) | _SMALL,
            "discriminator": names | st.just({"propertyName": "a"}),
        },
    )
    return st.one_of(
        proper, proper, st.dictionaries(st.sampled_from(_SCHEMA["words"]), part, max_size=4), st.lists(part, max_size=3)
    )


SCHEMAS: Strategy[Any] = st.recursive(_SMALL, _schema_like, max_leaves=14)

# Reference pages

PAGES: Strategy[str] = ODD_STRINGS | st.lists(st.sampled_from(WORDS["page"]["lines"]) | ODD_STRINGS, max_size=30).map(
    "\n".join
)

# Words of command lines

_AWS = WORDS["aws"]
COMMANDS: Strategy[list[str]] = st.builds(
    lambda command, rest: [*command.split(), *rest],
    st.sampled_from(_AWS["commands"]),
    st.lists(st.sampled_from(_AWS["options"]) | TEXTS, max_size=7),
)
LINES: Strategy[str] = st.one_of(
    COMMANDS.map(" ".join),
    damaged(COMMANDS.map(" ".join)),
    st.lists(st.sampled_from(_AWS["pieces"]) | _PIECES, max_size=12).map("".join),
)
