"""Pydantic's models and constrained types."""

import subprocess
import sys
from collections.abc import Callable
from typing import Annotated, Any, Literal

import annotated_types
import pydantic
import pytest

import shorthand
from shorthand.schemas.pydantic_types import is_constrained, is_pydantic_type
from shorthand.schemas.python_types import converter_of
from shorthand.shapes import Integer, List, Shape, String, Structure
from tests.schemas.types_to_convert import Checked, Model, Tag


class Even(pydantic.BaseModel):
    n: int
    inner: Model | None = None

    @pydantic.field_validator("n")
    @classmethod
    def even(cls, n: int) -> int:
        if n % 2:
            raise ValueError("must be even")
        return n


class Cat(pydantic.BaseModel):
    kind: Literal["cat"] = "cat"
    lives: int = 9


class Dog(pydantic.BaseModel):
    kind: Literal["dog"] = "dog"
    name: str = pydantic.Field(description="How it is called.")


Pet = Annotated[Cat | Dog, pydantic.Field(discriminator="kind")]


class Owner(pydantic.BaseModel):
    pets: list[Pet] = []
    password: pydantic.SecretStr | None = None


# The type, its shape, a value in the JSON form, and the instance that it makes.
PYDANTIC: list[tuple[Any, Shape, Any, Any]] = [
    (
        Model,
        Structure({"Key": String(), "ports": List(Integer()), "price": String()}, required=("Key",)),
        {"Key": "ab", "ports": [80], "price": "1.50"},
        Model.model_validate({"Key": "ab", "ports": [80], "price": "1.50"}),
    ),
    (Checked, Structure({"size": Integer()}, required=("size",)), {"size": 1}, Checked(1)),
    (Annotated[int, pydantic.Field(gt=0)], Integer(), 1, 1),
    (Annotated[int, annotated_types.Gt(0)], Integer(), 1, 1),
    (pydantic.SecretStr, String(), "a", pydantic.SecretStr("a")),
    (pydantic.HttpUrl, String(), "https://x.y/", pydantic.HttpUrl("https://x.y/")),
    (
        Pet,
        Structure({"kind": String(("cat", "dog")), "lives": Integer(), "name": String()}),
        {"kind": "cat", "lives": 9},
        Cat(),
    ),
    (
        Cat | Dog,
        Structure({"kind": String(("cat", "dog")), "lives": Integer(), "name": String()}),
        {"kind": "dog", "name": "Rex"},
        Dog(name="Rex"),
    ),
    (
        Owner,
        converter_of(Owner).shape,
        {"pets": [{"kind": "dog", "name": "Rex"}], "password": "x"},
        Owner(pets=[Dog(name="Rex")], password=pydantic.SecretStr("x")),
    ),
]


@pytest.mark.parametrize(("tp", "shape", "value", "instance"), PYDANTIC, ids=[str(row[0]) for row in PYDANTIC])
def test_a_type_gives_its_shape_and_its_instances(tp: Any, shape: Shape, value: Any, instance: Any) -> None:
    found = converter_of(tp)
    assert found.shape == shape
    built = found.build(value, ())
    assert built == instance
    assert type(built) is type(instance)
    assert found.build(found.dump(instance), ()) == instance
    assert found.dump(instance) == value or found.dump(instance).items() <= value.items()


@pytest.mark.parametrize(
    ("tp", "path", "reason"),
    [
        (
            pydantic.create_model("Mixed", bad=(int | str, ...)),
            "#/properties/bad/anyOf",
            "Mixed has no shorthand: shorthand cannot tell the alternatives apart (integer and string)",
        ),
        (
            pydantic.create_model("Odd", bad=(Callable[[], int], ...)),
            "",
            "Odd has no shorthand: Cannot generate a JsonSchema for core_schema.CallableSchema",
        ),
    ],
    ids=["Mixed", "Odd"],
)
def test_a_model_without_a_shape_is_an_error(tp: Any, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        converter_of(tp)
    assert (caught.value.path, caught.value.reason) == (path, reason)


@pytest.mark.parametrize(
    ("tp", "value", "path", "reason"),
    [
        (list[Model], [{"Key": "a"}], "[0].Key", "string should have at least 2 characters"),
        (Model, {"Key": "ab", "ports": [1, 70000]}, "ports[1]", "input should be less than 65536"),
        (Model, {}, "", "missing required member Key"),
        (Even, {"n": 1}, "n", "must be even"),
        (Even, {"n": 2, "inner": {"Key": "a"}}, "inner.Key", "string should have at least 2 characters"),
        (Annotated[int, pydantic.Field(gt=0)], 0, "", "input should be greater than 0"),
        (pydantic.HttpUrl, "x", "", "input should be a valid URL, relative URL without a base"),
        (Owner, {"pets": [{"kind": "dog"}]}, "pets[0]", "missing required member name"),
    ],
)
def test_a_value_that_pydantic_refuses_is_an_error_with_its_place(tp: Any, value: Any, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        converter_of(tp).build(value, ())
    assert (caught.value.path, caught.value.reason) == (path, reason)


def test_an_instance_of_another_class_is_an_error() -> None:
    with pytest.raises(shorthand.ShorthandTypeError, match="expected Model, got 'x'"):
        shorthand.dumps_option("x", Model)


def test_a_model_describes_its_members() -> None:
    describe = converter_of(list[Owner]).item
    assert describe is not None
    assert describe.documentation is not None
    pets, password = describe.documentation()
    assert (pets.name, pets.required, password.name) == ("pets", False, "password")
    assert pets.item is not None
    assert pets.item.item is not None
    assert pets.item.item.documentation is not None
    assert {one.name: one.description for one in pets.item.item.documentation()} == {
        "kind": "",
        "lives": "",
        "name": "How it is called.",
    }


def test_what_pydantic_is_to_check_is_left_to_pydantic() -> None:
    assert is_pydantic_type(Model)
    assert is_pydantic_type(Checked)
    assert is_pydantic_type(pydantic.SecretStr)
    assert not is_pydantic_type(Tag)
    assert not is_pydantic_type(list[Model])
    assert is_constrained((1, pydantic.Field()))
    assert not is_constrained((1, "for people"))


def test_constraints_need_pydantic() -> None:
    code = (
        "import sys; sys.modules['pydantic'] = None\nfrom typing import Annotated\n"
        "class Limit: pass\nLimit.__module__ = 'annotated_types'\n"
        "from shorthand.sources import python_type\npython_type(Annotated[int, Limit()])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'aws-shorthand[pydantic]'" in done.stderr
