"""Where shapes come from."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from shorthand.sources.aws_cli import aws
    from shorthand.sources.command import Command, Option
    from shorthand.sources.json_schemas import json_schema
    from shorthand.sources.python_types import python_type
    from shorthand.sources.reference_pages import reference_page

__all__ = ["Command", "Option", "aws", "json_schema", "python_type", "reference_page"]

# The module of each source, imported when it is first used: none needs what the others import. No module has the name
# of what is in it, or importing the one would hide the other.
_MODULES = {
    "Command": "command",
    "Option": "command",
    "aws": "aws_cli",
    "json_schema": "json_schemas",
    "python_type": "python_types",
    "reference_page": "reference_pages",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'shorthand.sources' has no attribute {name!r}")
    module = f"shorthand.sources.{_MODULES[name]}"
    __import__(module)
    found: object = getattr(sys.modules[module], name)
    globals()[name] = found
    return found
