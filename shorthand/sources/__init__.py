"""Where shapes come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shorthand.sources.command import Command, Option
from shorthand.sources.json_schema import json_schema
from shorthand.sources.reference_page import reference_page

if TYPE_CHECKING:
    from shorthand.sources.python_types import python_type

__all__ = ["Command", "Option", "json_schema", "python_type", "reference_page"]


def __getattr__(name: str) -> object:
    # What describes Python's types imports many of them, which a command without such a type need not pay for.
    if name != "python_type":
        raise AttributeError(f"module 'shorthand.sources' has no attribute {name!r}")
    from shorthand.sources.python_types import python_type

    return python_type
