"""The types that the options of the tests are declared with."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Literal, NamedTuple, TypedDict


class Colour(Enum):
    RED = "red"
    DEEP_BLUE = "deep blue"


@dataclass
class Tag:
    Key: str
    Value: str = ""


@dataclass
class Disk:
    Size: int
    Kind: Literal["ssd", "hdd"] = "ssd"
    Mounts: list[str] = field(default_factory=list)


class Point(NamedTuple):
    X: float
    Y: float = 0.0


class Limits(TypedDict, total=False):
    Count: int
    Colour: Colour
