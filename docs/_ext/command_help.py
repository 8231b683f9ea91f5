"""The help of the command, as the command prints it: the directive `command-help`."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

_COMMANDS = re.compile(r"^Commands:\n((?: {2}.*\n)+)", re.MULTILINE)
_NAME = re.compile(r"^ {2}([a-z][a-z-]*)(?: {2,}|$)", re.MULTILINE)


def help_text(*words: str) -> str:
    """Return what `shorthand help WORDS` prints."""
    done = subprocess.run(  # noqa: S603 -- the project's own command
        [sys.executable, "-m", "shorthand", "help", *words],
        env={**os.environ, "COLUMNS": "88", "TERM": "dumb", "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    # As a program of Python it does not know by which name it is called.
    return done.stdout.replace("python -m shorthand", "shorthand")


def subcommands() -> list[str]:
    """Return the names of the subcommands, in the order of the help."""
    listed = _COMMANDS.search(help_text())
    return _NAME.findall(listed[1]) if listed else []


class CommandHelp(SphinxDirective):
    """Show the help of the command, and of each subcommand under its own heading."""

    def run(self) -> list[nodes.Node]:
        """Return a literal block, and a section for each subcommand."""
        names = subcommands()
        if not names:
            raise self.error("the help of the command lists no subcommands")
        return [_literal(help_text()), *(_section(name) for name in names)]


def _section(name: str) -> nodes.section:
    section = nodes.section("", nodes.title("", "", nodes.literal("", name)), ids=[f"command-{name}"])
    section += _literal(help_text(name))
    return section


def _literal(text: str) -> nodes.literal_block:
    return nodes.literal_block(text, text, language="text")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("command-help", CommandHelp)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
