"""Sources of shapes: the public names of `shorthand.schemas` and `shorthand.aws`."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from shorthand.aws.command import Command, Option
    from shorthand.aws.models import aws, operations, services
    from shorthand.aws.reference_pages import reference_page
    from shorthand.schemas.json_schemas import json_schema
    from shorthand.schemas.python_types import python_type

__all__ = [
    "Command",
    "Option",
    "aws",
    "json_schema",
    "operations",
    "python_type",
    "reference_page",
    "services",
]

# The module of each name, imported when the name is first used: no source needs the imports of another (up to 60 ms).
_MODULES = {
    "Command": "aws.command",
    "Option": "aws.command",
    "aws": "aws.models",
    "json_schema": "schemas.json_schemas",
    "operations": "aws.models",
    "python_type": "schemas.python_types",
    "reference_page": "aws.reference_pages",
    "services": "aws.models",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'shorthand.sources' has no attribute {name!r}")
    module = f"shorthand.{_MODULES[name]}"
    __import__(module)
    found: object = getattr(sys.modules[module], name)
    globals()[name] = found
    return found
