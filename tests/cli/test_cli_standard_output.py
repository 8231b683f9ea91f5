"""Standard output: closed, left early by its reader, or without the character that is needed."""

import contextlib
import os
import subprocess
import sys

import pytest

from tests.cli.command import posix, run


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "shorthand", "to-json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as command:
        assert command.stdin
        assert command.stdout
        assert command.stderr
        command.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            command.stdin.write(b"a=b\n" * 50_000)
        with contextlib.suppress(BrokenPipeError):
            command.stdin.close()
        assert command.stderr.read() == b""
        assert command.wait() == 0


CLOSED = [
    ("to-json a=b >&-", 1, "", "standard output cannot be written: Bad file descriptor\n"),
    ("--help >&-", 1, "", "standard output cannot be written: Bad file descriptor\n"),
    ("check a=b >&-", 0, "", ""),
    ("to-json a 2>&-", 2, "", ""),
    ("to-json a=b 2>&-", 0, '{"a":"b"}\n', ""),
]


@posix
@pytest.mark.parametrize(("line", "code", "out", "err"), CLOSED)
def test_a_closed_stream(line: str, code: int, out: str, err: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m shorthand {line}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, out, err)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_a_failure() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m shorthand to-json a=b >/dev/full"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "standard output cannot be written: No space left on device\n"


def test_a_character_that_the_encoding_does_not_have() -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii"}
    assert run("to-json", "a=é", env=ascii_only) == (0, '{"a":"\\u00e9"}\n', "")
    code, out, err = run("to-shorthand", '{"a": "\\u00e9"}', env=ascii_only)
    assert (code, out) == (2, "")
    assert err == "ascii cannot encode '\\xe9', which the output holds\n"
