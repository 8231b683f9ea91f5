"""Python's own structures: what a dataclass, a TypedDict, a NamedTuple or an attrs class has for members."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from shorthand.errors import ShorthandTypeError


class Field(NamedTuple):
    """One member: its name in a text, the argument that makes it, the attribute that holds it, and its type."""

    name: str
    argument: str
    attribute: str
    declared: Any
    required: bool
    default: Any = dataclasses.MISSING


class Layout(NamedTuple):
    """The members of a type, how an instance is made of them by argument, and how one is read from an instance."""

    fields: list[Field]
    make: Callable[[dict[str, Any]], Any]
    read: Callable[[Any, str], Any]


def layout(tp: Any, hints: Mapping[str, Any]) -> Layout | None:
    """How a class of structures is laid out, or None where it is none; `hints` are its types by attribute."""
    if typing.is_typeddict(tp):
        return Layout(list(_of_typed_dict(tp, hints)), lambda members: members, _item)
    for is_one, fields in (
        (dataclasses.is_dataclass, _of_dataclass),
        (lambda tp: hasattr(tp, "__attrs_attrs__"), _of_attrs),
        (lambda tp: issubclass(tp, tuple) and hasattr(tp, "_fields"), _of_named_tuple),
    ):
        if is_one(tp):
            return Layout(list(fields(tp, hints)), lambda members: tp(**members), getattr)
    return None


def _item(instance: Mapping[str, Any], name: str) -> Any:
    return instance.get(name)


def _of_typed_dict(tp: Any, hints: Mapping[str, Any]) -> Iterator[Field]:
    # NotRequired inside of a string is only seen in the resolved hints, and not by __required_keys__.
    for name, hint in hints.items():
        required = name in tp.__required_keys__
        while typing.get_origin(hint) in (typing.Required, typing.NotRequired, *_READ_ONLY):
            required = {typing.Required: True, typing.NotRequired: False}.get(typing.get_origin(hint), required)
            (hint,) = typing.get_args(hint)
        yield Field(name, name, name, hint, required)


# New in Python 3.13.
_READ_ONLY = (typing.ReadOnly,) if hasattr(typing, "ReadOnly") else ()


def _of_dataclass(tp: Any, hints: Mapping[str, Any]) -> Iterator[Field]:
    for field in dataclasses.fields(tp):
        if field.init:
            default = field.default
            if field.default_factory is not dataclasses.MISSING:
                default = field.default_factory()
            yield Field(field.name, field.name, field.name, hints[field.name], default is dataclasses.MISSING, default)
    extra = [name for name, hint in hints.items() if isinstance(hint, dataclasses.InitVar)]
    if extra:
        raise ShorthandTypeError(f"the InitVar {extra[0]} has no shorthand, as an instance does not keep it")


def _of_attrs(tp: Any, hints: Mapping[str, Any]) -> Iterator[Field]:
    for field in tp.__attrs_attrs__:
        if not field.init:
            continue
        default: Any = dataclasses.MISSING if "NOTHING" in repr(field.default) else field.default
        required = default is dataclasses.MISSING
        if hasattr(default, "factory"):
            default = dataclasses.MISSING if default.takes_self else default.factory()
        # The alias is the argument's name: an attribute _key is given as key.
        yield Field(field.alias, field.alias, field.name, hints.get(field.name, field.type), required, default)


def _of_named_tuple(tp: Any, hints: Mapping[str, Any]) -> Iterator[Field]:
    for name in tp._fields:
        default = tp._field_defaults.get(name, dataclasses.MISSING)
        yield Field(name, name, name, hints.get(name, str), default is dataclasses.MISSING, default)


def hints_of(tp: Any) -> dict[str, Any]:
    """The types of a class's attributes, resolved. Raises ShorthandTypeError where a name in them is not known."""
    try:
        # A class within a function is known by its name to itself alone.
        found = typing.get_type_hints(tp, localns={tp.__name__: tp}, include_extras=True)
    except (NameError, AttributeError) as error:
        raise ShorthandTypeError(
            f"the types of {tp.__name__} cannot be resolved: {error}",
            hint="declare them at the top of a module, or without strings",
        ) from None
    except TypeError as error:
        raise ShorthandTypeError(f"the types of {tp.__name__} cannot be resolved: {error}") from None
    if inspect.isclass(tp) and typing.is_typeddict(tp):
        return found
    return {name: hint for name, hint in found.items() if typing.get_origin(hint) is not typing.ClassVar}
