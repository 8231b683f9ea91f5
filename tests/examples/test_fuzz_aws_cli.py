"""Another program fuzzed from a shell loop: the AWS CLI, and two that do it wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.programs import EXAMPLES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a bash script")


def fuzz(directory: Path, number: int) -> tuple[int, list[str]]:
    program = directory / "shorthand"
    program.write_text(f"#!{sys.executable}\nfrom shorthand.__main__ import main\n\nmain()\n")
    program.chmod(0o755)
    path = os.pathsep.join([str(directory), str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", str(EXAMPLES / "fuzz_aws_cli.sh"), str(number), "1"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": path},
    )
    return done.returncode, done.stdout.splitlines()


def test_the_aws_cli_takes_what_is_valid_and_nothing_else(tmp_path: Path) -> None:
    assert fuzz(tmp_path, 1) == (0, ["1 valid texts, 0 refused; 1 broken texts, 0 taken"])


@pytest.mark.parametrize(
    ("answer", "said", "report"),
    [
        ("true", "broken, and taken: ", "5 valid texts, 0 refused; 5 broken texts, 5 taken"),
        ("false", "valid, and refused: ", "5 valid texts, 5 refused; 5 broken texts, 0 taken"),
    ],
)
def test_a_program_that_does_not_is_reported(tmp_path: Path, answer: str, said: str, report: str) -> None:
    (tmp_path / "aws").write_text(f"#!/bin/sh\n{answer}\n")
    (tmp_path / "aws").chmod(0o755)
    code, lines = fuzz(tmp_path, 5)
    assert code == 1
    assert [line.startswith(said) for line in lines[:-1]] == [True] * 5
    assert lines[-1] == report
