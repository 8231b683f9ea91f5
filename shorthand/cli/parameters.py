"""What the commands' options have in common."""

from __future__ import annotations

import click

from shorthand.cli import completion

EXITS = "Exit codes: 0 done; 1 an internal failure (a bug); 2 the input was wrong."

_SCHEMA_HELP = (
    "aws:SERVICE/OPERATION#--option; page:FILE#--option, an option of an AWS reference page; python:MODULE:TYPE; "
    "or a JSON Schema file."
)
schema = click.option(
    "-s",
    "--schema",
    metavar="SCHEMA",
    help=f"What the text is of: {_SCHEMA_HELP}",
    shell_complete=completion.schemas,
)
needed_schema = click.option(
    "-s", "--schema", metavar="SCHEMA", required=True, help=_SCHEMA_HELP, shell_complete=completion.schemas
)
lenient = click.option(
    "--lenient", "--no-strict", is_flag=True, help="Follow the AWS CLI even where it loses part of a text."
)
null = click.option("--null", is_flag=True, help="The texts of a stream are separated by NUL instead of newlines.")
jobs = click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that convert a stream."
)
words = click.option("--shell", type=click.Choice(["posix"]), help="Each TEXT or line is words quoted for this shell.")
