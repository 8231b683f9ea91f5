"""Reading a command line as the input of its command."""

import random
from functools import partial

import pytest

from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.errors import FileReferenceError, LossyTextError, ShorthandTypeError
from tests.aws.example_commands import Contents, examples
from tests.aws.outcomes import works_or_fails_with_our_error

_SLIPS = (
    "--",
    "-",
    "",
    "=",
    "--tags",
    "--tags=",
    "--no-dry-run",
    "help",
    "[",
    "{",
    "a=b",
    "'",
    "--cli-input-json",
    "é",
    "\0",
)


def _read_and_write(words: list[str], complete: bool) -> list[str]:
    return write_command_line(read_command_line(words, files=Contents(words), complete=complete))


@pytest.mark.parametrize("service", ["autoscaling", "cloudwatch", "ec2", "ses", "lambda", "deploy"])
def test_any_slip_is_read_or_is_an_error(service: str) -> None:
    drawn = random.Random(service)
    for example in list(examples(service))[:150]:
        words = list(example.words)
        for _ in range(drawn.randint(1, 3)):
            at = drawn.randrange(len(words) + 1)
            if drawn.random() < 0.5:
                words.insert(at, drawn.choice(_SLIPS))
            elif at < len(words):
                cut = drawn.randrange(len(words[at]) + 1)
                words[at] = words[at][:cut] + drawn.choice(_SLIPS) + words[at][cut + 1 :]
        for complete in (True, False):
            assert works_or_fails_with_our_error(partial(_read_and_write, words, complete))


def test_files_are_read_only_if_allowed() -> None:
    words = ["iam", "create-policy", "--policy-name", "p", "--policy-document", "file://p.json"]
    with pytest.raises(FileReferenceError):
        read_command_line(words)
    assert read_command_line(words, files=lambda name: name).input["PolicyDocument"] == "file://p.json"
    with pytest.raises(FileReferenceError):
        read_command_line(["ec2", "describe-vpcs", "--cli-input-json", "file://p.json"])


def test_an_error_names_its_option() -> None:
    with pytest.raises(ShorthandTypeError) as caught:
        read_command_line(["ec2", "create-tags", "--resources", "i", "--tags", "Key=a", "Key=b,Value=c,d"])
    assert caught.value.path == "--tags [1].Value"
    assert caught.value.fix == "Key=b,Value='c,d'"
    with pytest.raises(LossyTextError):
        read_command_line(["ec2", "describe-vpcs", "--vpc-ids", "a", "--vpc-ids", "b"])
