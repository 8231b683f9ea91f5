"""Recipes of Makefiles, one shell text for each line that make hands to a shell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from shorthand.aws.scripts.commands import Shell
from shorthand.aws.scripts.shell_source import Host, ShellSource, SourceBuilder, non_empty

_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_RULE = re.compile(r"(?![\t#])[^\n=#]*?[^:\n=#]:(?![:=])|(?![\t#])[^\n=#]*?::(?!=)")
_KEEPS_THE_RULE = re.compile(r"[ ]*(?:ifn?eq|ifn?def|else|endif)\b|[ ]*#|[ \t]*\r?\n")
_SHELL = re.compile(r"^[ ]*(?:override[ ]+|export[ ]+)?SHELL[ ]*[:?]?=[ ]*(\S+)", re.MULTILINE)
_PREFIXES = "@-+ \t"
# A variable that names the AWS CLI, with options or without: AWS = aws --region eu-west-1
_PROGRAM = re.compile(
    r"^[ ]*(?:export[ ]+|override[ ]+)*(?P<name>[\w.-]+)[ \t]*:{0,3}=[ \t]*"
    r"(?P<value>(?:[\w./-]*/)?aws2?(?:[ \t]+[\w./=:-]+)*)[ \t]*\r?$",
    re.MULTILINE,
)
_CONDITIONAL = re.compile(r"^[ ]*(?P<start>ifn?eq|ifn?def|define)\b|^[ ]*(?:endif|endef)\b", re.MULTILINE)
_MOST_PROGRAMS = 20
_MAKE_VARIABLE = re.compile(r"\$(?:\$|[({]|[^\s])")


def makefile_sources(text: str) -> list[ShellSource]:
    """Return the lines of all recipes.

    `$$` is the dollar sign of the shell. `$(X)` and `$X` of make are holes, unless the file says once that they are the
    AWS CLI.
    """
    match = _SHELL.search(text)
    shell = Shell.BASH if match and "bash" in match[1] else Shell.SH
    one_shell = re.search(r"^\.ONESHELL\s*:", text, re.MULTILINE) is not None
    programs = _programs(text)
    sources: list[ShellSource] = []
    builder = SourceBuilder()
    for start, end, begins in _recipe_lines(text):
        if not (one_shell and not begins):
            sources.append(builder.source(shell, Host.MAKEFILE))
            builder = SourceBuilder()
        _add_line(builder, text, start, end, programs)
    return non_empty([*sources, builder.source(shell, Host.MAKEFILE)])


def _programs(text: str) -> dict[str, str]:
    """Return the variables that certainly name the AWS CLI, with their values."""
    found: dict[str, str] = {}
    for match in islice(_PROGRAM.finditer(text), _MOST_PROGRAMS):
        name = match["name"]
        assigned = re.findall(rf"^(?!\t)[^\n#]*(?<![\w.-]){re.escape(name)}[ \t]*[:+?!]*=", text, re.MULTILINE)
        blocks = [1 if block["start"] else -1 for block in _CONDITIONAL.finditer(text, 0, match.start())]
        if len(assigned) == 1 and sum(blocks) == 0:
            found[name] = match["value"]
    return found


def _recipe_lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the span of each logical line of a recipe, and whether it is the first of its recipe."""
    in_rule = is_first = False
    at = 0
    while at < len(text):
        start, at = at, _logical_end(text, at)
        line = text[start:at]
        if line.startswith("\t"):
            if in_rule:
                yield start + 1, at, is_first
                is_first = False
        elif _RULE.match(line):
            in_rule = is_first = True
            inline = line.find(";")
            if inline >= 0 and "#" not in line[:inline]:
                yield start + inline + 1, at, True
                is_first = False
        elif not _KEEPS_THE_RULE.match(line):
            in_rule = False


def _logical_end(text: str, at: int) -> int:
    """Return the end of a line with those that a backslash continues."""
    while True:
        end = text.find("\n", at)
        if end < 0:
            return len(text)
        before = text[at:end].rstrip("\r")
        if (len(before) - len(before.rstrip("\\"))) % 2 == 0:
            return end + 1
        at = end + 1


def _add_line(builder: SourceBuilder, text: str, start: int, end: int, programs: dict[str, str]) -> None:
    while start < end and text[start] in _PREFIXES:
        start += 1
    for match in _LINE.finditer(text, start, end):
        first, last = match.span()
        if first == last:
            continue
        if first > start and text[first] == "\t":
            first += 1  # make removes one tab of a line that goes on
        _add_expanded(builder, text, first, last, programs)


def _add_expanded(builder: SourceBuilder, text: str, start: int, end: int, programs: dict[str, str]) -> None:
    """Append a line with the dollar signs of make read."""
    at = start
    while match := _MAKE_VARIABLE.search(text, at, end):
        builder.add_lines(text[at : match.start()], at)
        if match[0] == "$$":
            builder.add("$", *match.span())
            at = match.end()
        else:
            at = _reference_end(text, match, end)
            reference = text[match.start() : at]
            value = programs.get(reference[2:-1] if match[0][1] in "({" else reference[1:])
            if value is None:
                builder.add(reference, match.start(), is_hole=True)
            else:
                # One blank more where both are of one length: no character of the value is one of the reference.
                builder.add(value + " " * (len(value) == len(reference)), match.start(), at)
    builder.add_lines(text[at:end], at)


def _reference_end(text: str, match: re.Match[str], end: int) -> int:
    """Return the end of `$X`, `$(X)` or `$(subst a,b,$(X))`."""
    if match[0][1] not in "({":
        return match.end()
    opening, closing = ("(", ")") if match[0][1] == "(" else ("{", "}")
    depth = 0
    for at in range(match.start() + 1, end):
        depth += (text[at] == opening) - (text[at] == closing)
        if depth == 0:
            return at + 1
    return end
