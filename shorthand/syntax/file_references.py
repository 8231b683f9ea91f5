"""Resolve a file reference in a text by the caller's resolver."""

from __future__ import annotations

import re
from dataclasses import replace

from shorthand.errors import FileReferenceError
from shorthand.syntax.raw import SPACE, Files


def file_content(text: str, match: re.Match[str], group: int, reference: str, files: Files | None) -> str | bytes:
    """Return what the resolver returns for a reference in a text.

    Args:
        text: The whole text.
        match: The match of the terminal that contains the reference.
        group: The group of `match` that is the reference as written.
        reference: The reference without quotes and escapes.
        files: The caller's resolver; None forbids references.

    Raises:
        FileReferenceError: The reference is forbidden, or the resolver cannot read it.
    """
    span = (match.start(group), match.start(group) + len(match[group].rstrip(SPACE)))
    if files is None:
        raise FileReferenceError(
            f"{reference} refers to a file, and reading files is not allowed here",
            text=text,
            span=span,
            hint="write '=' instead of '@=' to mean the text itself",
        )
    try:
        return files(reference)
    except FileReferenceError as error:
        raise FileReferenceError.of([replace(error.diagnostics[0], text=text, span=span)]) from error.__cause__
