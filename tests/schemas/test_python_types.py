"""A Python type to a shape, and its instances to the JSON form and back."""

import collections
import dataclasses
import datetime
import decimal
import enum
import ipaddress
import pathlib
import sys
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import (
    Annotated,
    Any,
    ClassVar,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    NotRequired,
    Optional,
    Required,
    TypedDict,
    TypeVar,
)

import attrs
import pydantic
import pytest

import shorthand
from shorthand.schemas.python_types import declared
from shorthand.shapes import (
    Blob,
    Boolean,
    Document,
    Double,
    Integer,
    List,
    Map,
    Ref,
    Shape,
    String,
    Structure,
    Timestamp,
)
from shorthand.sources import python_type


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


T = TypeVar("T")


@dataclass
class Box(Generic[T]):
    content: T
    others: list[T] = field(default_factory=list)


Identifier = NewType("Identifier", str)
TAG = Structure(
    {"key": String(), "value": String(), "colour": String(("red", "deep blue"))}, required=("key",), name="Tag"
)

# The type, its shape, a value in the JSON form, and the instance that it makes.
TYPES: list[tuple[Any, Shape, Any, Any]] = [
    (str, String(), "a", "a"),
    (int, Integer(), 1, 1),
    (float, Double(), 1.5, 1.5),
    (bool, Boolean(), True, True),
    (bytes, Blob(), "é", "é".encode()),
    (Name, String(), "a", Name("a")),
    (Identifier, String(), "a", Identifier("a")),
    (decimal.Decimal, String(), "1.50", decimal.Decimal("1.50")),
    (pathlib.PurePosixPath, String(), "a/b", pathlib.PurePosixPath("a/b")),
    (uuid.UUID, String(), "00000000-0000-0000-0000-000000000001", uuid.UUID(int=1)),
    (ipaddress.IPv4Network, String(), "10.0.0.0/8", ipaddress.IPv4Network("10.0.0.0/8")),
    (
        datetime.datetime,
        Timestamp(),
        "2026-01-31T12:00:00+00:00",
        datetime.datetime(2026, 1, 31, 12, tzinfo=datetime.UTC),
    ),
    (datetime.date, Timestamp(), "2026-01-31", datetime.date(2026, 1, 31)),
    (datetime.time, String(), "12:30:00", datetime.time(12, 30)),
    (Any, Document(), {"a": [1, None]}, {"a": [1, None]}),
    (Colour, String(("red", "deep blue")), "deep blue", Colour.DEEP_BLUE),
    (Level, String(("LOW", "HIGH")), "HIGH", Level.HIGH),
    (Literal["a", "b", None], String(("a", "b")), "b", "b"),
    (Literal[1, 2], Integer(), 2, 2),
    (Literal[Colour.RED], String(("red",)), "red", Colour.RED),
    (Optional[int], Integer(), 1, 1),  # noqa: UP045 -- both spellings
    (int | None, Integer(), 1, 1),
    (int | float, Double(), 1.0, 1.0),
    (Annotated[int, "for people"], Integer(), 1, 1),
    (list[int], List(Integer()), [1, 2], [1, 2]),
    (list, List(Document()), [1, "a"], [1, "a"]),
    (Sequence[int], List(Integer()), [1], [1]),
    (set[str], List(String()), ["a"], {"a"}),
    (frozenset[str], List(String()), ["a"], frozenset({"a"})),
    (collections.deque[int], List(Integer()), [1], collections.deque([1])),
    (tuple[int, ...], List(Integer()), [1, 2, 3], (1, 2, 3)),
    (tuple[int, int], List(Integer()), [1, 2], (1, 2)),
    (dict[str, int], Map(String(), Integer()), {"a": 1}, {"a": 1}),
    (Mapping[Colour, list[int]], Map(String(("red", "deep blue")), List(Integer())), {"red": [1]}, {Colour.RED: [1]}),
    (dict, Map(String(), Document()), {"a": None}, {"a": None}),
    (Tag, TAG, {"key": "a", "colour": "deep blue"}, Tag("a", colour=Colour.DEEP_BLUE)),
    (list[Tag], List(TAG), [{"key": "a"}], [Tag("a")]),
    (Point, Structure({"x": Integer(), "y": Integer()}, required=("x",)), {"x": 1, "y": 2}, Point(1, 2)),
    (Limits, Structure({"count": Integer(), "rate": Double()}, required=("count",)), {"count": 1}, {"count": 1}),
    (
        Window,
        Structure({"start": Timestamp(), "end": Timestamp()}, required=("start",)),
        {"start": "2026-01-31T00:00:00"},
        {"start": datetime.datetime(2026, 1, 31)},
    ),
    (
        Disk,
        Structure({"size": Integer(), "mounts": List(String())}, required=("size",)),
        {"size": 1, "mounts": ["/a"]},
        Disk(1, [pathlib.PurePosixPath("/a")]),
    ),
    (
        Model,
        Structure({"Key": String(), "ports": List(Integer()), "price": String()}, required=("Key",)),
        {"Key": "ab", "ports": [80], "price": "1.50"},
        Model(Key="ab", ports=[80], price=decimal.Decimal("1.50")),
    ),
    (Checked, Structure({"size": Integer()}, required=("size",)), {"size": 1}, Checked(1)),
    (Annotated[int, pydantic.Field(gt=0)], Integer(), 1, 1),
    (
        Box[int],
        Structure({"content": Integer(), "others": List(Integer())}, required=("content",)),
        {"content": 1, "others": [2]},
        Box(1, [2]),
    ),
]


