"""Every example of every page holds: those in Python, and those at the prompt."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.docs.conftest import DOCS, ROOT

# The guides of the frameworks need programs on the PATH: tests/test_guides.py runs them.
ELSEWHERE = {DOCS / "embedding.md", DOCS / "testing.md", *(DOCS / "embedding").glob("*.md")}
PAGES = sorted(
    path
    for path in DOCS.rglob("*.md")
    if path not in ELSEWHERE and not {"node_modules", "_build"} & set(path.relative_to(DOCS).parts)
)
# $ command
# what it prints
AT_THE_PROMPT = re.compile(r"^\$ (.+)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE)
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    (page.relative_to(DOCS).as_posix(), command, printed)
    for page in PAGES
    for block in CONSOLE.findall(page.read_text("utf-8"))
    for command, printed in AT_THE_PROMPT.findall(block)
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_the_examples_in_python(page: Path) -> None:
    assert doctest.testfile(str(page), module_relative=False).failed == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize(("page", "command", "printed"), EXAMPLES)
def test_the_examples_at_the_prompt(page: str, command: str, printed: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        shell=True,
        cwd=ROOT,
        env={**os.environ, "PATH": path, "COLUMNS": "88"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.stdout == printed


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 20
    assert sum(">>> " in page.read_text("utf-8") for page in PAGES) >= 3


def test_every_extra_is_in_the_table() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    table = re.findall(r"^\| (`.+?`) \|", (DOCS / "reference" / "install.md").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"`([\w-]+)`", " ".join(table))) >= set(extras)


def test_the_table_says_what_each_extra_brings() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    page = (DOCS / "reference" / "install.md").read_text("utf-8")
    for extra, requirements in extras.items():
        (row,) = re.findall(rf"^\| .*`{extra}`.* \|.*\|.*$", page, re.MULTILINE)
        names = [re.split(r"[<>=\[; ]", one)[0].lower() for one in requirements if extra not in ("docs", "dev")]
        brought = row.lower().replace("the framework", f"{extra}")
        assert [name for name in names if name.split("-bash")[0].split("-power")[0] not in brought] == []
