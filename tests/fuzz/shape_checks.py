"""What is checked of every shape, wherever it comes from."""

from __future__ import annotations

from typing import Any

import shorthand
from shorthand import ShorthandError, shapes
from shorthand.testing.generator import Fuzzer
from tests.fuzz.checks import documented, silent


def check_shape(shape: Any) -> None:
    """Call the methods of a shape, and the functions that take one. Of an error nothing is asked."""
    if isinstance(shape, ShorthandError):
        return
    silent(shape.shorthand_syntax)
    silent(shape.json_syntax)
    silent(shape.skeleton)
    silent(shorthand.explain, "a=b", shape)
    silent(shorthand.complete, "a", shape)
    documented(shorthand.loads_option, ["a=b"], shape)
    documented(shorthand.loads_option, ['{"a": ["b"]}'], shape)
    documented(shorthand.dumps_option, {"a": ["b"]}, shape)
    _fuzzed(shape)


def _fuzzed(shape: shapes.Shape) -> None:
    fuzzer = documented(Fuzzer, shape, 1)
    if not isinstance(fuzzer, ShorthandError):
        documented(fuzzer.valid)
        documented(fuzzer.broken)
