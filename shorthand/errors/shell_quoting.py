"""Quote words for a shell: POSIX, PowerShell, cmd."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum


class Shell(StrEnum):
    """A shell, named as on the command line."""

    POSIX = "posix"
    POWERSHELL = "powershell"
    CMD = "cmd"
    NONE = "none"
    """No shell: words are joined with spaces, and none is quoted."""


_UNSAFE = re.compile(r"[^A-Za-z0-9_@%+=:,./-]")
# What a POSIX shell expands within double quotes; `!` only when it is interactive.
_EXPANDED = re.compile(r"[$`\\!]")
# PowerShell takes typographic apostrophes for quotes too.
_POWERSHELL_QUOTES = re.compile("['\u2018\u2019\u201a\u201b]")
# A quoted word at the start of a line would be a string to print for PowerShell, not a command.
_POWERSHELL_BARE = re.compile(r"(?:--?)?[A-Za-z][A-Za-z0-9_-]*")
_CMD_SPECIAL = re.compile(r'[()%!^"<>&|]')
_BACKSLASHES_AND_QUOTE = re.compile(r'(?<!\\)(\\*+)"')


def join_words(words: Sequence[str], shell: Shell) -> str:
    """Join words into a line to paste into a shell, which hands the same words to a program.

    >>> print(join_words(["--tags", "Key=Name,Value='a,b'"], Shell.POSIX))
    --tags "Key=Name,Value='a,b'"

    Raises:
        ValueError: The shell cannot carry a word.
    """
    if shell is Shell.NONE:
        return " ".join(words)
    if any("\0" in word for word in words):
        raise ValueError("a command line cannot carry a NUL character")
    quote = {Shell.POSIX: _posix, Shell.POWERSHELL: _powershell, Shell.CMD: _cmd}[shell]
    return " ".join(map(quote, words))


def _posix(word: str) -> str:
    """Quote for a POSIX shell: bare if possible, else in the kind of quotes that reads best."""
    # zsh puts the path of a program in place of a word that starts with an equals sign.
    if word and not word.startswith("=") and not _UNSAFE.search(word):
        return word
    if "'" not in word:
        return f"'{word}'"
    if not _EXPANDED.search(word):
        return '"' + word.replace('"', '\\"') + '"'
    return "'" + word.replace("'", "'\"'\"'") + "'"


def _powershell(word: str) -> str:
    """Quote for PowerShell: a plain name bare, others in single quotes, with a backslash before each double quote.

    Windows PowerShell, and PowerShell before 7.3, hands a program its arguments without escaping the double quotes in
    them and drops an empty one, so that is done here. PowerShell 7.3 does it itself and wants
    `$PSNativeCommandArgumentPassing = 'Legacy'` for such a line.
    """
    if _POWERSHELL_BARE.fullmatch(word):
        return word
    # Windows programs read a backslash as one, except before a double quote.
    escaped = _BACKSLASHES_AND_QUOTE.sub(r'\1\1\\"', word) or '""'
    return "'" + _POWERSHELL_QUOTES.sub(r"\g<0>\g<0>", escaped) + "'"


def _cmd(word: str) -> str:
    """Quote for cmd: as Windows programs read their command line, with a caret before what cmd would interpret.

    The double quotes have a caret too, so that cmd never sees itself within quotes, where a caret would be plain text.
    The line is for the prompt; in a batch file each % is doubled.
    """
    if "\n" in word or "\r" in word:
        raise ValueError("cmd cannot carry a line break")
    import subprocess  # only its quoting rules, and only for cmd: 5 ms

    return _CMD_SPECIAL.sub(r"^\g<0>", subprocess.list2cmdline([word]))
