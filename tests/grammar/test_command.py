"""The command `python grammar/build.py`: it writes the modules, and with --check tells whether they are up to date."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_an_unknown_option_is_an_error() -> None:
    assert build(BUILD, "--chekc") == (1, "usage: python grammar/build.py [--check]\n")
