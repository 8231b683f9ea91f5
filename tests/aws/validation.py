"""Compare what we and the AWS CLI's validator say of inputs: `python -m tests.aws.validation [INPUTS PER OPERATION]`.

The inputs are random, and half of them are slightly broken. Prints the counts and each difference.
"""

from __future__ import annotations

import copy
import sys
from collections import Counter
from random import Random
from typing import Any

from awscli.botocore.validate import ParamValidator

from shorthand import sources
from shorthand.codec.constraints import violations
from shorthand.codec.convert import check
from shorthand.errors import ShorthandError
from shorthand.shapes import Shape, Structure
from tests.aws import awscli_tables as awscli
from tests.aws.documented import Found
from tests.aws.random_values import RandomValues

_LEAVES: tuple[Any, ...] = (
    *(
        "",
        "a",
        "yesterday",
        "2024-01-31",
        "Mon, 1 Jan 2024",
        "7",
        0,
        -1,
        1,
        0.5,
        10**20,
        True,
        [],
        {},
        ["a"],
        {"a": "b"},
    ),
)


def validated(service: str, inputs: int = 4) -> Found:
    """Compare the verdicts on inputs of every operation of a service."""
    found = Found(Counter(), [])
    for command in awscli.commands(service):
        if command.operation is None or command.operation.input_shape is None:
            continue
        ours = sources.aws(service, command.name, awscli.MAJOR)
        made, drawn = RandomValues(f"{service} {command.name}"), Random(f"{service} {command.name}")
        required = set(command.operation.input_shape.metadata.get("required", ()))
        for number in range(inputs):
            value = made.some(ours.input_shape or Structure({}))
            if number % 2:
                _break(value, drawn)
            _compare(f"{service} {command.name}", value, command, ours, required, found)
    return found


def _compare(
    label: str, value: Any, command: awscli.RealCommand, ours: sources.Command, required: set[str], found: Found
) -> None:
    assert isinstance(ours.input_shape, Structure)
    # What the AWS CLI itself gives before it validates is not missing.
    given = {name: _NOT_MISSING for name in required - set(ours.input_shape.required) if name not in value}
    theirs = _errors({**value, **given}, command.operation.input_shape)
    mine = _fault(value, ours.input_shape)
    found.counts["inputs"] += 1
    if bool(theirs) == bool(mine):
        found.counts["rejected by both" if mine else "accepted by both"] += 1
    elif mine and _is_explained(value, mine):
        found.counts[f"explained: {_is_explained(value, mine)}"] += 1
    else:
        found.wrong.append(f"{label}: {value} is {mine or 'valid'} for us, {theirs or 'valid'} for the AWS CLI")


_NOT_MISSING = object()


def _errors(value: Any, shape: Any) -> list[Any]:
    try:
        report = ParamValidator().validate(value, shape)
    except RuntimeError as error:  # a time that no calendar has
        return [error]
    return [error for error in report._errors if error[2].get("param") is not _NOT_MISSING]


def _fault(value: Any, shape: Shape) -> str:
    """Return what we say of a value; "" if it is valid."""
    try:
        check(value, shape)
    except ShorthandError as error:
        return error.reason
    return next((one.reason for one in violations(value, shape)), "")


def _is_explained(value: Any, fault: str) -> str:
    """Return why we may reject what the AWS CLI accepts."""
    if "got true" in fault or "got false" in fault:
        return "a boolean is a number for the AWS CLI, as it is in Python"
    return ""


def _break(value: Any, drawn: Random) -> None:
    """Change one part of a value: remove it, rename it or replace it."""
    places: list[tuple[Any, Any]] = []
    todo = [value]
    while todo:
        part = todo.pop()
        steps = part.keys() if isinstance(part, dict) else range(len(part))
        for step in steps:
            places.append((part, step))
            if isinstance(part[step], (dict, list)):
                todo.append(part[step])
    if not places:
        return
    holder, step = drawn.choice(places)
    kind = drawn.random()
    if kind < 0.2:
        del holder[step]
    elif kind < 0.3 and isinstance(holder, dict):
        holder[f"{step}x"] = holder.pop(step)
    else:
        holder[step] = copy.deepcopy(drawn.choice(_LEAVES))


def main(inputs: int) -> int:
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for service in awscli.services():
        found = validated(service, inputs)
        counts.update(found.counts)
        wrong += found.wrong
    for what, number in counts.items():
        print(f"{number:>9,} {what}")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 4))
