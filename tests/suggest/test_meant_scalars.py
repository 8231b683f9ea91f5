"""Strings that are no values of their scalar shape, and what they mean."""

from __future__ import annotations

import pytest

from shorthand.shapes import Boolean, Double, Integer, Shape, String
from shorthand.suggest.meant_scalars import scalar_meant


@pytest.mark.parametrize(
    ("string", "shape", "member", "meant"),
    [
        ("Yes", Boolean(), "", ("write a boolean as true or false", "true")),
        ("0", Boolean(), "", ("write a boolean as true or false", "false")),
        ("disabled", Boolean(), "", ("write a boolean as true or false", "false")),
        ("1,000,000", Integer(), "", ("write a number without separators", "1000000")),
        ("-1_000", Integer(), "", ("write a number without separators", "-1000")),
        ("5.", Integer(), "", ("write an integer without a decimal point", "5")),
        ("30s", Integer(), "TimeoutSeconds", ("write the number alone, without a unit", "30")),
        ("30s", Integer(), "TimeoutMinutes", ("write the number alone, without a unit", None)),
        ("50%", Double(), "Percentage", ("write the number alone, without a unit", "50")),
        ("'5'", Integer(), "", ("write a number without quotes", "5")),
        ("maybe", Boolean(), "", None),
        ("five", Integer(), "", None),
        ("5.5", Integer(), "", None),
        ("yes", String(), "", None),
        ("1_000" * 30, Integer(), "", None),
    ],
)
def test_the_scalar_that_a_string_means(
    string: str, shape: Shape, member: str, meant: tuple[str, str | None] | None
) -> None:
    assert scalar_meant(string, shape, member) == meant
