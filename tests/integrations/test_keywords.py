"""The keyword arguments that the adapters hand on: each framework takes every one of them."""

import inspect
from collections.abc import Callable
from typing import Any

import click
import cyclopts
import pydantic_settings
import pytest
import typer

from shorthand.integrations import keywords


@pytest.mark.parametrize(
    ("names", "takers"),
    [
        (keywords.ClickKeywords, [click.Option.__init__, click.Parameter.__init__]),
        (keywords.TyperOptionKeywords, [typer.Option]),
        (keywords.TyperArgumentKeywords, [typer.Argument]),
        (keywords.CycloptsKeywords, [cyclopts.Parameter.__init__]),
        (keywords.CliSettingsKeywords, [pydantic_settings.CliSettingsSource.__init__]),
    ],
)
def test_a_framework_takes_every_keyword(names: Any, takers: list[Callable[..., Any]]) -> None:
    taken = {name for taker in takers for name in inspect.signature(taker).parameters}
    assert set(names.__annotations__) <= taken
