"""Check values of every option that takes shorthand: written, and read by the AWS CLI and by us as the same value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from awscli.argprocess import ParamError, ParamShorthandParser, unpack_cli_arg

import shorthand
from shorthand import sources
from shorthand.errors import ShorthandError
from shorthand.shapes import Shape
from shorthand.shapes.documented_syntax import holds_only_documents
from tests.aws import awscli_tables as awscli
from tests.aws.documented import Found, names
from tests.aws.random_values import RandomValues

# How many values of each option, besides one with every member.
VALUES = 8

_parser = ParamShorthandParser()


def aws_reads(command: awscli.RealCommand, argument: Any, tokens: list[str]) -> Any:
    """Read an option's tokens as the AWS CLI does: as shorthand, or otherwise by its model."""
    value = tokens if argument.argument_model.type_name == "list" else tokens[0]
    read = _parser(argument, value, ".".join(["process-cli-arg", *command.reading_names]))
    return unpack_cli_arg(argument, value) if read is None else read


def options(service: str) -> Iterator[tuple[awscli.RealCommand, str, Any, sources.Option]]:
    """Yield the options of a service that take shorthand or documents: real command, name and argument, then ours."""
    for command in awscli.commands(service):
        known = names(sources.aws(service, command.name, awscli.MAJOR))
        for name, argument in command.arguments.items():
            if name in known and (awscli.takes_shorthand(argument) or _is_document(argument, known[name])):
                yield command, name, argument, known[name]


def _is_document(argument: Any, option: sources.Option) -> bool:
    model = argument.argument_model
    return model is not None and model.type_name in ("structure", "list", "map") and holds_only_documents(option.shape)


def check(service: str, values: int = VALUES) -> Found:
    """Check the options of a service that take shorthand, and that those of document type take only JSON."""
    found = Found(Counter(), [])
    for command, name, argument, option in options(service):
        where = "" if command.is_direct else " of commands within others"
        label = f"{service} {command.name} --{name}"
        if _is_document(argument, option):
            found.counts[f"options of document type, which take JSON only{where}"] += 1
            if not _refuses_shorthand(option.shape):
                found.wrong.append(f"{label} takes shorthand, though it is a document")
            continue
        made = RandomValues(label)
        tried = [made.full(option.shape), *(made.some(option.shape) for _ in range(values))]
        trips = [_round_trip(value, command, argument, option) for value in tried]
        wrong = [trip.wrong for trip in trips if trip.wrong]
        found.counts[f"options that take shorthand{where}"] += 1
        found.counts[f"options whose values all came back{where}"] += not wrong
        found.counts[f"options with a value written in shorthand{where}"] += not all(trip.as_json for trip in trips)
        found.counts["values"] += len(trips)
        found.counts["values written as JSON"] += sum(trip.as_json for trip in trips)
        found.wrong.extend(f"{label}: {line}" for line in wrong[:2])
    return found


def _refuses_shorthand(shape: Shape) -> bool:
    try:
        shorthand.loads_option(["a=b"], shape)
    except ShorthandError as error:
        return "JSON" in f"{error}"
    return False


class _Trip(NamedTuple):
    """Whether a value was written as JSON, and what is wrong with the value that came back."""

    as_json: bool
    wrong: str = ""


def _round_trip(value: Any, command: awscli.RealCommand, argument: Any, option: sources.Option) -> _Trip:
    tokens = shorthand.dumps_option(value, option.shape)
    as_json = len(tokens) == 1 and tokens[0].startswith(("[", "{"))
    try:
        theirs = aws_reads(command, argument, tokens)
    except (ParamError, ValueError, TypeError, AttributeError) as error:
        return _Trip(as_json, f"{tokens!r} is not read by the AWS CLI: {error}")
    if theirs != value:
        return _Trip(as_json, f"{value!r} was written as {tokens!r}, which the AWS CLI reads as {theirs!r}")
    ours = shorthand.loads_option(tokens, option.shape)
    # What compares equal may still differ: 1 and True, 1 and 1.0.
    if ours != value or repr(ours) != repr(value):
        return _Trip(as_json, f"{value!r} was written as {tokens!r}, which reads as {ours!r}")
    again = shorthand.dumps_option(ours, option.shape)
    return _Trip(as_json, "" if again == tokens else f"{tokens!r} was written again as {again!r}")
