"""Convert Python types to shapes, and values between the JSON form and instances.

Dataclasses, TypedDicts, NamedTuples and attrs classes are structures. Containers, enums and scalars are those of the
standard library. Everything of pydantic is left to pydantic.
"""

from __future__ import annotations

import collections.abc
import typing
from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any

from shorthand import shapes
from shorthand.errors import Place, ShorthandError, ShorthandTypeError
from shorthand.schemas.class_fields import ClassLayout, class_layout, is_class_with_members, resolved_hints
from shorthand.schemas.containers import (
    fixed_tuple_converter,
    list_converter,
    list_maker,
    map_converter,
    map_maker,
)
from shorthand.schemas.converter import Converter, keep_instance, keep_value
from shorthand.schemas.generics import is_alias, parameter_values, substituted
from shorthand.schemas.pydantic_types import is_constrained, is_pydantic_type, pydantic_converter
from shorthand.schemas.python_scalars import literal_converter, scalar_converter
from shorthand.schemas.scalar_type import ScalarType, custom_scalar
from shorthand.schemas.structures import StructureConverter, structure_converter, union_converter

Result = typing.TypeVar("Result")

# Types nested deeper than this, and declarations of more types, do not occur: a generic type grows without end.
_DEEPEST = 60
_MOST_TYPES = 20_000


def python_type(tp: Any) -> shapes.Shape:
    """Return the shape of a Python type.

    A dataclass, TypedDict, NamedTuple, attrs class or pydantic model is a structure, an Enum or a Literal a string with
    few values, `Any` a document. A member without a default is required.

    >>> from typing import NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> python_type(list[Tag]).shorthand_syntax()
    'Key=string,Value=string ...'

    Args:
        tp: The type: a class, or a form such as `list[Tag]`, `Tag | None` or `Annotated[...]`.

    Raises:
        ShorthandTypeError: The type has no shorthand, such as a union of different types. `path` names the member.
    """
    return converter_of(tp).shape


def converter_of(tp: Any) -> Converter:
    """Return the conversion of a Python type. Raises as `python_type` does."""
    try:
        return _Types().converter(tp, ())
    except ShorthandError:
        raise
    except Exception as error:
        # A class can do anything when it is inspected: a descriptor raises, a metaclass has no __mro__.
        raise ShorthandTypeError(f"{type_name(tp)} has no shorthand: {type(error).__name__}: {error}") from error


