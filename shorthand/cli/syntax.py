"""The subcommand `syntax`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import shorthand
from shorthand.cli import shared_options, standard_output
from shorthand.cli.json_output import json_text
from shorthand.cli.schema_option import load_option
from shorthand.errors import ShorthandError
from shorthand.shapes import List, String, resolved

if TYPE_CHECKING:
    from shorthand.sources import Option


@click.command(short_help="Show how an option is written.", epilog=shared_options.EXIT_CODES)
@shared_options.required_schema
@click.option("--json", "as_json", is_flag=True, help="Print the JSON syntax.")
@click.option("--skeleton", is_flag=True, help="Print a JSON value to fill in.")
@click.option("--values", is_flag=True, help="Print the documented values, one per line.")
def syntax(schema: str, as_json: bool, skeleton: bool, values: bool) -> int:
    """Show how an option is written.

    \b
    shorthand syntax -s 'aws:ec2/create-tags#--tags'
    shorthand syntax -s 'aws:ec2/create-tags#--tags' --json
    shorthand syntax -s 'aws:ec2/create-tags#--tags' --skeleton
    shorthand syntax -s 'aws:ec2/run-instances#--instance-type' --values
    """
    if as_json + skeleton + values > 1:
        raise click.UsageError("--json, --skeleton and --values exclude each other")
    option = load_option(schema)
    if skeleton:
        standard_output.print_all([json_text(option.shape.skeleton(), 2)])
        return 0
    if values:
        standard_output.print_all(_values(option))
        return 0
    text = option.shape.json_syntax() if as_json else option.syntax()
    if text is None:
        raise ShorthandError(
            f"the reference documents no shorthand for {option.name}, which has the type {option.shape.type_name}",
            hint=_hint_without_syntax(option),
        )
    standard_output.print_all([text])
    return 0


def _values(option: Option) -> tuple[str, ...]:
    """Return the documented values of a scalar, or of the items of a list. Raises ShorthandError."""
    shape = resolved(option.shape)
    if isinstance(shape, List):
        shape = resolved(shape.member)
    if not isinstance(shape, String) or not shape.enum:
        raise ShorthandError(
            f"the reference lists no values for {option.name}, which has the type {option.shape.type_name}"
        )
    return shape.enum


def _hint_without_syntax(option: Option) -> str:
    """Return what to type where the reference shows no shorthand: an example that reads, if there is one."""
    try:
        tokens = shorthand.dumps_option(option.shape.skeleton(), option.shape, json_fallback=False)
    except ShorthandError:
        return "--json shows its JSON"
    if any("=" in token for token in tokens):
        return f"it can be written as shorthand all the same: {' '.join(tokens)}"
    return "write it as plain words"