@pytest.mark.parametrize(("tp", "shape", "value", "instance"), TYPES, ids=[str(row[0]) for row in TYPES])
def test_a_type_gives_its_shape_and_its_instances(tp: Any, shape: Shape, value: Any, instance: Any) -> None:
    found = declared(tp)
    assert python_type(tp) == found.shape == shape
    built = found.build(value, ())
    assert built == instance
    assert type(built) is type(instance)
    assert found.plain(instance) == value


def test_a_type_may_hold_itself() -> None:
    tree = declared(Tree)
    assert isinstance(tree.shape, Structure)
    (inner,) = [member.member for member in tree.shape.members.values() if isinstance(member, List)]
    assert inner == Ref("Tree", lambda: tree.shape)
    value = shorthand.loads("name=a,within=[{name=b,within=[{name=c}]}]", tree.shape)
    assert tree.build(value, ()) == Tree("a", [Tree("b", [Tree("c")])])
    assert tree.plain(Tree("a", [Tree("b")])) == {"name": "a", "within": [{"name": "b"}]}


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the statement is new in Python 3.12")
def test_the_type_statement() -> None:
    names: dict[str, Any] = {"Tag": Tag}
    exec("type Tags = list[Tag]\ntype Pair[X] = tuple[X, X]", names)
    assert python_type(names["Tags"]) == List(TAG)
    assert python_type(names["Pair"][int]) == List(Integer())


def test_what_is_as_it_is_by_default_is_left_out_of_the_json_form() -> None:
    @dataclass
    class Job:
        name: str
        window: Point | None = None
        tags: list[str] = field(default_factory=list)

    assert declared(Job).plain(Job("a")) == {"name": "a"}


@dataclass
class Holder:
    ok: int
    bad: int | str


class Plain:
    pass


@dataclass
class WithInitVar:
    a: dataclasses.InitVar[int]


@dataclass
class Unresolved:
    a: "Nowhere"  # type: ignore[name-defined] # noqa: F821


@pytest.mark.parametrize(
    ("tp", "path", "reason"),
    [
        (int | str, "", "int | str has no shorthand"),
        (Tag | Tree, "", "Tag | Tree has no shorthand"),
        (Holder, "bad", "int | str has no shorthand"),
        (list[Holder], "bad", "int | str has no shorthand"),
        (Callable[[int], int], "", "has no shorthand"),
        (Plain, "", "Plain has no shorthand"),
        (type(None), "", "NoneType has no shorthand"),
        (complex, "", "complex has no shorthand"),
        (datetime.timedelta, "", "timedelta has no shorthand"),
        ("Tag", "", "has no shorthand"),
        (tuple[int, str], "", "tuple[int, str] has no shorthand"),
        (dict[int, str], "", "a map with int as its key"),
        (Literal["a", 1], "", "cannot tell the values of a Literal of int and str apart"),
        (WithInitVar, "", "the InitVar a has no shorthand"),
        (Unresolved, "", "the types of Unresolved cannot be resolved: name 'Nowhere' is not defined"),
        (pydantic.create_model("Mixed", bad=(int | str, ...)), "#/properties/bad/anyOf", "Mixed has no shorthand"),
        (
            pydantic.create_model("Odd", bad=(Callable[[], int], ...)),
            "",
            "Odd has no shorthand: Cannot generate a JsonSchema",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_has_no_shape_is_said_with_its_path(tp: Any, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        python_type(tp)
    assert caught.value.path == path
    assert reason in caught.value.reason


class Even(pydantic.BaseModel):
    n: int
    inner: Model | None = None

    @pydantic.field_validator("n")
    @classmethod
    def even(cls, n: int) -> int:
        if n % 2:
            raise ValueError("must be even")
        return n


@dataclass
class Positive:
    n: int

    def __post_init__(self) -> None:
        if self.n <= 0:
            raise ValueError("n must be positive")


@pytest.mark.parametrize(
    ("tp", "value", "path", "reason"),
    [
        (list[Colour], ["red", "RED"], "[1]", "'RED' is none of its values"),
        (Tag, {"key": "a", "colour": "blue"}, "colour", "'blue' is none of its values"),
        (Literal[1, 2], 3, "", "3 is none of its values"),
        (Window, {"start": "now"}, "start", "expected a date and time such as 2026-01-31T12:00:00Z, got 'now'"),
        (decimal.Decimal, "1,5", "", "expected a decimal number, got '1,5'"),
        (decimal.Decimal, "NaN", "", "expected a decimal number, got 'NaN'"),
        (dict[str, uuid.UUID], {"a": "b"}, "a", "expected a UUID, got 'b'"),
        (tuple[int, int], [1], "", "2 items are expected, not 1"),
        (list[Positive], [{"n": 0}], "[0]", "n must be positive"),
        (list[Model], [{"Key": "a"}], "[0].Key", "string should have at least 2 characters"),
        (Model, {"Key": "ab", "ports": [1, 70000]}, "ports[1]", "input should be less than 65536"),
        (Even, {"n": 1}, "n", "must be even"),
        (Even, {"n": 2, "inner": {"Key": "a"}}, "inner.Key", "string should have at least 2 characters"),
        (Annotated[int, pydantic.Field(gt=0)], 0, "", "input should be greater than 0"),
    ],
)
def test_what_does_not_fit_the_type_is_said_with_its_path(tp: Any, value: Any, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        declared(tp).build(value, ())
    assert caught.value.path == path
    assert caught.value.reason == reason
