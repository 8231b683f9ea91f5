"""The example commands that the AWS CLI ships, read by it and by us."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import awscli
from awscli import clidriver, paramfile  # noqa: F401 -- paramfile alone cannot be imported first
from awscli.botocore.validate import ParamValidator

from shorthand import sources
from shorthand.aws.command_line.line_words import split_line
from shorthand.errors import ShorthandError, ShorthandSyntaxError
from shorthand.shapes import List, Map, Structure, resolved
from tests.aws import awscli_tables
from tests.aws.awscli_tables import RealCommand
from tests.aws.documented import names
from tests.aws.random_values import RandomValues

EXAMPLES = Path(awscli.__file__).parent / "examples"

_START = re.compile(r"^(\s+)(?:[$>%] *)?aws\s")
# More lines than the longest example has.
_LONGEST = 400

NO_OPERATION = "no operation of a service"


class Example(NamedTuple):
    """A command line, and where it is."""

    where: str
    text: str
    words: list[str]


def examples(service: str) -> Iterator[Example]:
    """Yield the example commands in the pages of a service."""
    for page in sorted((EXAMPLES / service).rglob("*.rst")):
        lines = page.read_text("utf-8").splitlines()
        for number, line in enumerate(lines):
            if _START.match(line):
                found = _command(lines[number : number + _LONGEST])
                where = f"{page.relative_to(EXAMPLES)}:{number + 1}"
                yield Example(where, *(found or (line.strip(), [])))


def _command(lines: list[str]) -> tuple[str, list[str]] | None:
    """Return the command that begins with the first line, up to where its quotes are closed and no line continues."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    text = ""
    for line in lines:
        text += ("\n" if text else "") + (line[indent:] if not line[:indent].strip() else line.lstrip())
        if re.search(r"(?:\\| [\^`])[ \t]*$", line):
            text = text.rstrip()
            continue
        try:
            return text, split_line(text)
        except ShorthandSyntaxError as error:
            if "ends the command" in error.reason and error.span:
                text = text.strip()[: error.span[0]]
                return text, split_line(text)
            if "within quotes" not in error.reason:
                return None
    return None


# The files of the examples are not shipped. Base64 replaces their text, and an empty zip file their bytes.
_TEXT = "dGhlIGNvbnRlbnQ="
_BYTES = b"PK\x05\x06" + bytes(18)


class Contents:
    """Invented content for the files that a command refers to: JSON that fits an option that takes JSON."""

    def __init__(self, words: list[str]) -> None:
        self._texts: dict[str, str] = {}
        options = _options(words)
        for name, word in itertools.pairwise(words):
            option = options.get(name.removeprefix("--"))
            shape = resolved(option.shape) if option else None
            if word.startswith("file://") and isinstance(shape, (Structure, List, Map)):
                self._texts[word] = json.dumps(RandomValues(word).some(shape))

    def __call__(self, reference: str) -> str | bytes:
        return _BYTES if reference.startswith("fileb://") else self._texts.get(reference, _TEXT)


def _options(words: list[str]) -> dict[str, sources.Option]:
    for service, operation in itertools.pairwise(words):
        if service in awscli_tables.table():
            try:
                return names(sources.aws(service, operation, awscli_tables.MAJOR))
            except ShorthandError:
                break
    return {}


def without_input_files(words: list[str]) -> list[str]:
    """Return the words, with an empty object instead of the file that --cli-input-json names."""
    return ["{}" if before == "--cli-input-json" else word for before, word in zip(["", *words], words, strict=False)]


class TheirReading(NamedTuple):
    """How the AWS CLI reads a command: its parameters, or why it does not read it."""

    command: RealCommand | None
    parameters: dict[str, Any]
    error: str = ""


