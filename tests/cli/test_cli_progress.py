"""The progress of a stream on a terminal."""

import contextlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from shorthand.cli.progress import duration
from tests.cli.command import posix


@posix
def test_is_shown_on_a_terminal_after_a_second_and_removed_at_the_end() -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "shorthand", "to-json"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=theirs
    ) as command:
        assert command.stdin
        os.close(theirs)
        end = time.monotonic() + 2.5
        while time.monotonic() < end:
            command.stdin.write(b"a=b\n" * 200)
            command.stdin.flush()
        command.stdin.close()
        shown = b""
        with contextlib.suppress(OSError):  # how a terminal says that its other end is closed
            while chunk := os.read(ours, 1000):
                shown += chunk
    os.close(ours)
    assert b" lines" in shown
    assert shown.endswith(b"\r\x1b[K")


@posix
def test_a_file_has_a_share_and_a_time_left(tmp_path: Path) -> None:
    import pty

    (tmp_path / "texts").write_bytes(b"a=b\n" * 400_000)
    ours, theirs = pty.openpty()
    with (
        (tmp_path / "texts").open("rb") as texts,
        subprocess.Popen(
            [sys.executable, "-m", "shorthand", "to-json"], stdin=texts, stdout=subprocess.DEVNULL, stderr=theirs
        ),
    ):
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # how a terminal says that its other end is closed
            while chunk := os.read(ours, 1000):
                shown += chunk
    os.close(ours)
    states = re.findall(r"([0-9,]+) lines, ([0-9]+)%, ([0-9:]+) left", shown.decode())
    assert states
    for lines, share, _ in states:
        # At most one chunk is read ahead.
        assert abs(int(lines.replace(",", "")) / 4000 - int(share)) < 5


@pytest.mark.parametrize(("seconds", "written"), [(0.2, "0:00"), (75, "1:15"), (3675, "1:01:15")])
def test_a_duration_is_written_as_people_do(seconds: float, written: str) -> None:
    assert duration(seconds) == written
