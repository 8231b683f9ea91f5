from __future__ import annotations

import pytest

from shorthand.aws.scripts import AwsCommand, Launcher, find_aws_command, find_aws_commands, read_shell


def find(source: str) -> AwsCommand | None:
    return find_aws_command(read_shell(source)[0])


@pytest.mark.parametrize(
    "source",
    [
        "aws s3 ls",
        "/usr/local/bin/aws s3 ls",
        "aws2 s3 ls",
        "'aws' s3 ls",
        "A=b aws s3 ls",
        "command aws s3 ls",
        "exec aws s3 ls",
        "nohup aws s3 ls &",
        "time -p aws s3 ls",
        "timeout -k 5 10s aws s3 ls",
        "sudo aws s3 ls",
        "sudo -Eu root A=b aws s3 ls",
        "sudo --user=root -- aws s3 ls",
        "env -u X A=b C=$D aws s3 ls",
        "nice -n 5 env A=b aws s3 ls",
        "xargs -n 1 aws s3 ls",
        "docker run amazon/aws-cli s3 ls",
        'docker run --rm -it -v "$PWD:/aws" -e A public.ecr.aws/aws-cli/aws-cli:2.1 s3 ls',
        "docker container run --entrypoint aws x s3 ls",
        'docker run --entrypoint "" amazon/aws-cli aws s3 ls',
        "docker run image aws s3 ls",
    ],
)
def test_every_way_to_run_the_aws_cli_is_found(source: str) -> None:
    found = find(source)
    assert found
    assert [word.text for word in found.arguments] == ["s3", "ls"]
    assert source[found.start : found.end].endswith("s3 ls")


@pytest.mark.parametrize(
    "source",
    [
        "echo aws s3 ls",
        "command -v aws",
        "which aws",
        "sudo -l aws",
        "sudo $OPTIONS aws s3 ls",
        "$AWS s3 ls",
        "awslocal s3 ls",
        "docker run --entrypoint sh amazon/aws-cli -c x",
        "docker build -t amazon/aws-cli .",
        "docker run $IMAGE aws s3 ls",
        "sudo",
        "A=aws",
    ],
)
def test_other_commands_are_left_alone(source: str) -> None:
    assert find(source) is None


def test_xargs_adds_words_or_replaces_them() -> None:
    added, replaced = find("xargs aws s3 rm"), find("xargs -I{} aws s3 cp {} s3://b/{}")
    assert added
    assert (added.launcher, added.is_complete) == (Launcher.XARGS, False)
    assert replaced
    assert replaced.is_complete
    assert [word.text for word in replaced.arguments] == ["s3", "cp", None, None]


def test_braces_are_expanded() -> None:
    found = find("aws s3 rm {a,b}")
    assert found
    assert [word.text for word in found.arguments] == ["s3", "rm", "a", "b"]


def test_commands_in_substitutions_are_found() -> None:
    found = find_aws_commands(read_shell('aws s3 ls "$(aws sts get-caller-identity)" | aws x'))
    assert [each.arguments[0].text for each in found] == ["s3", "sts", "x"]
