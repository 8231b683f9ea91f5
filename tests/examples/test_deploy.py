"""The program `deploy`, written once with each framework: one table of invocations that all of them must pass."""

import importlib
import os
import shlex
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.examples.programs import EXAMPLES

DEPLOY = EXAMPLES / "deploy"
FRAMEWORKS = ("argparse", "click", "typer", "cyclopts", "pydantic", "tyro", "jsonargparse")
INVOCATIONS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "deploy_invocations.toml").read_text("utf-8")
)["invocation"]


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(DEPLOY))
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("DEPLOY_"):
            monkeypatch.delenv(name)
    for name, value in {"COLUMNS": "200", "TERMINAL_WIDTH": "200", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    yield
    sys.modules.pop("declarations", None)
    for framework in FRAMEWORKS:
        sys.modules.pop(f"deploy_{framework}", None)


def run(framework: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[Any, str, str]:
    """Return the exit code, and what the program prints on each stream, without boxes."""
    program = importlib.import_module(f"deploy_{framework}")
    code: Any = 0
    try:
        program.main(words)
    except SystemExit as stop:
        code = stop.code or 0
    printed = capsys.readouterr()
    # A message as the exit code is printed by Python, with code 1.
    return (1, printed.out, code) if isinstance(code, str) else (code, printed.out, printed.err)


def text_of(printed: str) -> str:
    """Return what is printed, without the boxes and line breaks that a framework puts it in."""
    return " ".join("".join(" " if char in "│╭╮╰╯─" else char for char in printed).split())


@pytest.mark.parametrize("framework", FRAMEWORKS)
@pytest.mark.parametrize("invocation", INVOCATIONS, ids=lambda invocation: invocation["name"])
def test_an_invocation(
    framework: str,
    invocation: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, content in invocation.get("files", {}).items():
        Path(name).write_text(content)
    for name, value in invocation.get("environment", {}).items():
        monkeypatch.setenv(name, value)
    code, output, errors = run(framework, shlex.split(invocation["line"]), capsys)
    if "prints" in invocation:
        passes = (code, output) == (0, invocation["prints"])
    else:
        said = text_of(output + errors)
        passes = code in (1, 2) and all(" ".join(one.split()) in said for one in invocation["errors"])
    assert passes == (framework not in invocation.get("differs", {})), (code, output, errors)


def test_the_table_has_forty_invocations_and_few_differences() -> None:
    assert len(INVOCATIONS) >= 40
    assert len({invocation["name"] for invocation in INVOCATIONS}) == len(INVOCATIONS)
    for invocation in INVOCATIONS:
        assert set(invocation.get("differs", {})) <= set(FRAMEWORKS)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_help_shows_each_option_and_its_syntax(framework: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, output, errors = run(framework, ["--help"], capsys)
    said = text_of(output + errors)
    assert code == 0
    for expected in ("Deploy a service.", "What to run.", "--volumes", "dev|staging|prod", "PT5M"):
        assert expected in said


# tyro shows the members in the help of the whole program.
@pytest.mark.parametrize("framework", [name for name in FRAMEWORKS if name != "tyro"])
def test_the_help_of_one_option_describes_its_members(framework: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, output, _ = run(framework, ["--help-option", "service"], capsys)
    assert code == 0
    assert "replicas  integer, default 1. How many copies run." in output
    assert "path      string, required. Where the service answers." in output


@pytest.mark.parametrize("framework", [name for name in FRAMEWORKS if name != "tyro"])
def test_the_help_of_an_unknown_option_is_a_usage_error(framework: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, output, errors = run(framework, ["--help-option", "servise"], capsys)
    assert code == 2
    assert "expected one of" in text_of(output + errors)
    assert "service" in text_of(output + errors)
