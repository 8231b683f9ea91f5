"""YAML as the AWS CLI reads it."""

import sys
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.aws.command_line.to_input import read_command_line
from shorthand.aws.command_line.yaml_input import loads_yaml
from shorthand.errors import ShorthandError, ShorthandSyntaxError
from tests.aws.outcomes import works_or_fails_with_our_error


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1", {"a": 1}),
        ('{"a": [1.5, true, null, "x"]}', {"a": [1.5, True, None, "x"]}),
        ("a: yes\nb: no\nc: on", {"a": "yes", "b": "no", "c": "on"}),
        ("a: 010\nb: 0o10\nc: 1:30", {"a": 10, "b": 8, "c": "1:30"}),
        ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
        ("a: !!binary aGk=", {"a": b"hi"}),
        ("a: 2024-01-31\nb: 2024-01-31T01:02:03Z", {"a": "2024-01-31", "b": "2024-01-31T01:02:03+00:00"}),
        ("a: &x [1]\nb: *x", {"a": [1], "b": [1]}),
        ("", None),
    ],
)
def test_yaml_gives_the_json_form(text: str, value: Any) -> None:
    assert loads_yaml(text) == value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [", "invalid YAML: expected the node content"),
        ("a: 1\na: 2", "invalid YAML: found duplicate key"),
        ("a: &x [*x]", "invalid YAML: it contains itself"),
        ("1: a", "invalid YAML: expected text as a key, got 1"),
        ("a: !!set {x}", "invalid YAML: it holds a value of type set"),
        ("a: !!python/object:os.system x", "invalid YAML: could not determine a constructor"),
        ("- " * 500 + "x", "invalid YAML: it is nested too deep"),
        ("--- a\n--- b", "invalid YAML"),
    ],
)
def test_what_is_not_plain_data_is_an_error(text: str, message: str) -> None:
    with pytest.raises(ShorthandSyntaxError, match=message):
        loads_yaml(text)


def test_aliases_do_not_make_a_short_text_a_huge_value() -> None:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"{new}: &{new} [{','.join([f'*{old}'] * 10)}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
    started = time.process_time()
    with pytest.raises(ShorthandSyntaxError, match="its aliases make it too large"):
        loads_yaml("\n".join(lines))
    assert time.process_time() - started < 5


@given(st.text("ab:-&*![]{}\n '\"|>%@#,?1.~", max_size=30) | st.text(max_size=20))
def test_any_text_is_read_or_is_an_error(text: str) -> None:
    assert works_or_fails_with_our_error(lambda: loads_yaml(text))


def test_without_ruamel_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    with pytest.raises(ShorthandError, match=r"reading YAML needs ruamel\.yaml"):
        loads_yaml("a: 1")


def test_the_input_of_a_command_as_yaml() -> None:
    words = ["ec2", "describe-vpcs", "--cli-input-yaml", "VpcIds: [a, b]\nDryRun: true"]
    assert read_command_line(words).input == {"VpcIds": ["a", "b"], "DryRun": True}
    words[3] = "file://x.yaml"
    assert read_command_line(words, files=lambda _: "VpcIds: [c]").input == {"VpcIds": ["c"]}
    with pytest.raises(ShorthandError, match="expected a YAML mapping for --cli-input-yaml"):
        read_command_line([*words[:3], "- a"])
    with pytest.raises(ShorthandError, match="describe-vpcs has no option --cli-input-yaml"):
        read_command_line(words, version=1)


def test_a_yaml_file_for_an_option_is_an_error_that_says_what_to_do() -> None:
    words = ["ec2", "create-tags", "--resources", "i", "--tags", "file://tags.yaml"]
    with pytest.raises(ShorthandError, match=r"expected JSON or shorthand in file://tags\.yaml") as caught:
        read_command_line(words, files=lambda _: "- Key: a\n  Value: b\n")
    assert caught.value.hint == "convert the file from YAML to JSON, or give the whole input with --cli-input-yaml"
    assert caught.value.fix is None
