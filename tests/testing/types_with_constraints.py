"""Python types that accept few of the values that fit their shapes."""

import dataclasses
import datetime
import decimal
import ipaddress
from typing import Annotated, Any, Literal

import pydantic

from shorthand import ScalarType


@dataclasses.dataclass
class Plan:
    budget: decimal.Decimal
    wait: datetime.timedelta | None = None
    address: ipaddress.IPv4Address | None = None
    size: Annotated[int, ScalarType(lambda text: int(text.removesuffix("GB")), "{}GB".format, "a size")] = 1
    pair: tuple[int, int, int, int, int] | None = None


class Service(pydantic.BaseModel):
    url: pydantic.HttpUrl
    name: Annotated[str, pydantic.Field(pattern="^[a-z]{3,5}$")]
    token: Annotated[str, pydantic.Field(min_length=20)] = "a" * 20
    port: Annotated[int, pydantic.Field(ge=1024, le=65535)] = 8080
    ratio: Annotated[float, pydantic.Field(gt=0, lt=1)] = 0.5
    even: Annotated[int, pydantic.Field(multiple_of=2, gt=100)] = 102
    price: Annotated[decimal.Decimal, pydantic.Field(gt=2)] = decimal.Decimal(3)
    tags: Annotated[list[str], pydantic.Field(min_length=4)] = ["a"] * 4
    within: "list[Service]" = []


class Cat(pydantic.BaseModel):
    kind: Literal["cat"] = "cat"
    lives: pydantic.PositiveInt


class Dog(pydantic.BaseModel):
    kind: Literal["dog"] = "dog"
    site: pydantic.HttpUrl


@dataclasses.dataclass
class Box:
    edge: decimal.Decimal
    kind: Literal["box"] = "box"


@dataclasses.dataclass
class Bag:
    address: ipaddress.IPv4Address
    kind: Literal["bag"] = "bag"


TYPES: list[Any] = [
    Plan,
    Service,
    Annotated[Cat | Dog, pydantic.Field(discriminator="kind")],
    Box | Bag,
    list[Box | Bag],
    dict[str, decimal.Decimal],
    list[pydantic.PositiveInt],
    Annotated[int, pydantic.Field(multiple_of=2)],
]
