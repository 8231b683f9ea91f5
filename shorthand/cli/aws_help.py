"""The lists that `shorthand aws help`, `shorthand aws ec2 help` and `shorthand aws ec2 create-tags help` print."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from shorthand.aws.command import Option
from shorthand.aws.models import aws, operations, services
from shorthand.codec.token_kind import takes_bare_value
from shorthand.shapes import List, Scalar, Shape, String, Structure, resolved

# A list of values that is not much longer is shown as a whole.
_MOST_VALUES = 12


def help_lines(words: list[str]) -> Iterable[str]:
    """Return the services, the operations of a service, or the options of an operation.

    Args:
        words: The words before `help`.

    Raises:
        ShorthandError: There is no such service or operation.
    """
    words = [word for word in words if word != "aws"]
    if not words:
        return services()
    service, *path = words
    operation = " ".join(path)
    within = [name for name in operations(service) if not path or name.startswith(f"{operation} ")]
    if not path or within:
        return within
    schema = f"aws:{service}/{operation}"
    return [_described(option, f"{schema}#{option.name}") for option in aws(service, operation).options.values()]


def _described(option: Option, schema: str) -> str:
    """Return an option as the synopsis of the reference shows it, with the syntax of its value."""
    if option.negative:
        text = f"{option.name} | {option.negative}"
    elif option.flag:
        text = option.name
    elif option.positional:
        text = f"<{option.name}>"
    else:
        value = _value(option, schema)
        # The reference shows bare members after the name of the option.
        text = value if value.startswith(f"{option.name} ") else f"{option.name} {value}"
    text = text.strip().replace("\n\n", "\n").replace("\n", "\n  ")
    return text if option.required else f"[{text}]"


def _value(option: Option, schema: str) -> str:
    shape = resolved(option.shape)
    if syntax := option.syntax():
        return syntax
    if isinstance(shape, List) and isinstance(member := resolved(shape.member), Scalar):
        return f"{_placeholder(member, schema)} ..."
    if takes_bare_value(shape) and isinstance(shape, Structure):
        return _placeholder(shape.members["Value"], schema)
    return _placeholder(shape, schema)


def _placeholder(shape: Shape, schema: str) -> str:
    """Return the values of an enum, the first ones of many, or the name of the type."""
    if not isinstance(shape, String) or not shape.enum:
        return shape.type_name
    more = len(shape.enum) - _MOST_VALUES
    if more <= 1:
        return "|".join(shape.enum)
    shown = "|".join(shape.enum[:_MOST_VALUES])
    return f"{shown}|… ({more:,} more: shorthand syntax -s {shlex.quote(schema)} --values)"
