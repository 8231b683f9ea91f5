"""The subcommand `quote`."""

from __future__ import annotations

import click

import shorthand
from shorthand.cli import shared_options, standard_output


@click.command(short_help="Quote one value for use inside a text.", epilog=shared_options.EXIT_CODES)
@click.argument("string")
def quote(string: str) -> int:
    r"""Quote one value, so that it can be inserted into a text.

    \b
    NAME='a, b'; echo "Key=Name,Value=$(shorthand quote "$NAME")"
    """
    standard_output.print_all([shorthand.quote(string)])
    return 0
