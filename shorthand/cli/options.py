"""The subcommand `options`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from shorthand.cli import completion, shared_options, standard_output
from shorthand.cli.schema_option import load_options
from shorthand.cli.standard_error import paint_for
from shorthand.errors.rendering import Role, printable, width


@click.command(short_help="List the options of a command.", epilog=shared_options.EXIT_CODES)
@click.option(
    "-s",
    "--schema",
    metavar="SCHEMA",
    required=True,
    help="The command: aws:SERVICE/OPERATION, or page:FILE, an AWS reference page.",
    shell_complete=completion.schemas,
)
@shared_options.aws_version
def options(schema: str) -> int:
    """List the options of a command: the name, the type, and whether it is required; on a pipe, tabs separate them.

    \b
    shorthand options -s aws:ec2/create-tags
    shorthand options -s aws:sagemaker/create-auto-ml-job
    """
    rows = [
        (printable(option.name), option.shape.type_name, "required" if option.required else "")
        for option in load_options(schema)
    ]
    if sys.stdout.isatty():
        standard_output.print_drawn("\n".join(_table(rows)))
    else:
        standard_output.print_all("\t".join(row).rstrip("\t") for row in rows)
    return 0


def _table(rows: list[tuple[str, str, str]]) -> Iterator[str]:
    """Yield the rows with aligned columns."""
    paint = paint_for(sys.stdout)
    widths = [max(width(row[column]) for row in rows) for column in (0, 1)] if rows else []
    for name, kind, required in rows:
        gaps = [" " * (size - width(cell) + 2) for size, cell in zip(widths, (name, kind), strict=True)]
        yield f"{paint(Role.PATH, name)}{gaps[0]}{paint(Role.TYPE, kind)}{gaps[1]}{required}".rstrip()
