"""The options that several subcommands share."""

import re

import click
import pytest

from shorthand.cli import shared_options
from shorthand.cli.main import SUBCOMMANDS, cli

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
