"""Standard output: everything is encoded before anything is written, and a reader that leaves early is no failure."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable

from shorthand.cli.error_output import Failure
from shorthand.errors import ShorthandError


class OutputError(Failure):
    """Standard output cannot be written.

    Attributes:
        reader_has_left: Whether the reader closed its end early, as `head` does.
    """

    def __init__(self, error: OSError) -> None:
        super().__init__(f"standard output cannot be written: {error.strerror or error}")
        # Windows reports EINVAL for a closed pipe.
        self.reader_has_left = error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL)


def encoding() -> str:
    """Return the encoding of standard output."""
    return sys.stdout.encoding or "utf-8"


def encode(text: str) -> bytes:
    """Encode a text for standard output.

    Raises:
        ShorthandError: The encoding has no such character.
    """
    try:
        return text.encode(encoding())
    except UnicodeEncodeError as error:
        raise ShorthandError(f"{error.encoding} cannot encode {text[error.start]!r}, which the output holds") from None


def print_all(texts: Iterable[str], end: str = "\n") -> None:
    """Print all texts, or nothing if one of them cannot be encoded."""
    write(encode("".join(text + end for text in texts)))


def write(data: bytes) -> None:
    """Write to standard output, which may keep the data until `flush`.

    Raises:
        OutputError: Standard output cannot be written.
    """
    try:
        sys.stdout.buffer.write(data)
    except OSError as error:
        raise give_up(error) from None


def flush() -> None:
    """Pass on what standard output has kept.

    Raises:
        OutputError: Standard output cannot be written.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        raise give_up(error) from None


def give_up(error: OSError) -> OutputError:
    """Discard all further output, and return the error to raise."""
    # The interpreter would otherwise fail at its end to write what is still buffered.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OutputError(error)
