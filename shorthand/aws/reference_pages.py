"""Read an AWS reference page, as copied text, as HTML or as `aws … help` prints it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from shorthand import shapes
from shorthand.aws.command import Command, Option
from shorthand.aws.json_syntax_block import SCALARS, json_syntax_shape
from shorthand.aws.page_text import page_text
from shorthand.aws.shorthand_syntax_block import shorthand_syntax_shape
from shorthand.errors import ShorthandSyntaxError

# Only the operations of services have this option.
_SKELETON = "--generate-cli-skeleton"

# Every command has these options, which the AWS CLI itself uses.
_OF_EVERY_COMMAND = {
    "--cli-input-json",
    "--cli-input-yaml",
    _SKELETON,
    "--cli-auto-prompt",
    "--no-cli-auto-prompt",
}

_SYNOPSIS = re.compile(r"^synopsis$", re.IGNORECASE | re.MULTILINE)
_OPTIONS = re.compile(r"^options$", re.IGNORECASE | re.MULTILINE)
_GLOBAL_OPTIONS = re.compile(r"^global options$", re.IGNORECASE | re.MULTILINE)
_AFTER_OPTIONS = re.compile(r"^(?:global options|examples?|output|see also)$", re.IGNORECASE | re.MULTILINE)
# In the synopsis: `--x <value>`, `--x | --no-x`, `[--x]`, and the placeholders, which may hold dashes.
_NAME_OR_BRACKET = re.compile(r"<[^<>\n]*>|(?<![\w-])(?P<name>--[A-Za-z0-9][A-Za-z0-9-]*)|(?P<bracket>[\[\]])")
# A terminal's page may break a heading anywhere: "(bool-" on one line and "ean)" on the next.
_HEADING = re.compile(
    r"^([ ]*)(--[A-Za-z0-9-]+)((?:\s+\|\s+--[A-Za-z0-9-]+(?:(?<=-)\n[ ]+[A-Za-z0-9-]+)?)*)\s+\(([A-Za-z \n-]+)\)",
    re.MULTILINE,
)
_TYPES = {*SCALARS, "int", "list", "map", "structure", "document", "JSON"}
_BREAK = re.compile(r"-\n\s*")
_MEMBER = re.compile(r"^[ ]*(?:(\S+) -> )?\(([A-Za-z ]+)\)[ ]*$", re.MULTILINE)
_SHORTHAND_BLOCK = re.compile(r"^[ ]*Shorthand Syntax[ ]*:*[ ]*$", re.MULTILINE)
_JSON_BLOCK = re.compile(r"^[ ]*JSON Syntax[ ]*:*[ ]*$", re.MULTILINE)
_POSSIBLE = re.compile(r"^[ ]*(?:Possible values|Where valid values are):[ ]*$", re.MULTILINE)
_BULLET = re.compile(r"^[ ]*[•·*o-][ ]+(\S.*?)[ ]*$")
# In version 2 the line "Syntax:" may follow the values.
_VALUE = re.compile(r"^[ ]*(?!Syntax:)(\S+)[ ]*$")


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
    required = _required(uses)
    end = _GLOBAL_OPTIONS.search(text, options.end())
    body = text[options.end() : end.start() if end else len(text)]
    found = {option.name: option for option in _options(body, required) if option.name not in _OF_EVERY_COMMAND}
    return Command(name=_command_name(uses), options=found)


def _command_name(uses: str) -> str:
    return next((line.strip() for line in uses.splitlines() if line.strip()), "").split(" ")[0]


def _required(uses: str) -> dict[str, bool]:
    """Return the options in a synopsis, each with whether it must be given.

    In brackets an option may be left out, and so may one of several that are separated by bars.
    """
    required: dict[str, bool] = {}
    depth = 0
    for line in uses.splitlines():
        is_choice = "|" in line and "<" in line
        for found in _NAME_OR_BRACKET.finditer(line):
            if found["bracket"]:
                depth = depth + 1 if found["bracket"] == "[" else max(depth - 1, 0)
            elif found["name"]:
                required.setdefault(found["name"], depth == 0 and not is_choice)
    return required


def _options(body: str, required: dict[str, bool]) -> Iterator[Option]:
    """Yield the options that are described in a part of a page."""
    headings: dict[str, tuple[re.Match[str], str]] = {}
    indent: str | None = None
    for heading in _HEADING.finditer(body):
        name, kind = heading[2], " ".join(_BREAK.sub("", heading[4]).split())
        # The commands of the AWS CLI itself describe options that their synopsis lacks.
        is_listed = name in required or (_SKELETON not in required and indent in (None, heading[1]))
        # Prose and examples may have lines that look like headings, but an option is described once, at first.
        if is_listed and name not in headings and kind.split(" ")[-1] in _TYPES:
            headings[name] = heading, kind
            indent = heading[1] if indent is None else indent
    starts = [heading.start() for heading, _ in headings.values()]
    for (heading, kind), end in zip(headings.values(), [*starts[1:], None], strict=bool(starts)):
        section = body[heading.end() : end]
        if end is None and (after := _AFTER_OPTIONS.search(section)):
            section = section[: after.start()]
        others = [_whole_name(name.strip(), required) for name in heading[3].split("|")[1:]]
        shape = _option_shape(kind, section)
        is_flag = bool(others) and isinstance(shape, shapes.Boolean)
        is_needed = required.get(heading[2], False)
        # Two names are those of true and false; more are flags of their own.
        negative = others[0] if len(others) == 1 else None
        yield Option(heading[2], shape, is_needed, negative=negative, flag=is_flag)
        for name in others if negative is None else ():
            yield Option(name, shape, is_needed, flag=is_flag)


def _whole_name(name: str, known: Collection[str]) -> str:
    """Return a name that may be broken after a hyphen, which is part of the name or marks the break."""
    return next((whole for whole in (_BREAK.sub("", name), _BREAK.sub("-", name)) if whole in known), name)


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
    if kind.split(" ")[-1] == "structure":
        return _structure_of_scalars(kind, section)
    return _scalar(kind, section)


def _structure_of_scalars(kind: str, section: str) -> shapes.Shape:
    """Return the shape of a structure without a syntax block, such as a single Value, from what describes its members.

    The members of a structure within it are indented more, and left out.
    """
    found = [match for match in _MEMBER.finditer(section) if match[1]]
    indents = [len(match[0]) - len(match[0].lstrip()) for match in found]
    outermost = min(indents, default=0)
    members = {
        match[1]: _scalar(match[2], section[match.end() : following.start() if following else None])
        for match, following, indent in zip(found, [*found[1:], None], indents, strict=bool(found))
        if indent == outermost
    }
    return shapes.Structure(members, union="union" in kind) if members else _scalar(kind, section)


def _scalar(kind: str, section: str) -> shapes.Shape:
    if kind == "document":
        return shapes.Document()
    known = SCALARS.get("integer" if kind == "int" else kind.removeprefix("streaming "), shapes.String)
    return shapes.String(_possible_values(section)) if known is shapes.String else known()


def _possible_values(section: str) -> tuple[str, ...]:
    """Return the documented values: a list with bullets, or one value a line.

    The description may list values too. The list that the AWS CLI makes of the model comes last.
    """
    headings = list(_POSSIBLE.finditer(section))
    if not headings:
        return ()
    after = section[headings[-1].end() :]
    if headings[-1][0].lstrip().startswith("Where"):
        # A block of one value a line, which may have spaces.
        return tuple(line.strip() for line in itertools.takewhile(str.strip, after.lstrip("\n").splitlines()))
    lines = [line for line in after.splitlines() if line.strip()]
    # Only after a bullet a value may have spaces.
    if not lines or not _BULLET.match(lines[0]):
        matches = itertools.takewhile(bool, map(_VALUE.match, lines))
        return tuple(match[1] for match in matches if match)
    values: list[str] = []
    for line in lines:
        if bullet := _BULLET.match(line):
            values.append(bullet[1])
        elif values[-1].endswith("-"):
            values[-1] = _rejoined(values[-1], line.strip())
        else:
            break
    return tuple(values)


def _rejoined(start: str, rest: str) -> str:
    """Return a value that a terminal's page breaks after a hyphen, which is a part of values with other hyphens."""
    word = start[:-1]
    return f"{start if '-' in f'{word}{rest}' else word}{rest}"


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
