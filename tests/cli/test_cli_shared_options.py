"""The options that several subcommands share."""

import re

import click
import pytest

from shorthand.cli import shared_options
from shorthand.cli.main import SUBCOMMANDS, cli
from tests.cli.command import run

CONTEXT = click.Context(cli)


def subcommand(name: str) -> click.Command:
    found = cli.get_command(CONTEXT, name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", [name for name in SUBCOMMANDS if name != "lint"])
def test_every_subcommand_says_what_its_exit_codes_mean(name: str) -> None:
    assert subcommand(name).epilog == shared_options.EXIT_CODES


def test_lint_says_what_its_own_exit_codes_mean() -> None:
    epilog = subcommand("lint").epilog or ""
    assert re.findall(r"(?:^Exit codes:|;) (\d) ", epilog) == ["0", "1", "2"]


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_an_option_means_the_same_in_every_subcommand(name: str) -> None:
    shared = {"--lenient": "lenient", "--null": "null", "--indent": "indent", "-s": "schema"}
    for parameter in subcommand(name).params:
        for option in set(parameter.opts) & shared.keys():
            assert parameter.name == shared[option]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["options", "-s", "aws:sso/logout"], "--access-token\tstring\trequired"),
        (["syntax", "-s", "aws:sso/logout#--access-token", "--skeleton"], '""'),
        (["to-json", "-s", "aws:sso/logout#--access-token", "x"], '"x"'),
        (["to-shorthand", "-s", "aws:sso/logout#--access-token", '"x"'], "x"),
        (["explain", "-s", "aws:sso/logout#--access-token", "x"], "x"),
        (["fuzz", "-s", "aws:sso/logout#--access-token", "-n", "0", "--seed", "1"], ""),
        (["check", "-s", "aws:sso/logout#--access-token", "x"], ""),
        (["aws", "sso", "logout", "help"], "--access-token string"),
    ],
)
def test_a_version_of_the_aws_cli_is_chosen(words: list[str], first: str) -> None:
    subcommand_name, *rest = words
    code, out, err = run(subcommand_name, "--aws-version", "1", *rest)
    assert (code, err) == (0, "")
    assert out.partition("\n")[0] == first
    assert run(*words, env={"SHORTHAND_AWS_VERSION": "1"}) == (0, out, "")
    if rest[0] == "-s" and "#" in rest[1]:
        code, _, err = run(*words)
        assert code == 2
        assert "only version 1 of the AWS CLI has it" in err


def test_the_option_wins_over_the_environment() -> None:
    words = ["aws", "--aws-version", "2", "kinesis", "put-record", "--stream-name=s", "--partition-key=p", "--data=hi"]
    code, _, err = run(*words, env={"SHORTHAND_AWS_VERSION": "1"})
    assert code == 2
    assert "expected base64" in err


def test_there_are_two_versions() -> None:
    code, _, err = run("check", "--aws-version", "3", "x")
    assert code == 2
    assert "'3' is not one of '1', '2'" in err
