"""Corrections work when they are pasted: each row of `cases/pains.toml` is typed into a real shell, and then its fix.

The row's `typed` words, or its tokens quoted for the shell, are given to `shorthand check`. What follows `try:` is
given to `shorthand to-json`, which must print the value that the row says was `meant`.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import shorthand
from tests.suggest.test_pains import DATA, wrong

SHELLS = [shell for shell in ("bash", "zsh") if shutil.which(shell)]
# No program can receive a NUL on its command line.
ROWS = [
    row for row in DATA["pain"] if "meant" in row and "\0" not in row.get("text", "") + "".join(row.get("tokens", []))
]


def run(shell: str, command: str) -> subprocess.CompletedProcess[str]:
    """Type a command into a shell, where `shorthand` is the command of this environment."""
    start = f'shorthand() {{ {shlex.quote(sys.executable)} -m shorthand "$@"; }}\n'
    return subprocess.run(
        [shell, "-c", start + command],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"},
    )


def typed(row: dict[str, Any]) -> str:
    """Return the words of a row as they are typed in a POSIX shell."""
    tokens = row["tokens"] if "tokens" in row else [row["text"]]
    return str(row["typed"]) if "typed" in row else shlex.join(tokens)


def fix_in(message: str) -> str:
    """Return what a message tells to type: the rest of the message after the last `try:`."""
    return message.rpartition("\n  try: ")[2].rstrip("\n")


def test_there_are_many_rows() -> None:
    assert len(DATA["pain"]) >= 150
    assert len(ROWS) > 0.8 * len(DATA["pain"])


@pytest.mark.skipif("bash" not in SHELLS, reason="there is no bash")
@pytest.mark.parametrize("row", [row for row in ROWS if "typed" in row], ids=lambda row: row["name"])
def test_what_is_typed_arrives_as_the_tokens(row: dict[str, Any]) -> None:
    arrived = run("bash", f"printf '%s\\0' {row['typed']}").stdout.split("\0")[:-1]
    assert arrived == row["tokens"]


@pytest.mark.parametrize("shell", SHELLS[:1])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_the_fix_works_when_it_is_pasted(row: dict[str, Any], shell: str, tmp_path: Path) -> None:
    schema = ""
    if "schema" in row:
        path = tmp_path / "option.schema.json"
        path.write_text(DATA["schemas"][row["schema"]], "utf-8")
        schema = f"-s {shlex.quote(str(path))} "
    checked = run(shell, f"shorthand check {schema}-- {typed(row)}")
    assert checked.returncode == 2
    assert "\n  try: " in checked.stderr
    pasted = run(shell, f"shorthand to-json {schema}-- {fix_in(checked.stderr)}")
    assert (pasted.returncode, pasted.stderr) == (0, "")
    assert json.loads(pasted.stdout) == json.loads(row["meant"])


def tokens_of(fix: str, shell: str) -> str:
    """Return what a program receives for the words of a fix in a shell, each with a NUL after it."""
    return run(shell, f"printf '%s\\0' {fix}").stdout


@pytest.mark.skipif("zsh" not in SHELLS, reason="there is no zsh")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_in_zsh_the_fix_arrives_as_in_bash(row: dict[str, Any]) -> None:
    with pytest.raises(shorthand.ShorthandError) as caught:
        wrong(row)
    fix = caught.value.fix_command()
    assert fix is not None
    assert tokens_of(fix, "zsh") == tokens_of(fix, "bash")
