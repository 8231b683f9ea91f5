"""Compile a shape into functions that convert values without faults, fast.

`shorthand.codec.convert` defines the conversion and reports what is wrong with a value. A compiled function gives the
same result, or raises any exception at all; then `convert` decides. So it may leave rare cases to `convert`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from shorthand.codec.scalars import lift_scalar, lower_scalar
from shorthand.codec.token_kind import TokenKind, classify, takes_bare_value
from shorthand.shapes import (
    Boolean,
    Document,
    Double,
    Float,
    Integer,
    List,
    Long,
    Map,
    Shape,
    Structure,
    resolved,
)
from shorthand.syntax._compiled_reader import run
from shorthand.syntax.raw import DEEPEST, FILE_PREFIXES, Raw

Function = Callable[[Any], Any]
"""Converts one value. Raises any exception where `convert` must decide."""


def keep_string(value: Any) -> Any:
    """Return a string as it is. A structure does this by itself, which is faster than a call."""
    if type(value) is not str:
        raise TypeError
    return value


FIRST_LEVEL = 1
"""The level of nesting that every value is taken to have: that of an item of an option."""

# The shapes that are kept can be large.
_MOST_SHAPES = 64


class CompiledShape:
    """The functions of one shape.

    Attributes:
        shape: The shape.
        takes_shorthand: Whether an option of the shape takes shorthand, where its tokens are not JSON or a file.
        takes_items: Whether each token of the option is an item of a list.
    """

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        token = classify(["a=b"], shape)[0]
        self.takes_shorthand = token.kind is TokenKind.SHORTHAND
        self.takes_items = token.place != ()
        self._item = token.shape

    @cached_property
    def lift(self) -> Function:
        """Do what `shorthand.codec.convert.lift` does."""
        return _Lifting().function(self.shape, FIRST_LEVEL)

    @cached_property
    def lower(self) -> Function:
        """Do what `shorthand.codec.convert.lower` does."""
        return _Lowering().function(self.shape, FIRST_LEVEL)

    @cached_property
    def _lift_item(self) -> Function:
        return _Lifting().function(self._item, FIRST_LEVEL)

    @cached_property
    def writes_shorthand(self) -> bool:
        """Whether a value of an option of the shape is always written as shorthand."""
        return self.takes_shorthand and not takes_bare_value(self.shape)

    def read_tokens(self, tokens: Sequence[str], strict: bool) -> Any:
        """Read the tokens of an option that are all shorthand. Raises any exception if they are not."""
        if not self.takes_shorthand:
            raise TypeError
        if not self.takes_items:
            return self.lift(raw_of(tokens, strict))
        lift = self._lift_item
        return [lift(raw) for raw in raws_of(tokens, strict)]


def raws_of(tokens: Sequence[str], strict: bool) -> list[Raw]:
    """Read each token as an item. Raises any exception where a token may not be shorthand, or where there is none."""
    if not tokens:
        raise ValueError
    raws: list[Raw] = []
    for token in tokens:
        raw = run(token, strict, None)
        # A text that begins as JSON does is no shorthand, but one such as "file://a=b" is.
        if raw is None or token.startswith(FILE_PREFIXES):
            raise ValueError
        raws.append(raw)
    return raws


def raw_of(tokens: Sequence[str], strict: bool) -> Raw:
    """Read the only token. Raises any exception where it may not be shorthand."""
    (raw,) = raws_of(tokens, strict)
    return raw


def compiled(shape: Shape) -> CompiledShape:
    """Return the functions of a shape, compiled once."""
    # By identity, because a shape with members has no hash. The shape is kept, so that no other has its identity.
    found = _known.get(id(shape))
    if found is None:
        if len(_known) >= _MOST_SHAPES:
            _known.clear()
        found = _known[id(shape)] = CompiledShape(shape)
    return found


_known: dict[int, CompiledShape] = {}


class _Members(dict[str, "Function | None"]):
    """The functions of a structure's members, each compiled when it is first needed: most texts need few.

    None is for `keep_string`.
    """

    def __init__(self, members: Mapping[str, Shape], compile_member: Callable[[Shape, int], Function], level: int):
        super().__init__()
        self._members = members
        self._compile = compile_member
        self._level = level

    def __missing__(self, name: str) -> Function | None:
        function = self._compile(self._members[name], self._level)
        found = self[name] = None if function is keep_string else function
        return found


class _Compiler:
    """Compiles one shape in one direction.

    A shape that contains itself is compiled once for each level that a value has, because the levels are limited.
    """

    def __init__(self) -> None:
        self._functions: dict[tuple[int, int], tuple[Shape, Function]] = {}

    def function(self, shape: Shape, level: int) -> Function:
        """Return the function of a shape at a level of nesting."""
        shape = resolved(shape)
        known = self._functions.get((id(shape), level))
        if known is None:
            known = self._functions[id(shape), level] = (shape, self._compiled(shape, level))
        return known[1]

    def _compiled(self, shape: Shape, level: int) -> Function:
        if level > DEEPEST or isinstance(shape, Document):
            return _fail
        if isinstance(shape, Structure):
            return self.structure(shape, _Members(shape.members, self.function, level + 1))
        if isinstance(shape, List):
            return self.list_of(self.function(shape.member, level + 1))
        if isinstance(shape, Map):
            function = self.function(shape.value, level + 1)
            return lambda value: {str.__str__(key): function(item) for key, item in _dict(value).items()}
        return self.scalar(shape)

    def structure(self, shape: Structure, members: _Members) -> Function:
        """Return the function of a structure whose members have these functions."""
        raise NotImplementedError

    def list_of(self, function: Function) -> Function:
        """Return the function of a list of items with this function."""
        raise NotImplementedError

    def scalar(self, shape: Shape) -> Function:
        """Return the function of a scalar."""
        raise NotImplementedError


class _Lifting(_Compiler):
    def structure(self, shape: Structure, members: _Members) -> Function:
        check = _check_of(shape)

        def lift_structure(raw: Any) -> Any:
            value = {}
            for key, item in raw.items():
                function = members[key]
                value[key] = item if function is None and type(item) is str else function(item)  # type: ignore[misc]
            if check is not None:
                check(raw)
            return value

        return lift_structure

    def list_of(self, function: Function) -> Function:
        return lambda raw: [function(item) for item in (raw if type(raw) is list else (raw,))]

    def scalar(self, shape: Shape) -> Function:
        if isinstance(shape, (Integer, Long)):
            return lambda raw: (
                int(raw) if len(raw) <= _SHORT and raw.isdecimal() and raw.isascii() else lift_scalar(raw, shape)
            )
        if isinstance(shape, (Float, Double)):
            return lambda raw: lift_scalar(str.__str__(raw), shape)
        if isinstance(shape, Boolean):
            return _BOOLEANS.__getitem__
        return keep_string  # a blob given as bytes is rare


class _Lowering(_Compiler):
    def structure(self, shape: Structure, members: _Members) -> Function:
        check = _check_of(shape)

        def lower_structure(value: Any) -> Any:
            if check is not None:
                check(value)
            raw = {}
            for key, item in _dict(value).items():
                function = members[key]
                raw[key] = item if function is None and type(item) is str else function(item)  # type: ignore[misc]
            return raw

        return lower_structure

    def list_of(self, function: Function) -> Function:
        return lambda value: [function(item) for item in (value if isinstance(value, (list, tuple)) else _fail(value))]

    def scalar(self, shape: Shape) -> Function:
        if isinstance(shape, (Integer, Long)):
            return lambda value: (
                str(value) if type(value) is int and -_SMALL < value < _SMALL else lower_scalar(value, shape)
            )
        if isinstance(shape, (Float, Double)):
            return lambda value: lower_scalar(value, shape)
        if isinstance(shape, Boolean):
            return lambda value: "true" if value is True else "false" if value is False else _fail(value)
        return keep_string  # a member of a string enum is rare


def _check_of(shape: Structure) -> Callable[[dict[str, Any]], None] | None:
    """Return a check of which members are given; None for a structure that requires none."""
    required = frozenset(shape.required)
    is_union = shape.union
    if not required and not is_union:
        return None

    def check(value: dict[str, Any]) -> None:
        if not required <= value.keys() or (is_union and len(value) != 1):
            raise KeyError

    return check


_BOOLEANS = {"true": True, "false": False, "True": True, "False": False}
# Any limit on the digits of integers is higher.
_SHORT = 18
_SMALL = 10**_SHORT


def _dict(value: Any) -> dict[Any, Any]:
    return value if isinstance(value, dict) else _fail(value)


def _fail(value: Any) -> Any:
    raise TypeError(type(value))
