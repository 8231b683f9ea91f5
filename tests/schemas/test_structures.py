"""Classes that declare members, and unions of them."""

from dataclasses import dataclass, field, make_dataclass
from typing import Annotated, Any, Literal, TypedDict

import pytest

import shorthand
from shorthand.schemas.python_types import converter_of
from shorthand.shapes import Integer, List, String, Structure
from tests.schemas.types_to_convert import Cat, Colour, Dog, Tag, Tree, Window


@dataclass
class Positive:
    n: int

    def __post_init__(self) -> None:
        if self.n <= 0:
            raise ValueError("n must be positive")


@dataclass
class Device:
    DeviceName: str
    Size: int = 8
    Encrypted: bool = False


def test_all_members_or_few_are_read_in_any_order() -> None:
    adapter = shorthand.TypeAdapter(Device)
    whole = Device("/dev/sdb", 20, True)
    assert adapter.loads("DeviceName=/dev/sdb,Size=20,Encrypted=true") == whole
    assert adapter.loads("Encrypted=TRUE,Size=20,DeviceName=/dev/sdb") == whole
    assert adapter.loads("DeviceName=/dev/sdb,Size=20") == Device("/dev/sdb", 20)
    read = adapter.converter.read
    assert read is not None
    assert read({"Size": "20", "Encrypted": "true", "DeviceName": "/dev/sdb"}) == whole


def test_a_member_can_have_the_name_of_a_keyword() -> None:
    field_class = make_dataclass("Field", [("a", str), ("raw", str), ("string", str), ("make", int)])
    assert shorthand.loads("a=1,raw=2,string=3,make=4", field_class) == field_class("1", "2", "3", 4)
    quoted = TypedDict("quoted", {"class": str, "it's": int})
    read = converter_of(quoted).read
    assert read is not None
    assert read({"class": "a", "it's": "1"}) == {"class": "a", "it's": 1}


@dataclass
class Refusing:
    n: int

    def __post_init__(self) -> None:
        raise KeyError


@pytest.mark.parametrize(
    ("tp", "value", "path", "reason"),
    [
        (Tag, {"key": "a", "colour": "blue"}, "colour", "unknown value 'blue'"),
        (Window, {"start": "now"}, "start", "expected a date and time such as 2026-01-31T12:00:00Z, got 'now'"),
        (list[Positive], [{"n": 0}], "[0]", "n must be positive"),
        (Refusing, {"n": 1}, "", "KeyError"),
    ],
)
def test_a_value_that_a_class_refuses_is_an_error_with_its_place(tp: Any, value: Any, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        converter_of(tp).build(value, ())
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_a_class_is_read_at_once() -> None:
    read = converter_of(Tag).read
    assert read is not None
    assert read({"key": "a", "colour": "red"}) == Tag("a", colour=Colour.RED)
    with pytest.raises(TypeError):
        read({"colour": "red"})
    window = converter_of(Window).read
    assert window is not None
    with pytest.raises(KeyError):
        window({"end": "2026-01-31T00:00:00"})
    tree = converter_of(Tree).read
    assert tree is not None
    assert tree({"name": "a", "within": [{"name": "b"}]}) == Tree("a", [Tree("b")])


class Array:
    """Compares like an array of numpy: without a truth value."""

    def __eq__(self, other: object) -> Any:
        return self

    def __hash__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        raise ValueError("ambiguous")


def test_a_default_that_cannot_be_compared_is_written() -> None:
    numbers: Any = Annotated[Array, shorthand.ScalarType(lambda text: Array(), lambda array: "1")]
    made: Any = dataclass(type("Job", (), {"__annotations__": {"numbers": numbers}, "numbers": Array()}))
    assert shorthand.dumps(made(Array())) == "numbers=1"


def test_a_default_of_another_type_that_compares_equal_is_written() -> None:
    @dataclass
    class Job:
        size: float = 1

    assert converter_of(Job).dump(Job(1.0)) == {"size": 1.0}


# ---- unions ----------------------------------------------------------------------------------------------------------

PET = Structure(
    {
        "name": String(),
        "kind": String(("cat", "dog", "wolf")),
        "lives": Integer(),
        "friends": List(String()),
    },
    required=("name", "kind"),
)


def test_a_member_with_a_literal_tells_classes_apart() -> None:
    pets = shorthand.TypeAdapter(list[Cat | Dog])
    assert pets.shape == List(PET)
    found = pets.loads_option(["kind=cat,name=Tom", "name=Rex,kind=wolf,friends=Tom"])
    assert found == [Cat("Tom"), Dog("Rex", "wolf", ["Tom"])]
    assert (
        pets.dumps_option(found) == ["kind=cat,name=Tom", "kind=wolf,name=Rex,friends=Tom,"]
        or pets.loads_option(pets.dumps_option(found)) == found
    )


UNION_FAULTS: dict[str, tuple[str, str, str]] = {
    "no value for the member": ("name=Tom", "", "missing required member kind"),
    "a member of the other class": ("kind=dog,name=Rex,lives=3", "lives", "unknown member 'lives': kind is dog"),
    "another value": ("kind=cow,name=Rex", "kind", "unknown value 'cow'"),
}


@pytest.mark.parametrize(("text", "path", "reason"), UNION_FAULTS.values(), ids=list(UNION_FAULTS))
def test_a_text_that_fits_no_class_is_an_error(text: str, path: str, reason: str) -> None:
    pet: Any = Cat | Dog
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.loads(text, pet)
    assert (caught.value.path, caught.value.reason) == (path, reason)


@dataclass
class Circle:
    shape: Literal["circle"]
    radius: float


@dataclass
class Square:
    shape: Literal["square"]
    side: float


def test_what_one_class_requires_is_required_with_its_value() -> None:
    figure: Any = Circle | Square
    assert shorthand.loads("shape=circle,radius=1", figure) == Circle("circle", 1.0)
    with pytest.raises(shorthand.ShorthandTypeError, match="missing required member radius: shape is circle"):
        shorthand.loads("shape=circle", figure)


def test_an_instance_of_another_class_is_an_error() -> None:
    figure: Any = Circle | Square
    with pytest.raises(shorthand.ShorthandTypeError, match="expected one of Circle, Square, got"):
        shorthand.dumps_option(Tag("a"), figure)


def test_classes_that_disagree_about_a_member_have_no_shorthand() -> None:
    @dataclass
    class Other:
        shape: Literal["other"]
        radius: str

    with pytest.raises(shorthand.ShorthandTypeError, match="the alternatives disagree about 'radius'"):
        shorthand.TypeAdapter(Circle | Other)


# ---- documentation ---------------------------------------------------------------------------------------------------


@dataclass
class Described:
    size: int
    """How large, in GB."""
    kind: Literal["ssd", "hdd"] = field(default="ssd", metadata={"description": "What it is made of."})
    mounts: list[str] = field(default_factory=list)


def test_a_class_describes_its_members() -> None:
    describe = converter_of(Described).documentation
    assert describe is not None
    assert [(one.name, one.required, one.default, one.description) for one in describe()] == [
        ("size", True, None, "How large, in GB."),
        ("kind", False, "ssd", "What it is made of."),
        ("mounts", False, [], ""),
    ]


def test_a_union_describes_the_members_of_all_its_classes() -> None:
    describe = converter_of(Cat | Dog).documentation
    assert describe is not None
    found = {one.name: one for one in describe()}
    assert list(found) == ["name", "kind", "lives", "friends"]
    assert found["kind"].required
    assert found["kind"].shape == String(("cat", "dog", "wolf"))
