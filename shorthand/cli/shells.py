"""Tokens quoted for a shell, and read back from one."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from shorthand.errors import ShorthandError, UnrepresentableError

SHELLS = ("posix", "powershell", "cmd")

# PowerShell takes the typographic ones for an apostrophe too.
_POWERSHELL_QUOTES = re.compile("['\u2018\u2019\u201a\u201b]")
_CMD_SPECIAL = re.compile(r'[()%!^"<>&|]')


def join(tokens: Sequence[str], shell: str) -> str:
    """The tokens as one line to paste into a shell. Raises UnrepresentableError where it cannot carry one."""
    for token in tokens:
        if "\0" in token:
            raise UnrepresentableError("no program can be given a NUL character on its command line", text=token)
    if shell == "posix":
        return shlex.join(tokens)
    return " ".join(_powershell(token) if shell == "powershell" else _cmd(token) for token in tokens)


def split(line: str) -> list[str]:
    """The tokens of a line quoted for a POSIX shell; nothing is expanded. Raises ShorthandError."""
    try:
        return shlex.split(line)
    except ValueError as error:
        reason = str(error)
        raise ShorthandError(
            f"the line is not quoted for a shell: {reason[:1].lower()}{reason[1:]}",
            text=line,
            hint="leave --shell out where the line is one plain text",
        ) from None


def _powershell(token: str) -> str:
    """In single quotes, with each double quote behind a backslash.

    Windows PowerShell, and PowerShell before 7.3, hands a program its arguments without escaping the double quotes in
    them and drops an empty one, so it is done here. PowerShell 7.3 does it itself and wants
    `$PSNativeCommandArgumentPassing = 'Legacy'` for such a line.
    """
    # As Windows programs read their command line: backslashes count only before a double quote.
    bare = re.sub(r'(\\*)"', r'\1\1\\"', token) or '""'
    return "'" + _POWERSHELL_QUOTES.sub(r"\g<0>\g<0>", bare) + "'"


def _cmd(token: str) -> str:
    """As Windows programs read their command line, with a caret before whatever cmd would take for its own.

    The double quotes have one too: cmd then never sees itself within quotes, where a caret would be plain text. It is
    for the prompt; in a batch file each % is to be doubled.
    """
    if "\n" in token or "\r" in token:
        raise UnrepresentableError("cmd cannot carry a line break", text=token, hint="use --shell powershell")
    import subprocess

    return _CMD_SPECIAL.sub(r"^\g<0>", subprocess.list2cmdline([token]))
