"""Comments that tell the linter to leave a command alone: `# shorthand: ignore[SH101]`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

_COMMENT = re.compile(r"(?:#|<!--|\.\.|//)\s*shorthand:\s*ignore(?P<file>-file)?\b(?:\[(?P<codes>[A-Za-z0-9, ]*)\])?")
_ALONE = re.compile(r"\s*(?:#|<!--|\.\.|//)")
_FENCE = re.compile(r"\s*(?:```|~~~|::|\.\. code|\.\. sourcecode|\Z)")
_EVERY = frozenset({""})


class Lines:
    """The lines of a text, by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line by its number from 1, without its end; "" where there is none."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")


class Ignored:
    """What the comments of a file leave out.

    A comment at the end of a line is for the commands on it, one alone on a line for the command after it, or for the
    code block after it.
    """

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.by_line: dict[int, frozenset[str]] = {}
        self.whole_file: frozenset[str] = frozenset()
        if "shorthand:" not in lines.text:
            return
        for match in _COMMENT.finditer(lines.text):
            codes = frozenset(part.strip() for part in (match["codes"] or "").split(",")) or _EVERY
            if match["file"]:
                self.whole_file |= codes
            else:
                line = lines.place(match.start())[0]
                self.by_line[line] = self.by_line.get(line, frozenset()) | codes

    def covers(self, code: str, start: int, end: int, block_start: int) -> bool:
        """Return whether findings of a rule are left out.

        Args:
            code: The code of the rule.
            start: Where the command starts in the file.
            end: Where it ends.
            block_start: Where the code block that it is in starts.
        """
        if _covers(self.whole_file, code):
            return True
        if not self.by_line:
            return False
        first, last = self.lines.place(start)[0], self.lines.place(end)[0]
        numbers = [*range(first, last + 1), *self._before(first), *self._before_block(self.lines.place(block_start)[0])]
        return any(_covers(self.by_line.get(number, ()), code) for number in numbers)

    def _before(self, line: int) -> Iterable[int]:
        """Yield the comment lines directly before a line."""
        while line > 1 and _ALONE.match(self.lines.line(line - 1)):
            line -= 1
            yield line

    def _before_block(self, line: int) -> Iterable[int]:
        for _ in range(4):
            line -= 1
            if not _FENCE.match(self.lines.line(line)):
                break
        if _ALONE.match(self.lines.line(line)):
            yield line


def _covers(codes: Iterable[str], code: str) -> bool:
    return any(code.startswith(prefix.upper()) for prefix in codes)
