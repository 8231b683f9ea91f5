"""Each rule for a text that does not read: the mistake that it corrects, and what it leaves alone."""

from __future__ import annotations

import pytest

from shorthand.shapes import Shape, Structure
from shorthand.suggest.syntax_rules import (
    SYNTAX_RULES,
    bare_text,
    byte_order_mark,
    json_text,
    json_value,
    json_without_its_quotes,
    space_around,
)
from tests.suggest.rule_cases import FILTER, PAIRS, TAG, N, Rule, S, proposals

POLICY = Structure({"Policy": S, "Limits": Structure({"Max": N})})


@pytest.mark.parametrize(
    ("rule", "shape", "text", "hint", "corrected"),
    [
        (
            byte_order_mark,
            None,
            "\ufeffKey=a",
            "the text begins with a byte order mark (BOM): save the file as UTF-8 without one",
            "Key=a",
        ),
        (
            byte_order_mark,
            None,
            "ï»¿Key=a",
            "the text begins with a byte order mark (BOM): save the file as UTF-8 without one",
            "Key=a",
        ),
        (byte_order_mark, None, "ÿþK\x00e\x00y\x00=\x00a\x00", "the text is UTF-16: save the file as UTF-8", "Key=a"),
        (byte_order_mark, None, "K\x00e\x00y\x00=\x00a\x00", "the text is UTF-16: save the file as UTF-8", "Key=a"),
        (space_around, None, " Key=a", "remove the white space at the start", "Key=a"),
        (space_around, None, "a={b=c} ", "remove the white space at the end", "a={b=c}"),
        (json_text, TAG, '{"Key": "a"}', "this is JSON, and shorthand is expected here", "Key=a"),
        (
            json_text,
            None,
            '{"Key": {"é b": 1}}',
            "this is JSON, and shorthand is expected here",
            None,
        ),  # no shorthand has this key
        (
            json_value,
            POLICY,
            'Policy={"Version": "1"}',
            "quote JSON that is a string value",
            'Policy=\'{"Version": "1"}\'',
        ),
        (json_value, POLICY, 'Limits={"Max": 1}', "write shorthand inside the value, not JSON", "Limits={Max=1}"),
        (
            json_value,
            None,
            'Policy={"Version": "1"}',
            "quote JSON that is a string value",
            'Policy=\'{"Version": "1"}\'',
        ),
        (
            json_without_its_quotes,
            POLICY,
            "Policy={Version:1}",
            "the shell removed the double quotes of the JSON: put the whole argument in single quotes",
            None,
        ),
        (bare_text, FILTER, "my-profile", "write a structure as Name=…,Values=…", None),
        (bare_text, FILTER, "name", "write a structure as Name=…", None),
    ],
)
def test_the_likeliest_proposal_of_a_rule(
    rule: Rule, shape: Shape | None, text: str, hint: str, corrected: str | None
) -> None:
    assert proposals(rule, text, shape)[0] == (hint, corrected)


@pytest.mark.parametrize(
    ("rule", "shape", "text"),
    [
        (byte_order_mark, None, "a='b"),
        (space_around, None, "a='b "),
        (json_text, TAG, "{Key: a}"),
        (json_text, TAG, '["a"]'),
        (json_value, POLICY, 'Policy={"Version": "1"'),
        (json_value, POLICY, "Policy='{"),
        (json_without_its_quotes, POLICY, "Limits={Max:1}"),
        (bare_text, FILTER, "Name='b"),
        (bare_text, PAIRS, "my-profile"),
    ],
)
def test_a_rule_proposes_nothing_for_another_mistake(rule: Rule, shape: Shape | None, text: str) -> None:
    assert proposals(rule, text, shape) == []


def test_no_rule_is_asked_twice() -> None:
    assert len(set(SYNTAX_RULES)) == len(SYNTAX_RULES)
