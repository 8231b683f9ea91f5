"""The fuzz target that runs every subcommand in this process."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import Any
from unittest import mock

import click
from hypothesis import given
from hypothesis import strategies as st

from shorthand import ShorthandError
from shorthand.cli import output
from shorthand.cli.main import cli
from tests.fuzz import inputs
from tests.fuzz.checks import UndocumentedError, empty_folder, target

_COMMAND = inputs.WORDS["command"]


@st.composite
def _command_arguments(draw: st.DrawFn) -> list[str]:
    arguments = [draw(st.sampled_from(_COMMAND["subcommands"]))]
    if draw(st.booleans()):
        arguments += ["-s", draw(st.sampled_from(_COMMAND["schemas"]))]
    arguments += draw(st.lists(st.sampled_from(_COMMAND["options"]), max_size=3))
    if arguments[0] == "aws":
        return [*arguments, *draw(inputs.COMMANDS)]
    return [*arguments, *draw(st.lists(inputs.TEXTS, max_size=3))]


@target
@given(
    arguments=_command_arguments(),
    given_input=inputs.TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=40),
    page=inputs.PAGES,
    schema=inputs.SCHEMAS,
    value=inputs.TEXTS,
)
def command(arguments: list[str], given_input: bytes, page: str, schema: Any, value: str) -> None:
    # A process has no arguments with a NUL, and no lone surrogates but those that stand for bytes.
    words = [word.replace("\0", "").encode("utf-8", "ignore").decode() for word in arguments]
    with empty_folder() as folder:
        for name, content in {"page.txt": page, "schema.json": json.dumps(schema), "input.json": value}.items():
            (folder / name).write_bytes(content.encode("utf-8", "surrogatepass"))
        run_command(words, given_input)


def run_command(words: list[str], given_input: bytes) -> None:
    """Run the command in this process, as `shorthand.cli.main.run` does; what `run` reports as a bug is raised."""
    given = io.TextIOWrapper(io.BytesIO(given_input), "utf-8")
    printed = io.TextIOWrapper(io.BytesIO(), "utf-8")
    try:
        with mock.patch.object(sys, "stdin", given), redirect_stdout(printed), redirect_stderr(io.StringIO()):
            try:
                cli.main(words, prog_name="shorthand", standalone_mode=False)
                output.flush()
            except ShorthandError as error:
                output.drawn(error)
            except click.ClickException as error:
                error.show()
            except (click.exceptions.Abort, click.exceptions.Exit):
                pass
    except Exception as error:
        raise UndocumentedError(f"shorthand {words!r} < {given_input!r}") from error
