"""Fenced and indented code blocks of Markdown."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from shorthand.aws.scripts.document_blocks import Line, block_sources
from shorthand.aws.scripts.limits import parser_of_extra
from shorthand.aws.scripts.shell_source import Host, ShellSource

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_LANGUAGE = re.compile(r"[\s{.]*([\w:-]*)")


@cache
def _parser() -> MarkdownIt:
    """Return a parser of blocks alone: what is inside a paragraph is not needed."""
    with parser_of_extra():
        from markdown_it import MarkdownIt  # 40 ms; only Markdown needs it

    return MarkdownIt("commonmark").disable(["inline", "text_join"], ignoreInvalid=True)


def markdown_sources(text: str) -> list[ShellSource]:
    """Return the shell texts of the code blocks. A block whose lines are not as in the file is left out."""
    starts = [match.span(1) for match in _LINE.finditer(text)]
    sources: list[ShellSource] = []
    for token in _parser().parse(text):
        if token.type not in ("fence", "code_block") or not token.map:
            continue
        first = token.map[0] + (token.type == "fence")
        lines = _lines(text, starts[first:], token.content)
        match = _LANGUAGE.match(token.info)
        sources += block_sources(lines, match[1] if match else "", Host.MARKDOWN)
    return sources


def _lines(text: str, starts: list[tuple[int, int]], content: str) -> list[Line]:
    """Find the lines of a block in the file, where quotes and lists put something before them."""
    lines: list[Line] = []
    for line, (start, end) in zip(content.split("\n")[:-1], starts, strict=False):
        if not text.endswith(line, start, end):
            return []
        lines.append((line, end - len(line)))
    return lines
