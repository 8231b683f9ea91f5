"""The check of one command."""

import pytest

from shorthand.aws.scripts import find_aws_commands, read_script
from shorthand.lint.command_check import CommandCheck


def checked(line: str, *, is_document: bool = False) -> CommandCheck:
    (run,) = find_aws_commands(read_script(line).commands)
    return CommandCheck(run, 2, is_document=is_document)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("aws --region eu ec2 wait instance-running", "ec2 wait instance-running"),
        ("sudo aws s3 cp a b --recursive", "s3 cp"),
        ("aws configure set region eu", "configure set"),
        ("aws ec2 help", "ec2"),
        ("aws --version", ""),
        ("aws $OPTIONS ec2 create-tag", ""),
        ("aws ec2 $OPERATION --bogus", "ec2"),
    ],
)
def test_the_name_and_nothing_wrong(line: str, name: str) -> None:
    found = checked(line)
    assert (found.name, found.problems) == (name, [])


def test_a_document_may_name_what_is_to_be_replaced() -> None:
    assert [one.code for one in checked("aws service-name command").problems] == ["SH101"]
    assert checked("aws service-name command", is_document=True).problems == []


def test_an_option_of_convenience_gives_what_is_required() -> None:
    line = "aws ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port 22 --cidr 10.0.0.0/8"
    assert checked(line).problems == []
