"""An AWS reference page, as copied text, as HTML or as `aws … help` prints it, to a command with its options."""

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

# What comes with every command and belongs to the AWS CLI rather than to the operation.
_OF_EVERY_COMMAND = {"--cli-input-json", "--cli-input-yaml", "--generate-cli-skeleton", "--cli-auto-prompt"}

_SYNOPSIS = re.compile(r"^synopsis$", re.IGNORECASE | re.MULTILINE)
_OPTIONS = re.compile(r"^options$", re.IGNORECASE | re.MULTILINE)
_AFTER_OPTIONS = re.compile(r"^(?:global options|examples?|output|see also)$", re.IGNORECASE | re.MULTILINE)
_USE = re.compile(r"(\[?)\s*(--[A-Za-z0-9-]+)(?:\s*\|\s*(--[A-Za-z0-9-]+)|\s+<value>)")
# A terminal's page breaks a heading where it likes: "(bool-" on one line and "ean)" on the next.
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
    """The command that a reference page documents.

    `text` is the page as copied from a browser, its HTML, or what `aws SERVICE OPERATION help` prints. Options that
    every command has (`--cli-input-json` and the like) are left out; of the structures' members a page does not say
    which are required. Raises ShorthandSyntaxError for what is not such a page.
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
        yield Option(heading[1], _shape(" ".join(_BREAK.sub("", heading[2]).split()), section), required[heading[1]])


def _shape(kind: str, section: str) -> shapes.Shape:
    """The shape of an option documented as of the type `kind`."""
    if kind in ("JSON", "document"):
        return shapes.Document()
    shorthand = _SHORTHAND_BLOCK.search(section)
    written = _first_paragraphs(section[shorthand.end() :]) if shorthand else ""
    block = _JSON_BLOCK.search(section)
    if block:
        documented = _MEMBER.findall(section[: block.start()])
        shape = _with_unions(json_syntax_shape(_first_value(section[block.end() :])), kind, iter(documented))
        # That the members may be given bare, only the Shorthand Syntax tells.
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
    """`shape`, with the structures that the descriptions call tagged unions marked as such.

    The descriptions stand in the order of the shape, each member's before those within it.
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
    """The Shorthand Syntax that `text` begins with: one paragraph, or two where it lists the keys of a map."""
    first, *others = re.split(r"\n[ ]*\n", text.strip(), maxsplit=2)
    keys = others[0] if others and others[0].lstrip().startswith("Where valid key names are") else ""
    return f"{first.strip()}\n\n{keys}" if keys else first.strip()


def _first_value(text: str) -> str:
    """The JSON value that `text` begins with, to the bracket that closes it."""
    depth = 0
    for token in re.finditer(r'"[^"\n]*"|[\[\]{}]', text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth <= 0 and token[0] in "]}":
            return text[: token.end()]
    return text
