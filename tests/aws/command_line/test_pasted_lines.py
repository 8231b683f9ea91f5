"""Random lines of a shell: what we read of a command is what bash hands over to the program."""

import os
import random
import shlex

import pytest

from shorthand.aws.invocation import Invocation, loads_command
from shorthand.errors import ShorthandError
from tests.aws.scripts import real_shells
from tests.aws.scripts.random_lines import lines

LINES = 500
COMMANDS = [
    "aws ec2 describe-instances --instance-ids",
    "aws ec2 create-tags --resources i --tags",
    "aws ec2 describe-instances --no-paginate --filters Name=a,Values=b",
    "aws iam get-role --role-name",
    "aws ssm send-command --document-name aaa --parameters",
    "aws ec2 run-instances --image-id i --count",
]
_ENDS = ["", "", "", " | jq .", " > /dev/null", " && echo done", "; true", " 2>&1"]


def pasted(seed: int, count: int) -> list[str]:
    """Return lines that call `aws`, in which the words of random lines are values."""
    chance = random.Random(seed)
    made = [f"{chance.choice(COMMANDS)}{line[1:]}{chance.choice(_ENDS)}" for line in lines(seed, 2 * count)]
    # In bash a comment ends with its line, and what follows must be a command too.
    return [line for line in made if not ("#" in line and "\n" in line)][:count]


def handed_over(text: list[str]) -> list[list[list[str]] | None]:
    """Return for each line the words that bash hands to each call of `aws`."""
    before = 'exec 3>&1 >/dev/null; aws() { p aws "$@" >&3; }; jq() { cat; }'
    return real_shells.arguments([f"{before}\n{line}" for line in text])


def read(command: str | list[str]) -> Invocation | None:
    try:
        return loads_command(command, variables={**real_shells.VARIABLES, "HOME": "/home/me"})
    except ShorthandError:
        return None


def differences(seed: int, count: int) -> tuple[list[str], int]:
    """Return the lines that give a value that bash does not pass, and how many were read."""
    text = pasted(seed, count)
    wrong, equal = [], 0
    for line, calls in zip(text, handed_over(text), strict=True):
        ours = read(line)
        if ours is None or ours.kept or ours.kept_keys:
            continue
        theirs = read(calls[0]) if calls and len(calls) == 1 else None
        equal += theirs is not None
        if theirs is None or (ours.parameters, ours.pager_options) != (theirs.parameters, theirs.pager_options):
            wrong.append(f"{line!r}: {ours.parameters}, bash hands over {calls}")
    return wrong, equal


@pytest.mark.skipif(os.name == "nt" or not real_shells.is_installed("bash"), reason="needs bash")
def test_no_value_is_read_that_the_shell_would_not_have_passed() -> None:
    wrong, equal = differences(1, LINES)
    assert wrong == []
    assert equal > LINES // 10


def test_a_line_is_handed_over() -> None:
    assert handed_over([shlex.join(["aws", "a b", ""])]) == [[["aws", "a b", ""]]]
