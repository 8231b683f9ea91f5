"""Compare reference pages with the models: `python -m tests.aws.every_page [SERVICE]...`.

Each page is printed by the AWS CLI's own `help`, as a terminal shows it. Without a service all are compared. Prints the
counts and each difference.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any

from shorthand import sources
from shorthand.errors import ShorthandError
from shorthand.shapes import List, String, Structure, resolved
from tests.aws import awscli_tables as awscli
from tests.aws.awscli_pages import as_terminal, page_source
from tests.aws.documented import Found


def compare(service: str, names: Iterable[str] | None = None) -> Found:
    """Compare the pages of a service's commands, or of some of them."""
    found = Found(Counter(), [])
    # Looking for commands within one makes the AWS CLI add options to it, such as --delete to `s3 sync`.
    for command in list(awscli.commands(service)):
        if (names is not None and command.name not in names) or (getattr(command.command, "_UNDOCUMENTED", False)):
            continue
        kind = "operations" if command.operation is not None and command.is_direct else "own commands"
        if kind == "own commands" and not command.arguments:
            continue
        found.counts[kind] += 1
        try:
            page = as_terminal(page_source(command.command.create_help_command()))
            read = sources.reference_page(page)
        except ShorthandError as error:
            found.wrong.append(f"{service} {command.name}: {error.reason}")
            continue
        wrong = list(_differences(read, sources.aws(service, command.name, awscli.MAJOR)))
        found.counts[f"{kind} read exactly"] += not wrong
        found.wrong.extend(f"{service} {command.name}: {line}" for line in wrong[:3])
    return found


def _differences(read: sources.Command, known: sources.Command) -> Iterable[str]:
    is_own = known.input_shape is None
    named = {name: option for name, option in known.options.items() if not option.positional}
    if missing := _names(known) - _names(read):
        yield f"the page lacks {', '.join(sorted(missing))}"
    if extra := _names(read) - _names(known):
        yield f"the page has {', '.join(sorted(extra))}"
    for name, option in named.items():
        if name in read.options:
            mine, theirs = _facts(read.options[name]), _facts(option)
            shape = known.input_shape
            # An option that has a second, older name is not asked for by the command line, but with the input.
            theirs["required"] |= mine["required"] and isinstance(shape, Structure) and option.member in shape.required
            if is_own or option.member is None:
                # The AWS CLI's own options tell values in sentences, and call some lists strings.
                theirs |= {"values": mine["values"]} | ({"type": "string"} if mine["type"] == "string" else {})
            if mine != theirs:
                yield f"{name} is {mine}, not {theirs}"


def _names(command: sources.Command) -> set[str]:
    options = [option for option in command.options.values() if not option.positional]
    return {name for option in options for name in (option.name, option.negative) if name}


def _facts(option: sources.Option) -> dict[str, Any]:
    shape = resolved(option.shape)
    member = resolved(shape.member) if isinstance(shape, List) else shape
    return {
        "required": option.required,
        "type": shape.type_name,
        "values": member.enum if isinstance(member, String) else (),
        "syntax": option.syntax(),
        "JSON syntax": option.json_syntax(),
    }


def main(services: list[str]) -> int:
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for service in services or awscli.services():
        found = compare(service)
        counts.update(found.counts)
        wrong += found.wrong
    for what, number in counts.items():
        print(f"{number:>9,} {what}")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
