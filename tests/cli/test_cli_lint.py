"""`shorthand lint`: files and folders, formats, corrections, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import on_a_terminal, posix, run

WRONG = "#!/bin/sh\naws ec2 describe-instances --instance-id $I\naws ec2 create-tag\n"


def lint(folder: Path, *arguments: str, stdin: str = "") -> tuple[int, str, str]:
    """Return what the command gives in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "shorthand", "lint", *arguments],
        input=stdin.encode(),
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.sh").write_text(WRONG)
    (tmp_path / "clean.sh").write_text("aws s3 ls\n")
    (tmp_path / "other.txt").write_text("aws ec2 create-tag\n")
    return tmp_path


def test_a_folder(folder: Path) -> None:
    code, out, err = lint(folder, "--output-format", "concise")
    assert (code, err) == (1, "")
    assert [line.split()[:2] for line in out.splitlines()] == [["a.sh:2:28:", "SH105"], ["a.sh:3:9:", "SH102"]]


def test_the_default_output(folder: Path) -> None:
    code, out, err = lint(folder, "a.sh", "--select", "SH102")
    assert (code, err) == (1, "1 finding\n")
    assert "3 | aws ec2 create-tag\n  |         ^~~~~~~~~~\n  = help: did you mean create-tags?\n" in out


def test_nothing_is_wrong(folder: Path) -> None:
    assert lint(folder, "clean.sh") == (0, "", "")


def test_standard_input(folder: Path) -> None:
    code, out, _ = lint(folder, "--output-format", "concise", "-", stdin="aws ec2 create-tag")
    assert (code, out.split()[:2]) == (1, ["-:1:9:", "SH102"])
    code, out, _ = lint(folder, "-", "--stdin-filename", "x.md", stdin="aws ec2 create-tag")
    assert (code, out) == (0, "")


def test_a_file_of_no_kind(folder: Path) -> None:
    code, out, err = lint(folder, "other.txt")
    assert (code, out) == (0, "")
    assert err.startswith("other.txt: skipped")
    assert lint(folder, "--kind", "bash", "other.txt")[0] == 1


@pytest.mark.parametrize("arguments", [["nothing.sh"], ["--select", "SH9"], ["--output-format", "x"], ["--bogus"]])
def test_wrong_usage(folder: Path, arguments: list[str]) -> None:
    code, out, err = lint(folder, *arguments)
    assert (code, out) == (2, "")
    assert err


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_formats_as_json(folder: Path, form: str) -> None:
    code, out, _ = lint(folder, "--output-format", form)
    assert code == 1
    assert json.loads(out)
    assert lint(folder, "--output-format", form, "clean.sh")[0] == 0


def test_other_formats(folder: Path) -> None:
    assert lint(folder, "--output-format", "junit")[1].count("<testcase") == 2
    assert lint(folder, "--output-format", "github")[1].startswith("::warning title=shorthand SH105,file=a.sh,line=2")


def test_statistics(folder: Path) -> None:
    code, out, _ = lint(folder, "--statistics")
    assert (code, out) == (1, "1  SH102  unknown-operation\n1  SH105  abbreviated-option  (1 with --fix)\n")


def test_fix_changes_what_is_certain_and_nothing_else(folder: Path) -> None:
    (folder / "a.sh").chmod(0o755)
    code, out, err = lint(folder, "--fix", "a.sh")
    assert code == 1
    assert "SH102" in out
    assert "SH105" not in out
    assert err == "1 finding, 1 corrected\n"
    assert (folder / "a.sh").read_text() == WRONG.replace("--instance-id ", "--instance-ids ")
    assert (folder / "a.sh").stat().st_mode & 0o777 == 0o755
    lint(folder, "--fix", "--unsafe-fixes", "a.sh")
    assert (folder / "a.sh").read_text().endswith("aws ec2 create-tags\n")
    assert sorted(path.name for path in folder.iterdir()) == ["a.sh", "clean.sh", "other.txt"]


def test_diff_changes_nothing(folder: Path) -> None:
    code, out, _ = lint(folder, "--diff")
    assert code == 1
    assert out.splitlines()[:2] == ["--- a.sh", "+++ a.sh"]
    assert "+aws ec2 describe-instances --instance-ids $I" in out
    assert (folder / "a.sh").read_text() == WRONG


def test_fix_of_standard_input_prints_the_text(folder: Path) -> None:
    code, out, _ = lint(folder, "--fix", "-", stdin=WRONG)
    assert (code, out) == (1, WRONG.replace("--instance-id ", "--instance-ids "))


def test_settings(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.shorthand.lint]\nignore = ["SH102"]\n')
    assert lint(folder, "--output-format", "concise")[1].count("\n") == 1
    assert lint(folder, "--ignore", "SH105") == (0, "", "")


def test_broken_files(folder: Path) -> None:
    (folder / "binary.sh").write_bytes(b"aws s3 ls\0")
    (folder / "long.sh").write_bytes(b"aws " * 2_500_000)
    code, out, err = lint(folder, "binary.sh", "long.sh", "--output-format", "concise")
    assert (code, err) == (1, "")
    assert [line.split()[:2] for line in out.splitlines()] == [["binary.sh:1:1:", "SH001"], ["long.sh:1:1:", "SH001"]]


def test_help_tells_the_exit_codes() -> None:
    code, out, _ = run("lint", "--help")
    assert code == 0
    assert "Exit codes: 0 nothing is wrong; 1 there are findings" in " ".join(out.split())


@posix
def test_colours_on_a_terminal(folder: Path) -> None:
    shown = on_a_terminal("lint", str(folder / "a.sh"))
    assert "\x1b[1mec2 has no command 'create-tag'\x1b[0m" in shown
