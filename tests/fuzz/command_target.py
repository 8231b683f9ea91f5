"""The fuzz target that runs every subcommand in this process."""

from __future__ import annotations

import json
import os
from typing import Any
from unittest import mock

from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from shorthand import ShorthandError
from shorthand.cli.main import cli
from tests.fuzz import inputs
from tests.fuzz.checks import UndocumentedError, documented, empty_folder, target
from tests.fuzz.scripts import SCRIPTS, SHELL_TEXTS

_COMMAND = inputs.WORDS["command"]


def _as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


# Of `lint` every word is one of these: it writes into files, and must find none but its own.
_LINT = inputs.WORDS["lint"]


@st.composite
def _command_arguments(draw: st.DrawFn) -> list[str]:
    name = draw(st.sampled_from(_COMMAND["subcommands"]))
    own = draw(st.lists(st.sampled_from(_COMMAND["own"].get(name, [""])), max_size=3))
    if name == "lint":
        return [name, *own, *draw(st.lists(st.sampled_from(_LINT["paths"]), max_size=3))]
    arguments = [name]
    if draw(st.booleans()):
        arguments += ["-s", draw(st.sampled_from(_COMMAND["schemas"]))]
    arguments += draw(st.permutations([*own, *draw(st.lists(st.sampled_from(_COMMAND["options"]), max_size=3))]))
    if name == "aws":
        line = draw(st.none() | SHELL_TEXTS)
        return [*arguments, *draw(inputs.COMMANDS)] if line is None else [*arguments, "--line", line]
    return [*arguments, *draw(st.lists(inputs.TEXTS, max_size=3))]


@target
@given(
    arguments=_command_arguments(),
    given_input=inputs.TEXTS.map(_as_bytes) | SHELL_TEXTS.map(_as_bytes) | st.binary(max_size=40),
    page=inputs.PAGES,
    schema=inputs.SCHEMAS,
    value=inputs.TEXTS,
    scripts=st.dictionaries(st.sampled_from(_LINT["files"]), SCRIPTS, max_size=3),
    table=st.none() | st.sampled_from(_LINT["tables"]),
)
def command(
    arguments: list[str],
    given_input: bytes,
    page: str,
    schema: Any,
    value: str,
    scripts: dict[str, str],
    table: str | None,
) -> None:
    # A process has no arguments with a NUL, and no lone surrogates but those that stand for bytes.
    words = [word.replace("\0", "").encode("utf-8", "ignore").decode() for word in arguments]
    files = {"page.txt": page, "schema.json": json.dumps(schema), "input.json": value}
    if words[0] == "lint":
        files = scripts if table is None else {**scripts, "pyproject.toml": table}
    with empty_folder() as folder:
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(_as_bytes(content))
        run_command(words, given_input)


def run_command(words: list[str], given_input: bytes) -> None:
    """Run the command in this process; what `shorthand.cli.main.run` would report as a bug is raised."""
    with mock.patch.dict(os.environ):  # --aws-version sets a variable
        done = CliRunner().invoke(cli, words, input=given_input)
    if done.exception is None or isinstance(done.exception, SystemExit):
        return
    if not isinstance(done.exception, ShorthandError):
        raise UndocumentedError(f"shorthand {words!r} < {given_input!r}") from done.exception
    documented(str, done.exception)
