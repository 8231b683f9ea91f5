"""Read a command line as the input of its command: the JSON that --cli-input-json takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from shorthand.api.conversions import loads_option
from shorthand.aws.command import Command, Option
from shorthand.aws.command_line.convenience_options import REVISIONS, function_of, needs_the_aws_cli, place_of
from shorthand.aws.command_line.corrections import Correction, corrected_words, with_plain_hyphens
from shorthand.aws.command_line.global_options import INPUT_JSON, SKELETON
from shorthand.aws.command_line.merging import Partial, merged
from shorthand.aws.command_line.options import given_options, split_command
from shorthand.aws.models import aws, aws_version, operations
from shorthand.codec.convert import check
from shorthand.codec.json_text import loads_json
from shorthand.codec.shape_at import shape_at
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import (
    Diagnostic,
    FileReferenceError,
    Place,
    ShorthandError,
    ShorthandTypeError,
    UnrepresentableError,
    error_of,
)
from shorthand.shapes import Blob, List, Shape, String, Structure, resolved
from shorthand.syntax.raw import Files, is_file_reference


class ValueFromFile(NamedTuple):
    """A value that was read from a file.

    Attributes:
        token: The name of the file as given, such as `file://tags.json`.
        place: Where the value is in the input.
        value: The value.
    """

    token: str
    place: Place
    value: Any


@dataclass(frozen=True)
class CommandLine:
    """A command with its input, and the words that are no part of the input.

    Attributes:
        service: The name of the service.
        command: The command, with its options.
        input: The JSON input: members by their names in the API.
        others: The options that only the AWS CLI uses, each with its words: global options, paging, files to write.
        positional: The words that belong to no option.
        from_files: The values that were read from files, by option.
        version: The major version of the AWS CLI.
    """

    service: str
    command: Command
    input: dict[str, Any]
    others: dict[str, list[str]] = field(default_factory=dict)
    positional: list[str] = field(default_factory=list)
    from_files: dict[str, ValueFromFile] = field(default_factory=dict)
    version: int = 2


def read_command_line(
    words: Sequence[str],
    *,
    base: Mapping[str, Any] | None = None,
    complete: bool = True,
    strict: bool = True,
    files: Files | None = None,
    version: int | None = None,
) -> CommandLine:
    """Read the words `[aws] SERVICE OPERATION --option …`.

    Args:
        words: The words, as a program receives them after the shell.
        base: An input in its JSON form. The options win over it, merged deeply.
        complete: Whether everything required must be given.
        strict: As for `loads_option`; also whether to stop at an option that is given twice.
        files: Gives the content for file references, as for `loads_option`.
        version: The major version of the AWS CLI, 1 or 2; by default as `shorthand.aws.models.aws_version` tells.

    Raises:
        ShorthandError: The command is unknown, or its input is not valid. The hint names the nearest name.
    """
    version = aws_version(version)
    if plain := with_plain_hyphens(words):
        word = next(word for word, fixed in zip(words, plain, strict=True) if word != fixed)
        raise error_of([Diagnostic(f"unexpected dash in {word!r}", hint="type two hyphens", fix_words=plain)])
    service, operation, rest, others = split_command(list(words), version)
    command = aws(service, operation, version)
    if command.input_shape is None:
        raise _no_input(service, operation, rest, version)
    shape = command.input_shape
    given, positional = given_options(command, rest, others, strict)
    under: dict[str, Any] = dict(base or {})
    if INPUT_JSON in others:
        under = merged(_input_json(others.pop(INPUT_JSON)[0], strict, files), under, shape)
    complete = complete and SKELETON not in others
    reader = _OptionReader(service, command, bool(under) or not complete, strict, files)
    options: dict[str, Any] = {}
    faults: list[Diagnostic] = []
    corrections: dict[str, Correction] = {}
    for name, (option, tokens) in given.items():
        try:
            part = reader.part(option, name, tokens, options)
        except ShorthandError as error:
            faults += error.diagnostics
            corrections[name] = Correction(tokens, error.fix_tokens)
            continue
        if part is None:
            others[name] = tokens
        else:
            options = _joined(options, part)
    if faults:
        corrected = corrected_words(words, corrections)
        raise error_of(replace(fault, fix_words=corrected) for fault in faults)
    whole = _ordered(merged(under, options, shape), shape)
    line = CommandLine(service, command, whole, others, positional, reader.from_files, version)
    check_input(line, complete=complete, typed=not under)
    return line


def _no_input(service: str, operation: str, rest: list[str], version: int) -> ShorthandError:
    """Return the error for a command that is no operation of a service."""
    start = f"{operation} "
    within = [name.removeprefix(start) for name in operations(service, version) if name.startswith(start)]
    if within and rest and not rest[0].startswith("-"):
        return ShorthandError(f"{service} {operation} has no command {rest[0]!r}", hint=did_you_mean(rest[0], within))
    if within and not rest:
        return ShorthandError(f"expected a command of {service} {operation}, got nothing", expected=listed(within))
    return ShorthandError(
        f"aws {service} {operation} is a command of the AWS CLI itself and takes no JSON input",
        hint=f"its options can be converted one by one, with the schema aws:{service}/{operation}#--option",
    )


def _input_json(text: str, strict: bool, files: Files | None) -> dict[str, Any]:
    if is_file_reference(text):
        if files is None:
            raise FileReferenceError(f"{text} refers to a file, and reading files is not allowed here", text=text)
        text = str(files("file://" + text.partition("://")[2]))
    value = loads_json(text, strict=strict)
    if not isinstance(value, dict):
        raise ShorthandTypeError(f"expected a JSON object for {INPUT_JSON}", text=text)
    return value


def _joined(options: Any, part: Any) -> Any:
    """Join the parts that two options give. Lists of one item are joined as one item."""
    if isinstance(options, dict) and isinstance(part, dict):
        return {**options, **{key: _joined(options[key], part[key]) if key in options else part[key] for key in part}}
    if isinstance(options, list) and isinstance(part, list) and len(options) == len(part) == 1:
        return [_joined(options[0], part[0])]
    return part


def check_input(line: CommandLine, *, complete: bool = True, typed: bool = True) -> None:
    """Check that the input of a command line fits its command.

    Args:
        line: The command line.
        complete: Whether everything required must be given.
        typed: Whether the whole input was given by options. Otherwise the input may already hold what a required
            option without a member gives.

    Raises:
        ShorthandTypeError: The input does not fit.
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
            "the AWS CLI does not take null" if null else error.reason,
            place=error.place,
            hint="remove it" if null else error.hint,
        ) from None


