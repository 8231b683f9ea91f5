"""A letter on the wrong side of an equals sign or a comma is moved where that is certain, and else both are named."""

from __future__ import annotations

import pytest

from shorthand.shapes import Boolean, Integer, List, String, Structure
from shorthand.suggest.boundary_rules import (
    comma_after_the_first_letter,
    comma_before_the_last_letter,
    equals_after_the_next_letter,
    equals_before_the_last_letter,
)
from tests.suggest.rule_cases import EBS, TAG, Rule, proposals


@pytest.mark.parametrize(
    ("rule", "text", "hint", "corrected"),
    [
        (equals_before_the_last_letter, "Ke=yenv", "did you mean Key?", "Key=env"),
        (equals_after_the_next_letter, "KeyE=nv", "did you mean Key=E…?", "Key=Env"),
        (equals_after_the_next_letter, "Key8=0", "did you mean Key=8…?", "Key=80"),
        (equals_after_the_next_letter, "Keye=nv", "did you mean Key=… or Key=e…?", None),
        (comma_after_the_first_letter, "Key=envV,alue=b", "did you mean Value?", "Key=env,Value=b"),
        (comma_before_the_last_letter, "Key=a,1Value=b", "did you mean Value?", "Key=a1,Value=b"),
        (
            comma_before_the_last_letter,
            "Key=a,bValue=c",
            "did you mean Value, or does the 'b' end the value before the comma?",
            None,
        ),
    ],
)
def test_a_letter_is_moved(rule: Rule, text: str, hint: str, corrected: str | None) -> None:
    assert proposals(rule, text, TAG)[0] == (hint, corrected)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (equals_before_the_last_letter, "Ke=y"),  # nothing would be left of the value
        (equals_before_the_last_letter, "Ke=env"),
        (equals_after_the_next_letter, "Keyy=env"),  # doubled
        (equals_after_the_next_letter, "Keys=env"),  # a plural
        (equals_after_the_next_letter, "Other=env"),
        (comma_after_the_first_letter, "Key=V,alue=b"),  # nothing would be left of the value
        (comma_after_the_first_letter, "alue=b"),
        (comma_before_the_last_letter, "Key=a,VValue=b"),  # doubled
        (comma_before_the_last_letter, "xValue=b"),
    ],
)
def test_nothing_is_moved(rule: Rule, text: str) -> None:
    assert proposals(rule, text, TAG) == []


def test_a_digit_before_a_key_may_be_an_item_of_the_list_before_it() -> None:
    shape = Structure({"Values": List(Integer()), "Key": String()})
    hint = "did you mean Key, or does the '1' end the value before the comma?"
    assert proposals(comma_before_the_last_letter, "Values=5,1Key=b", shape) == [(hint, None)]


def test_a_documented_value_decides() -> None:
    shape = Structure({"Mode": String(("on", "off")), "On": Boolean()})
    assert proposals(equals_after_the_next_letter, "Modeo=ff", shape)[0][1] == "Mode=off"
    assert proposals(equals_after_the_next_letter, "Ont=rue", shape)[0][1] == "On=true"


def test_within_braces() -> None:
    assert proposals(comma_after_the_first_letter, "Ebs={Type=gp3S,ize=1}", EBS)[0][1] == "Ebs={Type=gp3,Size=1}"
