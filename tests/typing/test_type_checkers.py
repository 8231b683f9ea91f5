"""What mypy and basedpyright infer in the programs under examples/, which ignore nothing."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "examples" / "deploy"
COMMANDS = {
    "mypy": ([sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "."], DEPLOY),
    "basedpyright": ([sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable], ROOT),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_type_checker_finds_nothing(name: str) -> None:
    command, folder = COMMANDS[name]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_examples_ignore_nothing() -> None:
    for path in sorted(DEPLOY.glob("*.py")):
        assert not re.search(r"#\s*(type|pyright|mypy):\s*ignore", path.read_text("utf-8")), path
