"""Check commands of the AWS CLI that an agent or a chat user wrote, before anything runs them.

    $ echo 'aws ec2 stop-instances --instance-ids i-1 | jq .' | python examples/check_agent_commands.py

Standard input has one proposal a line, standard output one answer a line for each command in it, as JSON. Nothing is
run. No file is opened, whatever the commands refer to: an audit hook ends the program if one is.
"""

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import shorthand

READING = ("describe-", "get-", "list-", "head-", "search-", "lookup-", "query", "scan")
# Python's own modules, and the models of the AWS CLI, which are a part of the library.
OWN_FILES = (sys.prefix, sys.base_prefix, os.path.dirname(shorthand.__file__))


def main() -> int:
    sys.addaudithook(refuse_other_files)
    answers = [answer for line in sys.stdin if line.strip() for answer in check(line)]
    for answer in answers:
        print(json.dumps(answer, default=str))
    return 0 if all(answer["allowed"] for answer in answers) else 2


def refuse_other_files(event: str, arguments: tuple[Any, ...]) -> None:
    """End the program if it opens a file that is not its own."""
    if event == "open" and not str(arguments[0]).startswith(OWN_FILES):
        os._exit(3)


def check(text: str) -> Iterator[dict[str, Any]]:
    """Yield one answer for each command in a text: whether it may run, and why not."""
    try:
        commands = shorthand.loads_commands(text, variables="error")
    except shorthand.ShorthandError as error:
        yield {"allowed": False, "why": error.as_dicts()}
        return
    for command in commands:
        why = [f"it reads the file {one.reference}" for one in command.references]
        why += [f"it writes the file {word}" for word in command.positional]
        if not command.operation.startswith(READING):
            why.append(f"{command.operation} may change something")
        # These words, and no others, are what may be run: without the pipe, the redirect or the next command.
        yield {"allowed": not why, "why": why, "words": shorthand.dumps_command(command)}


if __name__ == "__main__":
    sys.exit(main())
