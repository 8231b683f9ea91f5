"""What reads and is probably a mistake gives a warning, with a correction where only one thing can be meant."""

from __future__ import annotations

import time

import pytest

import shorthand
from shorthand import shapes
from shorthand.editor.option_warnings import warnings_of_option, warnings_of_text, warnings_of_value
from shorthand.errors import Kind
from shorthand.shapes import Shape

S = shapes.String()
TAG = shapes.Structure({"Key": S, "Value": S})
TAGS = shapes.List(TAG)
KIND = shapes.Structure({"Kind": shapes.String(("List", "Prefix")), "Note": S, "SizeInGB": S})
NESTED = shapes.Structure({"Name": S, "Tags": TAGS})


@pytest.mark.parametrize(
    ("shape", "tokens", "paths", "fixed"),
    [
        (TAGS, ["Key=a,Value=b", "Key=c"], [], None),
        (TAGS, ["Key=a Value=b"], ["[0].Key"], ["Key=a,Value=b"]),
        (TAGS, ["Key=a; Value=b", "Key=c Value=d"], ["[0].Key", "[1].Key"], ["Key=a,Value=b", "Key=c,Value=d"]),
        (TAGS, ["Key=a Other=b"], [], None),
        (TAGS, ["Key='a Value=b'"], [], None),
        (TAGS, ["Key=a", "Value=b"], ["[1]"], ["Key=a,Value=b"]),
        (TAGS, ['[{"Key": "a"}, {"Value": "b"}]'], ["[1]"], ['[{"Key": "a", "Value": "b"}]']),
        (NESTED, ["Name=x,Tags=[{Key=a},{Value=b}]"], ["Tags[1]"], ["Name=x,Tags=[{Key=a,Value=b}]"]),
        (TAGS, ["Key=\u201ca\u201d"], ["[0].Key"], ["Key=a"]),
        (TAGS, ["Key=\u201ca,Value=b"], ["[0].Key"], None),
        (TAGS, ['[{"Key": "\u201ca\u201d"}]'], ["[0].Key"], None),
        (S, ["\u201ca\u201d"], [""], ["a"]),
        (shapes.List(S), ["a", "\u2018b\u2019"], ["[1]"], ["a", "b"]),
        (KIND, ["SizeInGB=20GB"], ["SizeInGB"], ["SizeInGB=20"]),
        (KIND, ["Note=20GB"], [], None),
        (KIND, ["Kind=Prefx"], ["Kind"], None),
        (KIND, ["Kind=List Note=a"], ["Kind"], ["Kind=List,Note=a"]),
    ],
)
def test_the_warnings_of_an_option(shape: Shape, tokens: list[str], paths: list[str], fixed: list[str] | None) -> None:
    found = warnings_of_option(tokens, shape, shorthand.loads_option(tokens, shape))
    assert [one.path for one in found] == paths
    assert [one.fix_tokens for one in found] == [tuple(fixed) if fixed else None] * len(paths)
    if fixed:
        assert warnings_of_option(fixed, shape, shorthand.loads_option(fixed, shape)) == []


def test_a_text_without_a_schema_has_no_correction_where_two_things_can_be_meant() -> None:
    (space,) = warnings_of_text("Key=a Value=b")
    assert (space.fix, space.hint) == (None, "put a comma between pairs, or quote the value")
    (quotes,) = warnings_of_text("Key=\u201ca\u201d")
    assert quotes.fix == "Key=a"
    assert warnings_of_text("Key=a,Value=b") == []


def test_a_value_without_a_text() -> None:
    value = {"Name": "\u201cx\u201d", "Tags": [{"Key": "a"}, {"Value": "b"}]}
    found = warnings_of_value(value, NESTED)
    assert [(one.path, one.kind, one.text) for one in found] == [
        ("Name", Kind.MISTAKE, ""),
        ("Tags[1]", Kind.MISTAKE, ""),
    ]


def test_a_file_is_not_read() -> None:
    assert warnings_of_option(["file://x"], TAGS, []) == []


@pytest.mark.parametrize("piece", ["Key=a b,", "Key=\u201ca\u201d "])
def test_a_long_text_takes_linear_time(piece: str) -> None:
    started = time.perf_counter()
    warnings_of_text("a=" + piece.replace("=", "-") * 20_000)
    assert time.perf_counter() - started < 10