def their_reading(words: list[str], content: Contents) -> TheirReading:
    """Read a command with the AWS CLI, up to where it would make the request."""
    driver = awscli_tables.driver()
    try:
        make_parser = driver._create_parser if awscli_tables.MAJOR == 1 else driver.create_parser
        parsed, rest = _quiet(make_parser(dict(awscli_tables.table()))).parse_known_args(words[1:])
    except _RejectedError as error:
        return TheirReading(None, {}, f"{error}")
    service: str = parsed.command
    path: list[str] = []
    known = {found.name: found for found in awscli_tables.commands(service)}
    while rest and " ".join([*path, rest[0]]) in known:
        path.append(rest.pop(0))
    if not path or known[" ".join(path)].operation is None:
        return TheirReading(None, {}, NO_OPERATION)
    return operation_reading(known[" ".join(path)], rest, content)


def operation_reading(command: RealCommand, rest: list[str], content: Contents) -> TheirReading:
    """Read the words after an operation's name with the AWS CLI. No global option may be among them."""
    table = command.arguments
    try:
        with _nothing_required(table, rest), _files(content):
            tables = (table,) if awscli_tables.MAJOR == 1 else (table, {})
            parsed, left = _quiet(command.command._create_operation_parser(*tables)).parse_known_args(rest)
            if left:
                return TheirReading(command, {}, f"unknown options: {', '.join(left)}")
            parameters: dict[str, Any] = {}
            for argument in table.values():
                if hasattr(parsed, argument.py_name) and type(argument).__name__ not in _NO_PARAMETERS:
                    _add(argument, getattr(parsed, argument.py_name), parameters, content)
    except Exception as error:
        return TheirReading(command, {}, f"{type(error).__name__}: {error}")
    return TheirReading(command, parameters)


# These write files, read keys or page, and give no part of the request.
_NO_PARAMETERS = {
    "CliInputJSONArgument",
    "CliInputYAMLArgument",
    "FileArgument",
    "GenerateCliSkeletonArgument",
    "LaunchKeyArgument",
    "PageArgument",
    "QueryOutFileArgument",
    "S3SelectStreamOutputArgument",
    "StatefulArgument",
    "StreamingOutputArgument",
}


def _add(argument: Any, value: Any, parameters: dict[str, Any], content: Contents) -> None:
    single = value[0] if isinstance(value, list) and len(value) == 1 else value
    if isinstance(single, str) and single.startswith(("file://", "fileb://")):
        value = content(single)
    model = argument.argument_model
    if value is not None and model is not None and model.type_name == "blob" and model.serialization.get("streaming"):
        # It opens the file itself.
        parameters[argument._serialized_name] = _BYTES
    else:
        argument.add_to_params(parameters, value)


@contextmanager
def _nothing_required(table: dict[str, Any], words: list[str]) -> Iterator[None]:
    """Make nothing required, as it is with --cli-input-json or --generate-cli-skeleton."""
    required = [argument for argument in table.values() if argument.required]
    relaxed = any(word.partition("=")[0] in ("--cli-input-json", "--generate-cli-skeleton") for word in words)
    try:
        for argument in required if relaxed else ():
            argument.required = False
        yield
    finally:
        for argument in required if relaxed else ():
            argument.required = True


@contextmanager
def _files(content: Contents) -> Iterator[None]:
    """Give the content for references after @= in a text."""
    readers: dict[str, Any] = {
        prefix: (lambda prefix, path, **_: content(prefix + path.removeprefix(prefix)), {})
        for prefix in ("file://", "fileb://")
    }
    with mock.patch.dict(paramfile.LOCAL_PREFIX_MAP, readers):
        yield


def is_valid(command: RealCommand, parameters: dict[str, Any]) -> bool:
    """Return whether the request passes the AWS CLI's own validation, apart from lengths and ranges.

    What the AWS CLI itself gives before it validates is not missing: tokens, and a count of one.
    """
    shape = command.operation.input_shape
    if shape is None:
        return True
    filled = {*command.operation.idempotent_members, "MinCount", "MaxCount"}
    report = ParamValidator().validate(parameters, shape)
    return not any(
        kind not in ("invalid length", "invalid range")
        and not (kind == "missing required field" and name == "" and found["required_name"] in filled)
        for kind, name, found in report._errors
    )


class _RejectedError(Exception):
    pass


def _quiet(parser: Any) -> Any:
    def error(message: str) -> None:
        raise _RejectedError(message)

    parser.error = error
    return parser
