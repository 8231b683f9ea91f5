"""Errors in how the command is used: unknown subcommands and options, and what click finds wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click
from click.exceptions import NoSuchOption

from shorthand.did_you_mean import nearest
from shorthand.errors import ShorthandError, shorten


def unknown_subcommand(name: str, subcommands: Sequence[str], path: str) -> ShorthandError:
    """Return the error for a word that is not a subcommand, with a hint at what was probably meant.

    Args:
        name: The word.
        subcommands: The subcommands there are.
        path: The words before it, such as "shorthand models".
    """
    return ShorthandError(
        f"unknown subcommand {shorten(name)}",
        hint=_hint_at_text(name) or _did_you_mean(name, subcommands) or f"list the subcommands: {path} --help",
    )


def _hint_at_text(word: str) -> str:
    """Return the hint for a word that follows a missing subcommand: shorthand, JSON, or a service."""
    if "=" in word:
        return "write a subcommand first: shorthand to-json …"
    if word.startswith(("[", "{")):
        return "write a subcommand first: shorthand to-shorthand …"
    from shorthand.aws.models import services  # takes 10 ms

    return f"write aws before the service: shorthand aws {word} …" if word in services() else ""


def unknown_option(name: str, command: click.Command, context: click.Context) -> ShorthandError:
    """Return the error for an option that the command does not have, with a hint at what was probably meant."""
    names = [option for parameter in command.get_params(context) for option in parameter.opts]
    hint = _did_you_mean(name, (option for option in names if option.startswith("--")))
    if not hint and any(isinstance(parameter, click.Argument) for parameter in command.params):
        hint = "write -- before a text that starts with a dash"
    return ShorthandError(f"unknown option {shorten(name)}", hint=hint or _see_help(context))


def usage_error(error: click.ClickException) -> ShorthandError:
    """Return the error in our own words for one of click."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, NoSuchOption) and context:
        return unknown_option(error.option_name, context.command, context)
    message = error.format_message().removesuffix(".")
    return ShorthandError(f"{message[:1].lower()}{message[1:]}", hint=_see_help(context))


def _did_you_mean(word: str, names: Iterable[str]) -> str:
    near = nearest(word, names)
    return f"did you mean {near}?" if near else ""


def _see_help(context: click.Context | None) -> str:
    return f"see {context.command_path if context else 'shorthand'} --help"
