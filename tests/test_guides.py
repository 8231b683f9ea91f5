"""The guides' examples hold: those in Python, those at the prompt, and the lines that they count."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.programs import EXAMPLES, FRAMEWORKS, install

DOCS = Path(__file__).parent.parent / "docs"
GUIDES = [
    DOCS / "embedding.md",
    DOCS / "testing.md",
    DOCS / "how-to" / "commands-in-programs.md",
    *sorted((DOCS / "embedding").glob("*.md")),
]

# $ command
# what it prints
AT_THE_PROMPT = re.compile(r"^\$ (.+)\n((?:(?!\$ |```).*\n)*)", re.MULTILINE)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_the_examples_in_python(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOB_TAGS", "")
    monkeypatch.delenv("JOB_TAGS")
    results = doctest.testfile(str(guide), module_relative=False)
    assert results.attempted > 3
    assert results.failed == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_the_examples_at_the_prompt(guide: Path, tmp_path: Path) -> None:
    if guide.stem in FRAMEWORKS:
        install(guide.stem, tmp_path)
    path = os.pathsep.join([str(tmp_path), str(Path(sys.executable).parent), os.environ["PATH"]])
    examples = AT_THE_PROMPT.findall(guide.read_text("utf-8"))
    assert len(examples) >= 2
    for command, printed in examples:
        done = subprocess.run(
            command,
            shell=True,
            cwd=DOCS.parent,
            env={**os.environ, "PATH": path, "COLUMNS": "80", "TERMINAL_WIDTH": "80"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if guide.stem == "argparse" and sys.version_info >= (3, 13):  # it breaks the lines of a usage elsewhere
            assert done.stdout.split() == printed.split(), command
        else:
            assert done.stdout == printed, command


def lines(program: Path) -> int:
    """Lines of code: neither blank, nor a comment alone."""
    return sum(
        bool(line.strip()) and not line.strip().startswith("#") for line in program.read_text("utf-8").splitlines()
    )


@pytest.mark.parametrize("framework", [*FRAMEWORKS, "tyro", "jsonargparse"])
def test_a_program_is_shorter_with_the_library_than_without(framework: str) -> None:
    here, there = lines(EXAMPLES / f"launch_{framework}.py"), lines(EXAMPLES / "by_hand" / f"launch_{framework}.py")
    assert here < there * 0.7
    row = f"| [{framework}](../examples/launch_{framework}.py) | {here} | {there} |"
    assert row in (DOCS / "embedding.md").read_text("utf-8")


@pytest.mark.parametrize("framework", [*FRAMEWORKS, "tyro", "jsonargparse"])
def test_the_programs_by_hand_do_the_same_as_far_as_they_go(framework: str) -> None:
    line = ["--network", "Subnets=a", "--disks", "Size=1,Kind=hdd", "--tags", "Key=a,Value=1"]
    printed = [
        subprocess.run([sys.executable, str(program), *line], capture_output=True, text=True, check=True).stdout
        for program in (EXAMPLES / f"launch_{framework}.py", EXAMPLES / "by_hand" / f"launch_{framework}.py")
    ]
    if framework == "pydantic":  # one has a model, the other a dataclass
        printed[0] = printed[0].replace("Subnets=['a'] Public=False", "Network(Subnets=['a'], Public=False)")
    assert printed[0] == printed[1]
