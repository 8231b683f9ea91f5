"""Load what `-s SCHEMA` names.

A SCHEMA is `aws:SERVICE/OPERATION#--option`, `page:FILE#--option`, `python:package.module:Type`, or a JSON Schema file.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

from shorthand import sources
from shorthand.aws.command import Command, Option
from shorthand.cli.standard_error import name_source
from shorthand.codec.json_text import loads_json
from shorthand.did_you_mean import did_you_mean, listed
from shorthand.errors import ShorthandError
from shorthand.files import MAX_SIZE, TooLargeError, read_up_to
from shorthand.shapes import Shape

if TYPE_CHECKING:
    from shorthand.api.type_adapter import TypeAdapter

_FORMS = "aws:SERVICE/OPERATION#--option, page:FILE#--option, python:MODULE:TYPE, or a JSON Schema file"
_COMMAND_KINDS = ("page:", "aws:")


def load_options(schema: str) -> list[Option]:
    """Return the options of the command that a SCHEMA names, or the one option that it names.

    Raises:
        ShorthandError: There is no such command or option, or its file cannot be read.
    """
    if schema.startswith(_COMMAND_KINDS) and not _split(schema)[1]:
        return list(_load_command(schema).options.values())
    if not schema.startswith((*_COMMAND_KINDS, "python:")):
        raise ShorthandError(f"{schema!r} does not name a command", expected="page:FILE or aws:SERVICE/OPERATION")
    return [load_option(schema)]


def load_option(schema: str) -> Option:
    """Return the option that a SCHEMA names.

    Raises:
        ShorthandError: There is no such option, or its file cannot be read.
    """
    if schema.startswith("python:"):
        from shorthand.cli.python_schema import load_python  # takes 3 ms to import

        return load_python(schema)
    if not schema.startswith(_COMMAND_KINDS):
        return Option(schema, sources.json_schema(_load_json_schema(schema)))
    name = _split(schema)[1]
    command = _load_command(schema)
    if not name:
        raise ShorthandError(
            f"{schema!r} names a command, and needs one of its options",
            expected=listed(f"#{option}" for option in command.options),
            hint=f"list all options: shorthand options -s {shlex.quote(schema)}",
        )
    if name in command.options:
        return command.options[name]
    if name in command.hidden:
        return command.hidden[name]
    # There may be a # after the name, or no dashes before it.
    full = f"--{name.lstrip('-')}"
    hint = _other_version(schema, full) or did_you_mean(full, command.options)
    raise ShorthandError(
        f"{command.name} has no option {name!r}", expected="" if hint else listed(command.options), hint=hint
    )


def _other_version(schema: str, option: str) -> str:
    """Return the hint that only the other version of the AWS CLI has an option of an aws: schema, or ""."""
    if not schema.startswith("aws:"):
        return ""
    from shorthand.aws.models import aws_version, other_version_hint  # few runs need it

    service, _, operation = _split(schema)[0].partition("/")
    return other_version_hint(service, operation, option, aws_version())


def load_shape_or_type(schema: str) -> Shape | TypeAdapter[Any]:
    """Return the shape that a SCHEMA names, or the Python type, which accepts fewer values than its shape.

    Raises:
        ShorthandError: There is no such option or type, or its file cannot be read.
    """
    if schema.startswith("python:"):
        from shorthand.cli.python_schema import load_python_type  # takes 3 ms to import

        return load_python_type(schema)
    return load_option(schema).shape


def _split(schema: str) -> tuple[str, str]:
    """Return the command of a SCHEMA and the name of its option; a file name may contain a # too."""
    command_and_option = schema.partition(":")[2]
    command, _, name = command_and_option.rpartition("#--")
    if command:
        return command, f"--{name}"
    command, _, name = command_and_option.partition("#")
    return command, name


def _load_command(schema: str) -> Command:
    command = _split(schema)[0]
    if schema.startswith("aws:"):
        service, slash, operation = command.partition("/")
        if not slash:
            raise ShorthandError(f"{schema!r} does not name a command", expected="aws:SERVICE/OPERATION")
        return sources.aws(service, operation)
    try:
        return sources.reference_page(_read(command))
    except ShorthandError as error:
        raise name_source(error, command) from None


def _load_json_schema(path: str) -> dict[str, object] | bool:
    text = _read(path)
    try:
        schema = loads_json(text)
    except ShorthandError as error:
        raise name_source(error, path) from None
    if not isinstance(schema, (dict, bool)):
        raise ShorthandError(f"{path} is not a JSON Schema: expected an object", expected=_FORMS)
    return schema


def _read(path: str) -> str:
    if not path:
        raise ShorthandError("the schema does not name a file", expected=_FORMS)
    try:
        return read_up_to(path, MAX_SIZE).decode("utf-8-sig")
    except TooLargeError as error:
        raise ShorthandError(f"{path} {error}") from None
    except UnicodeDecodeError:
        raise ShorthandError(f"{path} is not UTF-8 text", hint="save it as UTF-8") from None
    except (OSError, ValueError) as error:
        hint = f"name a schema: {_FORMS}" if isinstance(error, FileNotFoundError) else ""
        raise ShorthandError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}", hint=hint) from None
