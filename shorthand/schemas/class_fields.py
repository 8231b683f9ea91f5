"""The members of a class: a dataclass, a TypedDict, a NamedTuple or an attrs class."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from shorthand.errors import ShorthandTypeError

# New in Python 3.13.
_READ_ONLY = (typing.ReadOnly,) if hasattr(typing, "ReadOnly") else ()


class ClassField(NamedTuple):
    """One member of a class.

    Attributes:
        name: The name in a text.
        argument: The argument of the class that takes the value.
        attribute: The attribute of an instance that holds the value.
        type: The declared type.
        required: Whether the member must be given.
        default: The value of a member that is not given; `dataclasses.MISSING` where there is none.
        description: What the declaration says about the member, or "".
    """

    name: str
    argument: str
    attribute: str
    type: Any
    required: bool
    default: Any = dataclasses.MISSING
    description: str = ""


class ClassLayout(NamedTuple):
    """The members of a class, and how instances are made and read.

    Attributes:
        fields: The members.
        read: Returns the attribute of an instance.
        type: The class to call; None for a TypedDict, whose instances are dicts.
    """

    fields: list[ClassField]
    read: Callable[[Any, str], Any]
    type: Any = None

    def make(self, members: dict[str, Any]) -> Any:
        """Make an instance of its arguments."""
        return members if self.type is None else self.type(**members)


def is_class_with_members(tp: Any) -> bool:
    """Return whether a class is a structure: it declares its members."""
    if not isinstance(tp, type):
        return False
    is_named_tuple = issubclass(tp, tuple) and hasattr(tp, "_fields")
    return typing.is_typeddict(tp) or dataclasses.is_dataclass(tp) or hasattr(tp, "__attrs_attrs__") or is_named_tuple


def class_layout(tp: Any, hints: Mapping[str, Any]) -> ClassLayout:
    """Return the layout of a class that declares its members.

    Args:
        tp: The class.
        hints: The types of its attributes, as `resolved_hints` returns them.

    Raises:
        ShorthandTypeError: A member has no shorthand, or its default cannot be made.
    """
    if typing.is_typeddict(tp):
        return ClassLayout(list(_typed_dict_fields(tp, hints)), _item)
    fields = _named_tuple_fields
    if dataclasses.is_dataclass(tp):
        fields = _dataclass_fields
    elif hasattr(tp, "__attrs_attrs__"):
        fields = _attrs_fields
    return ClassLayout(list(fields(tp, hints)), getattr, tp)


def _item(instance: Mapping[str, Any], name: str) -> Any:
    return instance.get(name)


def _typed_dict_fields(tp: Any, hints: Mapping[str, Any]) -> Iterator[ClassField]:
    # NotRequired inside a string shows only in the resolved hints, not in __required_keys__.
    for name, hint in hints.items():
        required = name in tp.__required_keys__
        while typing.get_origin(hint) in (typing.Required, typing.NotRequired, *_READ_ONLY):
            required = {typing.Required: True, typing.NotRequired: False}.get(typing.get_origin(hint), required)
            (hint,) = typing.get_args(hint)
        yield ClassField(name, name, name, hint, required)


def _dataclass_fields(tp: Any, hints: Mapping[str, Any]) -> Iterator[ClassField]:
    for field in dataclasses.fields(tp):
        if field.init:
            default = field.default
            if field.default_factory is not dataclasses.MISSING:
                default = _made_default(field.name, field.default_factory)
            yield ClassField(
                field.name,
                field.name,
                field.name,
                hints[field.name],
                default is dataclasses.MISSING,
                default,
                _description(field.metadata) or str(getattr(field, "doc", None) or ""),
            )
    extra = [name for name, hint in hints.items() if isinstance(hint, dataclasses.InitVar)]
    if extra:
        raise ShorthandTypeError(f"the InitVar {extra[0]} has no shorthand, because an instance does not keep it")


def _attrs_fields(tp: Any, hints: Mapping[str, Any]) -> Iterator[ClassField]:
    for field in tp.__attrs_attrs__:
        if not field.init:
            continue
        default: Any = dataclasses.MISSING if "NOTHING" in repr(field.default) else field.default
        required = default is dataclasses.MISSING
        if hasattr(default, "factory"):
            default = dataclasses.MISSING if default.takes_self else _made_default(field.name, default.factory)
        # The alias is the name of the argument: an attribute _key is given as key.
        hint = hints.get(field.name, field.type)
        yield ClassField(field.alias, field.alias, field.name, hint, required, default, _description(field.metadata))


def _named_tuple_fields(tp: Any, hints: Mapping[str, Any]) -> Iterator[ClassField]:
    for name in tp._fields:
        default = tp._field_defaults.get(name, dataclasses.MISSING)
        yield ClassField(name, name, name, hints.get(name, str), default is dataclasses.MISSING, default)


def _made_default(name: str, factory: Callable[[], Any]) -> Any:
    try:
        return factory()
    except Exception as error:
        raise ShorthandTypeError(
            f"the default of {name} cannot be made: {type(error).__name__}: {error}",
            hint="let the default factory succeed without arguments",
        ) from error


def _description(metadata: Mapping[Any, Any]) -> str:
    """Return the description in a field's metadata, under one of the names that libraries use."""
    found = (metadata.get(name) for name in ("description", "help", "doc"))
    return next((text for text in found if isinstance(text, str)), "")


def resolved_hints(tp: Any) -> dict[str, Any]:
    """Return the types of a class's attributes, with names in strings resolved.

    Raises:
        ShorthandTypeError: A name is unknown, or a type is malformed.
    """
    try:
        # A class inside a function is known by its name only to itself.
        found = typing.get_type_hints(tp, localns={tp.__name__: tp}, include_extras=True)
    except (NameError, AttributeError) as error:
        raise ShorthandTypeError(
            f"the types of {tp.__name__} cannot be resolved: {error}",
            hint="declare them at the top of a module, or without strings",
        ) from None
    except (TypeError, SyntaxError) as error:
        raise ShorthandTypeError(f"the types of {tp.__name__} cannot be resolved: {error}") from None
    if inspect.isclass(tp) and typing.is_typeddict(tp):
        return found
    return {name: hint for name, hint in found.items() if typing.get_origin(hint) is not typing.ClassVar}
