"""A stream in one process or several: fed by hand, interrupted, left early, and when a process dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CHILDREN = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
linux = pytest.mark.skipif(not CHILDREN.exists(), reason="needs /proc to find the processes")


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "shorthand", *arguments]
    with subprocess.Popen(command, 0, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True) as process:
        yield process


def ask(process: subprocess.Popen[bytes], line: bytes) -> bytes:
    """Feed one line and wait for its answer, with standard input still open."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line)
    return process.stdout.readline()


def feed(process: subprocess.Popen[bytes], lines: bytes, times: int) -> None:
    assert process.stdin is not None
    for _ in range(times):
        process.stdin.write(lines)


def children(process: subprocess.Popen[bytes]) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_line_fed_by_hand_is_answered_at_once(jobs: str) -> None:
    with started("to-json", "--jobs", jobs) as process:
        assert ask(process, b"a=1\n") == b'{"a":"1"}\n'
        assert ask(process, b"a=2\n") == b'{"a":"2"}\n'


@linux
def test_a_process_that_dies_is_a_failure() -> None:
    with started("to-json", "--jobs", "2") as process:
        ask(process, b"a=1\n")
        os.kill(children(process)[0], signal.SIGKILL)
        out, err = process.communicate(b"a=2\n" * 200_000, timeout=20)
        # The answers until then are whole.
        assert set(out.splitlines(keepends=True)) <= {b'{"a":"2"}\n'}
        assert err.startswith(b"a process that converts has died")
        assert process.returncode == 1


@linux
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_every_process_without_a_traceback(jobs: str) -> None:
    with started("to-json", "--jobs", jobs) as process:
        ask(process, b"a=1\n")
        converting = children(process)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr is not None
        assert process.stderr.read().strip() == b""
        assert not any(Path(f"/proc/{pid}").exists() for pid in converting)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_leaves_early_ends_the_run_silently(jobs: str) -> None:
    with started("to-json", "--jobs", jobs) as process:
        ask(process, b"a=1\n")
        assert process.stdout is not None
        process.stdout.close()
        with pytest.raises(BrokenPipeError):
            feed(process, b"a=b\n" * 1000, 100_000)
        assert process.wait(20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == b""
