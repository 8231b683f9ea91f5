"""The AWS CLI shorthand syntax, `Key=env,Values=prod,test`: read, written and typed by a schema."""

from shorthand import errors, files, shapes, sources
from shorthand.errors import (
    FileReferenceError,
    LossyTextError,
    ShorthandError,
    ShorthandSyntaxError,
    ShorthandTypeError,
    UnrepresentableError,
)
from shorthand.option import dumps_option, loads_option
from shorthand.syntax.scalars import quote
from shorthand.syntax.tree import tree
from shorthand.text import dumps, loads

__version__ = "0.1.0"

__all__ = [
    "FileReferenceError",
    "LossyTextError",
    "ShorthandError",
    "ShorthandSyntaxError",
    "ShorthandTypeError",
    "UnrepresentableError",
    "dumps",
    "dumps_option",
    "errors",
    "files",
    "loads",
    "loads_option",
    "quote",
    "shapes",
    "sources",
    "tree",
]
