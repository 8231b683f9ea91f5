"""A command line to the input of its command: what stands in the JSON for --cli-input-json."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from shorthand.api import loads_option
from shorthand.aws.command import Command, Option
from shorthand.aws.command_line.convenience_options import REVISIONS, function_of, place_of, what_only_the_aws_cli_can
from shorthand.aws.command_line.global_options import INPUT_JSON, SKELETON
from shorthand.aws.command_line.merging import Partial, merged
from shorthand.aws.command_line.options import given_options, named
from shorthand.aws.models import aws, operations
from shorthand.codec.convert import check
from shorthand.codec.json_text import loads_json
from shorthand.codec.shape_at import shape_at
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import (
    FileReferenceError,
    ShorthandError,
    ShorthandTypeError,
    UnrepresentableError,
    error_of,
)
from shorthand.shapes import Blob, List, Shape, String, Structure, resolved
from shorthand.syntax.raw import Files

_REFERENCES = ("file://", "fileb://")


class Reference(NamedTuple):
    """The name of a file as it was given, the place of what was read from it in the input, and what was read."""

    token: str
    place: Sequence[str | int]
    value: Any


@dataclass(frozen=True)
class CommandLine:
    """A command with its input, and the words that are no part of the input."""

    service: str
    command: Command
    input: dict[str, Any]
    """The JSON input: members by their names in the API."""
    others: dict[str, list[str]] = field(default_factory=dict)
    """By option, the words of what only the AWS CLI itself makes use of: global options, paging, files to write to."""
    positional: list[str] = field(default_factory=list)
    references: dict[str, Reference] = field(default_factory=dict)
    """By option, the file that its value was read from."""


def read_command_line(
    words: Sequence[str],
    *,
    base: Mapping[str, Any] | None = None,
    complete: bool = True,
    strict: bool = True,
    files: Files | None = None,
) -> CommandLine:
    """Read the words `[aws] SERVICE OPERATION --option …`.

    What the options give is laid over `base`, an input in its JSON form. With `complete` the whole must be a valid
    input, nothing required missing. `strict` and `files` are as for `loads_option`; `strict` also stops at an option
    given twice, of which the AWS CLI keeps only the last.

    Raises ShorthandError, with the nearest name where one is unknown.
    """
    service, operation, rest, others = named(list(words))
    command = aws(service, operation)
    if command.input_shape is None:
        raise _no_input(service, operation, rest)
    shape = command.input_shape
    given, positional = given_options(command, rest, others, strict)
    under: dict[str, Any] = dict(base or {})
    if INPUT_JSON in others:
        under = merged(_input_json(others.pop(INPUT_JSON)[0], strict, files), under, shape)
    complete = complete and SKELETON not in others
    reader = _Reader(service, command, bool(under) or not complete, strict, files)
    options: dict[str, Any] = {}
    for name, (option, tokens) in given.items():
        part = reader.part(option, name, tokens, options)
        if part is None:
            others[name] = tokens
        else:
            options = _joined(options, part)
    whole = _ordered(merged(under, options, shape), shape)
    line = CommandLine(service, command, whole, others, positional, reader.references)
    check_input(line, complete=complete, typed=not under)
    return line


def _no_input(service: str, operation: str, rest: list[str]) -> ShorthandError:
    """The error for a command that is no operation of a service."""
    within = [name.removeprefix(f"{operation} ") for name in operations(service) if name.startswith(f"{operation} ")]
    if within and rest and not rest[0].startswith("-"):
        return ShorthandError(f"{service} {operation} has no command {rest[0]!r}", hint=did_you_mean(rest[0], within))
    if within and not rest:
        return ShorthandError(f"{service} {operation} is followed by what it is to do", expected=listed(within))
    return ShorthandError(
        f"aws {service} {operation} is a command of the AWS CLI itself and takes no JSON input",
        hint=f"its options can be converted one by one, with the schema aws:{service}/{operation}#--option",
    )


def _input_json(text: str, strict: bool, files: Files | None) -> dict[str, Any]:
    if text.startswith(_REFERENCES):
        if files is None:
            raise FileReferenceError(f"{text} refers to a file, and reading files is not allowed here", text=text)
        text = str(files("file://" + text.partition("://")[2]))
    value = loads_json(text, strict=strict)
    if not isinstance(value, dict):
        raise ShorthandTypeError(f"an object is expected for {INPUT_JSON}", text=text)
    return value


def _joined(options: Any, part: Any) -> Any:
    """What two options give, where both say something of the same member; a list that both begin is one list."""
    if isinstance(options, dict) and isinstance(part, dict):
        return {**options, **{key: _joined(options[key], part[key]) if key in options else part[key] for key in part}}
    if isinstance(options, list) and isinstance(part, list) and len(options) == len(part) == 1:
        return [_joined(options[0], part[0])]
    return part


def check_input(line: CommandLine, *, complete: bool = True, typed: bool = True) -> None:
    """Whether the input fits the command. Raises ShorthandTypeError.

    Where it is not `typed` as options alone, what the AWS CLI makes of options of its own may stand in it already.
    """
    command = line.command
    shape = command.input_shape or Structure({})
    if complete:
        missing = [
            option.name
            for option in command.all_options()
            if option.required
            and not _is_given(option, line)
            and (typed or option.member is not None or option.positional)
        ]
        if missing:
            raise ShorthandTypeError(
                f"{line.service} {command.name} needs {_and(missing)}",
                hint=f"see how they are written: shorthand syntax -s 'aws:{line.service}/{command.name}#{missing[0]}'"
                if missing[0].startswith("--")
                else "",
            )
    try:
        check(_without_bytes(line.input), shape if complete else Partial().of(shape))
    except UnrepresentableError as error:
        null = "null" in error.reason
        raise ShorthandTypeError(
            "null is no value for the AWS CLI" if null else error.reason,
            place=error.place,
            hint="leave it out" if null else error.hint,
        ) from None


def _is_given(option: Option, line: CommandLine) -> bool:
    if option.member is not None:
        return option.member in line.input
    if option.positional:
        return bool(line.positional)
    if place := place_of(line.service, line.command.name, option.name):
        return place[0] in line.input
    return option.name in line.others or bool(function_of(line.service, line.command.name, option.name))


def _without_bytes(value: Any) -> Any:
    """`value` with texts for bytes, which are a blob's and have been checked where they were read."""
    if isinstance(value, dict):
        return {key: _without_bytes(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_bytes(item) for item in value]
    return "" if isinstance(value, bytes) else value


def _and(names: list[str]) -> str:
    return " and ".join([*([", ".join(names[:-1])] if names[:-1] else []), names[-1]])


def _ordered(value: dict[str, Any], shape: Shape) -> dict[str, Any]:
    """The members in the documented order."""
    shape = resolved(shape)
    known = [name for name in shape.members if name in value] if isinstance(shape, Structure) else []
    return {name: value[name] for name in [*known, *(name for name in value if name not in known)]}


class _Reader:
    """Reads the options of one command, each to its part of the input."""

    def __init__(self, service: str, command: Command, partial: bool, strict: bool, files: Files | None) -> None:
        self.service = service
        self.command = command
        self.partial = Partial() if partial else None
        self.strict = strict
        self.files = files
        self.references: dict[str, Reference] = {}

    def part(self, option: Option, name: str, tokens: list[str], so_far: dict[str, Any]) -> dict[str, Any] | None:
        """The part of the input that an option gives by one of its names; None where it is none of the input."""
        place = self.service, self.command.name, option.name
        if what_only_the_aws_cli_can(*place):
            raise ShorthandError(
                f"what {name} stands for only the AWS CLI works out", hint="give the JSON input in its place"
            )
        try:
            if option.member is not None:
                return self.placed(option, tokens, (option.member,), self.member(option, name, tokens))
            if steps := place_of(*place):
                shape = shape_at(self.command.input_shape, tuple(steps)) or option.shape
                return self.placed(option, tokens, steps, self.value(tokens, shape))
            if function := function_of(*place):
                return function(tokens, so_far)
            if self.service == "deploy" and option.name in REVISIONS:
                return REVISIONS[option.name](self.value(tokens, option.shape))
        except ShorthandError as error:
            raise error_of(
                replace(one, label=f"{name} {one.path}" if one.path else name) for one in error.diagnostics
            ) from error.__cause__
        return None

    def placed(self, option: Option, tokens: list[str], place: Sequence[str | int], value: Any) -> dict[str, Any]:
        """A value at its place in the input."""
        if len(tokens) == 1 and (tokens[0].startswith(_REFERENCES) or is_streaming(option.shape)):
            self.references[option.name] = Reference(tokens[0], place, value)
        for step in reversed(place):
            value = {step: value} if isinstance(step, str) else [value]
        part: dict[str, Any] = value
        return part

    def member(self, option: Option, name: str, tokens: list[str]) -> Any:
        """The value of an option that stands for a member of the input."""
        shape = resolved(option.shape)
        if option.negative and not tokens:
            # The structure's only member is the boolean Value.
            return name == option.name if option.flag else {"Value": name == option.name}
        if isinstance(shape, List) and not tokens:
            return []
        if is_streaming(shape):
            return self.content(tokens)
        return self.value(tokens, shape)

    def value(self, tokens: list[str], shape: Shape) -> Any:
        shape = self.partial.of(shape) if self.partial else shape
        return loads_option(tokens, shape, strict=self.strict, files=self.files)

    def content(self, tokens: list[str]) -> str | bytes:
        """The content of the file that an option names by its plain path."""
        if self.files is None or len(tokens) != 1:
            return str(loads_option(tokens, String()))
        return self.files(tokens[0] if tokens[0].startswith("fileb://") else f"fileb://{tokens[0]}")


def is_streaming(shape: Shape) -> bool:
    """Whether an option of this shape is given the name of a file."""
    shape = resolved(shape)
    return isinstance(shape, Blob) and shape.streaming
