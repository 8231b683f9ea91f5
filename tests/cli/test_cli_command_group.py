"""A group of subcommands."""

import click
import pytest

from shorthand import ShorthandError
from shorthand.cli.command_group import CommandGroup


@click.group(cls=CommandGroup)
def group() -> None:
    """Do nothing."""


@group.command()
def build() -> int:
    return 7


def test_a_known_subcommand_runs() -> None:
    assert group.main(["build"], standalone_mode=False) == 7


def test_an_unknown_subcommand_is_an_error_with_a_hint() -> None:
    with pytest.raises(ShorthandError) as caught:
        group.main(["biuld"], prog_name="job", standalone_mode=False)
    assert (caught.value.reason, caught.value.hint) == ("unknown subcommand 'biuld'", "did you mean build?")
    with pytest.raises(ShorthandError) as caught:
        group.main(["xyz"], prog_name="job", standalone_mode=False)
    assert caught.value.hint == "list the subcommands: job --help"


def test_an_option_before_the_subcommand_is_left_to_click() -> None:
    with pytest.raises(click.NoSuchOption):
        group.main(["--nonsense"], standalone_mode=False)


def test_help_as_a_word_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    group.main(["help"], prog_name="job", standalone_mode=False)
    assert capsys.readouterr().out.startswith("Usage: job [OPTIONS] COMMAND")
    group.main(["help", "build"], prog_name="job", standalone_mode=False)
    assert capsys.readouterr().out.startswith("Usage: job build [OPTIONS]")
    with pytest.raises(ShorthandError, match="unknown subcommand 'biuld'"):
        group.main(["help", "biuld"], prog_name="job", standalone_mode=False)
