"""The schema named on the command line: `page:FILE#--option`."""

from __future__ import annotations

import difflib
from pathlib import Path

from shorthand.errors import ShorthandError
from shorthand.sources import Command, Option, reference_page


def load_command(name: str) -> Command:
    """The command that `page:FILE` documents. Raises ShorthandError."""
    kind, _, rest = name.partition(":")
    if kind != "page" or not rest:
        raise ShorthandError(f"{name!r} names no schema", expected="page:FILE#--option")
    return reference_page(_read(rest.partition("#")[0]))


def load_option(name: str) -> Option:
    """The option that `page:FILE#--option` names. Raises ShorthandError."""
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
