"""The input of a command, to the words of a command line: shorthand where it can carry a value, else JSON."""

from __future__ import annotations

from typing import Any

from shorthand.api import dumps_option
from shorthand.aws.command import Option
from shorthand.aws.command_line.global_options import INPUT_JSON, SKELETON
from shorthand.aws.command_line.to_input import CommandLine, Reference, is_streaming
from shorthand.codec.json_text import dumps_json
from shorthand.codec.option import NEGATIVE_NUMBER
from shorthand.errors import ShorthandTypeError, UnrepresentableError
from shorthand.shapes import List, resolved


def write_command_line(line: CommandLine) -> list[str]:
    """The words of a command line that gives this input: options in the documented order, then those of every command.

    A value that was read from a file, and stayed, is given by the file's name again. What no option can carry (a part
    of a value that has an option of its own, text that would be taken for a file's name) is given with
    --cli-input-json. Raises UnrepresentableError where the command takes none.
    """
    left = dict(line.input)
    referred = {name: _with_name(name, [one.token]) for name, one in line.references.items() if _taken(left, one)}
    words = ["aws", line.service, *line.command.name.split(" "), *line.positional]
    for option in line.command.all_options():
        words += referred.get(option.name, [])
        if option.member is not None and option.member in left:
            try:
                words += _option(option, left[option.member])
            except (UnrepresentableError, ShorthandTypeError):
                continue
            del left[option.member]
    if left:
        if any(option.positional for option in line.command.all_options()):
            raise UnrepresentableError(
                f"{line.command.name} has no option that can carry {', '.join(left)}, and takes no {INPUT_JSON}"
            )
        words += [INPUT_JSON, _json(left)]
    elif needed := [option.name for option in line.command.all_options() if _is_asked(option, line, referred)]:
        raise UnrepresentableError(f"{line.command.name} needs {' and '.join(needed)}, which no input holds")
    for name, tokens in line.others.items():
        words += _with_name(name, tokens) if name != SKELETON else []
    return words


def _is_asked(option: Option, line: CommandLine, referred: dict[str, list[str]]) -> bool:
    """Whether the AWS CLI asks for an option that is no member of the input; with --cli-input-json it asks for none."""
    if option.member is not None or not option.required:
        return False
    return not line.positional if option.positional else option.name not in {*line.others, *referred}


def _taken(left: dict[str, Any], reference: Reference) -> bool:
    """Whether what was read from a file still stands in its place; then it is taken out of what is left to write."""
    *outer, last = reference.place
    around: list[Any] = [left]
    for step in outer:
        if not (isinstance(around[-1], dict) and step in around[-1]):
            return False
        # What is left is changed, and not the input that it was taken from.
        around[-1][step] = dict(around[-1][step]) if isinstance(around[-1][step], dict) else around[-1][step]
        around.append(around[-1][step])
    inner = around[-1]
    if not isinstance(inner, dict) or last not in inner or inner[last] != reference.value:
        return False
    del inner[last]
    for step, holder in zip(reversed(outer), reversed(around[:-1]), strict=True):
        if not holder[step]:
            del holder[step]
    return True


def _option(option: Option, value: Any) -> list[str]:
    """The words of an option with its value. Raises UnrepresentableError, ShorthandTypeError."""
    if option.negative:
        said = value if option.flag else value.get("Value") if isinstance(value, dict) and len(value) == 1 else None
        if isinstance(said, bool):
            return [option.name if said else option.negative]
    shape = resolved(option.shape)
    if is_streaming(shape):
        raise UnrepresentableError("it is given by the name of a file")
    return _with_name(option.name, dumps_option(value, shape), several=isinstance(shape, List))


def _with_name(name: str, tokens: list[str], *, several: bool = False) -> list[str]:
    """A value that begins with a dash would be taken for another option: it is written in one word with the name."""
    if tokens == ["--"]:
        raise UnrepresentableError("two dashes alone are taken for the end of the options")
    if len(tokens) == 1 and not several and tokens[0].startswith("-") and not NEGATIVE_NUMBER.fullmatch(tokens[0]):
        return [f"{name}={tokens[0]}"]
    return [name, *tokens]


def _json(value: Any) -> str:
    try:
        return dumps_json(value)
    except TypeError:  # bytes
        raise UnrepresentableError("bytes can be given by the name of a file only") from None
