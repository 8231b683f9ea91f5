"""A text in its other forms: JSON, YAML, shorthand, a line for each shell, and Python with boto3."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import shorthand
from playground_engine.targets import Target
from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.aws.invocation import invocation_of
from shorthand.aws.program_code import boto3_code
from shorthand.aws.python_literals import PythonWriter
from shorthand.codec.json_text import loads_json, located_in_json
from shorthand.errors import ShorthandError
from shorthand.errors.shell_quoting import Shell, join_words

# Writing YAML takes a hundred times as long as writing JSON.
LONGEST_YAML = 100_000
_SHELLS = {Shell.POSIX: "bash and zsh", Shell.POWERSHELL: "PowerShell", Shell.CMD: "cmd"}


class Form(NamedTuple):
    """One form of a text.

    Attributes:
        name: The heading.
        text: The text in this form; "" where there is none.
        problem: Why there is none, or "".
        write: Writes the text, where that takes so long that the answer comes without it; the text is "" until then.
    """

    name: str
    text: str
    problem: str = ""
    write: Callable[[], str] | None = None

    def written(self) -> Form:
        """Return the form with its text."""
        if self.write is None:
            return self
        try:
            return Form(self.name, self.write())
        except ShorthandError as error:
            return Form(self.name, "", error.reason)


Forms = list[Form]


def option_forms(tokens: Sequence[str], target: Target, *, is_json: bool) -> tuple[Forms, list[str]]:
    """Return the forms of an option's value, and its words in shorthand.

    Args:
        tokens: The words as typed; JSON is one word.
        target: The option, or nothing: then a text is read without types.
        is_json: Whether the text is JSON.

    Raises:
        ShorthandError: The text does not read, or does not fit the option.
    """
    option = target.option
    if option is not None:
        value = shorthand.loads_option(tokens, option.shape)
        written = shorthand.dumps_option(value, option.shape)
    elif is_json:
        value = loads_json(tokens[0])
        try:
            written = [shorthand.dumps(value)]
        except ShorthandError as error:
            raise located_in_json(error, tokens[0]) from None
    else:
        value = shorthand.loads(tokens[0])
        written = [shorthand.dumps(value)]
    words = [option.name, *written] if option is not None and not option.positional else written
    forms = [*_data("JSON", "YAML", value), Form("Shorthand", "\n".join(written))]
    return forms + _shell_lines(words) + _argument(target, value), written


def command_forms(words: Sequence[str], base: Mapping[str, Any] | None = None) -> Forms:
    """Return the forms of a whole command.

    Raises:
        ShorthandError: The command does not read.
    """
    read = read_command_line(list(words), base=base)
    forms = _data("JSON for --cli-input-json", "YAML for --cli-input-yaml", read.input)
    try:
        forms += _shell_lines(write_command_line(read))
    except ShorthandError as error:
        forms.append(Form("Command", "", error.reason))
    return [*forms, Form("boto3", "", write=lambda: boto3_code(invocation_of(read)))]


def _argument(target: Target, value: Any) -> Forms:
    """Return the argument of a method of boto3 that the value of an option is."""
    command, option = target.command, target.option
    if command is None or option is None or option.member is None:
        return []
    writer = PythonWriter(command, {}, {}, {}, is_raw=False)
    arguments = {option.member: value}
    return [Form("boto3", "", write=lambda: writer.arguments(arguments).strip("\n"))]


def _shell_lines(words: list[str]) -> Forms:
    return [_shell_line(words, shell, name) for shell, name in _SHELLS.items()]


def _shell_line(words: list[str], shell: Shell, name: str) -> Form:
    try:
        return Form(name, join_words(words, shell))
    except ValueError as error:
        return Form(name, "", str(error))


def _data(json_name: str, yaml_name: str, value: Any) -> Forms:
    as_json = _json(value)
    if len(as_json) > LONGEST_YAML:
        return [Form(json_name, as_json), Form(yaml_name, "", "The value is too long to be written as YAML here.")]
    return [Form(json_name, as_json), Form(yaml_name, "", write=lambda: _yaml(value))]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_base64)


def _base64(value: Any) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    raise TypeError(f"unexpected value: {value!r}")


def _yaml(value: Any) -> str:
    # YAML takes a quarter of the time until the first answer.
    import yaml

    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=1_000_000).removesuffix("\n")
