"""Reading whole commands: what is typed in any way is read, or refused with an error of ours."""

import random
import shlex
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand import sources
from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.to_input import CommandLine, read_command_line
from shorthand.aws.command_line.words import split_line
from shorthand.aws.models import operations
from shorthand.errors import FileReferenceError, LossyTextError, ShorthandError, ShorthandTypeError
from shorthand.shapes import Structure
from tests.aws import awscli_tables
from tests.aws.example_commands import Contents, examples
from tests.aws.random_values import RandomValues


def is_done_or_refused(call: Callable[[], object]) -> bool:
    """Whether the call ends well, or with an error of ours that says something; any other is raised."""
    try:
        call()
    except ShorthandError as error:
        return bool(str(error))
    return True


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))))
def test_what_a_shell_would_read_is_split_as_it_would(words: list[str]) -> None:
    line = shlex.join(words)
    # A prompt before the command is no word of it.
    assert split_line(line) == words or words[:2] in (["$", "aws"], ["%", "aws"], [">", "aws"])


@given(st.text())
def test_any_line_is_split_or_refused(line: str) -> None:
    assert is_done_or_refused(lambda: split_line(line))


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


@pytest.mark.parametrize("service", ["autoscaling", "cloudwatch", "ec2", "ses", "lambda", "deploy"])
def test_any_slip_is_read_or_refused(service: str) -> None:
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
            read = partial(read_command_line, words, files=Contents(words), complete=complete)
            assert is_done_or_refused(lambda read=read: write_command_line(read()))


def test_any_input_is_written_or_refused() -> None:
    made = RandomValues("any input")
    for service in awscli_tables.services()[::30]:
        for name in operations(service)[:10]:
            command = sources.aws(service, name)
            if not isinstance(command.input_shape, Structure):
                continue
            wrong = {
                member: made.some(sources.json_schema({"type": "object"})) for member in command.input_shape.members
            }
            assert is_done_or_refused(partial(write_command_line, CommandLine(service, command, wrong)))


def test_files_are_read_only_where_they_may_be() -> None:
    words = ["iam", "create-policy", "--policy-name", "p", "--policy-document", "file://p.json"]
    with pytest.raises(FileReferenceError):
        read_command_line(words)
    assert read_command_line(words, files=lambda name: name).input["PolicyDocument"] == "file://p.json"
    with pytest.raises(FileReferenceError):
        read_command_line(["ec2", "describe-vpcs", "--cli-input-json", "file://p.json"])


def test_an_error_says_of_which_option_it_is() -> None:
    with pytest.raises(ShorthandTypeError) as caught:
        read_command_line(["ec2", "create-tags", "--resources", "i", "--tags", "Key=a", "Key=b,Value=c,d"])
    assert caught.value.path == "--tags [1].Value"
    assert caught.value.fix == "Key=b,Value='c,d'"
    with pytest.raises(LossyTextError):
        read_command_line(["ec2", "describe-vpcs", "--vpc-ids", "a", "--vpc-ids", "b"])


def test_what_is_no_part_of_the_input() -> None:
    words = ["--region", "r", "s3api", "get-object", "--bucket", "b", "--key", "k", "out", "--debug", "--query=x"]
    line = read_command_line(words)
    assert line.others == {"--region": ["r"], "--debug": [], "--query": ["x"]}
    assert line.positional == ["out"]
    assert write_command_line(line) == [
        *("aws", "s3api", "get-object", "out", "--bucket", "b", "--key", "k"),
        *("--region", "r", "--debug", "--query", "x"),
    ]


@pytest.mark.parametrize("name", ["-1", "-.5", "-1.", "-²", "-a", "-", "a"])
def test_a_value_with_a_dash_before_it_comes_back(name: str) -> None:
    command = sources.aws("secretsmanager", "describe-secret")
    words = write_command_line(CommandLine("secretsmanager", command, {"SecretId": name}))
    assert words[3:] == (["--secret-id", name] if name in ("-1", "-.5", "a") else [f"--secret-id={name}"])
    assert read_command_line(words).input == {"SecretId": name}
