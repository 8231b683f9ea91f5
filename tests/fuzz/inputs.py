"""Strategies for hostile inputs of every kind: texts, values, shapes, schemas, types, pages, model files, arguments."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import decimal
import enum
import json
import types
import typing
import zlib
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, NamedTuple, NewType, Optional, TypedDict, TypeVar

from hypothesis import strategies as st

from shorthand import testing
from shorthand.shapes import Shape
from tests.properties.random_texts import LEXEMES

Strategy = st.SearchStrategy

# Characters

_ODD = [
    *("", " ", "\t", "\n", "\r", "\x00", "\x1b[31m", "\x07", "\x7f", "\x85", "\xa0", "\u2028", "\u202e", "\u200b"),
    *("\ufeff", "\ud800", "é", "e\u0301", "😀", "語", "\\", "'", '"', "`", "$", "%", "<", ">", "&", ";", "|", "#"),
]
ODD_STRINGS: Strategy[str] = st.text(max_size=8) | st.lists(st.sampled_from(_ODD), max_size=4).map("".join)

# Texts

_NUMBERS = st.sampled_from(
    ["1", "-1", "1.", ".5", "1e5", "1e999", "0x1", "1_000", "NaN", "NaNx", "-Infinity", "1" * 5000]
)
_PIECES: Strategy[str] = (
    st.sampled_from(LEXEMES)
    | st.sampled_from(
        ["Key=", "Value=", "file://f", "fileb://g", "null", "true", "->", ": ", "a.b=", "- ", "${x}", "None"]
    )
    | _NUMBERS
    | ODD_STRINGS
)
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
def _damaged(draw: st.DrawFn, texts: Strategy[str]) -> str:
    """Return a text with a few characters left out, doubled or replaced."""
    text = draw(texts)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(_PIECES) + text[at + draw(st.integers(0, 2)) :]
    return text


_JSON = _json_texts()
TEXTS: Strategy[str] = st.one_of(
    _SOUP,
    testing.texts(),
    testing.broken_texts(),
    _damaged(testing.texts()),
    _JSON,
    _damaged(_JSON),
    _DEEP,
    ODD_STRINGS,
)


def texts_of(shape: Shape) -> Strategy[str]:
    """Return texts for a shape, valid and not."""
    return TEXTS | testing.texts(shape) | testing.broken_texts(shape) | _damaged(testing.texts(shape))


# Python values


class _Colour(enum.Enum):
    RED = "red"
    DEEP = 1


class _Word(enum.StrEnum):
    ONE = "one"


class _Level(enum.IntEnum):
    LOW = 1


class _Pair(NamedTuple):
    a: str
    b: int


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
            *(_Colour.RED, _Word.ONE, _Level.LOW, _Pair("x", 1), object(), len, int, ..., NotImplemented),
            *(datetime.datetime(2020, 1, 1), datetime.date.max, range(3), bytearray(b"x"), set(), frozenset("a")),
        ]
    ),
    # Python does not print such integers.
    st.sampled_from([4299, 4300, 5000, 20_000]).map(lambda digits: 10**digits),
    st.builds(_cycle),
    st.builds(_cyclic_map),
    st.sampled_from([150, 250, 3000, 100_000]).map(_tower),
)
_KEYS: Strategy[Any] = st.one_of(
    ODD_STRINGS, st.sampled_from(["Key", "a", "", "@", None, 1, 1.5, True, b"k", (), _Word.ONE, _Colour.RED])
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


def values_of(shape: Shape) -> Strategy[Any]:
    """Return values for a shape, valid and not."""
    return VALUES | testing.values(shape)


# JSON Schemas

_WORDS = [
    *(
        "type",
        "properties",
        "items",
        "prefixItems",
        "required",
        "enum",
        "const",
        "anyOf",
        "oneOf",
        "allOf",
        "$ref",
        "format",
    ),
    *(
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "contentEncoding",
        "discriminator",
        "title",
        "default",
    ),
    *(
        "$defs",
        "definitions",
        "not",
        "if",
        "$id",
        "$anchor",
        "$dynamicRef",
        "nullable",
        "description",
        "minItems",
        "if",
    ),
]
_REFERENCES = [
    "#",
    "#/",
    "#/$defs/a",
    "#/$defs/b",
    "#/$defs/x~1y",
    "#/properties/a",
    "#a",
    "other.json",
    "#/$defs/a/items",
    "#/%zz",
]
_SMALL: Strategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(),
    ODD_STRINGS,
    st.sampled_from(
        ["string", "object", "array", "integer", "number", "boolean", "null", "date-time", "int64", "byte"]
    ),
    st.sampled_from(_REFERENCES),
)


def _schema_like(part: Strategy[Any]) -> Strategy[Any]:
    names = st.dictionaries(st.sampled_from(["a", "b", "x/y", "", "Key"]), part, max_size=3)
    proper = st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(["string", "object", "array", "integer", "number", "boolean", "null"])
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
            "$ref": st.sampled_from(_REFERENCES),
            "$defs": names,
            "additionalProperties": part,
            "patternProperties": names,
            "propertyNames": part,
            "format": st.sampled_from(["date-time", "int64", "float", "binary"]) | _SMALL,
            "discriminator": names | st.just({"propertyName": "a"}),
        },
    )
    return st.one_of(
        proper, proper, st.dictionaries(st.sampled_from(_WORDS), part, max_size=4), st.lists(part, max_size=3)
    )


SCHEMAS: Strategy[Any] = st.recursive(_SMALL, _schema_like, max_leaves=14)

# Python types

_T = TypeVar("_T")
_Bound = TypeVar("_Bound", bound=int)
_New = NewType("_New", str)


class _Generic(NamedTuple, typing.Generic[_T]):
    inner: _T


class _Open(TypedDict, total=False):
    a: str
    b: typing.Required[int]


@dataclasses.dataclass
class _Itself:
    inner: _Itself | None = None


def _raises() -> Any:
    raise RuntimeError("a factory that raises")


def _dataclass(parts: Mapping[str, Any], factory: Callable[[], Any] | None) -> Any:
    fields = [
        (name, tp, dataclasses.field(default_factory=factory)) if factory else (name, tp) for name, tp in parts.items()
    ]
    return dataclasses.make_dataclass("Made", fields)


_SIMPLE: Strategy[Any] = st.sampled_from(
    [
        *(str, int, float, bool, bytes, None, type(None), object, Any, complex, type, typing.Never, typing.NoReturn),
        *(
            list,
            dict,
            set,
            tuple,
            frozenset,
            list,
            dict,
            tuple,
            collections.deque,
            collections.Counter,
        ),
        *(datetime.datetime, datetime.date, datetime.time, datetime.timedelta, decimal.Decimal, _Colour, _Word, _Level),
        *(_Pair, _Open, _Itself, _Generic, _Generic[str], _T, _Bound, _New, "str", "no such name", 1, ..., (), [], {}),
        *(Literal["a", "b"], Literal["a", 1], Literal[None], Literal[_Colour.RED], Literal[b"x"], typing.Callable),
        *(
            typing.TypeVar,
            typing.Generic,
            typing.Protocol,
            typing.ClassVar[int],
            enum.Enum,
            Exception,
            types.ModuleType,
        ),
    ]
)


def _subscripted(generic: Any, *arguments: Any) -> Any:
    try:
        return generic[arguments if len(arguments) != 1 else arguments[0]]
    except (TypeError, ValueError):  # what Python itself does not take as a type
        return generic


def _types(part: Strategy[Any]) -> Strategy[Any]:
    return st.one_of(
        st.builds(_subscripted, st.sampled_from([list, set, tuple, collections.deque, Optional, type, _Generic]), part),
        st.builds(
            _subscripted,
            st.sampled_from([dict, tuple, typing.Union, typing.Mapping, collections.defaultdict]),
            part,
            part,
        ),
        st.builds(lambda tp: _subscripted(tuple, tp, ...), part),
        st.just(tuple[()]),
        st.builds(
            lambda tp, data: _subscripted(Annotated, tp, data), part, st.sampled_from([1, "doc", {"doc": 1}, len])
        ),
        st.builds(
            _dataclass,
            st.dictionaries(st.sampled_from("abc"), part, max_size=3),
            st.sampled_from([None, list, _raises]),
        ),
        st.builds(
            lambda parts: TypedDict("Made", parts),  # type: ignore[operator] # made at run time
            st.dictionaries(st.sampled_from("abc"), part, max_size=3),
        ),
        st.builds(
            lambda parts: NamedTuple("Made", list(parts.items())),  # type: ignore[misc] # made at run time
            st.dictionaries(st.sampled_from("abc"), part, max_size=3),
        ),
    )


TYPES: Strategy[Any] = st.recursive(_SIMPLE, _types, max_leaves=6)

# Reference pages

_LINES = [
    *("Synopsis", "SYNOPSIS", "Options", "OPTIONS", "Examples", "Output", "", "", "  ", "  make-job"),
    *("[--tags <value>]", "--name <value>", "[--flag | --no-flag]", "[--cli-input-json <value>]", "--a --b |", "[--"),
    *(
        "--tags (list)",
        "--name (string)",
        "--flag | --no-flag (boolean)",
        "--flag (bool-",
        "ean)",
        "--tags (tagged union)",
    ),
    *("Shorthand Syntax:", "JSON Syntax:", "Possible values:", "Where valid key names are:", "  o one", "  * two"),
    *(
        "  Key=string,Value=string ...",
        "  Key={A=string,B=integer},C=[string,string]",
        "KeyName1=string,KeyName2=string",
    ),
    *(
        '  {"Key": "string", "Value": "a"|"b"}',
        '  [ "string", ... ]',
        "  {",
        "  }",
        "  [",
        "  ...",
        '  "K": integer,',
        "]",
    ),
    *(
        "Key -> (string)",
        "(structure)",
        "(union)",
        "{ ... recursive ... }",
        "( ... recursive ... )",
        "  Key={",
        "=,=",
        "[]",
    ),
    *(
        "<html><body>",
        "<pre>",
        "</pre>",
        "<h2>Synopsis</h2>",
        "<h2>Options</h2>",
        "<a ",
        "<!--",
        "&amp;",
        "<script>",
        "&#x110000;",
    ),
    *("O\bOP\bP", "\x1b[1mOPTIONS\x1b[0m", "<![", "<![CDATA[", "<?", "<!DOCTYPE", "&#"),
]
PAGES: Strategy[str] = st.lists(st.sampled_from(_LINES) | ODD_STRINGS, max_size=30).map("\n".join) | ODD_STRINGS

# Model files


def _model_file(header: Any, block: bytes, *, deflated: bool) -> bytes:
    body = zlib.compress(block) if deflated else block
    return json.dumps(header).encode() + b"\n" + body


_BLOCK_LINES: Strategy[Any] = st.sampled_from(
    [
        *(
            ["make"],
            ["make", "make"],
            [],
            {},
            None,
            1,
            "string",
            "nothing",
            ["structure"],
            ["list", "L", 0],
            ["list", "L", 99],
        ),
        *(
            ["structure", "S", {"K": 3}, ["K"]],
            ["structure", "S", {"K": -1}, 1],
            ["map", "M", 0, 0],
            ["enum", "a", "b"],
            ["enum"],
        ),
        *(
            {"input": 3, "options": ["name"]},
            {"options": []},
            {"input": 4, "options": [{"name": "x"}]},
            {"input": None},
        ),
        *(
            {"input": 2, "options": [{"name": "x", "member": "K", "bare": 1}]},
            {"input": 1e9, "options": [1]},
            [[]],
            ["make", 1],
        ),
        *({"input": 5, "options": ["k"]}, ["structure", "S", {"K": 4}, []], ["structure", 1, [], {}], ["list", "L", 3]),
    ]
)
_BLOCKS: Strategy[bytes] = st.lists(_BLOCK_LINES, max_size=6).map(
    lambda lines: "\n".join(map(json.dumps, lines)).encode()
) | st.binary(max_size=20)
_HEADERS: Strategy[Any] = st.one_of(
    st.builds(
        lambda offset, length: {"format": 1, "awscli": "1", "services": {"s": [offset, length]}},
        st.sampled_from([0, 0, 0, 1, -1, 10**9, "x", None, 1.5]),
        st.sampled_from([10_000, 10_000, 10_000, 5, 0, -1, 10**30, "x"]),
    ),
    st.sampled_from(
        [
            {"format": 1, "awscli": "1", "services": {"s": [0]}},
            {"format": 1, "awscli": "1", "services": {"s": 1}},
            {"format": 1, "awscli": "1", "services": ["s"]},
            {"format": 1, "awscli": 1, "services": {"s": [0, 10]}},
            {"format": 2},
            {"format": 1, "awscli": None, "services": None},
            [],
            None,
        ]
    ),
)
MODEL_FILES: Strategy[bytes] = st.builds(_model_file, _HEADERS, _BLOCKS, deflated=st.booleans()) | st.binary(
    max_size=40
)

# Words of command lines

COMMANDS = [
    *(("ec2", "create-tags"), ("ec2", "run-instances"), ("dynamodb", "put-item"), ("lambda", "create-function")),
    *(
        ("sagemaker", "create-auto-ml-job"),
        ("s3", "cp"),
        ("s3api", "put-object"),
        ("configure", "list"),
        ("cloudformation", "wait"),
    ),
    *(
        ("no-such", "command"),
        ("ec2", "no-such"),
        ("deploy", "create-deployment"),
        ("emr", "create-cluster"),
        ("ec2", "help"),
    ),
]
_OPTION_NAMES = [
    *(
        "--tags",
        "--resources",
        "--table-name",
        "--item",
        "--image-id",
        "--block-device-mappings",
        "--count",
        "--region",
    ),
    *(
        "--cli-input-json",
        "--generate-cli-skeleton",
        "--no-dry-run",
        "--dry-run",
        "--zip-file",
        "--function-name",
        "--body",
    ),
    *(
        "--port",
        "--",
        "-",
        "--x",
        "--filters",
        "--paginate",
        "--no-paginate",
        "--revision",
        "--s3-location",
        "--tag",
        "--debug",
    ),
]
WORDS: Strategy[list[str]] = st.builds(
    lambda command, rest: [*command, *rest],
    st.sampled_from([*COMMANDS, ("aws", *COMMANDS[0]), ("ec2",), ()]),
    st.lists(st.sampled_from(_OPTION_NAMES) | TEXTS, max_size=7),
)
LINES: Strategy[str] = (
    WORDS.map(" ".join)
    | _damaged(WORDS.map(" ".join))
    | st.lists(
        st.sampled_from(
            ["aws ", "ec2 ", "create-tags ", "'", '"', "\\", "\\\n", "$'", "<x>", "|", "# b\n", " ^\n", "$ ", "\\x41"]
        )
        | _PIECES,
        max_size=12,
    ).map("".join)
)
