"""The completion classes of click. `tests/cli/test_cli_completion.py` presses Tab in the real shells."""

from __future__ import annotations

from typing import Literal, NamedTuple

import click
import pytest
from click.shell_completion import FishComplete, ZshComplete, get_completion_class

from shorthand.integrations.click import ShorthandType


class Tag(NamedTuple):
    """A tag."""

    Key: Literal["env", "team"]
    Value: str = ""


@click.command()
@click.option("--tag", type=ShorthandType(Tag))
@click.option("--size", type=click.Choice(["small", "large"]))
def launch(tag: object, size: str) -> None:
    """Do nothing."""


def test_the_scripts_for_zsh_and_fish_are_click_s_with_a_change_each() -> None:
    zsh, fish = get_completion_class("zsh"), get_completion_class("fish")
    assert zsh is not None
    assert fish is not None
    assert zsh.source_template != ZshComplete.source_template
    assert zsh.source_template.count("compadd -U -S ''") == 1
    assert zsh.source_template.count('"$rest${key#"$typed"}"') == 1
    assert fish.source_template != FishComplete.source_template
    assert "string split -m 1" in fish.source_template


@pytest.mark.parametrize("shell", ["zsh", "fish"])
@pytest.mark.parametrize(
    ("args", "incomplete", "values"),
    [
        (["--tag"], "Key=e", ["Key=env"]),
        ([], "--tag=Key=e", ["--tag=Key=env"]),
        ([], "--size=s", ["--size=small"]),
        (["--size"], "s", ["small"]),
        ([], "--si", ["--size"]),
    ],
)
def test_the_whole_word_is_given(shell: str, args: list[str], incomplete: str, values: list[str]) -> None:
    kind = get_completion_class(shell)
    assert kind is not None
    found = kind(launch, {}, "launch", "_LAUNCH_COMPLETE").get_completions(args, incomplete)
    assert [item.value for item in found] == values
