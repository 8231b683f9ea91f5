"""The bar of `shorthand lint` on a terminal."""

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.cli.command import posix


@posix
def test_a_bar_is_shown_on_a_terminal_after_a_second(tmp_path: Path) -> None:
    import pty

    for number in range(150):
        (tmp_path / f"{number}.sh").write_text("aws ec2 create-tags --resources i-1 --tags Key=a,Value=b\n" * 200)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "shorthand", "lint", str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs):
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # how a terminal says that its other end is closed
            while chunk := os.read(ours, 1000):
                shown += chunk
    os.close(ours)
    assert re.search(r"\d+ files of 150 \[#*\.+\] \d+%, [\d:]+ left", shown.decode())
    assert shown.endswith(b"\r\x1b[K")
