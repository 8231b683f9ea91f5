"""A bash on its own terminal, to press Tab in."""

from __future__ import annotations

import os
import pty
import select
import signal
import time
from collections.abc import Mapping
from pathlib import Path

_SHOW = "\x18\x04"  # prints the line that readline holds


class Bash:
    """A running bash: `with Bash(setup, path) as bash: bash.tab("launch --ta")` gives the line after the Tab."""

    def __init__(self, setup: str, directory: Path) -> None:
        rc = directory / "bashrc"
        rc.write_text(
            "PS1='READY> '\nbind 'set enable-bracketed-paste off'\nbind 'set bell-style none'\n"
            'bind -x \'"\\C-x\\C-d": printf "\\nLINE<%s>\\n" "$READLINE_LINE"\'\n' + setup
        )
        environment: Mapping[str, str] = {
            **os.environ,
            "PATH": f"{directory}{os.pathsep}{os.environ['PATH']}",
            "TERM": "dumb",
            "COLUMNS": "500",
        }
        self.seen = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(directory)
            os.execvpe("bash", ["bash", "--noprofile", "--rcfile", str(rc), "-i"], environment)
        self.until("READY> ")

    def __enter__(self) -> Bash:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def until(self, mark: str) -> str:
        """Return what is printed before the mark, since the last one."""
        end = time.monotonic() + 30
        while mark.encode() not in self.seen:
            ready, _, _ = select.select([self.terminal], [], [], end - time.monotonic())
            assert ready, f"waiting for {mark!r} after {self.seen.decode(errors='replace')!r}"
            self.seen += os.read(self.terminal, 4096)
        before, _, self.seen = self.seen.partition(mark.encode())
        return before.decode(errors="replace")

    def tab(self, typed: str) -> str:
        """Type, press Tab, and return the line, which is cleared afterwards."""
        os.write(self.terminal, f"{typed}\t{_SHOW}".encode())
        self.until("LINE<")
        line = self.until(">\r\n")
        os.write(self.terminal, b"\x01\x0b")
        return line
