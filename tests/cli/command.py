"""Run the command as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PAGES, REAL_PAGE

PAGE = f"page:{PAGES / 'make-job.txt'}"
"""A reference page of our own, as a schema."""

REAL = f"page:{REAL_PAGE}"
real = pytest.mark.skipif(not REAL_PAGE.exists(), reason="the page's sentences are not ours to ship")

# Python on Windows cannot open a pseudo-terminal, and a POSIX shell closes streams.
posix = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


def run(*arguments: str, stdin: str | bytes = b"", env: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Return the exit code, standard output and standard error of the command."""
    done = subprocess.run(
        [sys.executable, "-m", "shorthand", *arguments],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **(env or {})},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def program(directory: Path) -> Path:
    """Write an executable file `shorthand`, for tests in which a shell runs the command."""
    path = directory / "shorthand"
    path.write_text(f"#!{sys.executable}\nfrom shorthand.__main__ import main\n\nmain()\n")
    path.chmod(0o755)
    return path


def on_a_terminal(*arguments: str, stdin: str | None = None, **environment: str) -> str:
    """Return what the command writes to a terminal that is its standard output and standard error."""
    import pty  # POSIX only

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "shorthand", *arguments],
        stdin=subprocess.PIPE,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", **environment},
    ) as process:
        os.close(theirs)
        assert process.stdin is not None
        if stdin is not None:
            process.stdin.write(stdin.encode())
        process.stdin.close()
        written = b""
        try:
            while chunk := os.read(ours, 65536):
                written += chunk
        except OSError:  # how a terminal says that its other end is closed
            pass
    os.close(ours)
    return written.decode().replace("\r\n", "\n")


def complete(directory: Path, shell: str, *words: str) -> list[str]:
    """Return what the completion script of zsh or fish receives for the words, with `program` in the directory."""
    line = ["shorthand", *words]
    environment = {
        "zsh": {"COMP_WORDS": "\n".join(line), "COMP_CWORD": str(len(words))},
        "fish": {"COMP_WORDS": " ".join(line), "COMP_CWORD": words[-1]},
    }
    done = subprocess.run(
        [str(directory / "shorthand")],
        capture_output=True,
        text=True,
        check=True,
        cwd=directory,
        env={**os.environ, "_SHORTHAND_COMPLETE": f"{shell}_complete", **environment[shell]},
    )
    return done.stdout.splitlines()
