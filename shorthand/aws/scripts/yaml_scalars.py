"""Find each character of the value of a YAML scalar in the file.

The value is built again from the characters of the file, by the rules of its style, and compared with what the parser
says. Where the two differ the scalar is not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shorthand.aws.scripts.commands import Shell
from shorthand.aws.scripts.shell_source import Host, ShellSource, SourceBuilder

if TYPE_CHECKING:
    from yaml.events import ScalarEvent

_HOSTS = {"|": Host.YAML_BLOCK, ">": Host.YAML_BLOCK, "'": Host.YAML_SINGLE, '"': Host.YAML_DOUBLE}
_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\r\n])")
_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"}
_ESCAPES |= {"e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
Line = tuple[int, int, int]
"""The start of a line without its indentation, its end without the line break, the end of the line break."""


def scalar_source(text: str, event: ScalarEvent, shell: Shell) -> ShellSource | None:
    """Return the value of a scalar as a shell text; None where its characters cannot be found again."""
    if event.start_mark is None or event.end_mark is None:
        return None
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    builder = SourceBuilder()
    if style in ("|", ">"):
        _add_block(builder, text, start, end, event.value, folds=style == ">")
    elif style in ("'", '"'):
        _add_flow(builder, text, start + 1, end - 1, style)
    else:
        _add_flow(builder, text, start, end, "")
    if builder.text != event.value:
        return None
    return builder.source(shell, _HOSTS.get(style, Host.YAML_PLAIN))


def _add_block(builder: SourceBuilder, text: str, start: int, end: int, value: str, *, folds: bool) -> None:
    header = text.find("\n", start, end)
    if header < 0:
        return
    lines = _block_lines(text, header + 1, end, _indentation(text[start:header], text, header + 1, end))
    rest = len(value.rstrip("\n"))
    for index, (first, last, after) in enumerate(lines):
        content = text[first:last]
        builder.add(content[: max(rest - builder.length, 0)], first)
        if builder.length >= rest:
            # What is left are line breaks, as many as the value has.
            _add_breaks(builder, lines[index:], len(value) - rest)
            return
        following = text[lines[index + 1][0] : lines[index + 1][1]] if index + 1 < len(lines) else ""
        joins = folds and content and content[0] not in " \t" and following[:1] not in (" ", "\t")
        if joins and following:
            builder.add(" ", last, after)
        elif not (joins and not following):
            builder.add("\n", last, after)
        # Of a run of empty lines after a folded one, the first break is not part of the value.


def _add_breaks(builder: SourceBuilder, lines: list[Line], count: int) -> None:
    for _, last, after in lines[:count]:
        builder.add("\n", last, after)


def _indentation(header: str, text: str, start: int, end: int) -> int | None:
    """Return how many blanks are before each line of a block; None where the header says it relative to the parent."""
    if re.search(r"[|>][+-]?[1-9]", header):
        return None
    for match in _LINE.finditer(text, start, end):
        if match[1].strip(" "):
            return len(match[1]) - len(match[1].lstrip(" "))
        if match.end() >= end:
            break
    return 0


def _block_lines(text: str, start: int, end: int, indentation: int | None) -> list[Line]:
    lines: list[Line] = []
    if indentation is None:
        return lines
    for match in _LINE.finditer(text, start, end):
        if match.start() >= end:
            break
        first = min(match.start() + indentation, match.end(1))
        lines.append((first, match.end(1), match.end()))
    return lines


def _add_flow(builder: SourceBuilder, text: str, start: int, end: int, quote: str) -> None:
    """Append a plain or quoted scalar: line breaks fold to blanks, empty lines to line breaks."""
    at = start
    while at < end:
        match = _LINE.match(text, at, end)
        if match is None:
            return
        content_end = match.end(1)
        is_last = match.end() >= end and not match[2]
        escapes_break = quote == '"' and not is_last and _ends_in_backslash(text, at, content_end)
        last = content_end - 1 if escapes_break else content_end
        if not is_last and not escapes_break:
            last = at + len(text[at:last].rstrip(" \t"))
        _add_content(builder, text, at, last, quote)
        if is_last:
            return
        breaks, following = 0, match.end()
        while (blank := re.compile(r"[ \t]*(?:\r\n|\n|\r)").match(text, following, end)) is not None:
            breaks += 1
            following = blank.end()
        while following < end and text[following] in " \t":
            following += 1
        if breaks:
            builder.add("\n" * breaks, last, following)
        elif not escapes_break:
            builder.add(" ", last, following)
        at = following


def _ends_in_backslash(text: str, start: int, end: int) -> bool:
    run = end - start - len(text[start:end].rstrip("\\"))
    return run % 2 == 1


def _add_content(builder: SourceBuilder, text: str, start: int, end: int, quote: str) -> None:
    at = start
    if quote == "'":
        while (found := text.find("''", at, end)) >= 0:
            builder.add(text[at:found], at)
            builder.add("'", found, found + 2)
            at = found + 2
    elif quote == '"':
        while match := _ESCAPE.search(text, at, end):
            builder.add(text[at : match.start()], at)
            builder.add(_escaped(match[0]), *match.span())
            at = match.end()
    builder.add(text[at:end], at)


def _escaped(escape: str) -> str:
    if escape[1] in "xuU":
        code = int(f"0{escape[1:]}".replace("u", "x").replace("U", "x"), 0)
        return chr(code) if code < 0x110000 else ""
    return _ESCAPES.get(escape[1], escape[1])
