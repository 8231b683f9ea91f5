"""The schema named on the command line: `page:FILE#--option`, or a JSON Schema file."""

from __future__ import annotations

import difflib
from pathlib import Path

from shorthand.errors import ShorthandError
from shorthand.json_form import loads_json
from shorthand.sources import Command, Option, json_schema, reference_page


def load_command(name: str) -> Command:
    """The command that `page:FILE` documents. Raises ShorthandError."""
    if not name.startswith("page:"):
        raise ShorthandError(f"{name!r} names no command", expected="page:FILE")
    return reference_page(_read(name.removeprefix("page:").partition("#")[0]))


def load_option(name: str) -> Option:
    """The option that `page:FILE#--option` or a JSON Schema file describes. Raises ShorthandError."""
    if not name.startswith("page:"):
        if name.startswith(("aws:", "python:")):
            raise ShorthandError(f"{name!r} names no schema", expected="page:FILE#--option, or a JSON Schema file")
        return Option(name, json_schema(loads_json(_read(name))))
    command = load_command(name)
    wanted = name.partition("#")[2]
    if not wanted:
        raise ShorthandError(
            f"{name!r} names a command, and one option of it is needed",
            expected=" or ".join(f"#{option}" for option in command.options),
        )
    if wanted in command.options:
        return command.options[wanted]
    near = difflib.get_close_matches(wanted, command.options, 1, 0.4)
    raise ShorthandError(
        f"{command.name} has no option {wanted!r}",
        expected=", ".join(command.options),
        hint=f"did you mean {near[0]}?" if near else "",
    )


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise ShorthandError(f"{path} is not UTF-8 text") from None
    except (OSError, ValueError) as error:
        raise ShorthandError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
