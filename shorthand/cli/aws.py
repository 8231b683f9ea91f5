"""The command `aws`: a whole command of the AWS CLI to its JSON input, and back to a command line."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import click

import shorthand
from shorthand.aws.command_line.global_options import SKELETON
from shorthand.aws.command_line.to_input import CommandLine, read_command_line
from shorthand.cli import aws_completion, output, parameters, shells
from shorthand.codec.json_text import loads_json
from shorthand.errors import ShorthandError, UnrepresentableError, error_of

_RAW = ["raw-in-base64-out"]


@click.command(
    cls=aws_completion.WholeCommand,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    short_help="A whole AWS command: its JSON input, and back.",
    epilog=parameters.EXITS,
)
@click.option("--from-json", "file", metavar="FILE|-", help="Print the command line for the JSON input in this file.")
@click.option("--line", help="The command line as one text, quoted for a POSIX shell; it may go on over several lines.")
@click.option("--json", "form", flag_value="json", help="Print the JSON for --cli-input-json; so it is by default.")
@click.option("--yaml", "form", flag_value="yaml", help="Print the YAML for --cli-input-yaml.")
@click.option("--command", "form", flag_value="command", help="Print the command line; with --from-json by default.")
@click.option("--skeleton", is_flag=True, help="Print every member, filled with what is given; nothing is required.")
@click.option("--shell", type=click.Choice(shells.SHELLS), default="posix", help="The shell to quote for.")
@click.option("--indent", type=click.IntRange(0, 16), help="Spaces to indent JSON by; 0 for one line.")
@parameters.lenient
@click.argument(
    "words",
    metavar="SERVICE OPERATION [--OPTION VALUE]...",
    nargs=-1,
    type=click.UNPROCESSED,
    shell_complete=aws_completion.words,
)
def aws(
    file: str | None,
    line: str | None,
    form: str | None,
    skeleton: bool,
    shell: str,
    indent: int | None,
    lenient: bool,
    words: tuple[str, ...],
) -> int:
    """A whole command of the AWS CLI: its JSON input, or from that the command line with shorthand.

    The options of shorthand itself stand before SERVICE. Without any words the command line is read from standard
    input. An option wins over the JSON of --from-json or --cli-input-json, merged deeply. Bytes from a file are base64
    in JSON, as version 2 of the AWS CLI takes them; everything else stands as it is typed.

    With `help` as the last word, what can stand there is listed, an option with its syntax.

    \b
    shorthand aws ec2 create-tags --resources i-1 --tags Key=env,Value=prod
    shorthand aws --from-json input.json ec2 run-instances --region eu-west-1
    shorthand aws --skeleton --yaml sagemaker create-auto-ml-job --tags Key=a,Value=b
    shorthand aws --line 'aws ec2 create-tags --resources i-1 --tags "Key=env,Value=a b"'
    """
    given = list(words)
    if line is not None or not given or given == ["-"]:
        if line is not None and given:
            raise click.UsageError("give the command as words or with --line, not both")
        from shorthand.aws.command_line.words import split_line

        given = split_line(_stdin("a command") if line is None else line)
    if given[-1:] == ["help"]:
        from shorthand.cli.aws_help import print_help

        return print_help(given[:-1])
    base = _base(file) if file is not None else None
    read = read_command_line(given, base=base, complete=not skeleton, strict=not lenient, files=shorthand.files.local)
    if SKELETON in read.others:
        skeleton, form = True, "yaml" if read.others[SKELETON] == ["yaml-input"] else form
    if skeleton:
        if form == "command":
            raise click.UsageError("a skeleton is JSON or YAML, and no command line")
        from shorthand.aws.command_line.merging import filled

        value = filled(read.input, read.command.input_shape) if read.command.input_shape else {}
    elif form == "command" or (file is not None and form is None):
        from shorthand.aws.command_line.from_input import write_command_line

        output.print_all([shells.join(write_command_line(read), shell)])
        return 0
    else:
        value = read.input
    output.print_all([_yaml(value) if form == "yaml" else output.json_text(_blobs(value, read), _indent(indent))])
    return 0


def _indent(indent: int | None) -> int | None:
    return (2 if sys.stdout.isatty() else 0) or None if indent is None else indent or None


def _base(file: str) -> dict[str, Any]:
    """The JSON input that a file holds."""
    text = _stdin("JSON") if file == "-" else shorthand.files.local(f"file://{file}")
    try:
        value = loads_json(str(text))
        if not isinstance(value, dict):
            raise ShorthandError("the input of a command is a JSON object")
    except ShorthandError as error:
        source = "standard input" if file == "-" else file
        first = error.diagnostics[0]
        raise error_of([replace(first, reason=f"{source}: {first.reason}")]) from None
    return value


def _stdin(what: str) -> str:
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError(f"give {what}, or pipe it to standard input")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ShorthandError("standard input is not UTF-8 text") from None


def _blobs(value: Any, read: CommandLine) -> Any:
    """`value`, where the AWS CLI is told to take the texts of blobs as they are: with texts in place of bytes."""
    if read.others.get("--cli-binary-format") != _RAW:
        return value

    def texts(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: texts(item) for key, item in part.items()}
        if isinstance(part, list):
            return [texts(item) for item in part]
        if not isinstance(part, bytes):
            return part
        try:
            return part.decode("utf-8")
        except UnicodeDecodeError:
            raise UnrepresentableError(
                "bytes that are no text cannot be given raw in JSON", hint="leave --cli-binary-format out"
            ) from None

    return texts(value)


def _yaml(value: Any) -> str:
    import yaml

    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=1_000_000).removesuffix("\n")
