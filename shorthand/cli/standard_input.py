"""Standard input: whether it is to be read, and reading all of it as one text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BufferedReader
from typing import cast

import click

from shorthand.errors import ShorthandError
from shorthand.files import MAX_SIZE, readable_size

_CHUNK = 1 << 16
_UTF_8_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def is_wanted(arguments: tuple[str, ...], *, dash_is_special: bool = True) -> bool:
    """Return whether the texts come from standard input: for the argument -, or without an argument from a pipe.

    Args:
        arguments: The texts on the command line.
        dash_is_special: Whether - among other arguments can only be a mistake.

    Raises:
        click.UsageError: There is nothing to read, or - is one of several arguments.
    """
    if dash_is_special and len(arguments) > 1 and "-" in arguments:
        raise click.UsageError("- means standard input, and must be the only text")
    # A program that is started without standard input has None here.
    if arguments == ("-",) or (not arguments and sys.stdin is not None and not sys.stdin.isatty()):
        return True
    if not arguments:
        raise click.UsageError("give a text, or pipe texts to standard input")
    return False


def chunks() -> Iterator[bytes]:
    """Yield the bytes of standard input as they arrive.

    Raises:
        click.UsageError: The program was started without standard input.
        ShorthandError: It cannot be read.
    """
    if sys.stdin is None:
        raise click.UsageError("standard input is closed")
    read = cast(BufferedReader, sys.stdin.buffer).read1
    try:
        while chunk := read(_CHUNK):
            yield chunk
    except OSError as error:
        raise ShorthandError(f"standard input cannot be read: {error.strerror or error}") from None


def _read(max_size: int) -> bytes:
    found: list[bytes] = []
    left = max_size
    for chunk in chunks():
        left -= len(chunk)
        if left < 0:
            raise too_large("standard input", max_size)
        found.append(chunk)
    return b"".join(found)


def too_large(what: str, max_size: int) -> ShorthandError:
    """Return the error for input that is larger than it may be."""
    return ShorthandError(f"{what} is larger than {readable_size(max_size)}")


def read_document(content: str, max_size: int = MAX_SIZE) -> str:
    """Read a document, such as JSON or a command, without the byte order mark that it may start with.

    Args:
        content: What is read, for the message if there is none: "JSON".
        max_size: How many bytes may be read.

    Raises:
        click.UsageError: Standard input is closed, or is a terminal.
        ShorthandError: It cannot be read, is too large, or is not UTF-8.
    """
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError(f"give {content}, or pipe it to standard input")
    return _decoded(without_mark(_read(max_size)))


def read_shorthand() -> str:
    """Read one shorthand text, without the newline at its end.

    Raises:
        click.UsageError: Standard input is closed.
        ShorthandError: It cannot be read, is too large, is not UTF-8, or starts with a byte order mark.
    """
    data = _read(MAX_SIZE)
    refuse_mark(data)
    return _decoded(data).removesuffix("\n")


def without_mark(start: bytes) -> bytes:
    """Return the start of a document without its byte order mark. Raises ShorthandError for UTF-16."""
    _refuse_utf_16(start)
    return start.removeprefix(_UTF_8_MARK)


def refuse_mark(start: bytes) -> None:
    """Raise ShorthandError if the start of shorthand is a byte order mark: the AWS CLI reads it as part of a key."""
    _refuse_utf_16(start)
    if start.startswith(_UTF_8_MARK):
        raise ShorthandError(
            "line 1: the input begins with a byte order mark (BOM), which the AWS CLI does not read",
            hint="save it as UTF-8 without a BOM",
        )


def _refuse_utf_16(start: bytes) -> None:
    if start.startswith(_UTF_16_MARKS):
        raise ShorthandError("line 1: expected UTF-8, got UTF-16", hint="convert it: iconv -f UTF-16 -t UTF-8")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise ShorthandError("standard input is not UTF-8 text") from None
