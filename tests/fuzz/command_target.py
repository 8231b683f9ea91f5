"""The fuzz target that runs every subcommand in this process."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from shorthand import ShorthandError
from shorthand.cli.main import cli
from tests.fuzz import inputs
from tests.fuzz.checks import UndocumentedError, documented, empty_folder, target

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
    """Run the command in this process; what `shorthand.cli.main.run` would report as a bug is raised."""
    done = CliRunner().invoke(cli, words, input=given_input)
    if done.exception is None or isinstance(done.exception, SystemExit):
        return
    if not isinstance(done.exception, ShorthandError):
        raise UndocumentedError(f"shorthand {words!r} < {given_input!r}") from done.exception
    documented(str, done.exception)
