"""Standard output: everything is encoded before anything is written, and a reader that leaves early is no failure."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from itertools import islice

from shorthand.cli import interrupts, standard_error
from shorthand.cli.standard_error import Failure
from shorthand.errors import ShorthandError


class OutputError(Failure):
    """Standard output cannot be written."""

    def __init__(self, error: OSError) -> None:
        super().__init__(f"standard output cannot be written: {error.strerror or error}")


_REPLACED = (
    "warning: the output contains control or invisible characters, which are shown as visible ones on a terminal\n"
    "  hint: write it to a file or a pipe to get it unchanged"
)
_LINES_AT_ONCE = 1_000
_warnings: list[str] = []
_readers_that_left: list[OSError] = []


def reader_has_left() -> bool:
    """Return whether the reader of standard output closed its end, as `head` does. All further output is discarded."""
    return bool(_readers_that_left)


def encoding() -> str:
    """Return the encoding of standard output."""
    return sys.stdout.encoding or "utf-8"


def encode(text: str) -> bytes:
    """Encode a text for standard output. On a terminal, what it would obey is replaced with visible characters.

    Raises:
        ShorthandError: The encoding has no such character.
    """
    if sys.stdout.isatty():
        text = _harmless(text)
    try:
        return text.encode(encoding())
    except UnicodeEncodeError as error:
        raise ShorthandError(f"{error.encoding} cannot encode {text[error.start]!r}, which the output holds") from None


def print_all(texts: Iterable[str], end: str = "\n") -> None:
    """Print all texts, or nothing if one of them cannot be encoded."""
    ending = end.encode(encoding())
    write(b"".join(encode(text) + ending for text in texts))


def print_drawn(text: str) -> None:
    """Print what is drawn for people, with colours and without anything from input that a terminal would obey."""
    write(f"{text}\n".encode(encoding(), "backslashreplace"))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines that are drawn for people, some at once, so that many of them take little memory."""
    left = iter(lines)
    while not reader_has_left() and (block := list(islice(left, _LINES_AT_ONCE))):
        print_drawn("\n".join(block))


def _harmless(text: str) -> str:
    """Return the text as a terminal can show it; the first one that differs gives a warning."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    from shorthand.errors.rendering import is_visible, printable  # takes 2 ms to import, and few texts need it

    shown = "".join(char if char in "\n\t" or is_visible(char) else printable(char) for char in text)
    if shown != text and not _warnings:
        _warnings.append(_REPLACED)
        standard_error.write(f"{_REPLACED}\n")
    return shown


def write(data: bytes) -> None:
    """Write whole lines to standard output and pass them on. An interrupt takes effect afterwards.

    Raises:
        OutputError: Standard output cannot be written, other than because its reader has left.
    """
    with interrupts.deferred():
        try:
            # With PYTHONUNBUFFERED this is a raw file, which may write a part only.
            rest = memoryview(data)
            while rest:
                written: int | None = sys.stdout.buffer.write(rest)
                if written is None:  # a raw file that would have to wait
                    raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
                rest = rest[written:]
            sys.stdout.flush()
        except OSError as error:
            handle(error)


def handle(error: OSError) -> None:
    """Discard all further output after an error in writing.

    Raises:
        OutputError: The error is another than that the reader has left.
    """
    # The interpreter would otherwise fail at its end to write what is still buffered.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    # Windows reports EINVAL for a closed pipe.
    if error.errno != errno.EPIPE and not (os.name == "nt" and error.errno == errno.EINVAL):
        raise OutputError(error) from None
    _readers_that_left.append(error)
