"""Split a pasted command line into words: quotes as a POSIX shell reads them, nothing expanded."""

from __future__ import annotations

import re

from shorthand.errors import ShorthandSyntaxError

# Tried in this order. `ansi` is $'…'; `continuation` joins a line with the next, in a POSIX shell, cmd or PowerShell.
_PART = re.compile(
    r"""
    (?P<continuation>\\(?:\r?\n|\Z)|[ \t]+[\^`]\r?\n)
    |(?P<space>[ \t\r\n]+)
    |\$'(?P<ansi>(?:[^'\\]++|\\.)*+)'
    |'(?P<single>[^']*+)'
    |"(?P<double>(?:[^"\\]++|\\.)*+)"
    |\\(?P<escaped>.)
    |(?P<placeholder><[^<>|;&\s'"]*>)
    |(?P<operator>&&|\|\|?|;|>>?|2>>?|<)
    |(?P<plain>[^\s'"\\|;&<>$]+|[$&])
    """,
    re.VERBOSE | re.DOTALL,
)
_IN_DOUBLE_QUOTES = re.compile(r'\\(?:\r?\n|([$`"\\]))')
_ANSI = re.compile(r"\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|(.))", re.DOTALL)
_ANSI_NAMES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b"}


def split_line(line: str) -> list[str]:
    """Split a command line, which may span several lines, into words.

    >>> split_line("aws ec2 create-tags --resources i-1 \\\\\\n  --tags 'Key=a b,Value=$HOME'")
    ['aws', 'ec2', 'create-tags', '--resources', 'i-1', '--tags', 'Key=a b,Value=$HOME']

    Variables and command substitutions stay as they are, and comments are dropped.

    Raises:
        ShorthandSyntaxError: A quote is not closed, or something follows the command: a pipe, a redirection, another
            command.
    """
    words: list[str] = []
    word: list[str] = []
    """The parts of the word that is read: none between words."""
    at = 0
    line = line.strip()
    while at < len(line):
        if not word and line[at] == "#":
            at = end if (end := line.find("\n", at)) >= 0 else len(line)  # a comment
            continue
        match = _PART.match(line, at)
        if not match:
            raise ShorthandSyntaxError(
                "the command line ends within quotes", text=line, span=(at, at + 1), hint="paste the whole command"
            )
        kind = match.lastgroup or ""
        if kind == "operator":
            raise ShorthandSyntaxError(
                f"{match[0]!r} ends the command",
                text=line,
                span=match.span(),
                hint="remove what follows the command, or quote it if it belongs to a value",
            )
        if kind == "space" or (kind == "continuation" and not match[0].startswith("\\")):
            if "\n" in match[0] and kind == "space" and words:
                raise ShorthandSyntaxError(
                    "a second line begins, and the first does not continue there",
                    text=line,
                    span=(match.start(), match.start() + 1),
                    hint="end a line that continues with a backslash",
                )
            words += ["".join(word)] if word else []
            word = []
        elif kind != "continuation":
            word.append(_text(kind, match[kind]))
        at = match.end()
    words += ["".join(word)] if word else []
    # The line may have been copied with its prompt.
    return words[1:] if words[:2] in (["$", "aws"], ["%", "aws"], [">", "aws"]) else words


def _text(kind: str, part: str) -> str:
    """Return the characters that a part of a word means."""
    if kind == "double":
        return _IN_DOUBLE_QUOTES.sub(lambda match: match[1] or "", part)
    if kind == "ansi":
        return _ANSI.sub(_ansi, part)
    return part


def _ansi(match: re.Match[str]) -> str:
    """Return the character that an escape in $'…' means."""
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _ANSI_NAMES.get(match[3], match[3])
