"""Errors and explanations as data, for editors and CI."""

from __future__ import annotations

from typing import Any

from shorthand.cli.output import json_text
from shorthand.editor.explanation import ExplainedPart, ExplainedText
from shorthand.errors import ShorthandError


def error_data(error: ShorthandError) -> dict[str, Any]:
    """One error: lines and columns count characters from 1, spans from 0. What there is none of is null."""
    return {
        "kind": "type" if error.kind.is_of_type else error.kind.value,
        "line": error.line,
        "column": error.column,
        "span": error.span,
        "path": error.path,
        "reason": error.reason,
        "expected": error.expected or None,
        "hint": error.hint or None,
        "fix": error.fix,
        "fix_tokens": error.fix_tokens,
        "text": error.text,
    }


def error_lines(error: ShorthandError, number: int, lines_before: int = 0, severity: str = "error") -> str:
    """Each of the errors as one line of JSON: `number` says of which text, `lines_before` how many stand before it.

    A "warning" is of a value that the service does not list.
    """
    lines = []
    for one in error.errors:
        data = error_data(one)
        # Without a span the text as a whole is wrong.
        line = (one.line or 1) + lines_before
        lines.append(json_text({"severity": severity, "number": number, **data, "line": line}, None))
    return "\n".join(lines)


def explanation_data(explanation: ExplainedText) -> dict[str, Any]:
    """An explanation; spans are as in `error_data`."""
    return {
        "text": explanation.text,
        "parts": [_part_data(part) for part in explanation.parts],
        "errors": [error_data(error) for error in explanation.error.errors] if explanation.error else [],
        "end": explanation.end,
        "expected": explanation.expected,
    }


def _part_data(part: ExplainedPart) -> dict[str, Any]:
    return {
        "path": part.path,
        "span": part.span,
        "key_span": part.key_span,
        "form": part.form,
        "type": part.type or None,
        "value": part.value,
        "remarks": [remark._asdict() for remark in part.remarks],
    }
