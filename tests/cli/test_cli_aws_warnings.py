"""`shorthand aws` warns on standard error of what reads and is probably not what was meant."""

from __future__ import annotations

import json
import shlex

import pytest

from shorthand.aws.command_line.to_input import read_command_line
from shorthand.cli.aws_warnings import warnings_of_command
from shorthand.errors import Kind, ShorthandError
from tests.aws.example_commands import EXAMPLES, examples
from tests.cli.command import run

CREATE = ("ec2", "create-tags", "--resources", "i-1")
WARNED = [
    (["--tags", "Key=env", "Value=prod"], "--tags [1]", ["--tags", "Key=env,Value=prod"]),
    (["--tags", "Key=env Value=prod"], "--tags [0].Key", ["--tags", "Key=env,Value=prod"]),
    (["--tags", '[{"Key": "env"}, {"Value": "prod"}]'], "--tags [1]", ["--tags", '[{"Key": "env", "Value": "prod"}]']),
    (["--tags", "Key=env,Value=\u201cprod\u201d"], "--tags [0].Value", ["--tags", "Key=env,Value=prod"]),
]


@pytest.mark.parametrize(("option", "path", "fixed"), WARNED)
def test_a_likely_mistake_is_warned_of_with_the_whole_command(option: list[str], path: str, fixed: list[str]) -> None:
    code, out, err = run("aws", *CREATE, *option)
    assert code == 0
    assert "Tags" in json.loads(out)
    assert err.startswith(f"warning: {path}: ")
    assert err.endswith(f"\n  try: shorthand aws {shlex.join([*CREATE, *fixed])}\n")
    code, out, err = run("aws", *CREATE, *fixed)
    assert (code, err) == (0, "")
    assert json.loads(out)["Tags"] == [{"Key": "env", "Value": "prod"}]


def test_two_options_share_one_corrected_command() -> None:
    words = ("ec2", "create-tags", "--resources", "\u201ci-1\u201d", "--tags", "Key=a", "Value=b")
    _, _, err = run("aws", *words)
    assert err.count("warning: ") == 2
    assert err.count("try: ") == 1
    assert err.endswith("try: shorthand aws ec2 create-tags --resources i-1 --tags Key=a,Value=b\n")


def test_a_value_that_is_not_documented_is_warned_of() -> None:
    code, _, err = run("aws", "ec2", "run-instances", "--instance-type", "t3.mirco")
    assert code == 0
    assert "did you mean t3.micro?" in err.splitlines()[0]


def test_the_input_as_json_is_looked_at_too() -> None:
    given = '{"Resources": ["i-1"], "Tags": [{"Key": "a"}, {"Value": "b"}]}'
    code, out, err = run("aws", "ec2", "create-tags", "--cli-input-json", given)
    assert (code, json.loads(out)) == (0, json.loads(given))
    assert err.startswith("warning: Tags[1]: Key and Value are in two structures of the list\n")


def test_nothing_is_known_about_an_option_with_a_variable() -> None:
    line = "aws ec2 run-instances --instance-type $TYPE --image-id ami-1"
    code, _, err = run("aws", "--line", line)
    assert (code, err) == (0, "")


def test_a_command_with_a_variable_is_not_shown_with_the_variable_in_single_quotes() -> None:
    code, _, err = run("aws", "--line", "aws ec2 create-tags --resources $X --tags Key=a Value=b")
    assert code == 0
    assert err.startswith("warning: --tags [1]: ")
    assert "try:" not in err


def test_the_option_of_a_file_is_not_looked_at() -> None:
    code, _, err = run("aws", "ec2", "create-tags", "--resources", "i-1", "--tags", "file:///dev/null")
    assert "warning" not in err
    assert code == 2


def test_the_examples_that_the_aws_cli_ships_have_few_likely_mistakes() -> None:
    read, mistakes = 0, []
    for directory in sorted(EXAMPLES.iterdir()):
        for example in examples(directory.name) if directory.is_dir() else ():
            try:
                line = read_command_line(example.words, strict=False)
            except ShorthandError:  # a placeholder, a file, or a command without an input
                continue
            read += 1
            found = warnings_of_command(example.words, line)
            mistakes += [example.where for one in found if one.kind is Kind.MISTAKE]
    assert read > 5000
    # One image by its digest and one by its tag.
    assert len(mistakes) <= 1, mistakes
