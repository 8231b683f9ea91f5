"""Strategies for Python types, of which many have no shorthand."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import decimal
import enum
import types
import typing
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, NamedTuple, NewType, Optional, TypedDict, TypeVar

from hypothesis import strategies as st

from tests.fuzz.inputs import Colour, Level, Pair, Strategy, Word

_T = TypeVar("_T")
_Bound = TypeVar("_Bound", bound=int)
_New = NewType("_New", str)


class _Generic(NamedTuple, typing.Generic[_T]):
    inner: _T


class _Open(TypedDict, total=False):
    a: str
    b: typing.Required[int]


@dataclasses.dataclass
class _Itself:
    inner: _Itself | None = None


def _raises() -> Any:
    raise RuntimeError("a factory that raises")


def _dataclass(parts: Mapping[str, Any], factory: Callable[[], Any] | None) -> Any:
    fields = [
        (name, tp, dataclasses.field(default_factory=factory)) if factory else (name, tp) for name, tp in parts.items()
    ]
    return dataclasses.make_dataclass("Made", fields)


_SIMPLE: Strategy[Any] = st.sampled_from(
    [
        *(str, int, float, bool, bytes, None, type(None), object, Any, complex, type, typing.Never, typing.NoReturn),
        *(
            list,
            dict,
            set,
            tuple,
            frozenset,
            collections.deque,
            collections.Counter,
        ),
        *(datetime.datetime, datetime.date, datetime.time, datetime.timedelta, decimal.Decimal, Colour, Word, Level),
        *(Pair, _Open, _Itself, _Generic, _Generic[str], _T, _Bound, _New, "str", "no such name", 1, ..., (), [], {}),
        *(Literal["a", "b"], Literal["a", 1], Literal[None], Literal[Colour.RED], Literal[b"x"], typing.Callable),
        *(
            typing.TypeVar,
            typing.Generic,
            typing.Protocol,
            typing.ClassVar[int],
            enum.Enum,
            Exception,
            types.ModuleType,
        ),
    ]
)


def _subscripted(generic: Any, *arguments: Any) -> Any:
    try:
        return generic[arguments if len(arguments) != 1 else arguments[0]]
    except (TypeError, ValueError):  # what Python itself does not take as a type
        return generic


def _types(part: Strategy[Any]) -> Strategy[Any]:
    return st.one_of(
        st.builds(_subscripted, st.sampled_from([list, set, tuple, collections.deque, Optional, type, _Generic]), part),
        st.builds(
            _subscripted,
            st.sampled_from([dict, tuple, typing.Union, typing.Mapping, collections.defaultdict]),
            part,
            part,
        ),
        st.builds(lambda tp: _subscripted(tuple, tp, ...), part),
        st.just(tuple[()]),
        st.builds(
            lambda tp, data: _subscripted(Annotated, tp, data), part, st.sampled_from([1, "doc", {"doc": 1}, len])
        ),
        st.builds(
            _dataclass,
            st.dictionaries(st.sampled_from("abc"), part, max_size=3),
            st.sampled_from([None, list, _raises]),
        ),
        st.builds(
            lambda parts: TypedDict("Made", parts),  # type: ignore[operator] # made at run time
            st.dictionaries(st.sampled_from("abc"), part, max_size=3),
        ),
        st.builds(
            lambda parts: NamedTuple("Made", list(parts.items())),
            st.dictionaries(st.sampled_from("abc"), part, max_size=3),
        ),
    )


TYPES: Strategy[Any] = st.recursive(_SIMPLE, _types, max_leaves=6)
