"""The limits of what is read, and the errors of what cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from shorthand.errors import Kind, ShorthandError

MOST_CHARACTERS = 1_000_000
"""Larger sources are refused: no script that a person wrote is as large."""


class UnreadableSourceError(ShorthandError):
    """A file or a text that is not a script: binary, not UTF-8, or too large."""

    default_kind = Kind.FILE


class MissingParserError(ShorthandError):
    """A parser that the kind of file needs is not installed."""


@contextmanager
def parser_of_extra() -> Iterator[None]:
    """Raise MissingParserError where an import inside finds no module."""
    try:
        yield
    except ModuleNotFoundError as error:
        reason = f"expected the module {error.name} to be installed"
        raise MissingParserError(reason, hint="run: pip install 'aws-shorthand[lint]'") from error


def check_size(source: str) -> None:
    """Raise UnreadableSourceError for a source that is too large."""
    if len(source) > MOST_CHARACTERS:
        raise UnreadableSourceError(
            f"expected at most {MOST_CHARACTERS:,} characters, got {len(source):,}",
            hint="split the file, or leave it out",
        )


def decoded(content: bytes | str) -> str:
    """Return the text of a file.

    Raises:
        UnreadableSourceError: It is binary, not UTF-8, or too large.
    """
    if len(content) > 4 * MOST_CHARACTERS:
        # No more than one byte over the limit is read of a file.
        raise UnreadableSourceError(
            f"expected at most {MOST_CHARACTERS:,} characters, got more than {4 * MOST_CHARACTERS:,} bytes",
            hint="split the file, or leave it out",
        )
    if isinstance(content, bytes):
        try:
            content = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableSourceError(f"expected UTF-8, got the byte 0x{content[error.start]:02x}") from None
    if "\0" in content:
        raise UnreadableSourceError("expected text, got a binary file")
    check_size(content)
    return content
