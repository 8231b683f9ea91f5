"""Each rule for brackets and braces: the mistake that it corrects, and what it leaves alone."""

from __future__ import annotations

import pytest

from shorthand.shapes import Shape, Structure
from shorthand.suggest.bracket_rules import (
    brackets_left_open,
    comma_between_items,
    empty_before_a_brace,
    flag_before_braces,
    items_with_braces_of_their_own,
    list_in_braces,
    list_without_brackets,
    one_bracket_too_many,
    too_deep,
)
from tests.suggest.rule_cases import FILTER, TAG, TAGS, N, Rule, proposals

FILTERS = Structure({"F": FILTER, "Count": N})
SIZED = Structure({"Tags": TAGS, "Size": N})


@pytest.mark.parametrize(
    ("rule", "shape", "text", "hint", "corrected"),
    [
        (
            too_deep,
            None,
            "a=" + "[" * 20_000,
            "quote a value that starts with a bracket, unless it is a list or a map",
            None,
        ),
        (brackets_left_open, None, "a={b=[c", "close the open brackets: add ]}", "a={b=[c]}"),
        (brackets_left_open, None, "a=[b,", "close the open brackets: add ]", "a=[b]"),
        (brackets_left_open, FILTER, "Values=[a,Name=x", "close the open bracket: add ]", "Values=[a],Name=x"),
        (one_bracket_too_many, None, "a={b=c}}", "remove the extra }", "a={b=c}"),
        (one_bracket_too_many, None, "a=[b]]", "remove the extra ]", "a=[b]"),
        (
            comma_between_items,
            SIZED,
            "Tags=[{Key=a} {Key=b}]",
            "separate the items of a list with commas",
            "Tags=[{Key=a},{Key=b}]",
        ),
        (
            comma_between_items,
            SIZED,
            "Tags=[{Key=a};{Key=b}]",
            "separate the items of a list with commas",
            "Tags=[{Key=a},{Key=b}]",
        ),
        (
            list_without_brackets,
            FILTERS,
            "F={Name=x,Values=c,d}",
            "inside braces, write a list in brackets",
            "F={Name=x,Values=[c,d]}",
        ),
        (
            list_without_brackets,
            FILTERS,
            "F={Values=c,d,Name=x}",
            "inside braces, write a list in brackets",
            "F={Values=[c,d],Name=x}",
        ),
        (list_in_braces, FILTER, "Values={a,b}", "write a list in brackets, not in braces", "Values=[a,b]"),
        (
            items_with_braces_of_their_own,
            SIZED,
            "Tags=[{Key=a,Value=1,Key=b,Value=2}]",
            "put each item of a list in its own braces",
            "Tags=[{Key=a,Value=1},{Key=b,Value=2}]",
        ),
        (
            items_with_braces_of_their_own,
            SIZED,
            "Tags={Key=a,Value=1,Key=b,Value=2}",
            "put each item of a list in its own braces",
            "Tags=[{Key=a,Value=1},{Key=b,Value=2}]",
        ),
        (empty_before_a_brace, None, "a={b=}", "write an empty value before a closing brace as ''", "a={b=''}"),
        (empty_before_a_brace, None, "a={b= }", "write an empty value before a closing brace as ''", "a={b=''}"),
        (
            flag_before_braces,
            None,
            "a@={b=file://f}",
            "write '@=' after the keys inside the braces whose values are files",
            None,
        ),
    ],
)
def test_the_likeliest_proposal_of_a_rule(
    rule: Rule, shape: Shape | None, text: str, hint: str, corrected: str | None
) -> None:
    assert proposals(rule, text, shape)[0] == (hint, corrected)


@pytest.mark.parametrize(
    ("rule", "shape", "text"),
    [
        (too_deep, None, "a=[[b"),
        (brackets_left_open, None, "a={b=c}}"),
        (brackets_left_open, None, "a={b='c"),  # a quote is open too
        (one_bracket_too_many, None, "a={b='c'}}"),  # a bracket may be in the quotes
        (one_bracket_too_many, None, "a={b=c"),
        (one_bracket_too_many, None, "a=[b}"),
        (comma_between_items, None, "a={b} {c}"),  # in no list
        (comma_between_items, None, "a=[b,{c} d]"),
        (list_without_brackets, FILTERS, "F={Name=c,d}"),  # a string is expected
        (list_in_braces, FILTER, "Name={a,b}"),  # a string is expected
        (list_in_braces, FILTER, "Values={a=[,b}"),
        (items_with_braces_of_their_own, TAG, "Key=a,Key=b"),  # without braces
        (empty_before_a_brace, None, "a={b=c"),
        (flag_before_braces, None, "a={b"),
    ],
)
def test_a_rule_proposes_nothing_for_another_mistake(rule: Rule, shape: Shape | None, text: str) -> None:
    assert proposals(rule, text, shape) == []
