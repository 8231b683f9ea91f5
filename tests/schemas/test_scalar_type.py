"""A scalar type of one's own."""

from dataclasses import dataclass
from typing import Annotated, Any

import pydantic
import pytest

import shorthand
from shorthand import ScalarType
from shorthand.shapes import String


class Size:
    """A number of bytes, which the library knows nothing about."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Size) and self.number == other.number

    def __hash__(self) -> int:
        return hash(self.number)


def parse(text: str) -> Size:
    if not text.endswith("GB"):
        raise ValueError(text)
    return Size(int(text[:-2]))


Bytes = Annotated[Size, ScalarType(parse, lambda size: f"{size.number}GB", "a size such as 20GB", ("20GB", "1GB"))]


@dataclass
class Disk:
    size: Bytes
    spare: Bytes | None = None


def test_a_scalar_of_ones_own_is_a_member() -> None:
    adapter = shorthand.TypeAdapter(Disk)
    assert adapter.loads("size=20GB") == Disk(Size(20))
    assert adapter.dumps(Disk(Size(20), Size(1))) == "size=20GB,spare=1GB"
    assert adapter.loads_option(['{"size": "20GB"}']) == Disk(Size(20))


def test_it_is_an_option_alone_and_in_a_container() -> None:
    assert shorthand.TypeAdapter(Bytes).shape == String()
    assert shorthand.loads_option(["20GB", "1GB"], list[Bytes]) == [Size(20), Size(1)]
    assert shorthand.loads_option(["a=20GB"], dict[str, Bytes]) == {"a": Size(20)}


def test_what_it_does_not_accept_is_an_error_with_its_place() -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.loads("size=20", Disk)
    assert (caught.value.reason, caught.value.path, caught.value.span) == (
        "expected a size such as 20GB, got '20'",
        "size",
        (5, 7),
    )


def test_it_is_written_as_a_string() -> None:
    number: Any = Annotated[int, ScalarType(int, lambda number: number)]
    with pytest.raises(shorthand.UnrepresentableError, match="expected a valid value to be written as a string, got 7"):
        shorthand.dumps_option(7, number)


def test_a_model_of_pydantic_takes_and_gives_the_string() -> None:
    size = ScalarType(lambda text: int(text.removesuffix("GB")), "{}GB".format, "a size", ("20GB",))
    model = pydantic.create_model("Disk", size=Annotated[int, size])
    assert shorthand.loads("size=20GB", model) == model(size=20)
    assert shorthand.dumps(model(size=20)) == "size=20GB"
    with pytest.raises(shorthand.ShorthandTypeError, match="size: expected a size, got 'many'"):
        shorthand.loads("size=many", model)
