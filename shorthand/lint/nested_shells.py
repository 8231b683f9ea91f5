"""Shell texts in the words of a command that hands them to another shell: `sh -c 'aws …'`, `trap 'aws …' EXIT`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from shorthand.aws.scripts.commands import Script, Shell, SimpleCommand
from shorthand.aws.scripts.shell_source import Edit, ShellSource
from shorthand.aws.scripts.words import Hole, Quote, Text, Word

_SHELLS = {"sh": Shell.SH, "dash": Shell.SH, "ash": Shell.SH, "bash": Shell.BASH, "ksh": Shell.BASH, "zsh": Shell.ZSH}
_COMMAND_OPTION = re.compile(r"-[a-zA-Z]*c")
_NAMED_OPTION = re.compile(r"[-+][a-zA-Z]*[oO]")
# These read the word that follows, or their last word, with the shell that is there.
_FIRST_WORD = {"trap", "eval"}
_LAST_WORD = {"ssh", "watch"}
_MOST = 1_000
_DEEPEST = 3
# What ends a quoted text, or means something in it.
_SPECIAL = {Quote.SINGLE: re.compile(r"'"), Quote.DOUBLE: re.compile(r'["$`\\!]')}


@dataclass(frozen=True)
class NestedSource:
    """A shell text in quotes within another one.

    Attributes:
        text: The text.
        outer: The text around it.
        start: Where it starts there.
        quote: Its quotes.
        shell: The language.
        depth: How many shell texts are around it.
    """

    text: str
    outer: ShellSource | NestedSource
    start: int
    quote: Quote
    shell: Shell
    depth: int = 1

    @property
    def is_document(self) -> bool:
        """Whether it is an example for readers rather than something that runs."""
        return self.outer.is_document

    def offset(self, offset: int, *, is_end: bool = False) -> int:
        """Return the place in the file of a place in the text, as `ShellSource.offset` does."""
        return self.outer.offset(self.start + offset, is_end=is_end)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the file of a span of the text."""
        return self.outer.span(self.start + start, self.start + end)

    def edit(self, start: int, end: int, text: str) -> Edit | None:
        """Return how to replace a span of the text in the file; None if the quotes do not allow it."""
        if _SPECIAL[self.quote].search(text):
            return None
        return self.outer.edit(self.start + start, self.start + end, text)

    def read(self) -> Script:
        """Return the commands in the text."""
        from shorthand.aws.scripts.posix_shell import read_script  # 15 ms of grammar

        return read_script(self.text, shell=self.shell)


def nested_sources(source: ShellSource | NestedSource, script: Script) -> list[NestedSource]:
    """Return the shell texts that the commands of a text hand to other shells, without those that are not certain.

    Args:
        source: The text.
        script: Its commands, as they are typed.
    """
    depth = source.depth + 1 if isinstance(source, NestedSource) else 1
    if source.shell is Shell.POWERSHELL or depth > _DEEPEST:
        return []
    found: list[NestedSource] = []
    for command in script.commands:
        for word, shell in _handed_over(command):
            quote = _quote(word) if "aws" in word.shown else None
            if quote is not None and len(found) < _MOST:
                start, end = word.pieces[0].start, word.pieces[-1].end
                found.append(NestedSource(source.text[start:end], source, start, quote, shell, depth))
    return found


def _handed_over(command: SimpleCommand) -> Iterator[tuple[Word, Shell]]:
    """Yield the words that another shell reads."""
    texts = [word.text for word in command.words]
    if len(texts) < 2:
        return
    name = _program(texts[0])
    if name in _FIRST_WORD:
        if name == "trap" or len(texts) == 2:
            yield command.words[1], command.shell
    elif name in _LAST_WORD:
        yield command.words[-1], Shell.SH
    else:
        yield from _after_option(command, texts)


def _after_option(command: SimpleCommand, texts: list[str | None]) -> Iterator[tuple[Word, Shell]]:
    """Yield the word after the `-c` of a shell, which another program may run: `xargs sh -c '…'`."""
    shells: Iterable[tuple[int, str]] = ((at, _program(text)) for at, text in enumerate(texts))
    at, name = next(((at, name) for at, name in shells if name in _SHELLS or name == "su"), (-1, ""))
    if at < 0:
        return
    for index, text in enumerate(texts[at + 1 : -1], start=at + 1):
        if text is None:
            return
        if _COMMAND_OPTION.fullmatch(text) or (name == "su" and text == "--command"):
            yield command.words[index + 1], _SHELLS.get(name, Shell.SH)
            return
        takes_value = _NAMED_OPTION.fullmatch(texts[index - 1] or "")
        if name != "su" and not text.startswith(("-", "+")) and not takes_value:
            return  # a script, whose own options follow


def _program(text: str | None) -> str:
    return (text or "").rpartition("/")[2]


def _quote(word: Word) -> Quote | None:
    """Return the quotes around a word; None where it is not one text in quotes, typed as its shell reads it."""
    pieces = word.pieces
    quotes = {piece.quote for piece in pieces if isinstance(piece, Text)}
    are_quoted = all(one.quoted if isinstance(one, Hole) else one.is_exact and one.origin is None for one in pieces)
    if len(quotes) != 1 or not are_quoted or word.braces or any(one.end != two.start for one, two in pairwise(pieces)):
        return None
    (quote,) = quotes
    return quote if quote in _SPECIAL else None
