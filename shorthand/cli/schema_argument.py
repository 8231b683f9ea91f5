"""The schema on the command line.

`aws:SERVICE/OPERATION#--option`, `page:FILE#--option`, `python:package.module:Type`, or a JSON Schema file.
"""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

from shorthand import sources
from shorthand.aws.command import Command, Option
from shorthand.codec.json_text import loads_json
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import ShorthandError, error_of

_FORMS = "aws:SERVICE/OPERATION#--option, page:FILE#--option, python:MODULE:TYPE, or a JSON Schema file"
_OF_COMMANDS = ("page:", "aws:")


def load_options(name: str) -> list[Option]:
    """The options of the command that `page:FILE` documents, or the one that is named. Raises ShorthandError.

    `aws:SERVICE/OPERATION` is a command of the AWS CLI.
    """
    if name.startswith(_OF_COMMANDS) and not _split(name)[1]:
        return list(_command(name).options.values())
    if not name.startswith((*_OF_COMMANDS, "python:")):
        raise ShorthandError(f"{name!r} names no command", expected="page:FILE or aws:SERVICE/OPERATION")
    return [load_option(name)]


def load_option(name: str) -> Option:
    """The option that the schema named so is of. Raises ShorthandError."""
    if name.startswith("python:"):
        from shorthand.cli.python_schema import load_python

        return load_python(name)
    if not name.startswith(_OF_COMMANDS):
        return Option(name, sources.json_schema(_schema(name)))
    wanted = _split(name)[1]
    command = _command(name)
    if not wanted:
        raise ShorthandError(
            f"{name!r} names a command, and one option of it is needed",
            expected=listed(f"#{option}" for option in command.options),
            hint=f"for all of them: shorthand options -s {shlex.quote(name)}",
        )
    if wanted in command.options:
        return command.options[wanted]
    if wanted in command.hidden:
        return command.hidden[wanted]
    # A # after the option, or an option without its dashes.
    near = did_you_mean(f"--{wanted.lstrip('-')}", command.options)
    raise ShorthandError(
        f"{command.name} has no option {wanted!r}", expected="" if near else listed(command.options), hint=near
    )


def _split(name: str) -> tuple[str, str]:
    """What the command comes from, and its option: `FILE#--option`; a file's name may hold a # too."""
    name = name.partition(":")[2]
    path, _, wanted = name.rpartition("#--")
    if path:
        return path, f"--{wanted}"
    path, _, wanted = name.partition("#")
    return path, wanted


def _command(name: str) -> Command:
    path = _split(name)[0]
    if name.startswith("aws:"):
        service, slash, operation = path.partition("/")
        if not slash:
            raise ShorthandError(f"{name!r} names no command", expected="aws:SERVICE/OPERATION")
        return sources.aws(service, operation)
    try:
        return sources.reference_page(_read(path))
    except ShorthandError as error:
        # The page is long, and the fault is not where the user typed: name the file first.
        first = error.diagnostics[0]
        raise error_of([first if path in first.reason else replace(first, reason=f"{path}: {first.reason}")]) from None


def _schema(path: str) -> dict[str, object] | bool:
    text = _read(path)
    try:
        schema = loads_json(text)
    except ShorthandError as error:
        first = error.diagnostics[0]
        raise error_of([replace(first, reason=f"{path}: {first.reason}")]) from None
    if not isinstance(schema, (dict, bool)):
        raise ShorthandError(f"{path} is not a JSON Schema: an object is expected", expected=_FORMS)
    return schema


def _read(path: str) -> str:
    if not path:
        raise ShorthandError("the schema names no file", expected=_FORMS)
    try:
        return Path(path).read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ShorthandError(f"{path} is not UTF-8 text", hint="save it as UTF-8") from None
    except (OSError, ValueError) as error:
        hint = "a schema is " + _FORMS if isinstance(error, FileNotFoundError) else ""
        raise ShorthandError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}", hint=hint) from None
