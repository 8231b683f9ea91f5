"""The descriptions of a class's attributes."""

from typing import Annotated, Any, NamedTuple

import pytest

from shorthand.schemas.attribute_docs import annotated_description, attribute_docs


class Base:
    first: int
    """What comes
    first."""
    second: int = 2
    third: int
    """What comes third."""


class Derived(Base):
    third: int
    """What comes last."""


class Tag(NamedTuple):
    key: str
    """The name."""


@pytest.mark.parametrize(
    ("tp", "found"),
    [
        (Base, {"first": "What comes first.", "third": "What comes third."}),
        (Derived, {"first": "What comes first.", "third": "What comes last."}),
        (Tag, {"key": "The name."}),
        (int, {}),
        (type("Made", (), {"__annotations__": {"a": int}}), {}),
    ],
)
def test_a_string_below_an_attribute_describes_it(tp: type, found: dict[str, str]) -> None:
    assert attribute_docs(tp) == found


class Doc:
    def __init__(self, text: str) -> None:
        self.documentation = text


@pytest.mark.parametrize(
    ("hint", "found"), [(Annotated[int, 1, Doc("How many.")], "How many."), (Annotated[int, 1], ""), (int, "")]
)
def test_annotated_may_describe_a_type(hint: Any, found: str) -> None:
    assert annotated_description(hint) == found
