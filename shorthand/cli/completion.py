"""Tab completion for texts, through their schema, and for schemas."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator

import click
from click.shell_completion import CompletionItem

from shorthand.errors import ShorthandError

_KINDS = ("page:", "aws:", "python:")

# What is imported within the functions only Tab needs, and every run of the command imports this module.


def texts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001
    """Return the keys and values that can continue a text of the schema that is given before it."""
    from shorthand.cli.schema_option import load_option
    from shorthand.integrations.word_candidates import word_candidates

    schema = ctx.params.get("schema") or ""
    # A python: schema runs code, which nobody expects of Tab.
    if not schema or schema.startswith("python:"):
        return []
    try:
        found = word_candidates(incomplete, load_option(schema).shape)
    except ShorthandError:
        return []
    return items(found, goes_on=lambda _: True)


def schemas(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001
    """Return the kinds of schemas, the files that can hold one, the commands, and the options of a command."""
    return items(((name, "") for name in _schemas(incomplete)), goes_on=lambda _: True)


def items(candidates: Iterable[tuple[str, str]], goes_on: Callable[[str], bool]) -> list[CompletionItem[str]]:
    """Return what a shell can offer: without words that nobody can type, and with printable descriptions.

    Args:
        candidates: Words, each with its description or "".
        goes_on: Returns whether more can follow the word.
    """
    from shorthand.errors.rendering import printable

    return [
        CompletionItem(word, help=printable(description) or None, goes_on=goes_on(word))
        for word, description in candidates
        if printable(word) == word
    ]


def _schemas(incomplete: str) -> Iterator[str]:
    from shorthand.cli.schema_option import load_options

    command, sign, option = incomplete.partition("#")
    if incomplete.startswith("python:"):  # only importing the module would tell its types
        return
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
    """Yield the services of the AWS CLI, or after SERVICE/ its operations."""
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
