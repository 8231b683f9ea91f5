"""The README's examples hold."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parent.parent / "README.md"

# $ command
# what it prints
EXAMPLES = re.findall(r"^\$ (.+)\n((?:(?!\$ |```).*\n)*)", README.read_text("utf-8"), re.MULTILINE)


def test_the_examples_in_python() -> None:
    results = doctest.testfile(str(README), module_relative=False)
    assert results.attempted > 5
    assert results.failed == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize(("command", "printed"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_the_examples_at_the_prompt(command: str, printed: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        shell=True,
        cwd=README.parent,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.stdout == printed


def test_there_are_examples_at_the_prompt() -> None:
    assert len(EXAMPLES) >= 4


def test_it_has_one_screen_and_a_half() -> None:
    assert len(README.read_text("utf-8").splitlines()) <= 100


def test_its_two_set_up_commands_are_where_ci_takes_them_from() -> None:
    assert len(re.findall(r"^python3 -m venv ", README.read_text("utf-8"), re.MULTILINE)) == 2


def test_its_figures_are_those_of_the_page_on_speed() -> None:
    rows = re.findall(r"^\| .+ \| [\d.]+ \|.*", README.read_text("utf-8"), re.MULTILINE)
    assert len(rows) == 4
    page = (README.parent / "docs" / "benchmarks.md").read_text("utf-8")
    assert all(row in page for row in rows)


def test_its_links_lead_to_files() -> None:
    links = re.findall(r"\]\(([^)#:]+)", README.read_text("utf-8"))
    assert len(links) >= 12
    assert [link for link in links if not (README.parent / link).is_file()] == []
