"""Quote words for a shell, and split a line that is quoted for one."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from shorthand.errors import ShorthandError, UnrepresentableError

SHELLS = ("posix", "powershell", "cmd")

# PowerShell takes the typographic quotes for an apostrophe too.
_POWERSHELL_QUOTES = re.compile("['\u2018\u2019\u201a\u201b]")
_CMD_SPECIAL = re.compile(r'[()%!^"<>&|]')


def join(words: Sequence[str], shell: str) -> str:
    """Join words to one line that can be pasted into a shell.

    >>> join(["Key=a", "Key=b c"], "posix")
    "Key=a 'Key=b c'"

    Args:
        words: The words as a program is to receive them.
        shell: One of `SHELLS`.

    Raises:
        UnrepresentableError: The shell has no way to write one of the words.
    """
    for word in words:
        if "\0" in word:
            raise UnrepresentableError("a command line cannot carry a NUL character", text=word)
    if shell == "posix":
        return shlex.join(words)
    return " ".join(_for_powershell(word) if shell == "powershell" else _for_cmd(word) for word in words)


def split(line: str) -> list[str]:
    """Split a line that is quoted for a POSIX shell into its words. Nothing is expanded.

    Raises:
        ShorthandError: A quote is not closed, or the line ends in a backslash.
    """
    try:
        return shlex.split(line)
    except ValueError as error:
        reason = str(error)
        raise ShorthandError(
            f"the line is not quoted for a shell: {reason[:1].lower()}{reason[1:]}",
            text=line,
            hint="leave --shell out if the line is one plain text",
        ) from None


def _for_powershell(word: str) -> str:
    """Put a word in single quotes, and a backslash before each double quote.

    Windows PowerShell, and PowerShell before 7.3, passes arguments on without escaping their double quotes and drops
    an empty argument, so both are done here. PowerShell 7.3 escapes them itself and needs
    `$PSNativeCommandArgumentPassing = 'Legacy'` for such a line.
    """
    # Windows programs count backslashes only before a double quote.
    escaped = re.sub(r'(\\*)"', r'\1\1\\"', word) or '""'
    return "'" + _POWERSHELL_QUOTES.sub(r"\g<0>\g<0>", escaped) + "'"


def _for_cmd(word: str) -> str:
    """Quote a word for Windows programs, and put a caret before each character that is special to cmd.

    The double quotes have a caret too: cmd then never considers itself within quotes, where a caret would be plain
    text. The result is for the prompt; in a batch file each % must be doubled.
    """
    if "\n" in word or "\r" in word:
        raise UnrepresentableError("cmd cannot carry a line break", text=word, hint="use --shell powershell")
    import subprocess  # takes 5 ms to import, and only this shell needs it

    return _CMD_SPECIAL.sub(r"^\g<0>", subprocess.list2cmdline([word]))
