"""The commands that show how an option is written: `options`, `syntax`, `quote`."""

from __future__ import annotations

import json
import sys

import click

import shorthand
from shorthand.cli import completion, output, parameters
from shorthand.cli.schema_argument import load_option, load_options
from shorthand.errors import ShorthandError
from shorthand.sources import Option


@click.command(epilog=parameters.EXITS)
@parameters.needed_schema
@click.option("--json", "as_json", is_flag=True, help="The JSON syntax.")
@click.option("--skeleton", is_flag=True, help="A JSON value to fill in.")
def syntax(schema: str, as_json: bool, skeleton: bool) -> int:
    """How an option is written.

    \b
    shorthand syntax -s 'page:create-job.txt#--tags'
    shorthand syntax -s tags.schema.json --skeleton
    """
    if as_json and skeleton:
        raise click.UsageError("--json and --skeleton exclude each other")
    option = load_option(schema)
    if skeleton:
        output.print_all([json.dumps(option.shape.skeleton(), indent=2)])
        return 0
    text = option.shape.json_syntax() if as_json else option.syntax()
    if text is None:
        raise ShorthandError(
            f"the reference documents no shorthand for {option.name}, of the type {option.shape.type_name}",
            hint=_without_syntax(option),
        )
    output.print_all([text])
    return 0


@click.command(short_help="List the options of a command.", epilog=parameters.EXITS)
@click.option(
    "-s",
    "--schema",
    metavar="SCHEMA",
    required=True,
    help="The command: aws:SERVICE/OPERATION, or page:FILE.",
    shell_complete=completion.schemas,
)
def options(schema: str) -> int:
    """The options of a command: name, type, and whether it is required; separated by tabs on a pipe.

    \b
    shorthand options -s aws:sagemaker/create-auto-ml-job
    shorthand options -s page:create-job.txt
    """
    rows = [
        (option.name, option.shape.type_name, "required" if option.required else "") for option in load_options(schema)
    ]
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table("Option", "Type", "", box=None, pad_edge=False)
        for name, kind, required in rows:
            table.add_row(Text(name, "bold"), kind, Text(required, "yellow"))
        Console().print(table)
    else:
        output.print_all("\t".join(row).rstrip("\t") for row in rows)
    return 0


@click.command(epilog=parameters.EXITS)
@click.argument("string")
def quote(string: str) -> int:
    """One value, safe to splice into a text.

    \b
    aws … --tags "Key=Name,Value=$(shorthand quote "$NAME")"
    """
    output.print_all([shorthand.quote(string)])
    return 0


def _without_syntax(option: Option) -> str:
    """What to type where the reference shows no shorthand: an example that reads, where there is one."""
    try:
        tokens = shorthand.dumps_option(option.shape.skeleton(), option.shape, json_fallback=False)
    except ShorthandError:
        return "--json shows its JSON"
    if any("=" in token for token in tokens):
        return f"shorthand works all the same: {' '.join(tokens)}"
    return "it is written as plain words"
