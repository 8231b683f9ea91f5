"""Standard error: how errors are drawn there, and that writing them never ends a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TextIO

import click

from shorthand.errors import Diagnostic, ShorthandError, error_of
from shorthand.errors.shell_quoting import Shell

if TYPE_CHECKING:
    from shorthand.errors.rendering import Paint, Role

_WIDEST = 100
_NARROWEST = 20

# The style of each `Role` in a drawing, by its value.
STYLES: dict[str, dict[str, Any]] = {
    "reason": {"bold": True},
    "place": {"fg": "cyan"},
    "mark": {"fg": "red", "bold": True},
    "label": {"dim": True},
    "fix": {"fg": "green", "bold": True},
    "text": {"bold": True},
    "part": {"fg": "cyan"},
    "path": {"fg": "cyan"},
    "type": {"fg": "magenta"},
    "value": {"fg": "green"},
    "error": {"fg": "red", "bold": True},
    "hazard": {"fg": "red", "bold": True},
    "mistake": {"fg": "yellow", "bold": True},
    "enum": {"fg": "yellow", "bold": True},
    "file": {"fg": "blue", "bold": True},
    "note": {"dim": True},
}


_chosen_shells: list[Shell] = []
"""The shell that an option of this run names, if any."""


def choose_shell(_ctx: click.Context, _param: click.Parameter, name: str | None) -> str | None:
    """Remember the shell that `--shell` names, for the corrections in errors. A callback of click's."""
    if name:
        _chosen_shells[:] = [Shell(name)]
    return name


def typing_shell() -> Shell:
    """Return the shell in which the user types: as `--shell` or SHORTHAND_SHELL says, else what is certain."""
    if _chosen_shells:
        return _chosen_shells[0]
    wanted = os.environ.get("SHORTHAND_SHELL", "")
    if wanted in list(Shell):
        return Shell(wanted)
    if os.name == "nt" and "SHELL" not in os.environ:
        # cmd sets PROMPT, and PowerShell does not.
        return Shell.CMD if "PROMPT" in os.environ else Shell.POWERSHELL
    return Shell.POSIX


class Failure(Exception):  # noqa: N818 -- the base of errors
    """The run cannot go on, though neither the input nor shorthand is wrong. `str()` says why; the exit code is 1."""


def write(text: str) -> None:
    """Write to standard error. If nobody can read it, it is discarded, so that the exit code stays right."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        # The interpreter would otherwise fail at its end to write what is still buffered.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def draw_error(error: ShorthandError, lines_before: int = 0, *, shell: Shell | None = None) -> str:
    """Return the error as it is printed on standard error: with colours on a terminal, unless NO_COLOR is set.

    Args:
        error: The error.
        lines_before: How many lines precede its text in the input, to be added to the line numbers.
        shell: The shell in which the text was typed; None for a text that was read from a file or a pipe.
    """
    # These take 4 ms to import, and only errors need them.
    import shutil

    from shorthand.errors.rendering import render

    # The excerpt, after its indent and between two ellipses, must fit on a line: else its caret is under other text.
    columns = shutil.get_terminal_size().columns if sys.stderr.isatty() else _WIDEST
    widest = min(max(columns - 6, _NARROWEST), _WIDEST)
    return render(error.diagnostics, paint_for(sys.stderr), lines_before=lines_before, widest=widest, shell=shell)


def draw_warnings(warnings: Iterable[Diagnostic], *, shell: Shell | None = None) -> list[str]:
    """Return each warning as it is printed on standard error, the corrections that several share with the last one."""
    found = list(warnings)
    drawn = []
    for index, one in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if following and (one.fix_words or one.fix_tokens) == (following.fix_words or following.fix_tokens):
            one = replace(one, fix=None, fix_tokens=None, fix_words=None)
        drawn.append(f"warning: {draw_error(error_of([one]), shell=shell)}")
    return drawn


def paint_for(stream: TextIO) -> Paint:
    """Return what colours a drawing on a stream: nothing if it is not a terminal, or if NO_COLOR is set."""
    if not stream.isatty() or os.environ.get("NO_COLOR"):
        return _plain
    return _styled


def _plain(_role: Role, piece: str) -> str:
    return piece


def _styled(role: Role, piece: str) -> str:
    return click.style(piece, **STYLES[role.value])


def name_source(error: ShorthandError, source: str) -> ShorthandError:
    """Return the error with the name of its file before the first reason, unless the reason starts with it."""
    first, *others = error.diagnostics
    if first.reason.startswith(source):
        return error
    return error_of([replace(first, reason=f"{source}: {first.reason}"), *others])
