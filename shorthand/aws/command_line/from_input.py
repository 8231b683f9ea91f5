"""Write the input of a command as a command line, in shorthand where it can carry a value and otherwise in JSON."""

from __future__ import annotations

from typing import Any

from shorthand.api.conversions import dumps_option
from shorthand.aws.command import Option
from shorthand.aws.command_line.binary import is_raw, with_texts
from shorthand.aws.command_line.global_options import GLOBAL_OPTIONS, INPUT_JSON, SKELETON
from shorthand.aws.command_line.to_input import CommandLine, ValueFromFile, is_streaming
from shorthand.codec.json_text import dumps_json
from shorthand.codec.token_kind import NEGATIVE_NUMBER
from shorthand.errors import ShorthandTypeError, UnrepresentableError
from shorthand.shapes import List, Structure, resolved


def write_command_line(line: CommandLine) -> list[str]:
    """Write a command line that gives an input: its options in the documented order, then the global options.

    A value that was read from a file, and has not changed, is written as the file's name again. What no option can
    carry is written with --cli-input-json, such as a text that would be taken for the name of a file.

    Args:
        line: The command and its input.

    Returns:
        The words, beginning with `aws`, not quoted for a shell.

    Raises:
        UnrepresentableError: The command takes no --cli-input-json and needs it, or the input lacks something that the
            command needs.
    """
    left = dict(line.input)
    raw = is_raw(line.others, line.version)
    referred = {
        name: _with_name(name, [origin.token]) for name, origin in line.from_files.items() if _take(left, origin)
    }
    words = ["aws", line.service, *line.command.name.split(" "), *line.positional]
    for option in line.command.all_options():
        words += referred.get(option.name, [])
        # The AWS CLI takes the name of a global option for that, even where a command has an option of the name.
        if option.member is not None and option.member in left and option.name not in GLOBAL_OPTIONS:
            try:
                words += _option(option, left[option.member], raw=raw, version=line.version)
            except (UnrepresentableError, ShorthandTypeError):
                continue
            del left[option.member]
    if left:
        if any(option.positional for option in line.command.all_options()):
            raise UnrepresentableError(
                f"{line.command.name} has no option that can carry {', '.join(left)}, and takes no {INPUT_JSON}"
            )
        shape = line.command.input_shape or Structure({})
        words += [INPUT_JSON, dumps_json(with_texts(left, shape, raw=raw, version=line.version))]
    elif SKELETON not in line.others:
        missing = [option.name for option in line.command.all_options() if _is_missing(option, line, referred)]
        if missing:
            raise UnrepresentableError(f"{line.command.name} needs {' and '.join(missing)}, which no input gives")
    for name, tokens in line.others.items():
        words += _with_name(name, tokens)
    return words


def _is_missing(option: Option, line: CommandLine, referred: dict[str, list[str]]) -> bool:
    """Return whether an option that gives no member is missing. With --cli-input-json the AWS CLI asks for none."""
    if option.member is not None or not option.required:
        return False
    return not line.positional if option.positional else option.name not in {*line.others, *referred}


def _take(left: dict[str, Any], origin: ValueFromFile) -> bool:
    """Remove a value that was read from a file from what is left to write; return whether it is still in its place."""
    *outer, last = origin.place
    around: list[Any] = [left]
    for step in outer:
        if not (isinstance(around[-1], dict) and step in around[-1]):
            return False
        # The containers are copied, because the input itself must not change.
        around[-1][step] = dict(around[-1][step]) if isinstance(around[-1][step], dict) else around[-1][step]
        around.append(around[-1][step])
    inner = around[-1]
    if not isinstance(inner, dict) or last not in inner or inner[last] != origin.value:
        return False
    del inner[last]
    for step, holder in zip(reversed(outer), reversed(around[:-1]), strict=True):
        if not holder[step]:
            del holder[step]
    return True


def _option(option: Option, value: Any, *, raw: bool, version: int) -> list[str]:
    """Write an option with its value.

    Raises:
        UnrepresentableError: No words carry the value.
        ShorthandTypeError: The value does not fit the option.
    """
    if option.negative:
        # Without `flag` the shape is a structure whose only member is the boolean Value.
        choice = value if option.flag else value.get("Value") if isinstance(value, dict) and len(value) == 1 else None
        if isinstance(choice, bool):
            return [option.name if choice else option.negative]
    shape = resolved(option.shape)
    if is_streaming(shape):
        raise UnrepresentableError("the value is given by the name of a file")
    return _with_name(
        option.name,
        dumps_option(with_texts(value, shape, raw=raw, version=version), shape),
        several=isinstance(shape, List),
    )


def _with_name(name: str, tokens: list[str], *, several: bool = False) -> list[str]:
    """Return a name and its tokens as words. A value that looks like an option is joined to the name with `=`."""
    if tokens == ["--"]:
        raise UnrepresentableError("two dashes alone would be taken for the end of the options")
    if len(tokens) == 1 and not several and tokens[0].startswith("-") and not NEGATIVE_NUMBER.fullmatch(tokens[0]):
        return [f"{name}={tokens[0]}"]
    return [name, *tokens]
