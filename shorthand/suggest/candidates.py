"""Try a candidate for a correction: it must read, and pass what the AWS CLI checks before it calls the service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shorthand.codec.constraints import violations
from shorthand.errors import Diagnostic, Place, ShorthandError
from shorthand.shapes import Shape
from shorthand.syntax.raw import Files


def candidate_faults(
    read: Callable[[Files | None], Any], shape: Shape | None, place: Place = (), *, allows_files: bool = False
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a candidate; nothing where it reads and passes.

    Args:
        read: Reads the candidate, and gets what stands in for its files.
        shape: The schema of its value; None where there is none to check it against.
        place: Where the value is in a larger one.
        allows_files: Whether the candidate may contain file references. No file is read for it.
    """
    referred: list[str] = []

    def stand_in(reference: str) -> str:
        referred.append(reference)
        return ""

    try:
        value = read(stand_in if allows_files else None)
    except ShorthandError as error:
        return error.diagnostics
    # What stands in for the content of a file says nothing about it.
    return () if shape is None or referred else tuple(violations(value, shape, place))
