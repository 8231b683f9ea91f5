"""The subcommand `quote`."""

from __future__ import annotations

import sys

import click

import shorthand
from shorthand.cli import shared_options, standard_output
from shorthand.errors import ShorthandError


class _OneValue(click.Command):
    """A command whose only argument is its value, even if it looks like an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the only argument, or the one after --, as it is; on a terminal, --help or -h asks for the help."""
        values = args[1:] if args[:1] == ["--"] and len(args) > 1 else args
        if len(values) > 1:
            raise ShorthandError(
                f"expected one value, got {len(values)}",
                hint='put the value in double quotes: shorthand quote -- "$NAME"',
            )
        # The output of a script is captured, and there --help is a value like any other.
        is_help = args in (["--help"], ["-h"]) and sys.stdout.isatty()
        return super().parse_args(ctx, args if is_help else ["--", *values])


@click.command(cls=_OneValue, short_help="Quote one value for use inside a text.", epilog=shared_options.EXIT_CODES)
@click.argument("value")
def quote(value: str) -> int:
    """Quote one value, so that it can be inserted into a text.

    A single argument is the value, whatever it looks like. Only on a terminal do --help and -h show this message; after
    -- they are values there too.

    \b
    NAME='a, b'; echo "Key=Name,Value=$(shorthand quote -- "$NAME")"
    shorthand quote -5
    shorthand quote -- --help
    """
    standard_output.print_all([shorthand.quote(value)])
    return 0
