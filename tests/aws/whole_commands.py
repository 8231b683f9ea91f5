"""Check inputs of every operation: written as a command line, and read by the AWS CLI and by us as the same input."""

from __future__ import annotations

from collections import Counter
from typing import Any

from shorthand import sources
from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.to_input import CommandLine, is_streaming, read_command_line
from shorthand.errors import ShorthandError, UnrepresentableError
from shorthand.shapes import Structure
from tests.aws import awscli_tables as awscli
from tests.aws.documented import Found
from tests.aws.example_commands import Contents, operation_reading
from tests.aws.examples import plain, with_input_json
from tests.aws.random_values import RandomValues


def check(service: str, inputs: int = 2) -> Found:
    """Check every operation of a service."""
    found = Found(Counter(), [])
    for command in awscli.commands(service):
        if command.operation is None:
            continue
        ours = sources.aws(service, command.name, awscli.MAJOR)
        if any(option.required and is_streaming(option.shape) for option in ours.options.values()):
            found.counts["operations that need the content of a file"] += 1
            continue
        found.counts["operations"] += 1
        made = RandomValues(f"{service} {command.name}")
        for _ in range(inputs):
            positional = ["out"] if _writes_a_file(ours) else []
            line = CommandLine(service, ours, _input(ours, made), positional=positional, version=awscli.MAJOR)
            found.counts["inputs"] += 1
            try:
                words = write_command_line(line)
            except UnrepresentableError as error:
                # No input gives the name of a file to write to. And what no option can carry needs --cli-input-json,
                # which commands that write a file do not take.
                found.counts["inputs that are refused for a reason"] += 1
                if not (error.reason.endswith("which no input gives") or _writes_a_file(ours)):
                    found.wrong.append(f"{service} {command.name}: {line.input} is not written: {error}")
                continue
            found.counts["inputs written with --cli-input-json in part"] += "--cli-input-json" in words
            theirs = operation_reading(command, words[2 + len(command.path) :], Contents([]))
            if theirs.error or plain(with_input_json(theirs.parameters, words)) != line.input:
                found.wrong.append(f"{words} is read by the AWS CLI as {theirs.error or theirs.parameters}")
                continue
            try:
                back = read_command_line(words, version=awscli.MAJOR).input
            except ShorthandError as error:
                found.wrong.append(f"{words} is not read: {error}")
                continue
            if back == line.input:
                found.counts["inputs that came back"] += 1
            else:
                found.wrong.append(f"{words} is read as {back}")
    return found


def _input(command: sources.Command, made: RandomValues) -> dict[str, Any]:
    # These options take the content of a file, which for a zip file must be valid.
    files = {option.member for option in command.all_options() if is_streaming(option.shape)} | {"ZipFile"}
    given = made.some(command.input_shape or Structure({}))
    return {name: value for name, value in given.items() if name not in files}


def _writes_a_file(command: sources.Command) -> bool:
    return any(option.positional for option in command.options.values())