def _is_given(option: Option, line: CommandLine) -> bool:
    """Return whether a command line gives an option."""
    if option.member is not None:
        return option.member in line.input
    if option.positional:
        return bool(line.positional)
    if place := place_of(line.service, line.command.name, option.name):
        return place[0] in line.input
    return option.name in line.others or bool(function_of(line.service, line.command.name, option.name))


def _without_bytes(value: Any) -> Any:
    """Return the value with texts instead of bytes, which were checked when they were read."""
    if isinstance(value, dict):
        return {key: _without_bytes(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_bytes(item) for item in value]
    return "" if isinstance(value, bytes) else value


def _and(names: list[str]) -> str:
    return " and ".join([*([", ".join(names[:-1])] if names[:-1] else []), names[-1]])


def _ordered(value: dict[str, Any], shape: Shape) -> dict[str, Any]:
    """Return the members in the documented order."""
    shape = resolved(shape)
    known = [name for name in shape.members if name in value] if isinstance(shape, Structure) else []
    return {name: value[name] for name in [*known, *(name for name in value if name not in known)]}


class _OptionReader:
    """Reads the options of one command, each as a part of the input."""

    def __init__(self, service: str, command: Command, partial: bool, strict: bool, files: Files | None) -> None:
        self.service = service
        self.command = command
        self.partial = Partial() if partial else None
        self.strict = strict
        self.files = files
        self.from_files: dict[str, ValueFromFile] = {}

    def part(self, option: Option, name: str, tokens: list[str], so_far: dict[str, Any]) -> dict[str, Any] | None:
        """Return the part of the input that an option gives, or None if it gives none.

        Args:
            option: The option.
            name: The name as typed, which may be the one that means false.
            tokens: The words that belong to it.
            so_far: The input that the options before it give.
        """
        place = self.service, self.command.name, option.name
        if needs_the_aws_cli(*place):
            raise ShorthandError(f"only the AWS CLI can work out what {name} gives", hint="give the JSON input instead")
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

    def placed(self, option: Option, tokens: list[str], place: Place, value: Any) -> dict[str, Any]:
        """Return the part of the input that has a value at a place."""
        if len(tokens) == 1 and (is_file_reference(tokens[0]) or is_streaming(option.shape)):
            self.from_files[option.name] = ValueFromFile(tokens[0], place, value)
        for step in reversed(place):
            value = {step: value} if isinstance(step, str) else [value]
        part: dict[str, Any] = value
        return part

    def member(self, option: Option, name: str, tokens: list[str]) -> Any:
        """Return the value of an option that gives a member of the input."""
        shape = resolved(option.shape)
        if option.negative and not tokens:
            # Without `flag` the shape is a structure whose only member is the boolean Value.
            return name == option.name if option.flag else {"Value": name == option.name}
        if isinstance(shape, List) and not tokens:
            return []
        if is_streaming(shape):
            return self.content(tokens)
        return self.value(tokens, shape)

    def value(self, tokens: list[str], shape: Shape) -> Any:
        """Read the words of an option."""
        shape = self.partial.of(shape) if self.partial else shape
        return loads_option(tokens, shape, strict=self.strict, files=self.files)

    def content(self, tokens: list[str]) -> str | bytes:
        """Return the content of a file, which the option names by its plain path."""
        if self.files is None or len(tokens) != 1:
            return str(loads_option(tokens, String()))
        return self.files(tokens[0] if tokens[0].startswith("fileb://") else f"fileb://{tokens[0]}")


def is_streaming(shape: Shape) -> bool:
    """Return whether an option of this shape takes the name of a file."""
    shape = resolved(shape)
    return isinstance(shape, Blob) and shape.streaming
