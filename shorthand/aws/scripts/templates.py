"""Find what is not for the shell: templates that another program fills in, and placeholders for the reader."""

from __future__ import annotations

import re

from shorthand.aws.scripts.word_scanner import Mark
from shorthand.aws.scripts.words import HoleKind

_TEMPLATE = r"""
    \$\{\{.{0,500}?\}\}  # ${{ github.sha }}
    |\$\[\[.{0,500}?\]\]  # $[[ inputs.name ]]
    |\$\{[A-Za-z_]\w{0,200}(?:\[[^\]{}$]{0,50}\]){0,3}\.[\w.\[\]*"-]{1,200}\}  # ${project.version}, ${var.tags["a"]}
    |\{\{[-~]?[ ](?:(?!\}\}).){0,500}?[ ]?[-~]?\}\}  # {{ name | lower }}
    |\{\{\{?[.#/^$]?[\w.-]{1,200}\}?\}\}  # {{name}}, {{.Name}}
    |\{%.{0,500}?%\}  # {% if x %}
    |<%.{0,500}?%>  # <%= name %>
"""
_PLACEHOLDER = r"(?<![<&])<(?=[A-Za-z0-9_])[^<>|;&$`\n\"'(){}\\]{0,79}(?<![ \t])>(?![>(&])"
_TEMPLATES = re.compile(rf"(?P<template>{_TEMPLATE})", re.VERBOSE)
_BOTH = re.compile(rf"(?P<template>{_TEMPLATE})|(?P<placeholder>{_PLACEHOLDER})", re.VERBOSE)

_COMMENT_IN_BACKTICKS = re.compile(r"(?m)(?<=[ \t])`#[^`\n]*`(?=[ \t]*\\?\r?$)")


def without_comments_in_backticks(text: str) -> str:
    """Return a script with blanks for each comment in the middle of a command.

    Such a comment expands to nothing. The parser of the tree takes it for one up to the end of the line.

    >>> without_comments_in_backticks("aws s3 ls `# the bucket` \\\\")
    'aws s3 ls                \\\\'
    """
    return _COMMENT_IN_BACKTICKS.sub(lambda match: " " * len(match[0]), text)


def find_marks(text: str, *, placeholders: bool = True) -> dict[int, Mark]:
    """Return the templates and placeholders by their start.

    A placeholder is `<` and `>` with a name between them, `<instance-id>` or `<your bucket>`. With blanks beside the
    brackets, as in `cmd <in >out`, they are redirects. `cmd <in>out` is taken for a placeholder.

    >>> {start: mark.kind.value for start, mark in find_marks("--id <id> --sha ${{ github.sha }}").items()}
    {5: 'placeholder', 16: 'template'}
    """
    pattern = _BOTH if placeholders else _TEMPLATES
    return {match.start(): Mark(match.end(), HoleKind(match.lastgroup or "")) for match in pattern.finditer(text)}


_LONE_DOLLAR = re.compile(r"\$(?![A-Za-z0-9_@*#?$!({\['-])")


def masked(text: str, marks: dict[int, Mark], *, lone_dollars: bool = True) -> str:
    """Return the text with every mark replaced by underscores, so that a parser of shell takes it for a word.

    The length stays, and so do all offsets.

    Args:
        text: The text.
        marks: Templates and placeholders by their start.
        lone_dollars: Whether dollar signs that begin nothing are replaced too; the parser takes some for faults.
    """
    parts: list[str] = []
    at = 0
    for start, mark in sorted(marks.items()):
        if start >= at:
            parts += [text[at:start], "_" * (mark.end - start)]
            at = mark.end
    whole = "".join([*parts, text[at:]])
    return _LONE_DOLLAR.sub("_", whole) if lone_dollars else whole
