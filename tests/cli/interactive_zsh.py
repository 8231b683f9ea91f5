"""A zsh on its own terminal, to press Tab in."""

from __future__ import annotations

import os
import pty
import select
import signal
import time
from pathlib import Path

# `show` prints the line that the editor holds.
_SETUP = """
PS1='READY> '
unsetopt prompt_cr prompt_sp beep
unset zle_bracketed_paste
autoload -Uz compinit && compinit -u -d "$ZDOTDIR/dump"
show() { zle -M ''; print -r -- $'\\n'"LINE<$BUFFER>" }
zle -N show
bindkey '^X^D' show
"""


class Zsh:
    """A running zsh: `with Zsh(setup, path) as zsh: zsh.tab("launch --ta")` gives the line after the Tab."""

    def __init__(self, setup: str, directory: Path) -> None:
        (directory / ".zshrc").write_text(_SETUP + setup)
        environment = {
            **os.environ,
            "PATH": f"{directory}{os.pathsep}{os.environ['PATH']}",
            "ZDOTDIR": str(directory),
            "TERM": "dumb",
            "COLUMNS": "500",
        }
        self.seen = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(directory)
            os.execvpe("zsh", ["zsh", "--no-globalrcs", "-i"], environment)
        self.until("READY> ")

    def __enter__(self) -> Zsh:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def until(self, mark: str) -> str:
        """Return what is printed before the mark, since the last one."""
        end = time.monotonic() + 30
        while mark.encode() not in self.seen:
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            assert ready, f"waiting for {mark!r} after {self.seen.decode(errors='replace')!r}"
            self.seen += os.read(self.terminal, 4096)
        before, _, self.seen = self.seen.partition(mark.encode())
        return before.decode(errors="replace")

    def tab(self, typed: str) -> str:
        """Type, press Tab, and return the line, which is cleared afterwards."""
        os.write(self.terminal, f"{typed}\t\x18\x04".encode())
        self.until("LINE<")
        line = self.until(">\r\n")
        os.write(self.terminal, b"\x15")
        return line