class _Types:
    """The types of one declaration. Each structure and alias is converted once, so that it may contain itself."""

    def __init__(self) -> None:
        self.known: dict[Any, Converter | None] = {}
        self.kept: list[Any] = []
        self.depth = 0
        self.count = 0

    def converter(self, tp: Any, place: Place) -> Converter:
        """Return the conversion of a type; `place` has the members that lead to it, for errors."""
        self.count += 1
        self.depth += 1
        if self.depth > _DEEPEST or self.count > _MOST_TYPES:
            raise ShorthandTypeError("the type contains ever more types", place=place[:3])
        try:
            return self.of_form(tp, place) or self.of_class(tp, place)
        finally:
            self.depth -= 1

    def of_form(self, tp: Any, place: Place) -> Converter | None:
        """Return the conversion of a type that is not written as a class; None for a class."""
        origin, arguments = typing.get_origin(tp), typing.get_args(tp)
        if origin is typing.Annotated:
            return self.annotated(tp, place)
        if hasattr(tp, "__supertype__"):  # a NewType
            return self.converter(tp.__supertype__, place)
        if is_alias(tp) or is_alias(origin):  # `type Tags = list[Tag]`
            return self.once(tp, lambda: self.converter(substituted(tp.__value__, parameter_values(tp)), place))
        if origin in (typing.Union, UnionType):
            return self.union(tp, arguments, place)
        if origin is typing.Literal:
            return _at_place(place, literal_converter, arguments)
        if tp is Any or tp is object:
            return Converter(shapes.Document(), keep_value, keep_instance)
        if isinstance(tp, typing.TypeVar):
            return self.converter(tp.__bound__ or Any, place)
        if isinstance(tp, (str, typing.ForwardRef)):
            raise _without_shorthand(tp, place, "give the type itself, not its name")
        return None

    def annotated(self, tp: Any, place: Place) -> Converter:
        """Return the conversion of `Annotated[...]`."""
        for part in tp.__metadata__:
            if isinstance(part, ScalarType):
                return custom_scalar(part)
        if is_constrained(tp.__metadata__):
            return _at_place(place, pydantic_converter, tp)
        return self.converter(typing.get_args(tp)[0], place)

    def of_class(self, tp: Any, place: Place) -> Converter:
        kind = typing.get_origin(tp) or tp
        if not isinstance(kind, type):
            raise _without_shorthand(tp, place)
        if is_pydantic_type(kind):
            return _at_place(place, pydantic_converter, tp)
        if is_class_with_members(kind):
            return self.once(tp, lambda: self.structure(tp, kind, place))
        return _at_place(place, scalar_converter, kind) or self.container(tp, kind, place)

    def container(self, tp: Any, kind: type, place: Place) -> Converter:
        arguments = typing.get_args(tp)
        make_map = map_maker(kind)
        if make_map:
            return self.map(make_map, arguments, place)
        make_list = list_maker(kind)
        if make_list is None:
            raise _without_shorthand(tp, place)
        is_fixed = issubclass(kind, tuple) and typing.get_origin(tp) is not None and arguments[-1:] != (Ellipsis,)
        if is_fixed:
            return self.fixed_tuple(make_list, arguments, place)
        item_type = arguments[0] if arguments else Any
        item = self.converter(item_type, place)
        is_set = issubclass(kind, collections.abc.Set)
        if is_set and not _is_hashable(item_type):
            reason = f"a set cannot contain {type_name(item_type)}, which has no hash; declare a list, or freeze it"
            raise _without_shorthand(tp, place, reason)
        return list_converter(make_list, item, is_set=is_set)

    def fixed_tuple(self, make: Callable[[Any], Any], arguments: tuple[Any, ...], place: Place) -> Converter:
        items = [self.converter(argument, place) for argument in arguments]
        if any(item.shape != items[0].shape for item in items):
            raise _without_shorthand(
                f"tuple[{', '.join(map(type_name, arguments))}]",
                place,
                "the items of a list are all of one type; declare a NamedTuple, whose members have names",
            )
        return fixed_tuple_converter(make, items)

    def map(self, make: Callable[[Any], Any], arguments: tuple[Any, ...], place: Place) -> Converter:
        key_type, value_type = arguments if len(arguments) == 2 else (str, Any)
        key = self.converter(str if key_type is Any else key_type, place)
        if not isinstance(key.shape, shapes.String):
            name = f"a map with {type_name(key_type)} as its key"
            raise _without_shorthand(name, place, "the keys of a map are strings")
        return map_converter(make, key, self.converter(value_type, place))

    def union(self, tp: Any, arguments: tuple[Any, ...], place: Place) -> Converter:
        real = [argument for argument in arguments if argument not in (NoneType, None)]
        if len(real) == 1:
            return self.converter(real[0], place)
        if set(map(_key, real)) == {int, float}:
            return Converter(shapes.Double(), keep_value, keep_instance)
        if any(is_pydantic_type(typing.get_origin(one) or one) for one in real):
            return _at_place(place, pydantic_converter, tp)
        names = [type_name(argument) for argument in real]
        if all(is_class_with_members(typing.get_origin(one) or one) for one in real):
            alternatives = [self.converter(one, place) for one in real]
            structures = [one for one in alternatives if isinstance(one, StructureConverter)]
            if len(structures) == len(real):
                found = _at_place(place, union_converter, structures)
                if found:
                    return found
            hint = f"give each of {' and '.join(names)} a member of one name, with a Literal that tells them apart"
            raise _without_shorthand(" | ".join(names), place, hint)
        hint = (
            f"shorthand cannot tell {' and '.join(names)} apart; declare a structure with an optional member for each"
        )
        raise _without_shorthand(" | ".join(names), place, hint)

    def once(self, tp: Any, make: Callable[[], Converter]) -> Converter:
        """Return the conversion of a type that may contain itself: inside itself it is a reference."""
        key = _key(tp)
        self.kept.append(tp)  # a type without a hash is known by its identity
        if key in self.known:
            return self.known[key] or self.reference(type_name(tp), key)
        self.known[key] = None
        found = make()
        if isinstance(found.shape, shapes.Ref) and self.known[key] is None and found.shape.target_name == type_name(tp):
            raise _without_shorthand(tp, (), "the type refers to nothing but itself")
        self.known[key] = found
        return found

    def reference(self, name: str, key: Any) -> Converter:
        known = self.known

        def target() -> Converter:
            found = known[key]
            if found is None:  # never outside this class, which asks only when the whole is converted
                raise ShorthandTypeError(f"{name} is not converted yet")
            return found

        return Converter(
            shapes.Ref(name, lambda: target().shape),
            lambda value, place: target().build(value, place),
            lambda instance: target().dump(instance),
            lambda raw: _called(target().read, raw),
            lambda instance: _called(target().lower, instance),
            documentation=lambda: (target().documentation or list)(),
        )

    def structure(self, tp: Any, kind: type, place: Place) -> Converter:
        layout = _at_place(place, _layout_of, tp, kind)
        members = {field.name: self.converter(field.type, (*place, field.name)) for field in layout.fields}
        return structure_converter(kind, layout, members)


def _called(function: Callable[[Any], Any] | None, value: Any) -> Any:
    if function is None:
        raise TypeError
    return function(value)


def _layout_of(tp: Any, kind: type) -> ClassLayout:
    values = parameter_values(tp)
    return class_layout(kind, {name: substituted(hint, values) for name, hint in resolved_hints(kind).items()})


def _key(tp: Any) -> Any:
    """Return what a type is known by: itself, or its identity where it contains something without a hash."""
    try:
        hash(tp)
    except TypeError:
        return id(tp)
    return tp


def _is_hashable(tp: Any) -> bool:
    kind = typing.get_origin(tp) or tp
    return not isinstance(kind, type) or kind.__hash__ is not None


def _at_place(place: Place, make: Callable[..., Result], *arguments: Any) -> Result:
    """Return the result of a call; an error that it raises names the place in the whole declaration."""
    try:
        return make(*arguments)
    except ShorthandTypeError as error:
        if not place or error.path:
            raise
        raise ShorthandTypeError(error.reason, place=place, hint=error.hint) from error.__cause__


def _without_shorthand(tp: Any, place: Place, hint: str = "") -> ShorthandTypeError:
    name = tp if isinstance(tp, str) else type_name(tp)
    return ShorthandTypeError(f"{name} has no shorthand", place=place, hint=hint)


def type_name(tp: Any) -> str:
    """Return the name of a type as people write it; of what is no type, the way Python prints it.

    >>> type_name(list[int])
    'list[int]'
    """
    if isinstance(tp, type) and not typing.get_args(tp):
        return tp.__name__
    try:
        return str(tp).removeprefix("typing.")
    except Exception:  # whatever an object's own method raises; a huge integer cannot be printed either
        return f"a value of type {type(tp).__name__}"
