"""What every fuzz target checks: only documented errors come out of public functions."""

from __future__ import annotations

import copy
import json
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from shorthand import ShorthandError


class UndocumentedError(Exception):
    """Something other than a documented error came out of a public function."""


def documented(function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """Call a public function; return its result, or the ShorthandError that it raised.

    Raises:
        UndocumentedError: Any other exception came out, or one came out of the error's own methods.
    """
    try:
        try:
            return function(*arguments, **named)
        except ShorthandError as error:
            str(error)
            [str(one) for one in error.errors]
            json.dumps(error.as_dicts())
            if not all(isinstance(step, (str, int)) for one in error.diagnostics for step in one.place):
                raise AssertionError("a step of a place is neither a string nor an integer") from error
            if pickle.loads(pickle.dumps(error)) != error or copy.copy(error) != error:
                raise AssertionError("the error does not survive a copy") from error
            return error
    except Exception as error:
        raise UndocumentedError(_described(function, arguments, named)) from error


def silent(function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """Call a function that is documented to raise nothing."""
    try:
        return function(*arguments, **named)
    except Exception as error:
        raise UndocumentedError(_described(function, arguments, named)) from error


def _described(function: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]) -> str:
    name = getattr(function, "__qualname__", repr(function))
    try:
        given = [*(repr(one) for one in arguments), *(f"{key}={value!r}" for key, value in named.items())]
    except Exception:  # some values have no text
        given = ["…"]
    return f"{name}({', '.join(given)})"[:3000]


Target = Callable[[], None]
TARGETS: dict[str, Target] = {}
"""Every target by its name: a hypothesis test without arguments."""


def target(function: Callable[..., None]) -> Callable[..., None]:
    TARGETS[function.__name__] = function
    return function


@contextmanager
def empty_folder() -> Iterator[Path]:
    """Work in an empty folder, so that a reference to a file finds only what is put there."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(before)
