"""Convert a Python type to a shape, and its instances to the JSON form and back."""

import datetime
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any, Literal, NamedTuple, Optional, TypedDict

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shorthand
from shorthand import testing
from shorthand.schemas.python_types import converter_of
from shorthand.shapes import Document, Double, Integer, List, Ref, Shape, String, Structure, Timestamp
from shorthand.sources import python_type
from tests.schemas.types_to_convert import (
    TAG,
    Box,
    Cat,
    Checked,
    Colour,
    Disk,
    Identifier,
    Limits,
    Model,
    Point,
    Tag,
    Tree,
    Window,
)

# The type, its shape, a value in the JSON form, and the instance that it makes.
TYPES: list[tuple[Any, Shape, Any, Any]] = [
    (Identifier, String(), "a", Identifier("a")),
    (Any, Document(), {"a": [1, None]}, {"a": [1, None]}),
    (object, Document(), {"a": [1, None]}, {"a": [1, None]}),
    (Literal["a", "b", None], String(("a", "b")), "b", "b"),
    (Optional[int], Integer(), 1, 1),  # noqa: UP045 -- both spellings
    (int | None, Integer(), 1, 1),
    (int | float, Double(), 1.0, 1.0),
    (Annotated[int, "for people"], Integer(), 1, 1),
    (Annotated[int, {"no": "hash"}], Integer(), 1, 1),
    (list[Annotated[str, {"no": "hash"}]], List(String()), ["a"], ["a"]),
    (dict[str, Annotated[Tag, ["no hash"]]], python_type(dict[str, Tag]), {"a": {"key": "b"}}, {"a": Tag("b")}),
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
        Model,
        Structure({"Key": String(), "ports": List(Integer()), "price": String()}, required=("Key",)),
        {"Key": "ab"},
        Model.model_validate({"Key": "ab"}),
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
    found = converter_of(tp)
    assert python_type(tp) == found.shape == shape
    built = found.build(value, ())
    assert built == instance
    assert type(built) is type(instance)
    assert found.dump(instance) == value


def test_a_type_may_contain_itself() -> None:
    tree = converter_of(Tree)
    assert isinstance(tree.shape, Structure)
    (inner,) = [member.member for member in tree.shape.members.values() if isinstance(member, List)]
    assert inner == Ref("Tree", lambda: tree.shape)
    value = shorthand.loads("name=a,within=[{name=b,within=[{name=c}]}]", tree.shape)
    assert tree.build(value, ()) == Tree("a", [Tree("b", [Tree("c")])])
    assert tree.dump(Tree("a", [Tree("b")])) == {"name": "a", "within": [{"name": "b"}]}


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the statement is new in Python 3.12")
def test_the_type_statement() -> None:
    names: dict[str, Any] = {"Tag": Tag, "dataclass": dataclass}
    exec(
        "type Tags = list[Tag]\ntype Pair[X] = tuple[X, X]\ntype Nested = list[Nested]\n"
        "type Tree[X] = dict[str, Tree[X]]\ntype Self = Self\n"
        "class Box[X]:\n    content: X\n    inner: 'Box[X] | None' = None\nBox = dataclass(Box)",
        names,
    )
    assert shorthand.TypeAdapter(names["Box"][int]).loads("content=1,inner={content=2}").inner.content == 2
    assert python_type(names["Tags"]) == List(TAG)
    assert python_type(names["Pair"][int]) == List(Integer())
    nested = converter_of(names["Nested"])
    assert nested.build([[], [[]]], ()) == [[], [[]]]
    tree = converter_of(names["Tree"][int])
    assert tree.build({"a": {"b": {}}}, ()) == {"a": {"b": {}}}
    with pytest.raises(shorthand.ShorthandTypeError):
        python_type(names["Self"])


@dataclass
class Holder:
    ok: int
    bad: int | str


class Plain:
    pass


class Hostile(type):
    def __getattr__(cls, name: str) -> Any:
        if name == "__supertype__":
            raise RuntimeError(name)
        raise AttributeError(name)


class Untidy(metaclass=Hostile):
    pass


@pytest.mark.parametrize(
    ("tp", "path", "reason"),
    [
        (int | str, "", "int | str has no shorthand"),
        (Tag | Tree, "", "Tag | Tree has no shorthand"),
        (Holder, "bad", "int | str has no shorthand"),
        (list[Holder], "bad", "int | str has no shorthand"),
        (Callable[[int], int], "", "collections.abc.Callable[[int], int] has no shorthand"),
        (Plain, "", "Plain has no shorthand"),
        (type(None), "", "NoneType has no shorthand"),
        (complex, "", "complex has no shorthand"),
        ("Tag", "", "Tag has no shorthand"),
        (7, "", "7 has no shorthand"),
        (Untidy, "", "Untidy has no shorthand: RuntimeError: __supertype__"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_type_without_a_shape_is_an_error_with_its_path(tp: Any, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        python_type(tp)
    assert (caught.value.path, caught.value.reason) == (path, reason)


SCALARS = [str, int, float, bool, bytes, datetime.date, Colour, Any, None, Literal["x"], Literal[1, "x"], complex]
LEAVES: st.SearchStrategy[Any] = st.sampled_from([*SCALARS, Tag, Point, Limits, Disk, Model, Tree, Box, Cat])


def made_class(members: dict[str, Any], kind: int) -> Any:
    """Return a class with members of these types."""
    made: list[Callable[[], Any]] = [
        lambda: dataclass(type("Made", (), {"__annotations__": members})),
        lambda: FORMS["NamedTuple"]("Made", list(members.items())),
        lambda: FORMS["TypedDict"]("Made", members),
        lambda: FORMS["create_model"]("Made", **{name: (tp, ...) for name, tp in members.items()}),
    ]
    return made[kind]()


# As values, so that type checkers do not read types that are made at run time.
FORMS: dict[str, Any] = {
    "list": list,
    "set": set,
    "tuple": tuple,
    "dict": dict,
    "Optional": Optional,
    "Annotated": Annotated,
    "NamedTuple": NamedTuple,
    "TypedDict": TypedDict,
    "create_model": pydantic.create_model,
}


def types(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Types that contain other types."""

    def form(make: Callable[[Any], Any]) -> st.SearchStrategy[Any]:
        def made(tp: Any) -> Any:
            try:
                return make(tp)
            except Exception:  # not every type can be put into every other, and that is not what is tested
                return complex

        return inner.map(made)

    return st.one_of(
        *(
            form(FORMS[name].__class_getitem__ if name != "Optional" else FORMS[name].__getitem__)
            for name in ("list", "set", "Optional")
        ),
        form(lambda tp: FORMS["tuple"][tp, ...]),
        form(lambda tp: FORMS["tuple"][tp, tp]),
        form(lambda tp: FORMS["dict"][str, tp]),
        form(lambda tp: FORMS["dict"][tp, int]),
        form(lambda tp: FORMS["Annotated"][tp, {"no": "hash"}]),
        *(form(partial(made_member, kind)) for kind in range(4)),
    )


def made_member(kind: int, tp: Any) -> Any:
    return made_class({"a": tp, "b": int}, kind)


@settings(max_examples=300)
@given(st.recursive(LEAVES, types, max_leaves=5), st.data())
def test_any_type_gives_a_shape_or_a_documented_error(tp: Any, data: st.DataObject) -> None:
    try:
        found = shorthand.TypeAdapter(tp)
    except shorthand.ShorthandTypeError:
        return
    value = data.draw(testing.values(found.shape))
    try:
        instance = found.from_value(value)
    except shorthand.ShorthandTypeError:
        return
    assert found.from_value(found.to_value(instance)) == instance


def test_a_default_that_is_computed_is_left_out_of_the_json_form() -> None:
    @dataclass
    class Job:
        name: str
        window: Point | None = None
        tags: list[str] = field(default_factory=list)

    assert converter_of(Job).dump(Job("a")) == {"name": "a"}


@pytest.mark.parametrize(
    "odd", [10**5000, {"a": 10**5000}, [10**5000], lambda: 1, object()], ids=lambda one: type(one).__name__
)
def test_what_is_no_type_is_a_documented_error(odd: Any) -> None:
    with pytest.raises(shorthand.ShorthandTypeError, match="has no shorthand"):
        python_type(odd)
