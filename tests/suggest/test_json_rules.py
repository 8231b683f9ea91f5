"""Each rule for a JSON token that does not fit its shape: the mistake that it corrects, and what it leaves alone."""

from __future__ import annotations

import pytest

from shorthand.shapes import Double, List, Structure
from shorthand.suggest.json_rules import (
    json_as_a_string,
    list_of_one,
    member_named_otherwise,
    scalar_of_another_type,
)
from tests.suggest.rule_cases import B, N, Rule, S, json_proposals

SHAPE = Structure({"Count": N, "On": B, "Value": S, "Ports": List(N), "Share": Double()})
STRING = "put a string in double quotes"
NUMBER = "write a number without quotes"
BOOLEAN = "write a boolean as true or false, without quotes"
INTEGER = "write an integer without a decimal point"
JSON_IN_A_STRING = "write JSON that is a string value in quotes"


@pytest.mark.parametrize(
    ("rule", "text", "hint", "corrected"),
    [
        (member_named_otherwise, '{"value": "a"}', "did you mean Value?", '{"Value": "a"}'),
        (scalar_of_another_type, '{"Value": 3}', STRING, '{"Value": "3"}'),
        (scalar_of_another_type, '{"Value": true}', STRING, '{"Value": "true"}'),
        (scalar_of_another_type, '{"Count": "3"}', NUMBER, '{"Count": 3}'),
        (scalar_of_another_type, '{"Count": "1,000"}', NUMBER, '{"Count": 1000}'),
        (scalar_of_another_type, '{"Share": "1.5"}', NUMBER, '{"Share": 1.5}'),
        (scalar_of_another_type, '{"Count": 3.0}', INTEGER, '{"Count": 3}'),
        (scalar_of_another_type, '{"On": "yes"}', BOOLEAN, '{"On": true}'),
        (scalar_of_another_type, '{"On": 0}', BOOLEAN, '{"On": false}'),
        (list_of_one, '{"Ports": 80}', "write a list in brackets", '{"Ports": [80]}'),
        (json_as_a_string, '{"Value": {"a": "1"}}', JSON_IN_A_STRING, '{"Value": "{\\"a\\":\\"1\\"}"}'),
        (json_as_a_string, '{"Value": ["é"]}', JSON_IN_A_STRING, '{"Value": "[\\"é\\"]"}'),
    ],
)
def test_the_proposal_of_a_rule(rule: Rule, text: str, hint: str, corrected: str) -> None:
    assert json_proposals(rule, text, SHAPE) == [(hint, corrected)]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (member_named_otherwise, '{"other": "a"}'),
        (member_named_otherwise, '{"Count": "x"}'),
        (scalar_of_another_type, '{"Count": "x"}'),
        (scalar_of_another_type, '{"Count": 3.5}'),
        (scalar_of_another_type, '{"On": "perhaps"}'),
        (scalar_of_another_type, '{"Value": ["a"]}'),
        (list_of_one, '{"Ports": ["x"]}'),  # the item is wrong
        (list_of_one, '{"Count": "x"}'),
        (json_as_a_string, '{"Count": {"a": 1}}'),
        (json_as_a_string, '{"Value": 3}'),
    ],
)
def test_a_rule_proposes_nothing_for_another_mistake(rule: Rule, text: str) -> None:
    assert json_proposals(rule, text, SHAPE) == []
