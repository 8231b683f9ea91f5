"""The progress of a stream on a terminal."""

import contextlib
import os
import subprocess
import sys
import time

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
