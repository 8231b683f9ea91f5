"""Read an AWS reference page, as copied text, as HTML or as `aws … help` prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from shorthand import shapes
from shorthand.aws.command import Command, Option
from shorthand.aws.json_syntax_block import SCALARS, json_syntax_shape
from shorthand.aws.page_text import page_text
from shorthand.aws.shorthand_syntax_block import shorthand_syntax_shape
from shorthand.errors import ShorthandSyntaxError

# Every command has these options, which the AWS CLI itself uses.
_OF_EVERY_COMMAND = {"--cli-input-json", "--cli-input-yaml", "--generate-cli-skeleton", "--cli-auto-prompt"}

_SYNOPSIS = re.compile(r"^synopsis$", re.IGNORECASE | re.MULTILINE)
_OPTIONS = re.compile(r"^options$", re.IGNORECASE | re.MULTILINE)
_AFTER_OPTIONS = re.compile(r"^(?:global options|examples?|output|see also)$", re.IGNORECASE | re.MULTILINE)
_USE = re.compile(r"(\[?)\s*(--[A-Za-z0-9-]+)(?:\s*\|\s*(--[A-Za-z0-9-]+)|\s+<value>)")
# A terminal's page may break a heading anywhere: "(bool-" on one line and "ean)" on the next.
_HEADING = re.compile(
    r"^[ ]*(--[A-Za-z0-9-]+)(?:\s+\|\s+--[A-Za-z0-9-]+(?:(?<=-)\n[ ]+[A-Za-z0-9-]+)?)*\s+\(([A-Za-z \n-]+)\)",
    re.MULTILINE,
)
_BREAK = re.compile(r"-\n\s*")
_MEMBER = re.compile(r"^[ ]*(?:(\S+) -> )?\(([A-Za-z ]+)\)[ ]*$", re.MULTILINE)
_SHORTHAND_BLOCK = re.compile(r"^[ ]*Shorthand Syntax[ ]*:*[ ]*$", re.MULTILINE)
_JSON_BLOCK = re.compile(r"^[ ]*JSON Syntax[ ]*:*[ ]*$", re.MULTILINE)
_POSSIBLE = re.compile(r"^[ ]*(?:Possible values|Where valid values are):[ ]*$", re.MULTILINE)
_VALUE = re.compile(r"^[ ]*(?:[•·*o-][ ]+)?(\S+)[ ]*$")


def reference_page(text: str) -> Command:
    """Return the command that a reference page documents.

    The options that every command has, such as `--cli-input-json`, are left out. A page does not tell which members of
    a structure are required.

    Args:
        text: The page as copied from a browser, its HTML, or what `aws SERVICE OPERATION help` prints.

    Raises:
        ShorthandSyntaxError: The text is no reference page of a command, or a syntax block on it cannot be read.
    """
    text = page_text(text)
    synopsis, options = _SYNOPSIS.search(text), _OPTIONS.search(text)
    if not synopsis or not options or options.start() < synopsis.end():
        raise ShorthandSyntaxError(
            "this is not an AWS reference page of a command",
            expected="a page with the headings Synopsis and Options",
            hint="copy the whole page, or save what `aws SERVICE OPERATION help` prints",
        )
    uses = text[synopsis.end() : options.start()]
    after = _AFTER_OPTIONS.search(text, options.end())
    body = text[options.end() : after.start() if after else len(text)]
    required = {name: not bracket for bracket, *names in _USE.findall(uses) for name in names if name}
    found = {
        option.name: option
        for option in _options(body, required)
        if option.name in required and option.name not in _OF_EVERY_COMMAND
    }
    return Command(name=_command_name(uses), options=found)


def _command_name(uses: str) -> str:
    return next((line.strip() for line in uses.splitlines() if line.strip()), "").split(" ")[0]


def _options(body: str, required: dict[str, bool]) -> Iterator[Option]:
    headings = [heading for heading in _HEADING.finditer(body) if heading[1] in required]
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        section = body[heading.end() : following.start() if following else len(body)]
        yield Option(
            heading[1], _option_shape(" ".join(_BREAK.sub("", heading[2]).split()), section), required[heading[1]]
        )


def _option_shape(kind: str, section: str) -> shapes.Shape:
    """Return the shape of an option from its documented type and its section of the page."""
    if kind in ("JSON", "document"):
        return shapes.Document()
    shorthand = _SHORTHAND_BLOCK.search(section)
    written = _first_paragraphs(section[shorthand.end() :]) if shorthand else ""
    block = _JSON_BLOCK.search(section)
    if block:
        documented = _MEMBER.findall(section[: block.start()])
        shape = _with_unions(json_syntax_shape(_first_value(section[block.end() :])), kind, iter(documented))
        # Only the Shorthand Syntax tells that the members are given as bare values.
        if isinstance(shape, shapes.List) and written.startswith("--"):
            return replace(shape, bare_members=True, shown=len(written.split()) - 1)
        return shape
    if written:
        return shorthand_syntax_shape(written)
    if kind == "list":
        member = next((kind for name, kind in _MEMBER.findall(section) if not name), "string")
        return shapes.List(_scalar(member, section))
    return _scalar(kind, section)


def _scalar(kind: str, section: str) -> shapes.Shape:
    if kind == "document":
        return shapes.Document()
    known = SCALARS.get(kind.removeprefix("streaming "), shapes.String)
    return shapes.String(_possible_values(section)) if known is shapes.String else known()


def _possible_values(section: str) -> tuple[str, ...]:
    heading = _POSSIBLE.search(section)
    values: list[str] = []
    for line in section[heading.end() :].splitlines() if heading else ():
        value = _VALUE.match(line)
        if value:
            values.append(value[1])
        elif line.strip():
            break
    return tuple(values)


def _with_unions(shape: shapes.Shape, kind: str, documented: Iterator[tuple[str, str]]) -> shapes.Shape:
    """Return the shape with its unions marked.

    Args:
        shape: The shape from the JSON Syntax.
        kind: How the page describes the shape, such as "tagged union structure".
        documented: The names and types of the members that the page describes after it, in the page's order: each
            member comes before the members within it.
    """
    if isinstance(shape, shapes.Structure):
        members = {}
        for name, member in shape.members.items():
            found = next((what for label, what in documented if label == name), "")
            members[name] = _with_unions(member, found, documented)
        return replace(shape, members=members, union="union" in kind)
    if isinstance(shape, shapes.List) and not isinstance(shape.member, shapes.Scalar):
        found = next((what for label, what in documented if not label), "")
        return replace(shape, member=_with_unions(shape.member, found, documented))
    if isinstance(shape, shapes.Map) and not isinstance(shape.value, shapes.Scalar):
        found = next((what for label, what in documented if label == "value"), "")
        return replace(shape, value=_with_unions(shape.value, found, documented))
    return shape


def _first_paragraphs(text: str) -> str:
    """Return the Shorthand Syntax at the start of `text`: one paragraph, or two if it lists the keys of a map."""
    first, *others = re.split(r"\n[ ]*\n", text.strip(), maxsplit=2)
    keys = others[0] if others and others[0].lstrip().startswith("Where valid key names are") else ""
    return f"{first.strip()}\n\n{keys}" if keys else first.strip()


def _first_value(text: str) -> str:
    """Return the JSON value at the start of `text`, up to the bracket that closes it."""
    depth = 0
    for token in re.finditer(r'"[^"\n]*"|[\[\]{}]', text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth <= 0 and token[0] in "]}":
            return text[: token.end()]
    return text
