"""Values, errors and explanations as JSON."""

from __future__ import annotations

import base64
import json
import sys
from typing import TYPE_CHECKING, Any

from shorthand.cli import standard_output
from shorthand.errors import ShorthandError
from shorthand.errors.json_data import diagnostic_data

if TYPE_CHECKING:
    from shorthand.editor.explanation import ExplainedPart, ExplainedText


def json_text(value: Any, indent: int | None) -> str:
    """Write a value as JSON: compact without an indent, bytes as base64.

    On a terminal, characters that it would obey are escaped, which is the same JSON.
    """
    separators = (",", ": ") if indent else (",", ":")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators, default=_base64)
    try:
        text.encode(standard_output.encoding())
    except UnicodeEncodeError:  # a lone surrogate, or a terminal without Unicode: JSON can write it in ASCII
        return json.dumps(value, indent=indent, separators=separators, default=_base64)
    return _escaped(text) if sys.stdout.isatty() else text


def _escaped(text: str) -> str:
    from shorthand.errors.rendering import is_visible  # takes 2 ms to import, and a pipe does not need it

    return "".join(char if char == "\n" or is_visible(char) else json.dumps(char)[1:-1] for char in text)


def indent_for_output(indent: int | None) -> int | None:
    """Return the indent to use: the one that was asked for, else 2 on a terminal; None for one line."""
    if indent is None:
        indent = 2 if sys.stdout.isatty() else 0
    return indent or None


def _base64(leaf: object) -> str:
    if isinstance(leaf, bytes):
        return base64.b64encode(leaf).decode()
    raise TypeError(f"{type(leaf).__name__} is not JSON")


def error_data(error: ShorthandError) -> dict[str, Any]:
    """Return one error as data. Lines and columns count from 1, spans from 0; what is unknown is null."""
    data = diagnostic_data(error.diagnostics[0])
    del data["fix_words"]  # few texts are whole commands
    return data


def error_lines(error: ShorthandError, number: int, lines_before: int = 0, severity: str = "error") -> str:
    """Write each of the errors found together as one line of JSON.

    Args:
        error: The errors.
        number: The number of their text in the input, from 1.
        lines_before: How many lines of the input precede the text.
        severity: "error" or "warning".
    """
    lines = []
    for one in error.errors:
        data = error_data(one)
        # Without a span the text as a whole is wrong.
        line = (one.line or 1) + lines_before
        lines.append(json_text({"severity": severity, "number": number, **data, "line": line}, None))
    return "\n".join(lines)


def explanation_data(explanation: ExplainedText) -> dict[str, Any]:
    """Return an explanation as data; spans are as in `error_data`."""
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
