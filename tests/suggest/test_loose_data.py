"""Data that is nearly JSON, in the notations that people paste, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.suggest.loose_data import NotLooseDataError, read_loose_json, read_loose_yaml

KEYS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
STRINGS = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


def trees(leaf: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Objects and arrays of the leaves."""
    return st.recursive(leaf, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)).filter(
        lambda value: isinstance(value, (dict, list))
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[{Key:env,Value:prod}]", [{"Key": "env", "Value": "prod"}]),  # the quotes are lost
        ('{"a": "b", "c": ["d"]}', {"a": "b", "c": ["d"]}),  # JSON
        ("{'a': 'b', 'On': True, 'n': None}", {"a": "b", "On": "True"}),  # Python: no value is no member
        ('{a => "b"}', {"a": "b"}),  # Ruby
        ('{\n  a = "b"\n  c = "d"\n}', {"a": "b", "c": "d"}),  # Terraform
        ("{a: 1, // one\n b: '2' /* two */, # three\n}", {"a": "1", "b": "2"}),  # comments, a comma too many
        ("[a, b,]", ["a", "b"]),
        ("{Name: two words , x: 1}", {"Name": "two words", "x": "1"}),
        ("{a: arn:aws:iam::1:role/r}", {"a": "arn:aws:iam::1:role/r"}),
        (r'{"a": "b\"c\n\\"}', {"a": 'b"c\n\\'}),
        (r"{'a': 'it\'s \d'}", {"a": "it's \\d"}),
        ("{}", {}),
        ("[[], {}]", [[], {}]),
        (" \n[a]\n ", ["a"]),
    ],
)
def test_reads_what_is_nearly_json(text: str, value: object) -> None:
    assert read_loose_json(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "'a'",
        "{",
        "{a}",
        "{a:}",
        "{a:b",
        "{a:b}}",
        "{a:b} c",
        "{a:b c:d",
        "{a:1,a:2}",  # which of the two is meant?
        "{'a':'b' 'c':'d'}",  # no comma, and no line break
        "{:b}",
        "[a",
        "[a,,b]",
        "['a' 'b']",
        "['a]",
        "{a:b]",
        "[" * 60 + "]" * 60,
        "[" * 100_000,
    ],
)
def test_refuses_what_is_not_nearly_json(text: str) -> None:
    with pytest.raises(NotLooseDataError):
        read_loose_json(text)


@given(trees(STRINGS))
def test_reads_all_json_of_strings(value: object) -> None:
    assert read_loose_json(json.dumps(value, ensure_ascii=False)) == value


@given(st.text("{}[]:=,'\"\\ab \n#/*>"))
def test_reads_any_text_or_refuses_it(text: str) -> None:
    try:
        value = read_loose_json(text)
    except NotLooseDataError:
        return
    assert isinstance(value, (dict, list))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("- Key: env\n  Value: prod", [{"Key": "env", "Value": "prod"}]),
        ("Key: env\nValue: prod", {"Key": "env", "Value": "prod"}),
        ("- a\n- b", ["a", "b"]),
        ("Values:\n  - a\n  - b\nName: x", {"Values": ["a", "b"], "Name": "x"}),
        ("Values:\n- a\n- b\nName: x", {"Values": ["a", "b"], "Name": "x"}),  # a list may be as far in as its key
        ("a:\n  b:\n    c: d", {"a": {"b": {"c": "d"}}}),
        ("# comment\n\nKey: a\n", {"Key": "a"}),
        ("Key: 'a'\nValue: \"b\"", {"Key": "a", "Value": "b"}),
        ("Url: http://x/y", {"Url": "http://x/y"}),
        ("Cpu: 2\nOn: true", {"Cpu": "2", "On": "true"}),  # every scalar is a string
    ],
)
def test_reads_blocks_of_yaml(text: str, value: object) -> None:
    assert read_loose_yaml(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment",
        "a",  # a scalar
        "Key: a\nKey: b",
        "Key: a\n  Value: b",  # further in than its neighbour
        "  Key: a\nValue: b",
        "- a\nb: c",
        "Key:",
        "a:\n b:\n  c: d\n e",
        "\n".join(" " * depth + "a:" for depth in range(100)),
    ],
)
def test_refuses_what_is_no_block_of_yaml(text: str) -> None:
    with pytest.raises(NotLooseDataError):
        read_loose_yaml(text)


@given(st.text("- :ab'\n#\""))
def test_reads_any_block_or_refuses_it(text: str) -> None:
    try:
        value = read_loose_yaml(text)
    except NotLooseDataError:
        return
    assert isinstance(value, (dict, list))
