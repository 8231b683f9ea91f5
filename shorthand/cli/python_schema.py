"""The schema `python:package.module:Type`: a type that a program declares."""

from __future__ import annotations

import importlib
import sys

from shorthand.errors import ShorthandError
from shorthand.sources import Option, python_type

_FORM = "python:package.module:Type or python:package.module:list[Type]"


def load_python(schema: str) -> Option:
    """Return an option of the type that `python:package.module:Type` names, or of a list of it for `list[Type]`.

    The module is imported as `python -m` does it, from the current directory too.

    Raises:
        ShorthandError: The module cannot be imported, or has no such type.
    """
    module_name, colon, name = schema.removeprefix("python:").partition(":")
    if not module_name or not colon:
        raise ShorthandError(f"{schema!r} does not name a type", expected=_FORM)
    is_list = name.startswith("list[") and name.endswith("]")
    found = _import(module_name)
    for step in (name[5:-1] if is_list else name).split("."):
        try:
            found = getattr(found, step)
        except AttributeError:
            raise ShorthandError(f"{module_name} has no {name!r}", expected=_FORM) from None
    return Option(schema, python_type(list[found] if is_list else found))  # type: ignore[valid-type]


def _import(module_name: str) -> object:
    if "" not in sys.path:
        sys.path.insert(0, "")
    try:
        return importlib.import_module(module_name)
    except Exception as error:  # a module can raise anything when it is imported
        raise ShorthandError(
            f"{module_name} cannot be imported: {type(error).__name__}: {error}",
            hint="run the command where python -m finds the module" if isinstance(error, ModuleNotFoundError) else "",
        ) from error
