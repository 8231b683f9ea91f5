"""Diagnostics as data for JSON, for programs that show or store them."""

from __future__ import annotations

from typing import Any

from shorthand.errors.diagnostic import Diagnostic


def diagnostic_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return one diagnostic as data that JSON can hold.

    Lines and columns count from 1, spans from 0. What is unknown is None.

    >>> diagnostic_data(Diagnostic("expected an integer", "Size=x", (5, 6)))["column"]
    6
    """
    return {
        "kind": "type" if diagnostic.kind.is_of_type else diagnostic.kind.value,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "span": diagnostic.span,
        "path": diagnostic.path,
        "reason": diagnostic.reason,
        "expected": diagnostic.expected or None,
        "hint": diagnostic.hint or None,
        "fix": diagnostic.fix,
        "fix_tokens": diagnostic.fix_tokens,
        "fix_words": diagnostic.fix_words,
        "text": diagnostic.text,
    }
