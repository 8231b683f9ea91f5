"""Read the files that references name, for those who allow it: `loads(text, files=files.local)`."""

from __future__ import annotations

import io
import os

from shorthand.errors import FileReferenceError

MAX_SIZE = 100 * 1024 * 1024
"""How many bytes are read of one file, unless another limit is given."""

ENCODING_VARIABLE = "AWS_CLI_FILE_ENCODING"
"""The environment variable that names the encoding of text files, for version 2 of the AWS CLI and for `local`."""

_CHUNK = 1024 * 1024


class TooLargeError(Exception):
    """A file has more bytes than may be read. `str()` says so, without the name of the file."""


def local(reference: str, *, max_size: int = MAX_SIZE, encoding: str | None = None) -> str | bytes:
    """Return the content of a local file: text for `file://path`, bytes for `fileb://path`.

    `~` and environment variables in the path are expanded, as the AWS CLI does; a newline at the end is kept.

    Args:
        reference: `file://path` or `fileb://path`.
        max_size: How many bytes the file may have. What never ends, such as /dev/zero, is read up to the limit.
        encoding: The encoding of text. By default that of the environment variable AWS_CLI_FILE_ENCODING, or UTF-8.

    Raises:
        FileReferenceError: The file cannot be read, is too large, or for `file://` is not text in this encoding.
    """
    scheme, _, path = reference.partition("://")
    try:
        data = read_up_to(os.path.expandvars(os.path.expanduser(path)), max_size)
    except TooLargeError as error:
        raise FileReferenceError(f"{reference} {error}") from None
    except OSError as error:
        raise FileReferenceError(f"{reference} cannot be read: {error.strerror or error}") from None
    except ValueError as error:  # a NUL or a lone surrogate in the path
        raise FileReferenceError(f"{reference!r} cannot be read: {error}") from None
    if scheme == "fileb":
        return data
    return _decoded(data, reference, os.environ.get(ENCODING_VARIABLE, "utf-8") if encoding is None else encoding)


def _decoded(data: bytes, reference: str, encoding: str) -> str:
    """Return the text of a file."""
    try:
        # Line breaks become "\n", as for any file that is opened as text.
        return io.TextIOWrapper(io.BytesIO(data), encoding=encoding).read()
    except UnicodeError as error:
        is_utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff")) and "16" not in encoding
        reason = f"{reference} is {'UTF-16' if is_utf_16 else f'not {encoding.upper()}'} text"
        wanted = "utf-16" if is_utf_16 else "its encoding"
        hint = f"save the file as UTF-8, set {ENCODING_VARIABLE} to {wanted}, or use fileb:// for bytes"
        raise FileReferenceError(reason, hint=hint) from error
    except (LookupError, ValueError) as error:
        reason = f"{reference} cannot be read: unknown encoding {encoding!r}"
        hint = f"set {ENCODING_VARIABLE} to a name such as utf-8, utf-16 or cp1252"
        raise FileReferenceError(reason, hint=hint) from error


def read_up_to(path: str, max_size: int) -> bytes:
    """Return the content of a file of at most `max_size` bytes.

    Raises:
        TooLargeError: The file has more bytes.
        OSError: The file cannot be read.
        ValueError: The path is not one.
    """
    chunks: list[bytes] = []
    left = max_size
    with open(path, "rb") as file:
        # The size of a regular file is known; a pipe or a device is read until it ends or has too much.
        if os.fstat(file.fileno()).st_size > max_size:
            raise TooLargeError(f"is larger than {readable_size(max_size)}")
        while chunk := file.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise TooLargeError(f"is larger than {readable_size(max_size)}")
            chunks.append(chunk)
    return b"".join(chunks)


def readable_size(size: int) -> str:
    """Write a number of bytes as people do.

    >>> readable_size(104857600), readable_size(1000)
    ('100 MiB', '1000 bytes')
    """
    for unit, name in ((1024**3, "GiB"), (1024**2, "MiB"), (1024, "KiB")):
        if size >= unit and size % unit == 0:
            return f"{size // unit} {name}"
    return f"{size} bytes"
