"""The command that shows how a text is read: `explain`."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Any

import click

import shorthand
from shorthand.cli import completion, output, parameters
from shorthand.cli.data import explanation_data
from shorthand.cli.schema_argument import load_option
from shorthand.editor.drawing import draw_parts
from shorthand.errors import ShorthandError
from shorthand.errors.rendering import Role

_STYLES: dict[Role, dict[str, Any]] = {
    **output.STYLES,
    Role.TEXT: {"bold": True},
    Role.PART: {"fg": "cyan"},
    Role.PATH: {"fg": "cyan"},
    Role.TYPE: {"fg": "magenta"},
    Role.VALUE: {"fg": "green"},
    Role.ERROR: {"fg": "red", "bold": True},
    Role.HAZARD: {"fg": "red", "bold": True},
    Role.MISTAKE: {"fg": "yellow", "bold": True},
    Role.ENUM: {"fg": "yellow", "bold": True},
    Role.FILE: {"fg": "blue", "bold": True},
    Role.NOTE: {"dim": True},
}
_WIDTH_OF_A_PIPE = 100


@click.command(short_help="Show how a text is read, part by part.", epilog=parameters.EXITS)
@parameters.schema
@click.option("--json", "as_json", is_flag=True, help="The parts as JSON; spans count characters from 0.")
@click.argument("text", shell_complete=completion.texts)
def explain(schema: str | None, as_json: bool, text: str) -> int:
    """How a text is read: each part with its path, its type and how it is written.

    What the AWS CLI would lose, likely mistakes and values that the service does not list are remarked on. A text that
    does not read is explained as far as it makes sense. With a schema the TEXT is the only token of its option. TEXT -
    is standard input.

    \b
    shorthand explain 'Key=env,Values=prod,test'
    shorthand explain -s 'page:create-job.txt#--tags' Key=a,Value=b
    """
    shape = None if schema is None else load_option(schema).shape
    explanation = shorthand.explain(_stdin() if text == "-" else text, shape)
    if as_json:
        output.print_all([output.json_text(explanation_data(explanation), 2 if sys.stdout.isatty() else None)])
        return 2 if explanation.error else 0
    output.print_all([_drawn(explanation)])
    output.flush()
    if explanation.error:
        sys.stderr.write(f"\n{output.drawn(explanation.error)}\n")
        return 2
    return 0


def _drawn(explanation: shorthand.Explanation) -> str:
    if not sys.stdout.isatty():
        return draw_parts(explanation, _WIDTH_OF_A_PIPE, lambda _role, piece: piece)
    width = shutil.get_terminal_size().columns
    if os.environ.get("NO_COLOR"):
        return draw_parts(explanation, width, lambda _role, piece: piece)
    return draw_parts(explanation, width, lambda role, piece: click.style(piece, **_STYLES[role]))


def _stdin() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8").removesuffix("\n")
    except UnicodeDecodeError:
        raise ShorthandError("the input is not UTF-8") from None
