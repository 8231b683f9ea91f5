"""Shell text extracted from a file, with the place of each character in that file."""

from __future__ import annotations

import re
import shlex
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from shorthand.aws.scripts.commands import Script, Shell

Segment = tuple[int, int, int, int]
"""A run of the extracted text and the run of the file that it comes from: (start, end, file start, file end).

Where both are of one length, each character comes from one character.
"""


class Host(StrEnum):
    """In what a shell text is written, which decides how a new text is typed there."""

    SCRIPT = "shell script"
    MAKEFILE = "Makefile"
    DOCKERFILE = "Dockerfile"
    YAML_BLOCK = "YAML block scalar"
    YAML_PLAIN = "plain YAML scalar"
    YAML_SINGLE = "YAML scalar in single quotes"
    YAML_DOUBLE = "YAML scalar in double quotes"
    JSON = "JSON string"
    MARKDOWN = "Markdown"
    RST = "reStructuredText"


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a file: the characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class ShellSource:
    """A text that a shell reads, and where it is in its file.

    Attributes:
        text: The text, with line breaks as `\\n`.
        shell: The language.
        host: In what it is written.
        segments: Runs of `text` by their place in the file, in order, without gaps in `text`.
        holes: Spans of `text` that something replaces before the shell reads it, such as variables of make.
        is_document: Whether it is an example for readers rather than something that runs.
    """

    text: str
    shell: Shell
    host: Host
    segments: tuple[Segment, ...]
    holes: tuple[tuple[int, int], ...] = ()
    is_document: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        return [segment[0] for segment in self.segments]

    def offset(self, offset: int, *, is_end: bool = False) -> int:
        """Return the place in the file of a place in the text.

        Args:
            offset: A place in `text`.
            is_end: Whether it is the end of a span: it belongs to the character before it.
        """
        if not self.segments:
            return 0
        index = bisect_right(self._starts, offset - 1 if is_end and offset else offset) - 1
        start, end, file_start, file_end = self.segments[max(index, 0)]
        if end - start == file_end - file_start:
            return file_start + min(offset, end) - start
        return file_end if is_end or offset >= end else file_start

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the file of a span of the text."""
        first = self.offset(start)
        return (first, first) if start == end else (first, self.offset(end, is_end=True))

    def edit(self, start: int, end: int, text: str) -> Edit | None:
        """Return how to replace a span of the text in the file, typed as the file needs it; None if not certain.

        Line breaks are not written, since they would need the indentation of the file.
        """
        written = self._written(start, end, text)
        if written is None or not self._is_whole(start, end):
            return None
        first, last = self.span(start, end)
        return Edit(first, last, written)

    def _written(self, start: int, end: int, text: str) -> str | None:
        """Return how a text is typed in the file in place of a span; what make replaces stays as it is."""
        write = _WRITERS[self.host]
        if self.host is Host.JSON and self.text[start : start + 1] == "'":
            return _as_json_words(text)
        kept = [self.text[first:last] for first, last in self.holes if start <= first and last <= end]
        if not kept:
            return write(text)
        parts = re.split("(" + "|".join(map(re.escape, sorted(set(kept), key=len, reverse=True))) + ")", text)
        if sorted(parts[1::2]) != sorted(kept):
            return None
        written = [part if index % 2 else write(part) for index, part in enumerate(parts)]
        return None if None in written else "".join(part or "" for part in written)

    def _is_whole(self, start: int, end: int) -> bool:
        """Return whether the span begins and ends where a character of the file does."""
        return all(self._is_boundary(at) for at in (start, end))

    def _is_boundary(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return not self.segments
        start, end, file_start, file_end = self.segments[index]
        return at in (start, end) or (start < at < end and end - start == file_end - file_start)

    def read(self) -> Script:
        """Return the commands in the text."""
        if self.shell is Shell.POWERSHELL:
            from shorthand.aws.scripts.powershell import read_powershell_script  # 20 ms of grammar

            return read_powershell_script(self.text)
        from shorthand.aws.scripts.posix_shell import read_script  # 15 ms of grammar

        return read_script(self.text, shell=self.shell, holes=self.holes)


def _plain(text: str) -> str | None:
    return None if "\n" in text else text


def _for_make(text: str) -> str | None:
    return None if "\n" in text or "#" in text else text.replace("$", "$$")


def _for_plain_yaml(text: str) -> str | None:
    return None if "\n" in text or ": " in text or " #" in text or text.endswith(":") else text


def _for_single_yaml(text: str) -> str | None:
    return None if "\n" in text else text.replace("'", "''")


def _as_json_words(text: str) -> str | None:
    """Return the words of a shell text as the strings of a JSON list."""
    try:
        words = shlex.split(text)
    except ValueError:
        return None
    written = [_for_json(word) for word in words]
    return None if None in written else ", ".join(f'"{word}"' for word in written)


def _for_json(text: str) -> str | None:
    if not text.isprintable():
        return None
    return text.replace("\\", "\\\\").replace('"', '\\"')


_WRITERS: dict[Host, Callable[[str], str | None]] = {
    Host.SCRIPT: _plain,
    Host.MAKEFILE: _for_make,
    Host.DOCKERFILE: _plain,
    Host.YAML_BLOCK: _plain,
    Host.YAML_PLAIN: _for_plain_yaml,
    Host.YAML_SINGLE: _for_single_yaml,
    Host.YAML_DOUBLE: _for_json,
    Host.JSON: _for_json,
    Host.MARKDOWN: _plain,
    Host.RST: _plain,
}


class SourceBuilder:
    """Builds the text of a source run by run."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.holes: list[tuple[int, int]] = []
        self.length = 0

    def add(self, text: str, file_start: int, file_end: int | None = None, *, is_hole: bool = False) -> None:
        """Append a run of text that comes from a run of the file; without an end, character by character."""
        if not text:
            return
        file_end = file_start + len(text) if file_end is None else file_end
        end = self.length + len(text)
        if is_hole:
            self.holes.append((self.length, end))
        last = self.segments[-1] if self.segments else None
        is_exact = file_end - file_start == len(text)
        if last and last[3] == file_start and last[3] - last[2] == last[1] - last[0] and is_exact:
            self.segments[-1] = (last[0], end, last[2], file_end)
        else:
            self.segments.append((self.length, end, file_start, file_end))
        self.parts.append(text)
        self.length = end

    def add_lines(self, text: str, file_start: int) -> None:
        """Append text of the file with its line breaks made `\\n`."""
        at = 0
        while (found := text.find("\r\n", at)) >= 0:
            self.add(text[at:found], file_start + at)
            self.add("\n", file_start + found, file_start + found + 2)
            at = found + 2
        self.add(text[at:], file_start + at)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def source(self, shell: Shell, host: Host, *, is_document: bool = False) -> ShellSource:
        """Return what was built."""
        return ShellSource(self.text, shell, host, tuple(self.segments), tuple(self.holes), is_document)


def whole(text: str, shell: Shell, host: Host = Host.SCRIPT) -> ShellSource:
    """Return a whole file as one source."""
    builder = SourceBuilder()
    start = 1 if text.startswith("\ufeff") else 0
    builder.add_lines(text[start:], start)
    return builder.source(shell, host)


def non_empty(sources: Iterable[ShellSource]) -> list[ShellSource]:
    """Return the sources with any text."""
    return [source for source in sources if source.text.strip()]
