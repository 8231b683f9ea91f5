"""The descriptions of a class's attributes: strings below them in the source, and `Annotated[..., Doc(...)]`."""

from __future__ import annotations

import ast
import functools
import inspect
import itertools
import textwrap
import typing
from typing import Any


@functools.lru_cache(256)
def attribute_docs(tp: type) -> dict[str, str]:
    """Return the description of each attribute of a class that has one, inherited ones included.

    A description is a string on the line below the attribute.
    """
    found: dict[str, str] = {}
    for base in reversed(tp.__mro__):
        found |= _strings_below_attributes(base)
    return {name: " ".join(text.split()) for name, text in found.items()}


def _strings_below_attributes(tp: type) -> dict[str, str]:
    if tp.__module__ in ("builtins", "typing", "abc"):
        return {}
    try:
        (definition,) = ast.parse(textwrap.dedent(inspect.getsource(tp))).body
    except (OSError, TypeError, SyntaxError, ValueError):  # a class made at a prompt, or by a program
        return {}
    body = getattr(definition, "body", [])
    return {
        before.target.id: after.value.value
        for before, after in itertools.pairwise(body)
        if isinstance(before, ast.AnnAssign)
        and isinstance(before.target, ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
        and isinstance(after.value.value, str)
    }


def annotated_description(hint: Any) -> str:
    """Return the description that `Annotated` gives a type, or "".

    >>> from typing import Annotated
    >>> class Doc:
    ...     documentation = "How many."
    >>> annotated_description(Annotated[int, Doc()])
    'How many.'
    """
    if typing.get_origin(hint) is not typing.Annotated:
        return ""
    found = (getattr(part, "documentation", getattr(part, "description", None)) for part in hint.__metadata__)
    return next((text for text in found if isinstance(text, str)), "")
