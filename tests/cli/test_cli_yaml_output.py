"""Values as YAML."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.aws.command_line.yaml_input import loads_yaml
from shorthand.cli.yaml_output import yaml_text
from tests.cli.command import on_a_terminal

DIFFICULT = [
    *("08", "012345678901", "0o14", "0x1F", "1e3", "1E5", "-1e-3", "+.5", ".5", "5.", "1_000", "1:30", "0b11", "+_"),
    *("yes", "no", "on", "y", "null", "~", "", "true", ".nan", "-.inf", "=", "<<", "-", "--", "---", "...", "- a"),
    *("2024-01-01", "2024-01-01T00:00:00Z", "a: b", "a #b", "#a", " a", "a ", "a\n", "\na", "\ta", "a\r\nb", "\x85"),
    *("\u2028a", "a\u2029", "\ufeffa", "\x00", "\x7f", "é", "😀", "'", '"', "'\"", "%a", "@a", "`a", "!a", "&a", "*a"),
]


@pytest.mark.parametrize("text", DIFFICULT)
def test_a_text_is_read_as_the_same_text(text: str) -> None:
    assert loads_yaml(yaml_text({"a": text})) == {"a": text}
    assert loads_yaml(yaml_text({text: ["a"]})) == {text: ["a"]}


SCALARS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text("0123456789xXoeE+-._:~ "),
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.binary(),
    st.floats(allow_nan=False, allow_infinity=False),
)


@given(st.dictionaries(st.text("aB0:-. 1"), st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3))))
def test_every_value_is_read_as_the_same_value(value: Any) -> None:
    assert loads_yaml(yaml_text(value)) == value


def test_what_is_the_same_twice_has_no_alias() -> None:
    item = {"Key": "a"}
    assert yaml_text({"Tags": [item, item]}) == "Tags:\n- Key: a\n- Key: a"


def test_a_terminal_obeys_nothing_in_it() -> None:
    out = on_a_terminal("aws", "--yaml", "iam", "get-role", "--role-name", "a\x9b2Jé")
    assert out == 'RoleName: "a\\x9B2Jé"\n'
