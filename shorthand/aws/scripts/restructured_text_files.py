"""Code blocks and literal blocks of reStructuredText."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shorthand.aws.scripts.document_blocks import Line, block_sources
from shorthand.aws.scripts.shell_source import Host, ShellSource

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_DIRECTIVE = re.compile(r"([ ]*)\.\. (code-block|code|sourcecode|prompt|highlight)::[ ]*([\w-]*)")
_ANY_DIRECTIVE = re.compile(r"[ ]*\.\. ")
_OPTION = re.compile(r"[ ]*:[\w-]+:")


def restructured_text_sources(text: str) -> list[ShellSource]:
    """Return the shell texts of the code blocks and the literal blocks."""
    lines = [(match[1], match.start()) for match in _LINE.finditer(text)]
    sources: list[ShellSource] = []
    highlighted = ""
    at = 0
    while at < len(lines):
        line = lines[at][0]
        at += 1
        directive = _DIRECTIVE.match(line)
        if directive and directive[2] == "highlight":
            highlighted = directive[3]
        elif directive:
            body, at = _body(lines, at, len(directive[1]), has_options=True)
            sources += block_sources(body, directive[3] or highlighted, Host.RST)
        elif line.rstrip().endswith("::") and not _ANY_DIRECTIVE.match(line):
            body, at = _body(lines, at, _indentation(line), has_options=False)
            sources += block_sources(body, highlighted, Host.RST)
    return sources


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _body(lines: Sequence[Line], at: int, indentation: int, *, has_options: bool) -> tuple[list[Line], int]:
    """Return the lines of a block without their indentation, and the line after it."""
    while has_options and at < len(lines) and _OPTION.match(lines[at][0]):
        at += 1
    start = at
    while at < len(lines) and (not lines[at][0].strip() or _indentation(lines[at][0]) > indentation):
        at += 1
    body = lines[start:at]
    cut = min((_indentation(line) for line, _ in body if line.strip()), default=0)
    return [(line[cut:], offset + min(cut, len(line))) for line, offset in body], at
