"""What the command prints: JSON and texts, encoded before anything is written."""

from __future__ import annotations

import base64
import errno
import json
import os
import sys
from collections.abc import Iterable
from typing import Any

import click

from shorthand.errors import ShorthandError
from shorthand.errors.rendering import Role, render

STYLES: dict[Role, dict[str, Any]] = {
    Role.REASON: {"bold": True},
    Role.PLACE: {"fg": "cyan"},
    Role.MARK: {"fg": "red", "bold": True},
    Role.LABEL: {"dim": True},
    Role.FIX: {"fg": "green"},
}


class OutputError(Exception):
    """Standard output takes no more. `gone` tells that its reader left early, as `head` does."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"standard output cannot be written: {error.strerror or error}")
        # Windows says EINVAL of a pipe that was closed.
        self.gone = error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL)


class WorkerError(Exception):
    """A process that converts has died."""

    def __init__(self) -> None:
        super().__init__("a process that converts has died: out of memory, or killed; the answers so far are whole")


def drawn(error: ShorthandError, lines_before: int = 0) -> str:
    """The error as it is printed on standard error: with colours on a terminal, unless NO_COLOR says otherwise."""
    # A program started without standard error has none at all.
    colours = sys.stderr is not None and sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    if not colours:
        return render(error.diagnostics, lines_before=lines_before)
    return render(error.diagnostics, lambda role, piece: click.style(piece, **STYLES[role]), lines_before=lines_before)


def json_text(value: Any, indent: int | None) -> str:
    """The JSON text of a value; bytes are base64."""
    separators = (",", ": ") if indent else (",", ":")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators, default=_base64)
    try:
        text.encode(_encoding())
    except UnicodeEncodeError:  # a lone surrogate, or a terminal without Unicode: JSON can say it in ASCII
        return json.dumps(value, indent=indent, separators=separators, default=_base64)
    return text


def _base64(leaf: object) -> str:
    if isinstance(leaf, bytes):
        return base64.b64encode(leaf).decode()
    raise TypeError(f"{type(leaf).__name__} is not JSON")


def encoded(text: str) -> bytes:
    """The text as standard output takes it. Raises ShorthandError where it has no such character."""
    try:
        return text.encode(_encoding())
    except UnicodeEncodeError as error:
        raise ShorthandError(f"the output holds {text[error.start]!r}, which {error.encoding} cannot encode") from None


def print_all(texts: Iterable[str], end: str = "\n") -> None:
    """Print all, or nothing where one of them cannot be printed."""
    write(encoded("".join(text + end for text in texts)))


def write(data: bytes) -> None:
    """Write to standard output, which may keep it until `flush`. Raises OutputError."""
    try:
        sys.stdout.buffer.write(data)
    except OSError as error:
        raise closed(error) from None


def flush() -> None:
    """Let whoever reads the output see it. Raises OutputError."""
    try:
        sys.stdout.flush()
    except OSError as error:
        raise closed(error) from None


def closed(error: OSError) -> OutputError:
    """What became of standard output, which takes no more."""
    # What is still buffered goes nowhere, or the interpreter would complain at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OutputError(error)


def _encoding() -> str:
    return sys.stdout.encoding or "utf-8"
