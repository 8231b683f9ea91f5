"""The AWS CLI shorthand syntax, `Key=env,Values=prod,test`: read, written and typed by a schema."""

from __future__ import annotations

import sys

# What follows `TYPE_CHECKING` is for type checkers; importing typing to get the name would cost as much as reading.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from shorthand import errors, files, shapes, sources
    from shorthand.api.conversions import dumps, dumps_option, loads, loads_option
    from shorthand.api.type_adapter import TypeAdapter
    from shorthand.aws.invocation import Invocation, dumps_command, loads_command, loads_commands
    from shorthand.editor.complete import complete
    from shorthand.editor.explain import Explanation, explain
    from shorthand.errors import (
        FileReferenceError,
        LossyTextError,
        ShorthandError,
        ShorthandSyntaxError,
        ShorthandTypeError,
        UnrepresentableError,
    )
    from shorthand.schemas.scalar_type import ScalarType
    from shorthand.syntax.lark_tree import tree
    from shorthand.syntax.quoting import quote

__version__ = "0.1.0"

__all__ = [
    "Explanation",
    "FileReferenceError",
    "Invocation",
    "LossyTextError",
    "ScalarType",
    "ShorthandError",
    "ShorthandSyntaxError",
    "ShorthandTypeError",
    "TypeAdapter",
    "UnrepresentableError",
    "complete",
    "dumps",
    "dumps_command",
    "dumps_option",
    "errors",
    "explain",
    "files",
    "loads",
    "loads_command",
    "loads_commands",
    "loads_option",
    "quote",
    "shapes",
    "sources",
    "tree",
]

# Where each name lives. A room is imported when its first name is used, so that a plain read pays for no other.
_ROOMS = {
    "dumps": "api.conversions",
    "loads": "api.conversions",
    "dumps_option": "api.conversions",
    "complete": "editor.complete",
    "explain": "editor.explain",
    "Explanation": "editor.explain",
    "loads_option": "api.conversions",
    "Invocation": "aws.invocation",
    "dumps_command": "aws.invocation",
    "loads_command": "aws.invocation",
    "loads_commands": "aws.invocation",
    "quote": "syntax.quoting",
    "ScalarType": "schemas.scalar_type",
    "TypeAdapter": "api.type_adapter",
    "tree": "syntax.lark_tree",
    **{name: "errors" for name in __all__ if name.endswith("Error")},
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'shorthand' has no attribute {name!r}")
    full = f"shorthand.{_ROOMS.get(name, name)}"
    __import__(full)
    room = sys.modules[full]
    found: object = getattr(room, name) if name in _ROOMS else room
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*globals(), *__all__]
