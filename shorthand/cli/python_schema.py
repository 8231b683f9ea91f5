"""The schema `python:package.module:Type`: a type that a program declares."""

from __future__ import annotations

import importlib
import sys

from shorthand.errors import ShorthandError
from shorthand.sources import Option, python_type

_FORM = "python:package.module:Type or python:package.module:list[Type]"


def load_python(name: str) -> Option:
    """The option of the type that `python:package.module:Type` names; `list[Type]` is an option of several.

    The module is imported as `python -m` would import it, from the current directory too. Raises ShorthandError.
    """
    module_name, _, wanted = name.removeprefix("python:").partition(":")
    several = wanted.startswith("list[") and wanted.endswith("]")
    found = _imported(module_name, name)
    for step in (wanted[5:-1] if several else wanted).split("."):
        try:
            found = getattr(found, step)
        except AttributeError:
            raise ShorthandError(f"{module_name} has no {wanted!r}", expected=_FORM) from None
    return Option(name, python_type(list[found] if several else found))  # type: ignore[valid-type]


def _imported(module_name: str, name: str) -> object:
    if not module_name or ":" not in name.removeprefix("python:"):
        raise ShorthandError(f"{name!r} names no type", expected=_FORM)
    if "" not in sys.path:
        sys.path.insert(0, "")
    try:
        return importlib.import_module(module_name)
    except Exception as error:  # whatever a program does when it is imported
        raise ShorthandError(
            f"{module_name} cannot be imported: {type(error).__name__}: {error}",
            hint="run the command where python -m finds the module" if isinstance(error, ModuleNotFoundError) else "",
        ) from error
