"""Read a command line as the input of its command: the JSON that --cli-input-json takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from shorthand.aws.command import Command, Option
from shorthand.aws.command_line.binary import bytes_of_blobs, check_base64, is_raw
from shorthand.aws.command_line.contradictions import check_contradictions
from shorthand.aws.command_line.convenience_options import function_of, place_of
from shorthand.aws.command_line.corrections import Correction, corrected_words, with_plain_hyphens
from shorthand.aws.command_line.global_options import INPUT_JSON, INPUT_YAML, NO_PAGING, SKELETON
from shorthand.aws.command_line.merging import Merge, Partial, joined
from shorthand.aws.command_line.option_values import OptionReader, Reading, ValueFromFile, is_streaming
from shorthand.aws.command_line.options import GivenOption, given_options, split_command
from shorthand.aws.command_line.paging import pages, turns_paging_off, without_paging
from shorthand.aws.models import aws, aws_version, operations
from shorthand.codec.constraints import violations
from shorthand.codec.convert import check
from shorthand.codec.json_text import loads_json
from shorthand.did_you_mean import did_you_mean, listed, nearest
from shorthand.errors import (
    Diagnostic,
    FileReferenceError,
    Kind,
    Place,
    ShorthandError,
    ShorthandTypeError,
    UnrepresentableError,
    error_of,
)
from shorthand.shapes import Shape, Structure, resolved
from shorthand.suggest import suggest_for_value
from shorthand.syntax.raw import DEEPEST, Files, is_file_reference

__all__ = ["CommandLine", "ValueFromFile", "check_input", "is_streaming", "read_command_line"]


@dataclass(frozen=True)
class CommandLine:
    """A command with its input, and the words that are no part of the input.

    Attributes:
        service: The name of the service.
        command: The command, with its options.
        input: The JSON input: members by their names in the API. A blob is text or bytes: see
            `shorthand.aws.command_line.binary`.
        others: The options that only the AWS CLI uses, each with its words: global options, paging, files to write.
        positional: The words that belong to no option.
        from_files: The values that were read from files, by option.
        version: The major version of the AWS CLI.
        notes: Remarks on what was read, such as a list that was replaced.
    """

    service: str
    command: Command
    input: dict[str, Any]
    others: dict[str, list[str]] = field(default_factory=dict)
    positional: list[str] = field(default_factory=list)
    from_files: dict[str, ValueFromFile] = field(default_factory=dict)
    version: int = 2
    notes: list[Diagnostic] = field(default_factory=list)


def read_command_line(
    words: Sequence[str],
    *,
    base: Mapping[str, Any] | None = None,
    complete: bool = True,
    strict: bool = True,
    files: Files | None = None,
    version: int | None = None,
    merge_lists_by: str | None = None,
) -> CommandLine:
    """Read the words `[aws] SERVICE OPERATION --option …`.

    Args:
        words: The words, as a program receives them after the shell.
        base: An input in its JSON form. The options win over it, merged deeply.
        complete: Whether everything required must be given.
        strict: As for `loads_option`; also whether to stop at an option that is given twice.
        files: Gives the content for file references, as for `loads_option`.
        version: The major version of the AWS CLI, 1 or 2; by default as `shorthand.aws.models.aws_version` tells.
        merge_lists_by: The member by which the items of two lists of structures are merged, such as "Key". Without it
            a list replaces the one below it.

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
    raw = is_raw(others, version)
    given, positional = given_options(command, rest, others, strict, version, service)
    check_contradictions(service, operation, {option.name for option, _ in given.values()})
    if pages(command):
        given = _with_paging(command, given, others)
    merge = Merge(merge_lists_by)
    under: dict[str, Any] = dict(base or {})
    if version == 2:
        check_base64(under, shape, strict=strict)
    given_input = _given_input(others, strict, files, shape, raw=raw, version=version)
    if given_input is not None:
        under = merge.merged(given_input, under, shape)
    complete = complete and SKELETON not in others
    reader = OptionReader(Reading(service, command, bool(under) or not complete, strict, files, version, raw))
    options = _options(reader, given, words, others)
    whole = _ordered(merge.merged(under, options, shape), shape)
    notes = [_replaced(place, members, merge_lists_by) for place, members in merge.replaced.items()]
    line = CommandLine(service, command, whole, others, positional, reader.from_files, version, notes)
    check_input(line, complete=complete, typed=not under)
    if complete:
        notes += [replace(one, reason=f"the AWS CLI refuses this: {one.reason}") for one in violations(whole, shape)]
    return line


def _options(
    reader: OptionReader, given: Mapping[str, GivenOption], words: Sequence[str], others: dict[str, list[str]]
) -> dict[str, Any]:
    """Return the input that the options give, and add those that give none to `others`.

    Raises:
        ShorthandError: Options cannot be read. It has all their faults, with the whole corrected command if there is
            one.
    """
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
            options = joined(options, part)
    if faults:
        corrected = corrected_words(words, corrections)
        raise error_of(replace(fault, fix_words=corrected) for fault in faults)
    return options


