"""The example that checks commands of an agent."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.examples.programs import EXAMPLES

PROGRAM = EXAMPLES / "check_agent_commands.py"


def answers(text: str) -> tuple[int, list[dict[str, Any]]]:
    done = subprocess.run([sys.executable, str(PROGRAM)], input=text, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_a_command_that_only_reads_is_allowed() -> None:
    line = "cd /tmp; aws ec2 describe-instances --filters Name=vpc-id,Values=v-1 | jq . > out"
    words = ["aws", "ec2", "describe-instances", "--filters", "Name=vpc-id,Values=[v-1]"]
    assert answers(line) == (0, [{"allowed": True, "why": [], "words": words}])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("aws ec2 terminate-instances --instance-ids i-1", "terminate-instances may change something"),
        ("aws s3api get-object --bucket b --key k /etc/motd", "it writes the file /etc/motd"),
        ("aws s3api put-object --bucket b --key k --body /etc/hostname", "it reads the file /etc/hostname"),
    ],
)
def test_a_command_that_does_more_is_refused(line: str, why: str) -> None:
    code, (answer,) = answers(line)
    assert (code, answer["allowed"]) == (2, False)
    assert why in answer["why"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("aws iam get-role --role-name file:///etc/hostname", "reading files is not allowed here"),
        ("aws iam get-role --role-name fileb:///etc/hostname", "reading files is not allowed here"),
        ("aws ec2 describe-vpcs --cli-input-json file:///etc/hostname", "reading files is not allowed here"),
        ("aws iam get-role --role-name $(cat /etc/hostname)", "its value is not known here"),
        ("aws ec2 describe-vpcs --filters Name=x,Valu=y", "unknown member 'Valu'"),
    ],
)
def test_a_command_that_is_not_certain_is_refused_and_no_file_is_opened(line: str, reason: str) -> None:
    code, (answer,) = answers(line)
    assert code == 2  # and not 3, with which the audit hook ends the program
    assert reason in answer["why"][0]["reason"]


def test_the_hook_ends_a_program_that_opens_a_file() -> None:
    code = f"import runpy, sys; main = runpy.run_path({str(PROGRAM)!r}); sys.addaudithook(main['refuse_other_files'])"
    done = subprocess.run([sys.executable, "-c", f"{code}; open('/etc/hostname')"], check=False)
    assert done.returncode == 3
