"""Writing the input of a command as a command line."""

from functools import partial

import pytest

from shorthand import sources
from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.to_input import CommandLine, read_command_line
from shorthand.aws.models import operations
from shorthand.errors import UnrepresentableError
from shorthand.shapes import Structure
from tests.aws import awscli_tables
from tests.aws.outcomes import works_or_fails_with_our_error
from tests.aws.random_values import RandomValues


def test_any_input_is_written_or_is_an_error() -> None:
    made = RandomValues("any input")
    for service in awscli_tables.services()[::30]:
        for name in operations(service)[:10]:
            command = sources.aws(service, name)
            if not isinstance(command.input_shape, Structure):
                continue
            wrong = {
                member: made.some(sources.json_schema({"type": "object"})) for member in command.input_shape.members
            }
            assert works_or_fails_with_our_error(partial(write_command_line, CommandLine(service, command, wrong)))


def test_what_is_no_part_of_the_input_comes_back() -> None:
    words = ["--region", "r", "s3api", "get-object", "--bucket", "b", "--key", "k", "out", "--debug", "--query=x"]
    line = read_command_line(words)
    assert line.others == {"--region": ["r"], "--debug": [], "--query": ["x"]}
    assert line.positional == ["out"]
    assert write_command_line(line) == [
        *("aws", "s3api", "get-object", "out", "--bucket", "b", "--key", "k"),
        *("--region", "r", "--debug", "--query", "x"),
    ]


@pytest.mark.parametrize("name", ["-1", "-.5", "-1.", "-²", "-a", "-", "a"])
def test_a_value_that_begins_with_a_dash_comes_back(name: str) -> None:
    command = sources.aws("secretsmanager", "describe-secret")
    words = write_command_line(CommandLine("secretsmanager", command, {"SecretId": name}))
    assert words[3:] == (["--secret-id", name] if name in ("-1", "-.5", "a") else [f"--secret-id={name}"])
    assert read_command_line(words).input == {"SecretId": name}


def test_bytes_are_given_by_the_name_of_a_file() -> None:
    command = sources.aws("lambda", "update-function-code")
    line = CommandLine("lambda", command, {"FunctionName": "f", "ZipFile": b"\xff"}, version=1)
    with pytest.raises(UnrepresentableError, match="bytes can be given only by the name of a file"):
        write_command_line(line)


def test_bytes_inside_a_structure_are_given_by_the_name_of_a_file() -> None:
    command = sources.aws("rekognition", "detect-labels")
    line = CommandLine("rekognition", command, {"Image": {"Bytes": b"\xff"}}, version=1)
    with pytest.raises(UnrepresentableError, match="bytes can be given only by the name of a file"):
        write_command_line(line)


def test_what_was_read_from_a_file_is_written_as_its_name() -> None:
    words = ["aws", "lambda", "update-function-code", "--zip-file", "fileb://f.zip", "--function-name", "f"]
    line = read_command_line(words, files=lambda _: b"PK\x05\x06" + bytes(18))
    assert write_command_line(line) == [*words[:3], "--function-name", "f", "--zip-file", "fileb://f.zip"]


def test_what_no_option_carries_is_written_as_json() -> None:
    command = sources.aws("sns", "create-topic")
    line = CommandLine("sns", command, {"Name": "file://x"})
    assert write_command_line(line) == ["aws", "sns", "create-topic", "--cli-input-json", '{"Name":"file://x"}']


def test_a_missing_file_to_write_to_is_an_error() -> None:
    command = sources.aws("s3api", "get-object")
    with pytest.raises(UnrepresentableError, match="needs outfile, which no input gives"):
        write_command_line(CommandLine("s3api", command, {"Bucket": "b", "Key": "k"}))


@pytest.mark.parametrize("words", [["--generate-cli-skeleton"], ["--generate-cli-skeleton", "yaml-input"]])
def test_the_skeleton_comes_back(words: list[str]) -> None:
    line = read_command_line(["ec2", "create-tags", "--tags", "Key=a", *words])
    assert write_command_line(line) == ["aws", "ec2", "create-tags", "--tags", "Key=a", *words]


def test_an_option_with_the_name_of_a_global_one_is_written_as_json() -> None:
    command = sources.aws("sagemaker", "wait image-version-created")
    line = CommandLine("sagemaker", command, {"ImageName": "i", "Version": 80})
    words = write_command_line(line)
    assert words[3:] == ["image-version-created", "--image-name", "i", "--cli-input-json", '{"Version":80}']
    assert read_command_line(words).input == line.input


def test_a_value_that_contains_itself_has_no_command_line() -> None:
    command = sources.aws("ec2", "create-tags")
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(UnrepresentableError, match="or it contains itself"):
        write_command_line(CommandLine("ec2", command, {"Resources": ["i-1"], "Tags": endless}))