def _replaced(place: Place, members: Sequence[str], merge_lists_by: str | None) -> Diagnostic:
    """Return the remark that a list of structures was replaced."""
    if merge_lists_by is None:
        hint = "merge the items that have the same KEY with --merge-lists-by KEY, in Python with merge_lists_by"
    else:
        hint = did_you_mean(merge_lists_by, members) or f"its items have no member {merge_lists_by!r} to merge them by"
    return Diagnostic("the option replaces the whole list of the input", place=place, kind=Kind.OTHER, hint=hint)


def _with_paging(
    command: Command, given: dict[str, GivenOption], others: Mapping[str, Sequence[str]]
) -> dict[str, GivenOption]:
    """Return the options, with those that page as members if the AWS CLI does not page."""
    names = {option.name for option, _ in given.values()}
    if NO_PAGING not in others and not turns_paging_off(command, names):
        return given
    restored = without_paging(command, names)
    return {name: GivenOption(restored.get(name, one.option), one.tokens) for name, one in given.items()}


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


def _given_input(
    others: dict[str, list[str]], strict: bool, files: Files | None, shape: Shape, *, raw: bool, version: int
) -> dict[str, Any] | None:
    """Take the input that `--cli-input-json` or `--cli-input-yaml` gives from `others`; None without them."""
    names = [name for name in (INPUT_JSON, INPUT_YAML) if name in others]
    if not names:
        return None
    if len(names) > 1:
        raise ShorthandError(f"{INPUT_JSON} and {INPUT_YAML} exclude each other", hint="remove one")
    (text,) = others.pop(names[0])
    if is_file_reference(text):
        if files is None:
            raise FileReferenceError(f"{text} refers to a file, and reading files is not allowed here", text=text)
        content = files("file://" + text.partition("://")[2])
        text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    if names[0] == INPUT_YAML:
        from shorthand.aws.command_line.yaml_input import loads_yaml

        value = loads_yaml(text)
    else:
        value = loads_json(text, strict=strict)
    if not isinstance(value, dict):
        form = "YAML mapping" if names[0] == INPUT_YAML else "JSON object"
        raise ShorthandTypeError(f"expected a {form} for {names[0]}", text=text)
    if version == 2 and raw:
        return dict(bytes_of_blobs(value, shape))
    if version == 2:
        check_base64(value, shape, strict=strict)
    return value


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
        # A name that is nearly that of a member explains better what is missing.
        if missing and not _has_misspelt_name(line.input, shape):
            raise ShorthandTypeError(
                f"{line.service} {command.name} needs {_and(missing)}",
                hint=f"see how they are written: shorthand syntax -s 'aws:{line.service}/{command.name}#{missing[0]}'"
                if missing[0].startswith("--")
                else "",
            )
    try:
        check(_without_bytes(line.input), shape if complete else Partial().of(shape))
    except ShorthandTypeError as error:
        raise suggest_for_value(error, line.input, shape) from None
    except UnrepresentableError as error:
        null = "null" in error.reason
        raise ShorthandTypeError(
            "the AWS CLI does not take null" if null else error.reason,
            place=error.place,
            hint="remove it" if null else error.hint,
        ) from None


def _has_misspelt_name(value: Mapping[str, Any], shape: Shape) -> bool:
    members = shape.members if isinstance(shape := resolved(shape), Structure) else {}
    return any(name not in members and nearest(name, members) for name in value)


def _is_given(option: Option, line: CommandLine) -> bool:
    """Return whether a command line gives an option."""
    if option.member is not None:
        return option.member in line.input
    if option.positional:
        return bool(line.positional)
    if place := place_of(line.service, line.command.name, option.name):
        return place[0] in line.input
    return option.name in line.others or bool(function_of(line.service, line.command.name, option.name))


def _without_bytes(value: Any, depth: int = 0) -> Any:
    """Return the value with texts instead of bytes, which were checked when they were read.

    What is nested more deeply than an input can be stays as it is.
    """
    if depth > DEEPEST:
        return value
    if isinstance(value, dict):
        return {key: _without_bytes(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_bytes(item, depth + 1) for item in value]
    return "" if isinstance(value, bytes) else value


def _and(names: list[str]) -> str:
    return " and ".join([*([", ".join(names[:-1])] if names[:-1] else []), names[-1]])


def _ordered(value: dict[str, Any], shape: Shape) -> dict[str, Any]:
    """Return the members in the documented order."""
    shape = resolved(shape)
    known = [name for name in shape.members if name in value] if isinstance(shape, Structure) else []
    return {name: value[name] for name in [*known, *(name for name in value if name not in known)]}
