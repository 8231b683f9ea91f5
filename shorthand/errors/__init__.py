"""The exceptions, and the `Diagnostic` that each carries. `rendering` draws them."""

from __future__ import annotations

from shorthand.errors.diagnostic import Diagnostic, Kind, Place, Span, as_step, describe, dotted, shorten
from shorthand.errors.exceptions import (
    FileReferenceError,
    LossyTextError,
    ShorthandError,
    ShorthandSyntaxError,
    ShorthandTypeError,
    UnrepresentableError,
    error_of,
)

__all__ = [
    "Diagnostic",
    "FileReferenceError",
    "Kind",
    "LossyTextError",
    "Place",
    "ShorthandError",
    "ShorthandSyntaxError",
    "ShorthandTypeError",
    "Span",
    "UnrepresentableError",
    "as_step",
    "describe",
    "dotted",
    "error_of",
    "shorten",
]

# Tracebacks and documentation show the public module, in which people look for the exceptions.
for _exception in (
    ShorthandError,
    ShorthandSyntaxError,
    LossyTextError,
    ShorthandTypeError,
    UnrepresentableError,
    FileReferenceError,
):
    _exception.__module__ = __name__
