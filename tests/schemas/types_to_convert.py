"""The types that the tests of this directory convert."""

import datetime
import decimal
import enum
import pathlib
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Generic, Literal, NamedTuple, NewType, NotRequired, Required, TypedDict, TypeVar

import attrs
import pydantic

from shorthand.shapes import String, Structure


class Colour(enum.Enum):
    RED = "red"
    DEEP_BLUE = "deep blue"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 3


class Name(str):
    __slots__ = ()


@dataclass
class Tag:
    key: str
    value: str = ""
    colour: Colour = Colour.RED
    cached: int = field(default=0, init=False)
    kind: ClassVar[str] = "tag"


class Point(NamedTuple):
    x: int
    y: int = 0


class Limits(TypedDict, total=False):
    count: Required[int]
    rate: float


class Window(TypedDict):
    start: datetime.datetime
    end: NotRequired["datetime.datetime"]


@attrs.define
class Disk:
    _size: int
    mounts: list[pathlib.PurePosixPath] = attrs.field(factory=list)


class Model(pydantic.BaseModel):
    key: Annotated[str, pydantic.Field(alias="Key", min_length=2)]
    ports: list[Annotated[int, pydantic.Field(lt=65536)]] = []
    price: decimal.Decimal | None = None


@pydantic.dataclasses.dataclass
class Checked:
    size: Annotated[int, pydantic.Field(gt=0)]


@dataclass
class Tree:
    name: str
    within: "list[Tree]" = field(default_factory=list)


@dataclass
class Cat:
    name: str
    kind: Literal["cat"] = "cat"
    lives: int = 9


@dataclass
class Dog:
    name: str
    kind: Literal["dog", "wolf"] = "dog"
    friends: list[str] = field(default_factory=list)


T = TypeVar("T")


@dataclass
class Box(Generic[T]):
    content: T
    others: list[T] = field(default_factory=list)


Identifier = NewType("Identifier", str)
TAG = Structure(
    {"key": String(), "value": String(), "colour": String(("red", "deep blue"))}, required=("key",), name="Tag"
)
