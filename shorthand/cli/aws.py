"""The subcommand `aws`: a whole command of the AWS CLI to its JSON input, and back to a command line."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import takewhile
from typing import Any, NamedTuple

import click

from shorthand.aws.command_line.global_options import GLOBAL_OPTIONS, SKELETON
from shorthand.aws.command_line.to_input import CommandLine
from shorthand.cli import aws_completion, file_limit, shared_options, shell_quoting, standard_error, standard_output
from shorthand.cli.aws_input import GivenCommand, ReadCommand, base_input, given_commands
from shorthand.cli.file_limit import files_up_to
from shorthand.cli.json_output import indent_for_output, json_text
from shorthand.cli.standard_error import choose_shell, draw_warnings, typing_shell
from shorthand.errors import ShorthandError, error_of

PROGRAMS = ("boto3", "python")
"""The forms of `--to`."""


@click.command(
    cls=aws_completion.WholeCommand,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    short_help="Convert a whole AWS command to its JSON input, and back.",
    epilog=shared_options.EXIT_CODES,
)
@click.option("--from-json", metavar="FILE|-", help="Print the command line for the JSON or YAML input in this file.")
@click.option("--from-yaml", metavar="FILE|-", help="Print the command line for the YAML input in this file.")
@click.option(
    "--merge-lists-by",
    metavar="KEY",
    help="Merge lists of structures by the member KEY; without it, the list of an option replaces the other.",
)
@click.option("--line", help="A text that holds the command as it is typed in a shell; it may have several lines.")
@click.option(
    "--variables",
    type=click.Choice(["keep", "error", "env"]),
    default="keep",
    show_default=True,
    help="Keep the variables in the text of --line, refuse them, or take their values from the environment.",
)
@click.option("--json", "form", flag_value="json", help="Print the JSON for --cli-input-json (the default).")
@click.option("--yaml", "form", flag_value="yaml", help="Print the YAML for --cli-input-yaml.")
@click.option(
    "--command",
    "form",
    flag_value="command",
    help="Print the command line (the default of --from-json and --from-yaml).",
)
@click.option("--to", "program", type=click.Choice(PROGRAMS), help="Print a call of boto3, or the input as Python.")
@click.option("--skeleton", is_flag=True, help="Print every member, filled with what is given; nothing is required.")
@click.option(
    "--shell", type=click.Choice([*shell_quoting.SHELLS, "none"]), callback=choose_shell, help="The shell to quote for."
)
@shared_options.indent
@shared_options.lenient
@shared_options.aws_version
@click.option("--no-files", is_flag=True, help="Read no file that the command refers to.")
@file_limit.max_file_size
@click.argument(
    "words",
    metavar="SERVICE OPERATION [--OPTION VALUE]...",
    nargs=-1,
    type=click.UNPROCESSED,
    shell_complete=aws_completion.words,
)
def aws(
    from_json: str | None,
    from_yaml: str | None,
    merge_lists_by: str | None,
    line: str | None,
    variables: str,
    form: str | None,
    program: str | None,
    skeleton: bool,
    shell: str | None,
    indent: int | None,
    lenient: bool,
    no_files: bool,
    max_file_size: int,
    words: tuple[str, ...],
) -> int:
    """Convert a whole command of the AWS CLI to its JSON input, or the input to the command line with shorthand.

    The options of shorthand itself come before SERVICE. Without any words, the command is read from standard input. In
    the text of --line or standard input, each AWS command is found, and $X or $(command) is kept as it is written. An
    option overrides the input of --from-json, --from-yaml or --cli-input-json; the two are merged deeply. Bytes are
    base64 in JSON, as version 2 of the AWS CLI expects them.

    With `help` or --help as the last word, the services, operations or options are listed, each option with its syntax.

    \b
    shorthand aws ec2 create-tags --resources i-1 --tags Key=env,Value=prod
    echo '{"Resources": ["i-1"]}' | shorthand aws --from-json - ec2 create-tags --tags Key=env,Value=prod
    shorthand aws --skeleton --yaml sagemaker create-auto-ml-job --tags Key=a,Value=b
    shorthand aws --line 'aws ec2 create-tags --resources i-1 --tags "Key=env,Value=a b"'
    """
    commands = given_commands(line, words, max_size=max_file_size, shell=shell, variables=variables)
    path = words_before_help(commands[0].words) if len(commands) == 1 else None
    if path is not None:
        from shorthand.cli.aws_help import help_lines  # takes 2 ms to import

        standard_output.print_all(help_lines(path))
        return 0
    if words:
        _refuse_own_option(commands[0].words)
    base = base_input(from_json, from_yaml, max_file_size)
    files = None if no_files else files_up_to(max_file_size)
    form = program or form or ("command" if base is not None and not skeleton else "json")
    wanted = _Wanted(form, skeleton, shell, indent)
    faults: list[ShorthandError] = []
    for command in commands:
        try:
            read = command.read(
                files, base=base, complete=not skeleton, strict=not lenient, merge_lists_by=merge_lists_by
            )
        except ShorthandError as error:
            from shorthand.cli.aws_corrections import with_corrections  # only errors need it

            faults.append(_as_typed(with_corrections(error, command.words), command.words, words))
            faults[-1].__cause__ = error.__cause__
        else:
            _warn(command, read, words)
            standard_output.print_all([_answer(command, read, wanted)])
    if faults:
        raise faults[0] if len(faults) == 1 else error_of(one for fault in faults for one in fault.diagnostics)
    return 0


class _Wanted(NamedTuple):
    """What to print of a command."""

    form: str
    skeleton: bool
    shell: str | None
    indent: int | None


def _answer(command: GivenCommand, read: ReadCommand, wanted: _Wanted) -> str:
    """Return what is printed for a command that was read."""
    form, skeleton, line = wanted.form, wanted.skeleton, read.line
    if SKELETON in line.others and form != "command":
        skeleton, form = True, "yaml" if line.others[SKELETON] == ["yaml-input"] else form
    if skeleton and form not in ("json", "yaml"):
        raise click.UsageError("a skeleton is JSON or YAML, not a command line")
    if form == "command":
        from shorthand.aws.command_line.from_input import write_command_line  # takes 3 ms to import

        shell = wanted.shell or typing_shell()
        written = write_command_line(line)
        return command.quoted_again(written, shell) or shell_quoting.join(written, shell)
    if form in PROGRAMS:
        from shorthand.aws import program_code  # takes 3 ms to import
        from shorthand.aws.invocation import invocation_of

        invocation = invocation_of(*read)
        return program_code.boto3_code(invocation) if form == "boto3" else program_code.python_code(invocation)
    value = _skeleton(line) if skeleton else line.input
    if form == "yaml":
        from shorthand.cli.yaml_output import yaml_text  # takes 15 ms to import

        return yaml_text(value)
    return json_text(_json_ready(value, line), indent_for_output(wanted.indent))


def _warn(command: GivenCommand, read: ReadCommand, words: tuple[str, ...]) -> None:
    """Write the warnings of a command that was read to standard error."""
    from shorthand.cli.aws_warnings import warnings_of_command  # takes 4 ms to import

    kept = (
        [part.source for parts in command.pasted.words for part in parts if not isinstance(part, str)]
        if command.pasted
        else []
    )
    if found := [*read.line.notes, *warnings_of_command(command.words, read.line, kept=kept)]:
        drawn = draw_warnings(_as_typed(error_of(found), command.words, words).diagnostics, shell=typing_shell())
        standard_error.write("".join(f"{one}\n" for one in drawn))


def _as_typed(error: ShorthandError, words: list[str], arguments: tuple[str, ...]) -> ShorthandError:
    """Return the error with its whole corrected command as it is typed: here, or in the text of --line."""
    given = sys.argv[1:]
    is_typed = arguments and given[-len(arguments) :] == list(arguments)
    before = ["shorthand", *given[: -len(arguments)]] if is_typed else []
    return error_of(
        replace(fault, fix_words=(*before, *fault.fix_words), typed_words=(*before, *words))
        if fault.fix_words
        else fault
        for fault in error.diagnostics
    )


def words_before_help(words: list[str]) -> list[str] | None:
    """Return the service and operation whose help the words ask for; None if they do not ask for help.

    As for the AWS CLI, `help` asks for it only if no option precedes it, because it can be a value. Nobody means --help
    as a value.
    """
    path = list(takewhile(lambda word: not word.startswith("-"), words))
    if words[-1:] in (["--help"], ["-h"]):
        return path
    return words[:-1] if words[-1:] == ["help"] and path == words else None


def _refuse_own_option(words: list[str]) -> None:
    """Raise ShorthandError if the first word is a misspelt option of this subcommand, not one of the AWS CLI."""
    context = click.get_current_context()
    if not words[0].startswith("--") or words[0].partition("=")[0] in GLOBAL_OPTIONS:
        return
    from shorthand.cli.usage_errors import unknown_option  # few runs need it

    error = unknown_option(words[0], context.command, context)
    if error.hint.startswith("did you mean"):
        raise error


def _skeleton(read: CommandLine) -> Any:
    from shorthand.aws.command_line.merging import filled

    return filled(read.input, read.command.input_shape) if read.command.input_shape else {}


def _json_ready(value: Any, read: CommandLine) -> Any:
    from shorthand.aws.command_line.binary import json_ready

    return json_ready(value, read.command.input_shape, read.version) if read.command.input_shape else value
