"""Put the arguments of generic classes and type aliases in place of their parameters."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from typing import Any


def is_alias(tp: Any) -> bool:
    """Return whether a type is declared with the `type` statement, or by the class of it in typing_extensions."""
    return type(tp).__name__ == "TypeAliasType"


def parameter_values(tp: Any) -> dict[Any, Any]:
    """Return the argument that a type gives to each parameter, of the classes that it inherits from too.

    >>> T = typing.TypeVar("T")
    >>> class Box(typing.Generic[T]):
    ...     pass
    >>> parameter_values(Box[int]) == {T: int}
    True
    """
    generic, arguments = typing.get_origin(tp) or tp, typing.get_args(tp)
    parameters = getattr(generic, "__type_params__", ()) or getattr(generic, "__parameters__", ())
    values = dict(zip(parameters, arguments, strict=False))
    for base in getattr(generic, "__orig_bases__", ()):
        if typing.get_origin(base) not in (None, typing.Generic):
            inherited = {
                parameter: substituted(argument, values) for parameter, argument in parameter_values(base).items()
            }
            values = {**inherited, **values}
    return values


def substituted(hint: Any, values: Mapping[Any, Any]) -> Any:
    """Return a type with parameters replaced.

    Args:
        hint: The type.
        values: The types by parameter, as `parameter_values` returns them.
    """
    if isinstance(hint, typing.TypeVar):
        return values.get(hint, hint)
    inner = getattr(hint, "__parameters__", ())
    if not inner or (isinstance(hint, type) and typing.get_origin(hint) is None):
        return hint
    return hint[tuple(values.get(parameter, parameter) for parameter in inner)]
