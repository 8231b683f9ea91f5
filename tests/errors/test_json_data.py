"""Diagnostics as data."""

import json

from shorthand.errors import Diagnostic, Kind, ShorthandTypeError
from shorthand.errors.json_data import diagnostic_data


def test_a_diagnostic_is_data_that_json_holds() -> None:
    diagnostic = Diagnostic("expected an integer, got 'x'", "Size=x", (5, 6), ("Size",), kind=Kind.WRONG_TYPE)
    data = diagnostic_data(diagnostic)
    assert json.loads(json.dumps(data)) == {
        "kind": "type",
        "line": 1,
        "column": 6,
        "span": [5, 6],
        "path": "Size",
        "reason": "expected an integer, got 'x'",
        "expected": None,
        "hint": None,
        "fix": None,
        "fix_tokens": None,
        "fix_words": None,
        "text": "Size=x",
    }


def test_an_exception_gives_all_of_its_diagnostics() -> None:
    error = ShorthandTypeError.of([Diagnostic("a"), Diagnostic("b")])
    assert [data["reason"] for data in error.as_dicts()] == ["a", "b"]
