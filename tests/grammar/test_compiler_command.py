"""The command `python grammar/build.py`: it writes the modules, and with --check tells whether they are up to date."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grammar.compiler import command
from tests.grammar.conftest import BUILD
from tests.grammar.samples import TEXT, mutated

GENERATED = ("_compiled_reader.py", "_transitions.py")


def build(script: Path, *arguments: str, seed: str = "0") -> tuple[int, str]:
    """Run the command. Return its exit code and what it prints."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, script, *arguments], capture_output=True, text=True, env=environment, check=False
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The command in a copy of the checkout that has no generated modules."""
    shutil.copytree(BUILD.parent, tmp_path / "grammar", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "shorthand" / "syntax").mkdir(parents=True)
    return tmp_path / "grammar" / "build.py"


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_committed_modules_are_what_the_grammar_compiles_to(seed: str) -> None:
    assert build(BUILD, "--check", seed=seed) == (0, "")


def test_writes_the_same_bytes_everywhere(copy: Path) -> None:
    assert build(copy) == (0, "")
    for name in GENERATED:
        written = copy.parent.parent / "shorthand" / "syntax" / name
        assert written.read_bytes() == (BUILD.parent.parent / "shorthand" / "syntax" / name).read_bytes()
    assert build(copy, "--check") == (0, "")


def test_a_check_fails_where_a_module_is_missing_or_changed(copy: Path) -> None:
    code, printed = build(copy, "--check")
    assert code == 1
    assert "is not what the grammar compiles to: run python grammar/build.py" in printed
    build(copy)
    module = copy.parent.parent / "shorthand" / "syntax" / "_transitions.py"
    module.write_text(module.read_text("utf-8") + "\n", "utf-8")
    code, printed = build(copy, "--check")
    assert (code, "_transitions.py is not what" in printed) == (1, True)


def test_a_change_of_a_pattern_changes_the_modules(copy: Path) -> None:
    build(copy)
    copy.with_name("shorthand.lark").write_text(mutated("_KEY_CHARACTERS: /[A", "_KEY_CHARACTERS: /[~A"), "utf-8")
    assert build(copy, "--check")[0] == 1


REFUSED = {
    "a conflict": (
        mutated("text: pair (_PAIR_COMMA pair)*", "text: pair (_SECOND_COMMA? _PAIR_COMMA pair)*"),
        "the grammar has conflicts",
    ),
    "a renamed rule": (TEXT.replace("empty", "nothing"), "the rule nothing has no effect declared"),
}


@pytest.mark.parametrize(("text", "reason"), REFUSED.values(), ids=list(REFUSED))
@pytest.mark.parametrize("arguments", [[], ["--check"]])
def test_a_grammar_that_does_not_compile_is_an_error(copy: Path, text: str, reason: str, arguments: list[str]) -> None:
    copy.with_name("shorthand.lark").write_text(text, "utf-8")
    code, printed = build(copy, *arguments)
    assert code == 1
    assert reason in printed
    assert "Traceback" not in printed
    assert list((copy.parent.parent / "shorthand" / "syntax").iterdir()) == []


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which the command of this process finds the grammar and writes the modules."""
    (tmp_path / "shorthand.lark").write_text(TEXT, "utf-8")
    monkeypatch.setattr(command, "GRAMMAR", tmp_path / "shorthand.lark")
    monkeypatch.setattr(command, "SYNTAX", tmp_path)
    return tmp_path


def test_writes_and_checks_both_modules(here: Path) -> None:
    command.main([])
    for name in GENERATED:
        assert (here / name).read_text("utf-8") == (BUILD.parent.parent / "shorthand" / "syntax" / name).read_text(
            "utf-8"
        )
    command.main(["--check"])
    (here / "_transitions.py").write_text("changed", "utf-8")
    with pytest.raises(SystemExit, match=r"_transitions.py is not what the grammar compiles to: run python grammar/"):
        command.main(["--check"])
    assert (here / "_transitions.py").read_text("utf-8") == "changed"
    (here / "_transitions.py").unlink()
    with pytest.raises(SystemExit, match=r"_transitions.py is not what the grammar compiles to"):
        command.main(["--check"])


def test_writes_nothing_for_a_grammar_that_does_not_compile(here: Path) -> None:
    (here / "shorthand.lark").write_text(TEXT.replace("empty", "nothing"), "utf-8")
    with pytest.raises(SystemExit, match="the rule nothing has no effect declared"):
        command.main([])
    assert [path.name for path in here.iterdir()] == ["shorthand.lark"]


@pytest.mark.parametrize("arguments", [["--chekc"], ["--check", "--check"], ["check"]])
def test_unknown_arguments_are_an_error(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match=r"^usage: python grammar/build.py \[--check\]$"):
        command.main(arguments)


def test_an_unknown_option_is_an_error() -> None:
    assert build(BUILD, "--chekc") == (1, "usage: python grammar/build.py [--check]\n")
