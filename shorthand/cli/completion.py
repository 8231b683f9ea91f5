"""What Tab offers for the command's own arguments: texts through their schema, and schemas themselves."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from shorthand.errors import ShorthandError

_KINDS = ("page:", "aws:", "python:")


def texts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001
    """The keys and values that a text of the schema given before it may go on with."""
    from shorthand.cli.schema_argument import load_option
    from shorthand.integrations.word_candidates import word_candidates

    schema = ctx.params.get("schema")
    try:
        shape = load_option(schema).shape if schema else None
    except ShorthandError:
        shape = None
    found = [] if shape is None else word_candidates(incomplete, shape)
    return [CompletionItem(word, help=told or None, goes_on=True) for word, told in found]


def schemas(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001
    """The kinds of schemas, the files that one may be in, and the options of the command that it names."""
    return [CompletionItem(name, goes_on=True) for name in _schemas(incomplete)]


def _schemas(incomplete: str) -> Iterator[str]:
    from shorthand.cli.schema_argument import load_options

    command, sign, option = incomplete.partition("#")
    if sign:
        try:
            names = [found.name for found in load_options(command)]
        except ShorthandError:
            return
        yield from (f"{command}#{name}" for name in names if name.startswith(option))
    elif incomplete.startswith("aws:"):
        yield from _commands(incomplete.removeprefix("aws:"))
    elif incomplete.startswith("page:"):
        yield from (f"page:{path}" for path in _paths(incomplete.removeprefix("page:"), ""))
    elif not incomplete.startswith(_KINDS):
        yield from (kind for kind in _KINDS if kind.startswith(incomplete))
        yield from _paths(incomplete, ".json")


def _commands(incomplete: str) -> Iterator[str]:
    """The services of the AWS CLI, and of one that is given its operations."""
    from shorthand.aws.models import operations, services

    service, slash, operation = incomplete.partition("/")
    try:
        if slash:
            yield from (f"aws:{service}/{name}" for name in operations(service) if name.startswith(operation))
        else:
            yield from (f"aws:{name}/" for name in services() if name.startswith(service))
    except ShorthandError:
        return


def _paths(start: str, end: str) -> Iterator[str]:
    for path in sorted(glob.glob(f"{glob.escape(start)}*")):
        if os.path.isdir(path):
            yield f"{path}/"
        elif path.endswith(end):
            yield path
