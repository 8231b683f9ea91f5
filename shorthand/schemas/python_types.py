"""Python types to shapes, and to what makes instances of the JSON form.

Dataclasses, TypedDicts, NamedTuples and attrs classes are structures; containers, enums and scalars are the standard
library's own; what is pydantic's is left to pydantic.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import typing
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import NoneType, UnionType
from typing import Any

from shorthand import shapes
from shorthand.errors import Place, ShorthandTypeError
from shorthand.schemas import pydantic_types, python_scalars
from shorthand.schemas.class_fields import Layout, hints_of, layout
from shorthand.schemas.declared import Declared, all_of, as_it_is, called, same, unfit

P = typing.ParamSpec("P")
Made = typing.TypeVar("Made")

# What makes an instance of an abstract container, or of one that is declared without its own.
_CONTAINERS: dict[Any, Callable[[Iterable[Any]], Any]] = {
    collections.abc.Set: frozenset,
    collections.abc.MutableSet: set,
    collections.abc.Sequence: list,
    collections.abc.MutableSequence: list,
    collections.abc.Collection: list,
    collections.abc.Iterable: list,
    list: list,
    set: set,
    frozenset: frozenset,
    tuple: tuple,
    collections.deque: collections.deque,
}
_MAPS: dict[Any, Callable[[dict[Any, Any]], Any]] = {
    collections.abc.Mapping: dict,
    collections.abc.MutableMapping: dict,
    dict: dict,
}


def python_type(tp: Any) -> shapes.Shape:
    """The shape of a Python type.

    A dataclass, TypedDict, NamedTuple, attrs class or pydantic model is a structure, an Enum or a Literal a string of
    few values, `Any` a document; a member without a default is required. Raises ShorthandTypeError, with the path of
    the member, for what has no shorthand, such as a union of different types.

    >>> from typing import NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> python_type(list[Tag]).shorthand_syntax()
    'Key=string,Value=string ...'
    """
    return declared(tp).shape


def declared(tp: Any) -> Declared:
    """The shape of a Python type, and what makes instances of it. Raises as `python_type` does."""
    return _Types().of(tp, ())


class _Types:
    """The types of one declaration; each structure is described once, so that it may hold itself."""

    def __init__(self) -> None:
        self.structures: dict[Any, Declared | None] = {}

    def of(self, tp: Any, place: Place) -> Declared:
        """`place`: the members that lead to the type, for errors."""
        origin, arguments = typing.get_origin(tp), typing.get_args(tp)
        if origin is typing.Annotated:
            if pydantic_types.constrains(tp.__metadata__):
                return _placed(place, pydantic_types.pydantic_type, tp)
            return self.of(arguments[0], place)
        if hasattr(tp, "__supertype__"):  # a NewType
            return self.of(tp.__supertype__, place)
        if _is_alias(tp) or _is_alias(origin):  # `type Tags = list[Tag]`
            return self.of(_substituted(tp.__value__, origin, arguments) if origin else tp.__value__, place)
        if origin in (typing.Union, UnionType):
            return self.union(arguments, place)
        if origin is typing.Literal:
            return _placed(place, python_scalars.literal, arguments)
        if tp is Any or tp is object:
            return Declared(shapes.Document(), as_it_is, same)
        if isinstance(tp, typing.TypeVar):
            return self.of(tp.__bound__ or Any, place)
        if isinstance(tp, (str, typing.ForwardRef)):
            raise _none(tp, place, "give the type itself, not its name")
        kind = origin or tp
        if not isinstance(kind, type):
            raise _none(tp, place)
        if pydantic_types.is_pydantic(kind):
            return _placed(place, pydantic_types.pydantic_type, tp)
        return self.of_class(tp, kind, arguments, place)

    def of_class(self, tp: Any, kind: type, arguments: tuple[Any, ...], place: Place) -> Declared:
        if tp in self.structures:
            return self.recurring(tp, kind)
        if typing.is_typeddict(kind) or dataclasses.is_dataclass(kind) or hasattr(kind, "__attrs_attrs__"):
            return self.structure(tp, kind, arguments, place)
        if issubclass(kind, tuple):
            return (
                self.structure(tp, kind, arguments, place)
                if hasattr(kind, "_fields")
                else self.fixed_or_list(kind, arguments, place)
            )
        found = _placed(place, python_scalars.scalar, kind)
        if found is not None:
            return found
        if kind in _MAPS or issubclass(kind, dict):
            return self.mapping(_MAPS.get(kind, kind), arguments, place)
        if kind in _CONTAINERS or issubclass(kind, (list, set, frozenset, collections.deque)):
            return self.container(_CONTAINERS.get(kind, kind), arguments[0] if arguments else Any, place)
        raise _none(tp, place)

    def union(self, arguments: tuple[Any, ...], place: Place) -> Declared:
        real = [argument for argument in arguments if argument not in (NoneType, None)]
        if len(real) == 1:
            return self.of(real[0], place)
        if set(real) == {int, float}:
            return Declared(shapes.Double(), as_it_is, same)
        names = [_name(argument) for argument in real]
        raise _none(
            " | ".join(names),
            place,
            f"shorthand cannot tell {' and '.join(names)} apart; declare a structure with an optional member for each",
        )

    def recurring(self, tp: Any, kind: type) -> Declared:
        """The structure that is being described, or was."""
        known = self.structures[tp]
        if known is not None:
            return known

        def target() -> Declared:
            made = self.structures[tp]
            assert made is not None  # noqa: S101 -- nobody asks before the whole is described
            return made

        return Declared(
            shapes.Ref(kind.__name__, lambda: target().shape),
            lambda value, place: target().build(value, place),
            lambda value: target().plain(value),
        )

    def structure(self, tp: Any, kind: type, arguments: tuple[Any, ...], place: Place) -> Declared:
        self.structures[tp] = None
        laid = _placed(place, _laid_out, tp, kind, arguments)
        members = {field.name: self.of(field.declared, (*place, field.name)) for field in laid.fields}
        required = tuple(field.name for field in laid.fields if field.required)
        shape = shapes.Structure(
            {name: member.shape for name, member in members.items()}, required=required, name=kind.__name__
        )
        made = Declared(shape, partial(_build_structure, laid, members), partial(_plain_structure, laid, members))
        self.structures[tp] = made
        return made

    def fixed_or_list(self, kind: type, arguments: tuple[Any, ...], place: Place) -> Declared:
        if not arguments or arguments[-1] is Ellipsis:
            return self.container(kind, arguments[0] if arguments else Any, place)
        parts = [self.of(argument, place) for argument in arguments]
        if any(part.shape != parts[0].shape for part in parts):
            raise _none(
                f"tuple[{', '.join(map(_name, arguments))}]",
                place,
                "the items of a list are all of one type; declare a NamedTuple, whose members have names",
            )

        def build(value: Any, place: Place) -> Any:
            if len(value) != len(parts):
                raise unfit(f"{len(parts)} items are expected, not {len(value)}", place, expected=f"{len(parts)} items")
            return kind(
                part.build(item, (*place, index)) for index, (part, item) in enumerate(zip(parts, value, strict=True))
            )

        return Declared(
            shapes.List(parts[0].shape),
            build,
            lambda value: [part.plain(item) for part, item in zip(parts, value, strict=True)],
        )

    def container(self, make: Callable[[Iterable[Any]], Any], item: Any, place: Place) -> Declared:
        member = self.of(item, place)
        into = called(make, "a list")  # a set says what it cannot hold

        def build(value: Any, place: Place) -> Any:
            parts = all_of(partial(member.build, part, (*place, index)) for index, part in enumerate(value))
            return into(parts, place)

        return Declared(shapes.List(member.shape), build, lambda value: [member.plain(part) for part in value])

    def mapping(self, make: Callable[[dict[Any, Any]], Any], arguments: tuple[Any, ...], place: Place) -> Declared:
        key_type, value_type = arguments if len(arguments) == 2 else (str, Any)
        key = self.of(str if key_type is Any else key_type, place)
        if not isinstance(key.shape, shapes.String):
            raise _none(f"a map with {_name(key_type)} as its key", place, "the keys of a map are strings")
        member = self.of(value_type, place)

        def build(value: Any, place: Place) -> Any:
            keys = all_of(partial(key.build, name, (*place, name)) for name in value)
            parts = all_of(partial(member.build, part, (*place, name)) for name, part in value.items())
            return make(dict(zip(keys, parts, strict=True)))

        return Declared(
            shapes.Map(key.shape, member.shape),
            build,
            lambda value: {key.plain(name): member.plain(part) for name, part in value.items()},
        )


def _build_structure(laid: Layout, members: Mapping[str, Declared], value: Any, place: Place) -> Any:
    fields = [field for field in laid.fields if field.name in value]
    made = all_of(partial(members[field.name].build, value[field.name], (*place, field.name)) for field in fields)
    try:
        return laid.make({field.argument: part for field, part in zip(fields, made, strict=True)})
    except ShorthandTypeError:
        raise
    except (TypeError, ValueError) as error:  # what the class itself does not take
        raise unfit(str(error), place, error) from None


def _plain_structure(laid: Layout, members: Mapping[str, Declared], instance: Any) -> Any:
    """The members that are given: what is None, or as it is by default, is left out."""
    plain = {}
    for field in laid.fields:
        value = laid.read(instance, field.attribute)
        if value is not None and (field.required or value != field.default):
            plain[field.name] = members[field.name].plain(value)
    return plain


def _laid_out(tp: Any, kind: type, arguments: tuple[Any, ...]) -> Layout:
    hints = hints_of(kind)
    if arguments:
        hints = {name: _substituted(hint, typing.get_origin(tp), arguments) for name, hint in hints.items()}
    laid = layout(kind, hints)
    assert laid is not None  # noqa: S101 -- whoever asks has seen that it is a structure
    return laid


def _substituted(hint: Any, generic: Any, arguments: tuple[Any, ...]) -> Any:
    """The type with the parameters of `generic` replaced by what it was given."""
    parameters = getattr(generic, "__type_params__", ()) or getattr(generic, "__parameters__", ())
    known = dict(zip(parameters, arguments, strict=False))
    if isinstance(hint, typing.TypeVar):
        return known.get(hint, hint)
    inner = getattr(hint, "__parameters__", ())
    return hint[tuple(known.get(parameter, parameter) for parameter in inner)] if inner else hint


def _is_alias(tp: Any) -> bool:
    return type(tp).__name__ == "TypeAliasType"


def _placed(place: Place, make: Callable[P, Made], *arguments: P.args, **named: P.kwargs) -> Made:
    """What `make` gives; its error says where in the whole declaration."""
    try:
        return make(*arguments, **named)
    except ShorthandTypeError as error:
        if place:
            whole = ShorthandTypeError(error.reason, place=place, hint=error.hint)
            raise whole from None
        raise


def _none(tp: Any, place: Place, hint: str = "") -> ShorthandTypeError:
    return ShorthandTypeError(f"{tp if isinstance(tp, str) else _name(tp)} has no shorthand", place=place, hint=hint)


def _name(tp: Any) -> str:
    return tp.__name__ if isinstance(tp, type) and not typing.get_args(tp) else str(tp).removeprefix("typing.")
