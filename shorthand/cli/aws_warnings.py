"""Warnings of the subcommand `aws`: what reads in a command and is probably not what was meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from shorthand.api.conversions import loads_option
from shorthand.aws.command_line.corrections import Correction, corrected_words
from shorthand.aws.command_line.global_options import INPUT_JSON, INPUT_YAML
from shorthand.aws.command_line.options import given_options, split_command
from shorthand.aws.command_line.to_input import CommandLine
from shorthand.editor.option_warnings import warnings_of_option, warnings_of_value
from shorthand.errors import Diagnostic, Kind, ShorthandError


def warnings_of_command(words: Sequence[str], line: CommandLine, *, kept: Collection[str] = ()) -> list[Diagnostic]:
    """Return the warnings of a command that was read.

    Args:
        words: Its words.
        line: What was read from them.
        kept: The variables of a shell in the words, as they are written. Nothing is known about an option with one.
    """
    _, _, rest, others = split_command(list(words), line.version)
    given, _ = given_options(line.command, rest, others, False, line.version)
    found: list[Diagnostic] = []
    corrections: dict[str, Correction] = {}
    for name, (option, tokens) in given.items():
        if not tokens or any(variable in token for token in tokens for variable in kept):
            continue
        try:
            value = loads_option(tokens, option.shape, strict=False)
        except ShorthandError:  # the content of a file, or a value in a form that only the AWS CLI has
            continue
        of_option = warnings_of_option(tokens, option.shape, value)
        found += [replace(one, label=f"{name} {one.path}" if one.path else name) for one in of_option]
        fixes = [one.fix_tokens for one in of_option if one.fix_tokens]
        if fixes:
            corrections[name] = Correction(tokens, fixes[0])
    # What is shown for a variable is not what is typed for it.
    corrected = corrected_words(words, corrections) if corrections and not kept else None
    found = [replace(one, fix_words=corrected if one.fix_tokens else None, fix=None, fix_tokens=None) for one in found]
    if line.command.input_shape is not None and (INPUT_JSON in others or INPUT_YAML in others):
        known = {one.reason for one in found}
        in_input = warnings_of_value(line.input, line.command.input_shape)
        found += [one for one in in_input if one.reason not in known and one.kind is Kind.MISTAKE]
    return found
