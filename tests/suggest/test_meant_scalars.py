"""Strings that are no values of their scalar shape, and what they mean."""

from __future__ import annotations

import pytest

from shorthand.shapes import Boolean, Double, Integer, Shape, String
from shorthand.suggest.meant_scalars import counts, number_with_unit, scalar_meant


@pytest.mark.parametrize(
    ("string", "shape", "member", "meant"),
    [
        ("Yes", Boolean(), "", ("write a boolean as true or false", "true")),
        ("0", Boolean(), "", ("write a boolean as true or false", "false")),
        ("disabled", Boolean(), "", ("write a boolean as true or false", "false")),
        ("1,000,000", Integer(), "", ("write a number without separators", "1000000")),
        ("-1_000", Integer(), "", ("write a number without separators", "-1000")),
        ("5.", Integer(), "", ("write an integer without a decimal point", "5")),
        ("5.000", Integer(), "", ("write an integer without a decimal point", None)),
        ("30s", Integer(), "TimeoutSeconds", ("write the number alone, without a unit", "30")),
        ("30s", Integer(), "TimeoutMinutes", ("write the number alone, without a unit", None)),
        ("50%", Double(), "Percentage", ("write the number alone, without a unit", "50")),
        ("'5'", Integer(), "", ("write a number without quotes", "5")),
        ("rue", Boolean(), "", ("write a boolean as true or false", "true")),
        ("flase", Boolean(), "", ("write a boolean as true or false", "false")),
        ("true,false", Boolean(), "", None),
        ("maybe", Boolean(), "", None),
        ("20GB", Integer(), "VolumeSize", ("write the number alone, without a unit", "20")),
        ("20 MB", Integer(), "VolumeSize", ("write the number alone, without a unit", None)),
        ("30s", Integer(), "VisibilityTimeout", ("write the number alone, without a unit", "30")),
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


@pytest.mark.parametrize(
    ("member", "unit", "is_counted"),
    [
        ("SizeInGB", "GiB", True),
        ("sizeInGibibytes", "gb", True),
        ("AllocatedStorage", "GB", True),
        ("AllocatedStorage", "TB", False),
        ("Days", "d", True),
        ("Ideas", "s", False),  # a single letter at the end is no unit
        ("Size", "GB", False),
        ("Furlongs", "furlongs", True),
        ("", "GB", False),
    ],
)
def test_the_unit_of_a_member(member: str, unit: str, is_counted: bool) -> None:
    assert counts(member, unit) == is_counted


@pytest.mark.parametrize(
    ("string", "member", "number"),
    [
        ("20GB", "SizeInGB", "20"),
        (" 20 GB ", "SizeInGB", "20"),
        ("20", "SizeInGB", None),
        ("20GB", "Size", None),
        ("1" * 200 + "GB", "SizeInGB", None),
    ],
)
def test_the_number_before_a_unit(string: str, member: str, number: str | None) -> None:
    assert number_with_unit(string, member) == number
