"""File references, for those who allow them: `loads(text, files=files.local)`."""

from __future__ import annotations

import os

from shorthand.errors import FileReferenceError


def local(reference: str) -> str | bytes:
    """The content of a local file: text for `file://path`, bytes for `fileb://path`.

    `~` and environment variables in the path are expanded, as the AWS CLI does; a newline at the end is kept. Raises
    FileReferenceError.
    """
    scheme, _, path = reference.partition("://")
    try:
        path = os.path.expandvars(os.path.expanduser(path))
        if scheme == "fileb":
            with open(path, "rb") as binary:
                return binary.read()
        with open(path, encoding="utf-8") as text:
            return text.read()
    except OSError as error:
        raise FileReferenceError(f"{reference} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        utf_16 = error.start == 0 and error.object.startswith((b"\xff\xfe", b"\xfe\xff"))
        raise FileReferenceError(
            f"{reference} is {'UTF-16' if utf_16 else 'not UTF-8'} text",
            hint="save the file as UTF-8, or use fileb:// for bytes",
        ) from None
    except ValueError as error:  # a NUL or a lone surrogate in the path
        raise FileReferenceError(f"{reference!r} cannot be read: {error}") from None
