"""Each rule for mangled keys: the mistake that it corrects, and what it leaves alone."""

from __future__ import annotations

import pytest

from shorthand.shapes import List, Shape, String, Structure, Timestamp
from shorthand.suggest.key_rules import (
    comma_before_a_key_left_out,
    equals_left_out,
    equals_swapped_with_a_digit,
    stray_character_in_a_key,
    stray_character_in_a_value,
)
from tests.suggest.rule_cases import TAG, TAGS, N, Rule, S, proposals

CHANNEL = Structure({"channel": S, "Input": S, "Size": N})
MODE = Structure(
    {"Mode": String(enum=("fast",)), "Start": Timestamp(), "Name": S, "Speed": N, "Size": N, "Tags": List(S)}
)


@pytest.mark.parametrize(
    ("rule", "shape", "text", "hint", "corrected"),
    [
        (stray_character_in_a_key, CHANNEL, "chann[el=a", "remove the '[' from the key channel", "channel=a"),
        (stray_character_in_a_key, CHANNEL, "In,put=a", "remove the ',' from the key Input", "Input=a"),
        (stray_character_in_a_key, CHANNEL, "channel'=a", 'remove the "\'" from the key channel', "channel=a"),
        (equals_left_out, TAG, "Key=a,Valueb", "write '=' between a key and its value", "Key=a,Value=b"),
        (
            equals_left_out,
            Structure({"Tags": TAGS}),
            "Tags[{Key=a}]",
            "write '=' between a key and its value",
            "Tags=[{Key=a}]",
        ),
        (comma_before_a_key_left_out, MODE, "Speed=1Size=3", "separate pairs with a comma", "Speed=1,Size=3"),
        (comma_before_a_key_left_out, MODE, "Tags=[a]Size=3", "separate pairs with a comma", "Tags=[a],Size=3"),
        (comma_before_a_key_left_out, MODE, "Name='a'Size=3", "separate pairs with a comma", "Name='a',Size=3"),
        (equals_swapped_with_a_digit, CHANNEL, "Size2=0", "write '=' before the number", "Size=20"),
        (stray_character_in_a_value, CHANNEL, 'Size=2"0', "remove the '\"' from the value", "Size=20"),
        (stray_character_in_a_value, MODE, 'Start=2026-01-"31', "remove the '\"' from the value", "Start=2026-01-31"),
        (stray_character_in_a_value, MODE, "Mode=fa]st", "remove the ']' from the value", "Mode=fast"),
    ],
)
def test_the_likeliest_proposal_of_a_rule(
    rule: Rule, shape: Shape | None, text: str, hint: str, corrected: str | None
) -> None:
    assert proposals(rule, text, shape)[0] == (hint, corrected)


@pytest.mark.parametrize(
    ("rule", "shape", "text"),
    [
        (stray_character_in_a_key, CHANNEL, "chanel=a"),  # one missing
        (stray_character_in_a_key, CHANNEL, "ch[ann[el=a"),  # two of them
        (stray_character_in_a_key, None, "chann[el=a"),
        (equals_left_out, TAG, "Key=a,Other"),  # no member
        (equals_left_out, TAG, "Key=a,Value b"),  # two words
        (comma_before_a_key_left_out, MODE, "Tags=[a"),  # no key
        (comma_before_a_key_left_out, MODE, "Size=1Size=3"),  # given already
        (equals_swapped_with_a_digit, CHANNEL, "Input2=0"),  # a string is expected
        (equals_swapped_with_a_digit, CHANNEL, "Sizes=0"),
        (stray_character_in_a_value, MODE, 'Name=2"0'),  # a string can have it
    ],
)
def test_a_rule_proposes_nothing_for_another_mistake(rule: Rule, shape: Shape | None, text: str) -> None:
    assert proposals(rule, text, shape) == []
