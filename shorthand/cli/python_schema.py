"""The schema `python:package.module:Type`: a type that a program declares."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import Any

from shorthand.api.type_adapter import TypeAdapter
from shorthand.errors import ShorthandError
from shorthand.sources import Option

_FORM = "python:package.module:Type or python:package.module:list[Type]"


def load_python(schema: str) -> Option:
    """Return an option of the type that a schema names. Raises as `load_python_type` does."""
    return Option(schema, load_python_type(schema).shape)


def load_python_type(schema: str) -> TypeAdapter[Any]:
    """Return the type that `python:package.module:Type` names, or a list of it for `list[Type]`.

    The module is imported as `python -m` does it, from the current directory too, and so its code runs. What it prints
    goes to standard error.

    Raises:
        ShorthandError: The module cannot be imported, or has no such type.
    """
    module_name, colon, name = schema.removeprefix("python:").partition(":")
    if not module_name or not colon:
        raise ShorthandError(f"{schema!r} does not name a type", expected=_FORM)
    with _output_on_standard_error():
        module = _import(module_name)
        try:
            return TypeAdapter(_find_type(module, module_name, name))
        except (ShorthandError, KeyboardInterrupt):
            raise
        except BaseException as error:  # annotations and defaults are code of the module too
            raise ShorthandError(f"{name} of {module_name} cannot be used: {_described(error)}") from error


def _import(module_name: str) -> object:
    if "" not in sys.path:
        sys.path.insert(0, "")
    try:
        return importlib.import_module(module_name)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a module can raise anything when it is imported, and can exit
        raise ShorthandError(
            f"{module_name} cannot be imported: {_described(error)}",
            hint="run the command where python -m finds the module" if isinstance(error, ModuleNotFoundError) else "",
        ) from error


def _described(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".removesuffix(": ")


def _find_type(module: object, module_name: str, name: str) -> Any:
    """Return the type in the module, or a list of it."""
    is_list = name.startswith("list[") and name.endswith("]")
    found: Any = module
    for step in (name[5:-1] if is_list else name).split("."):
        try:
            found = getattr(found, step)
        except AttributeError:
            raise ShorthandError(f"{module_name} has no {name!r}", expected=_FORM) from None
    return list[found] if is_list else found


@contextmanager
def _output_on_standard_error() -> Iterator[None]:
    """Send what is printed in the block to standard error, also by programs that the block starts."""
    sys.stdout.flush()
    try:
        errors = sys.stderr.fileno()
        output = os.dup(1)
    except OSError:  # a stream is closed, or is not a file
        with redirect_stdout(sys.stderr):
            yield
        return
    try:
        os.dup2(errors, 1)
        with redirect_stdout(sys.stderr):
            yield
        sys.stdout.flush()
    finally:
        os.dup2(output, 1)
        os.close(output)
