"""What the AWS CLI calls for some command lines, and we read: see `tests.aws.recorded_calls`.

The variable SHORTHAND_AWS_CLI_2 may name a folder with version 2, which `.ci/get-aws-cli-2 FOLDER` unpacks. Then the
recorded calls of version 2 are compared with the real ones too.
"""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from shorthand.aws.command_line.to_input import read_command_line
from shorthand.errors import ShorthandError
from tests.aws.awscli_tables import MAJOR
from tests.aws.real_calls import real_call
from tests.cases import cases

RECORDED = cases("aws_real_calls")
ROOT = Path(__file__).parent.parent.parent
FOLDER = os.environ.get("SHORTHAND_AWS_CLI_2", "")


def our_reading(case: dict[str, Any], version: int) -> dict[str, Any] | None:
    try:
        return read_command_line(case["words"], version=version, strict=not case.get("lenient")).input
    except ShorthandError:
        return None


def label(case: dict[str, Any]) -> str:
    return " ".join(case["words"])


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("case", RECORDED, ids=label)
def test_we_read_what_the_aws_cli_calls(case: dict[str, Any], version: int) -> None:
    assert our_reading(case, version) == case[str(version)]


@pytest.mark.parametrize("case", RECORDED[::3], ids=label)
def test_the_installed_aws_cli_calls_what_is_recorded(case: dict[str, Any]) -> None:
    assert real_call(case["words"]).parameters == case[str(MAJOR)]


@pytest.mark.skipif(not FOLDER, reason="SHORTHAND_AWS_CLI_2 names no folder with version 2 of the AWS CLI")
def test_version_2_calls_what_is_recorded() -> None:
    path = os.pathsep.join([f"{FOLDER}/v2/usr/lib/python3/dist-packages", str(ROOT)])
    done = subprocess.run(
        [f"{FOLDER}/venv/bin/python", "-W", "ignore", "-m", "tests.aws.real_calls"],
        input="".join(json.dumps(case["words"]) + "\n" for case in RECORDED),
        # Version 1 sets variables when it is imported.
        env={name: value for name, value in os.environ.items() if "AWS" not in name} | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    called = [json.loads(line) for line in done.stdout.splitlines()]
    assert called == [case["2"] for case in RECORDED]


def test_a_text_that_the_aws_cli_would_decode_to_other_bytes_is_an_error() -> None:
    words = ["lambda", "invoke", "--function-name", "f", "--payload", "{}", "out.json"]
    with pytest.raises(ShorthandError, match=r"expected base64, got '\{\}'"):
        read_command_line(words)
