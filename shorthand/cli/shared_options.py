"""The options and help texts that several subcommands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from shorthand.cli import completion
from shorthand.cli.standard_error import choose_shell

_Function = TypeVar("_Function", bound=Callable[..., Any])

EXIT_CODES = "Exit codes: 0 done; 1 an internal failure (a bug); 2 the input was wrong."

_SCHEMA_HELP = (
    "aws:SERVICE/OPERATION#--option; page:FILE#--option, an option of an AWS reference page; python:MODULE:TYPE, "
    "which imports the module and so runs its code; or a JSON Schema file."
)


def _choose_aws_version(_ctx: click.Context, _param: click.Parameter, version: str | None) -> None:
    """Use a version of the AWS CLI in this run, as if its environment named it. A callback of click's."""
    if version is not None:
        from shorthand.aws.models import VERSION_VARIABLE  # takes 5 ms to import, and few runs name a version

        os.environ[VERSION_VARIABLE] = version


aws_version = click.option(
    "--aws-version",
    type=click.Choice(["1", "2"]),
    is_eager=True,
    expose_value=False,
    callback=_choose_aws_version,
    help="The major version of the AWS CLI; by default that of SHORTHAND_AWS_VERSION, or 2.",
)


def schema(function: _Function) -> _Function:
    """Add the option `-s`, which may be left out, and `--aws-version` for its aws: schemas."""
    option = click.option(
        "-s",
        "--schema",
        metavar="SCHEMA",
        help=f"The schema of the text: {_SCHEMA_HELP}",
        shell_complete=completion.schemas,
    )
    return option(aws_version(function))


def required_schema(function: _Function) -> _Function:
    """Add the option `-s`, which must be given, and `--aws-version` for its aws: schemas."""
    option = click.option(
        "-s", "--schema", metavar="SCHEMA", required=True, help=_SCHEMA_HELP, shell_complete=completion.schemas
    )
    return option(aws_version(function))


lenient = click.option(
    "--lenient", "--no-strict", is_flag=True, help="Follow the AWS CLI even where it loses part of a text."
)
null = click.option("--null", is_flag=True, help="Separate the texts of a stream by NUL instead of newlines.")
jobs = click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that convert a stream."
)
quoted_input = click.option(
    "--shell",
    type=click.Choice(["posix", "powershell", "cmd", "none"]),
    callback=choose_shell,
    help="The shell to quote corrections for. With posix, each TEXT or line is also read as words quoted for it.",
)
typing_shell = click.option(
    "--shell",
    type=click.Choice(["posix", "powershell", "cmd", "none"]),
    callback=choose_shell,
    expose_value=False,
    help="The shell to quote corrections for.",
)
indent = click.option("--indent", type=click.IntRange(0, 16), help="Spaces to indent JSON by; 0 for one line.")
