"""The program `launch`, written with each framework: its help, a success, an error, and completion on Tab."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.examples.programs import BASH, EXAMPLES, FRAMEWORKS, install, run
from tests.integrations.interactive import Bash

# The actions of argparse, and cyclopts, take several words at once.
SEVERAL = ("argparse", "cyclopts", "pydantic")


def disks(framework: str, *words: str) -> list[str]:
    return ["--disks", *words] if framework in SEVERAL else [part for word in words for part in ("--disks", word)]


def text_of(printed: str) -> str:
    """What is printed, without the boxes and line breaks that a framework puts it in."""
    return " ".join("".join(" " if char in "│╭╮╰╯─" else char for char in printed).split())


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_shorthand_json_and_files_from_the_line_and_the_environment(framework: str, tmp_path: Path) -> None:
    (tmp_path / "network").write_text('{"Subnets": ["a", "b"], "Public": true}')
    # Argparse reads no environment.
    tags = {"LAUNCH_TAGS": "Key=a,Value='b c' Key=d"} if framework != "argparse" else {}
    line = ["--network", f"file://{tmp_path}/network", *disks(framework, "Size=1,Kind=hdd", "Size=2,Mounts=/a")]
    code, printed = run(framework, *line, **tags)
    assert code == 0
    assert (
        printed
        == f"""\
{"[Tag(Key='a', Value='b c'), Tag(Key='d', Value='')]" if tags else "[Tag(Key='env', Value='test')]"}
[Disk(Size=1, Kind='hdd', Mounts=[]), Disk(Size=2, Kind='ssd', Mounts=['/a'])]
{"Subnets=['a', 'b'] Public=True" if framework == "pydantic" else "Network(Subnets=['a', 'b'], Public=True)"}
"""
    )


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_help(framework: str) -> None:
    code, printed = run(framework, "--help", COLUMNS="200", TERMINAL_WIDTH="200")
    shown = text_of(printed)
    assert code == 0
    for expected in (
        "Key=string,Value=string",
        "Size=integer,Kind=string,Mounts=string,string",
        "Subnets=string,string,Public=boolean",
        "Tags of the job.",
        "JSON or file://NAME",
        "Key=env,Value=test",
    ):
        assert expected in shown


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_an_error(framework: str) -> None:
    code, printed = run(framework, "--network", "Subnets=a", *disks(framework, "Size=1", "Size=2,Kynd=hdd"))
    lines = [line.strip("│ ") for line in printed.splitlines()]
    assert code == 2
    assert "--disks" in printed
    assert any(line.endswith("[1].Kynd: unknown member 'Kynd'") for line in lines)
    drawn, marks = (next(line for line in printed.splitlines() if part in line) for part in ("Size=2", "^~~~"))
    assert drawn.index("Kynd") == marks.index("^~~~")
    assert "hint: did you mean Kind?" in lines
    assert "try: Size=2,Kind=hdd" in lines


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_tab_in_bash(framework: str, tmp_path: Path) -> None:
    install(framework, tmp_path)
    with Bash(BASH[framework], tmp_path) as bash:
        assert bash.tab("launch --network Subnets=a,P") == "launch --network Subnets=a,Public="
        assert bash.tab("launch --network 'Subnets=a b,P").startswith("launch --network 'Subnets=a b,Public=")
        assert bash.tab("launch --disks=Size=1,Kind=h").rstrip() == "launch --disks=Size=1,Kind=hdd"


def click_words(shell: str, variable: str) -> Callable[[list[str]], dict[str, str]]:
    def environment(words: list[str]) -> dict[str, str]:
        line = {"zsh": {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}}
        fish = {"COMP_WORDS": " ".join(words), "COMP_CWORD": words[-1]}
        return {variable: f"{shell}_complete", **line.get(shell, fish)}

    return environment


def typer_words(shell: str) -> Callable[[list[str]], dict[str, str]]:
    def environment(words: list[str]) -> dict[str, str]:
        action = {"_TYPER_COMPLETE_FISH_ACTION": "get-args"} if shell == "fish" else {}
        return {"_LAUNCH_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": " ".join(words), **action}

    return environment


def argcomplete_words(shell: str) -> Callable[[list[str]], dict[str, str]]:
    def environment(words: list[str]) -> dict[str, str]:
        line = " ".join(words)
        return {
            "_ARGCOMPLETE": "1",
            "_ARGCOMPLETE_SHELL": shell,
            "_ARGCOMPLETE_IFS": "\n",
            "COMP_LINE": line,
            "COMP_POINT": str(len(line)),
            "COMP_TYPE": "",
            "_ARGCOMPLETE_STDOUT_FILENAME": "/dev/stdout",
        }

    return environment


PROTOCOLS: dict[str, Callable[[str], Callable[[list[str]], dict[str, str]]]] = {
    "argparse": argcomplete_words,
    "pydantic": argcomplete_words,
    "click": lambda shell: click_words(shell, "_LAUNCH_COMPLETE"),
    "typer": typer_words,
    "cyclopts": lambda shell: lambda words: {},
}


@pytest.mark.skipif(sys.platform == "win32", reason="the protocols of POSIX shells")
@pytest.mark.parametrize("shell", ["zsh", "fish"])
@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_protocol_of_other_shells(framework: str, shell: str) -> None:
    words = ["launch", "--disks", "Size=1,Kind="]
    arguments = ["__complete", *words[1:]] if framework == "cyclopts" else []
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / f"launch_{framework}.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **PROTOCOLS[framework](shell)(words)},
    )
    assert "Size=1,Kind=ssd" in done.stdout
    assert "Size=1,Kind=hdd" in done.stdout
