"""Quote words for a shell, and split a line that is quoted for one, with errors that say why not."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from shorthand.errors import ShorthandError, UnrepresentableError
from shorthand.errors.shell_quoting import Shell, join_words

SHELLS = ("posix", "powershell", "cmd")


def join(words: Sequence[str], shell: str) -> str:
    """Join words to one line that can be pasted into a shell.

    >>> join(["Key=a", "Key=b c"], "posix")
    "Key=a 'Key=b c'"

    Args:
        words: The words as a program is to receive them.
        shell: One of `SHELLS`, or "none".

    Raises:
        UnrepresentableError: The shell has no way to write one of the words.
    """
    try:
        return join_words(words, Shell(shell))
    except ValueError as error:
        raise UnrepresentableError(str(error), text=" ".join(words)) from None


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
