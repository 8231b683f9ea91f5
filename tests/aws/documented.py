"""Compare what the AWS CLI documents of every option with what we print."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import NamedTuple

from awscli.shorthand import ShorthandParser

import shorthand
from shorthand import sources
from shorthand.aws.command_line.merging import Partial
from shorthand.errors import ShorthandError
from shorthand.shapes import List, Structure, resolved
from shorthand.shapes.documented_syntax import skeleton
from tests.aws import awscli_tables as awscli

_RECURSION = re.compile(r"\( \.\.\. recursive \.\.\. \),|,?\( \.\.\. recursive \.\.\. \)")
_TYPED = {"integer": "1", "long": "1", "float": "0.5", "double": "0.5", "boolean": "true"}
_TYPE = re.compile(rf"(?<=[=,\[])({'|'.join(_TYPED)})(?=[,\]}}]|\Z)")


class Found(NamedTuple):
    """Counts, and a line for each difference."""

    counts: Counter[str]
    wrong: list[str]


def names(command: sources.Command) -> dict[str, sources.Option]:
    """Return the options of a command by each of their names, without the dashes."""
    found = {option.name.removeprefix("--"): option for option in command.all_options()}
    return found | {option.negative.removeprefix("--"): option for option in command.all_options() if option.negative}


def compare(service: str) -> Found:
    """Compare every option, syntax and skeleton of a service.

    `services`, `operations` and `options` count the tables of the services. Commands within others, such as the waiters
    and those of `s3`, are counted apart.
    """
    found = Found(Counter(), [])
    commands = list(awscli.commands(service))
    found.counts["services"] += any(command.is_direct for command in commands)
    for command in commands:
        found.counts["operations" if command.is_direct else "commands within others"] += 1
        ours = sources.aws(service, command.name, awscli.MAJOR)
        _compare_options(command, ours, found)
        if command.operation is not None:
            found.counts["skeletons"] += 1
            printed = json.dumps(skeleton(ours.input_shape) if ours.input_shape else {}, indent=4)
            if printed == awscli.printed_skeleton(command):
                found.counts["skeletons equal"] += 1
            else:
                found.wrong.append(f"{service} {command.name}: the skeleton differs")
    return found


def _compare_options(command: awscli.RealCommand, ours: sources.Command, found: Found) -> None:
    known = names(ours)
    where = "" if command.is_direct else " of commands within others"
    given = command.arguments
    if extra := known.keys() - given.keys():
        found.wrong.append(f"{command.service} {command.name} has no {', '.join(sorted(extra))}")
    for name, argument in given.items():
        found.counts[f"options{where}"] += 1
        if name in awscli.OF_EVERY_COMMAND:
            continue
        label = f"{command.service} {command.name} {name}"
        if name not in known:
            found.wrong.append(f"{label} is not known")
            continue
        option = known[name]
        if option.name.removeprefix("--") == name and option.required != bool(argument.required):
            found.wrong.append(f"{label} is required, or is not")
        if (option.name in ours.hidden) != bool(getattr(argument, "_UNDOCUMENTED", False)):
            found.wrong.append(f"{label} is hidden, or is not")
        if awscli.takes_shorthand(argument):
            found.counts[f"options that take shorthand{where}"] += 1
            _compare_shorthand(option, awscli.documented_shorthand(command, argument), label, where, found)
        documented = awscli.documented_json(argument) if awscli.is_complex(argument) else None
        found.counts[f"JSON Syntax documented{where}"] += bool(documented)
        if option.json_syntax() == documented:
            found.counts[f"JSON Syntax equal{where}"] += bool(documented)
        else:
            found.wrong.append(f"{label}: {option.json_syntax()!r} is not {documented!r}")


def _compare_shorthand(option: sources.Option, documented: str | None, label: str, where: str, found: Found) -> None:
    found.counts[f"Shorthand Syntax documented{where}"] += bool(documented)
    if option.syntax() == documented:
        found.counts[f"Shorthand Syntax equal{where}"] += bool(documented)
    else:
        found.wrong.append(f"{label}: {option.syntax()!r} is not {documented!r}")
    if documented and not _has_nothing_to_read(option):
        wrong = _not_read_back(option)
        found.counts[f"Shorthand Syntax read by the AWS CLI and by us{where}"] += not wrong
        if wrong:
            found.wrong.append(f"{label}: {option.syntax()!r} is not read: {wrong}")


def _has_nothing_to_read(option: sources.Option) -> bool:
    """Return whether the syntax of an option shows no key: of a list of lists, of a structure without members."""
    shape = resolved(option.shape)
    member = resolved(shape.member) if isinstance(shape, List) else shape
    return isinstance(member, List) or (isinstance(member, Structure) and not member.members)


def _not_read_back(option: sources.Option) -> str:
    """Return why the printed syntax is not read, with a value for each type and without the mark for more; or ""."""
    printed, _, _ = str(option.syntax()).partition("\n\nWhere valid key names are:")
    if printed.startswith("--"):
        tokens = printed.split(" ")[1:]
    else:
        text = _TYPE.sub(lambda word: _TYPED[word[0]], _RECURSION.sub("", printed.removesuffix(" ...")))
        tokens = [text]
        try:
            if shorthand.loads(text) != ShorthandParser().parse(text):
                return "the AWS CLI reads it in another way"
        except ValueError as error:
            return str(error)
    try:
        # A syntax shows all members of a union, and no member that recurs.
        shorthand.loads_option(tokens, Partial().of(option.shape))
    except ShorthandError as error:
        return str(error)
    return ""
