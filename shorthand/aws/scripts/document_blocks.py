"""Examples in documents: shell texts with or without prompts, and output between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shorthand.aws.scripts.commands import Shell
from shorthand.aws.scripts.shell_source import Host, ShellSource, SourceBuilder, non_empty

Line = tuple[str, int]
"""A line without its line break, and the place of its first character in the file."""

_BASH_NAMES = ("bash", "shell", "ksh", "console", "terminal", "bash-session", "shell-session", "sh-session")
_LANGUAGES = dict.fromkeys((*_BASH_NAMES, "cmdline", "shellsession", "shellscript"), Shell.BASH)
_LANGUAGES |= {"sh": Shell.SH, "zsh": Shell.ZSH, "powershell": Shell.POWERSHELL, "pwsh": Shell.POWERSHELL}
_LANGUAGES |= {"ps1": Shell.POWERSHELL, "ps": Shell.POWERSHELL}
_UNKNOWN = {"", "text", "none", "plain", "plaintext", "txt", "default", "aws", "awscli", "aws-cli", "::"}
_PROMPT = re.compile(
    r"""[ \t]*
    (?:\([\w .-]{1,40}\)[ ]?)?                                     # (venv)
    (?:
        (?:\[[^\]\n]{1,80}\][ ]?|[\w.-]{1,40}@[\w.-]{1,80}[: ]?[^\s$\#%]{0,80}[ ]?)[$\#%]   # [user@host ~]#
        |(?:~|/[\w./-]{0,80})?[ ]?[$%❯➜]
        |(?:PS(?:[ ][A-Za-z]:\\[^>\n]{0,80}|[ ]/[^>\n]{0,80})?>)
    )[ \t]+(?=\S)""",
    re.VERBOSE,
)
_BEGINS = re.compile(r"[ \t]*(?:sudo[ ]+)?aws[ ]+[a-z]")
_GOES_ON = re.compile(r"[ \t]*>(?:[ ]|$)")
_HERE = re.compile(r"<<-?[ \t]*([\"'\\]?)([A-Za-z_]\w*)")
_MOST_LINES = 500


def block_sources(lines: Sequence[Line], language: str, host: Host) -> list[ShellSource]:
    """Return the shell texts of one example.

    Args:
        lines: The lines of the block.
        language: What the document says it is; "" where it says nothing. Then only lines with a prompt, and lines that
            begin with `aws`, are read.
        host: The kind of document.
    """
    language = language.lower()
    is_unknown = language in _UNKNOWN
    if not is_unknown and language not in _LANGUAGES:
        return []
    shell = _LANGUAGES.get(language, Shell.BASH)
    if any(_PROMPT.match(text) for text, _ in lines):
        return non_empty(_after(lines, _PROMPT, shell, host))
    if is_unknown:
        return non_empty(_after(lines, _BEGINS, shell, host))
    return non_empty([_joined(lines, shell, host)])


def _joined(lines: Sequence[Line], shell: Shell, host: Host) -> ShellSource:
    builder = SourceBuilder()
    end = -1
    for text, start in lines:
        builder.add("\n" if end >= 0 else "", end, start)
        builder.add(text, start)
        end = start + len(text)
    return builder.source(shell, host, is_document=True)


def _after(lines: Sequence[Line], begins: re.Pattern[str], shell: Shell, host: Host) -> list[ShellSource]:
    """Return the commands that begin where a pattern matches, each with the lines that it needs to end."""
    sources = []
    at = 0
    while at < len(lines):
        match = begins.match(lines[at][0])
        if not match:
            at += 1
            continue
        skipped = match.end() if begins is _PROMPT else 0
        is_powershell = match[0].lstrip().startswith("PS") and begins is _PROMPT
        used = Shell.POWERSHELL if is_powershell else shell
        command = _command(lines, at, skipped, begins, "`" if used is Shell.POWERSHELL else "\\")
        sources += [_joined(command, used, host)] if command else []
        at += max(len(command), 1)
    return sources


def _command(lines: Sequence[Line], at: int, skipped: int, begins: re.Pattern[str], escape: str) -> list[Line]:
    """Return the lines of one command; none where a quote in it does not close."""
    first, start = lines[at]
    found = [(first[skipped:], start + skipped)]
    state = _State(escape)
    state.read(found[0][0])
    for text, start in lines[at + 1 : at + _MOST_LINES]:
        if not state.is_open:
            return found
        if begins is _PROMPT and not state.document and _PROMPT.match(text):
            return []
        prompt = _GOES_ON.match(text) if begins is _PROMPT else None
        cut = prompt.end() if prompt else 0
        found.append((text[cut:], start + cut))
        state.read(text[cut:])
    return found if not state.is_open or state.is_continued else []


class _State:
    """Whether a command goes on after a line. It knows quotes, line continuations and here-documents."""

    def __init__(self, escape: str) -> None:
        self.escape = escape
        self.quote = ""
        self.is_continued = False
        self.document = ""

    @property
    def is_open(self) -> bool:
        return bool(self.quote or self.is_continued or self.document)

    def read(self, line: str) -> None:
        """Read one more line."""
        if self.document and not self.is_continued:
            self.document = "" if line.strip() == self.document else self.document
            return
        self.is_continued = False
        here = _HERE.search(line) if not self.quote and not self.document else None
        at = 0
        while at < len(line):
            char = line[at]
            if char == self.escape and self.quote != "'":
                self.is_continued = at + 1 == len(line)
                at += 1
            elif self.quote:
                self.quote = "" if char == self.quote else self.quote
            elif char in "'\"":
                self.quote = char
            elif char == "#" and (at == 0 or line[at - 1] in " \t"):
                break
            at += 1
        if here and not self.quote:
            self.document = here[2]
