"""What a type asks of a value beside its shape."""

import pytest

from shorthand.schemas.type_limits import NO_LIMITS, Limits, limits_of


@pytest.mark.parametrize(
    ("nodes", "limits"),
    [
        ([], NO_LIMITS),
        ([{"type": "string"}], NO_LIMITS),
        ([{"minimum": 1, "maximum": 9}], Limits(least=1, most=9)),
        ([{"exclusiveMinimum": 0}, {"exclusiveMaximum": 1}], Limits(least=0, most=1, is_above=True, is_below=True)),
        ([{"multipleOf": 5}], Limits(step=5)),
        ([{"minLength": 2, "maxLength": 4, "pattern": "a+"}], Limits(shortest=2, longest=4, pattern="a+")),
        ([{"minItems": 1, "uniqueItems": True}], Limits(shortest=1, is_unique=True)),
        ([{"minProperties": 2}], Limits(shortest=2)),
        ([{"exclusiveMinimum": True, "minLength": "a"}], NO_LIMITS),
    ],
)
def test_the_keywords_of_json_schemas(nodes: list[dict[str, object]], limits: Limits) -> None:
    assert limits_of(nodes) == limits


@pytest.mark.parametrize(
    ("limits", "is_integer", "number"),
    [
        (NO_LIMITS, True, 1),
        (Limits(most=0), True, 0),
        (Limits(least=5), True, 5),
        (Limits(least=5, is_above=True), True, 6),
        (Limits(most=-5, is_below=True), True, -6),
        (Limits(least=10, step=7), True, 14),
        (Limits(step=2), True, 0),
        (Limits(least=0, most=0.5, is_above=True, is_below=True), False, 0.25),
        (Limits(least=2.5), False, 3),
    ],
)
def test_the_first_number_is_small_and_within_the_limits(limits: Limits, is_integer: bool, number: float) -> None:
    assert limits.first_number(is_integer=is_integer) == number
    assert limits.contains(number)
