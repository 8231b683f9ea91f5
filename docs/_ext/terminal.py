"""Commands with what they print now: the directive `terminal` runs its lines and shows the output below each."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

# The prose of an error: it may break, while a source line and the carets under it stay as they are.
_PROSE = re.compile(r"  (\x1b\[[0-9;]*m)*(expected|hint|try):")
_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_CLASSES = {"1": "bold", "2": "dim", "31": "red", "32": "green", "33": "yellow", "34": "blue", "35": "magenta"}
_CLASSES |= {"36": "cyan"}


def printed(command: str, root: Path) -> str:
    """Return what a command prints on a terminal, colours included, run by a POSIX shell in the repository.

    Raises:
        RuntimeError: The command ends neither with success nor with an error in its input.
    """
    tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": tools, "PYTHONPATH": str(root), "COLUMNS": "88", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S602 -- the pages show a shell
        command, shell=True, cwd=root, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        output = b"".join(_chunks(ours)).decode("utf-8").replace("\r\n", "\n")
    os.close(ours)
    if process.returncode not in (0, 2) or "Traceback" in output:
        raise RuntimeError(f"{command} ends with {process.returncode}:\n{output}")
    return output


def _chunks(terminal: int) -> Iterator[bytes]:
    try:
        while chunk := os.read(terminal, 4096):
            yield chunk
    except OSError:  # how a terminal says that its other end is closed
        pass


def coloured(text: str) -> list[nodes.Node]:
    """Return text with the colours of a terminal as nodes with classes."""
    found: list[nodes.Node] = []
    classes: list[str] = []
    pieces = _SGR.split(text)
    for index, piece in enumerate(pieces):
        if index % 2:
            codes = piece.split(";")
            classes = [] if codes[-1] in ("", "0") else [*classes, *(_CLASSES[one] for one in codes if one in _CLASSES)]
        elif piece:
            named = [f"terminal-{one}" for one in classes]
            found.append(nodes.inline("", piece, classes=named) if named else nodes.Text(piece))
    return found


def lines_of(output: str) -> list[nodes.Node]:
    """Return what was printed, with each line of prose as a node that may break."""
    found: list[nodes.Node] = []
    for line in output.split("\n"):
        found.append(nodes.Text("\n"))
        pieces = coloured(line)
        found += [nodes.inline("", "", *pieces, classes=["terminal-prose"])] if _PROSE.match(line) else pieces
    return found


class Terminal(SphinxDirective):
    """Run each line of the content, which is a command after `$ `."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a literal block of the commands with their output."""
        # Sphinx colours a block only where its source is its text.
        block = nodes.literal_block("\n".join(self.content), "", classes=["terminal"])
        for line in self.content:
            if not line.startswith("$ "):
                raise self.error(f"expected a command after '$ ', got {line!r}")
            try:
                output = printed(line.removeprefix("$ "), self.env.app.srcdir.parent)
            except RuntimeError as error:
                raise self.error(str(error)) from None
            block += nodes.Text("\n" if block.children else "")
            block += nodes.inline("", line, classes=["terminal-bold"])
            block += lines_of(output.rstrip()) if output.strip() else []
        return [block]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("terminal", Terminal)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
