"""Check every example command of a service: read by the AWS CLI and by us, written back, and read again."""

from __future__ import annotations

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.to_input import CommandLine, read_command_line
from shorthand.errors import ShorthandError
from tests.aws.awscli_tables import MAJOR
from tests.aws.documented import Found
from tests.aws.example_commands import (
    NO_OPERATION,
    Contents,
    Example,
    examples,
    is_valid,
    their_reading,
    without_input_files,
)

_REFERENCE = re.compile(r"cli-\d+-\d+")

# Why an example is read differently, by the place where it is; of the version of the AWS CLI that is compared.
EXPLAINED: dict[str, str] = json.loads((Path(__file__).parent / "examples_explained.json").read_text("utf-8"))[
    str(MAJOR)
]


def check(service: str) -> Found:
    """Check every example command in the pages of a service."""
    found = Found(Counter(), [])
    for example in examples(service):
        found.counts["example commands"] += 1
        outcome = _outcome(example, found.counts)
        if outcome.startswith("!"):
            reason = EXPLAINED.get(example.where)
            if reason is None:
                found.wrong.append(f"{example.where}: {outcome[1:]}")
            outcome = f"read differently: {reason}" if reason else "read differently, unexplained"
        elif example.where in EXPLAINED:
            found.wrong.append(f"{example.where} is explained, and need not be")
        found.counts[outcome] += 1
    return found


def _outcome(example: Example, counts: Counter[str]) -> str:
    words = without_input_files(example.words)
    content = Contents(words)
    theirs = their_reading(words, content)
    if theirs.error == NO_OPERATION:
        return "of no modelled operation: s3, configure and other commands of the AWS CLI itself"
    try:
        ours: CommandLine | ShorthandError = read_command_line(words, files=content, version=MAJOR)
    except ShorthandError as error:
        ours = error
    if theirs.error or theirs.command is None:
        return "rejected by both" if isinstance(ours, ShorthandError) else f"!the AWS CLI says {theirs.error}"
    if "--generate-cli-skeleton" in words and not isinstance(ours, ShorthandError):
        same = plain(theirs.parameters) == plain(ours.input)
        return (
            "ask for a skeleton, and give what both read" if same else f"!{theirs.parameters} is read as {ours.input}"
        )
    valid = is_valid(theirs.command, theirs.parameters)
    if isinstance(ours, ShorthandError):
        if not valid:
            return "rejected by both, by the AWS CLI's validation"
        return f"!{str(ours).splitlines()[0]}"
    if not valid:
        return f"!the AWS CLI's validation rejects {theirs.parameters}"
    counts["options"] += len(theirs.parameters)
    same = sum(
        name in ours.input and plain(value) == plain(ours.input[name]) for name, value in theirs.parameters.items()
    )
    counts["options equal"] += same
    if plain(theirs.parameters) != plain(ours.input):
        return f"!{plain(theirs.parameters)} is read as {ours.input}"
    return _back(ours, content)


def _back(ours: CommandLine, content: Contents) -> str:
    """Write the command back. Both must read the result as the same input."""
    try:
        words = write_command_line(ours)
    except ShorthandError as error:
        return f"!not written: {error}"
    again = read_command_line(words, files=content, version=MAJOR)
    if (again.input, again.others, again.positional) != (ours.input, ours.others, ours.positional):
        return f"!{words} is read again as {again.input}"
    theirs = their_reading(words, content)
    parameters = plain(with_input_json(theirs.parameters, words))
    if theirs.error or parameters != plain(ours.input):
        return f"!{words} is read by the AWS CLI as {theirs.error or theirs.parameters}"
    return "equal, and written back"


def with_input_json(parameters: dict[str, Any], words: list[str]) -> dict[str, Any]:
    """Return the parameters with those that --cli-input-json gives."""
    given = [words[place + 1] for place, word in enumerate(words) if word == "--cli-input-json"]
    return {**parameters, **(json.loads(given[0]) if given else {})}


def plain(value: Any) -> Any:
    """Return the value with numbers as in JSON, and with one name for all references that are made up each time."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, str) and _REFERENCE.fullmatch(value):
        return "a reference of the moment"
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")  # a blob given as raw text
    return float(value) if isinstance(value, Decimal) else value
