"""Each rule for what a shell did to an option: the tokens that it corrects, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from shorthand.shapes import List, Shape, Structure
from shorthand.suggest.shell_rules import (
    SPLIT,
    braces_expanded,
    continuation_at_the_end,
    no_break_spaces,
    quotes_arrived,
    space_after_a_comma,
    spaces_around_equals,
    spaces_for_commas,
    split_at_spaces,
    split_in_brackets,
    split_within_a_key,
    typographic_quotes,
    unexpanded_map,
)
from tests.suggest.rule_cases import FILTER, PAIRS, TAG, TAGS, N, OptionRule, remedies

NESTED = Structure({"Tags": TAGS, "Filter": FILTER, "Vars": PAIRS})


@pytest.mark.parametrize(
    ("rule", "shape", "tokens", "hint", "corrected"),
    [
        (
            continuation_at_the_end,
            TAG,
            ["Key=a", "\\"],
            "remove the character at the end: it continues a line only where nothing follows it",
            ["Key=a"],
        ),
        (
            continuation_at_the_end,
            TAG,
            ["Key=a", "`"],
            "remove the character at the end: it continues a line only where nothing follows it",
            ["Key=a"],
        ),
        (
            continuation_at_the_end,
            TAG,
            ["Key=a", "^"],
            "remove the character at the end: it continues a line only where nothing follows it",
            ["Key=a"],
        ),
        (
            continuation_at_the_end,
            TAG,
            ["Key=a \\"],
            "remove the character at the end: it continues a line only where nothing follows it",
            ["Key=a"],
        ),
        (
            typographic_quotes,
            TAG,
            ["“Key=a,Value=b”"],
            "type plain quotes: typographic quotes are part of the text",
            ["Key=a,Value=b"],
        ),
        (
            typographic_quotes,
            TAG,
            ["Key=‘a b’"],
            "type plain quotes: typographic quotes are part of the text",
            ["Key='a b'"],
        ),
        (
            no_break_spaces,
            TAG,
            ["Key=a,\xa0Value=b"],
            "type plain spaces: the text has no-break spaces, copied from a page",
            ["Key=a,Value=b"],
        ),
        (
            quotes_arrived,
            TAG,
            ["'Key=a,Value=b", "c'"],
            "the quotes around the whole text reached the program: remove them",
            ["Key=a,Value=b c"],
        ),
        (
            quotes_arrived,
            TAGS,
            ["'Key=a'", "'Key=b'"],
            "the quotes around the whole text reached the program: remove them",
            ["Key=a", "Key=b"],
        ),
        (
            space_after_a_comma,
            TAG,
            ["Key=a,", "Value=b"],
            "remove the spaces around the commas: the shell splits there",
            ["Key=a,Value=b"],
        ),
        (
            space_after_a_comma,
            TAG,
            ["Key=a", ",Value=b"],
            "remove the spaces around the commas: the shell splits there",
            ["Key=a,Value=b"],
        ),
        (
            space_after_a_comma,
            TAG,
            ["Key='a,", "b'"],
            SPLIT,
            ["Key='a, b'"],
        ),  # the space is part of the value
        (
            split_in_brackets,
            NESTED,
            ["Tags=[{Key=a,Value=b", "c}]"],
            "the shell split the text at its braces or spaces: put the whole argument in single quotes",
            ["Tags=[{Key=a,Value=b c}]"],
        ),
        (
            split_in_brackets,
            NESTED,
            ["Tags=[{Key=a", "Value=b}]"],
            "separate pairs with a comma, not with a space",
            ["Tags=[{Key=a,Value=b}]"],
        ),
        (
            split_in_brackets,
            NESTED,
            ["Filter={Values=[a", "b]}"],
            "the shell split the text at its braces or spaces: put the whole argument in single quotes",
            [],
        ),  # one item or two
        (
            braces_expanded,
            NESTED,
            ["Vars=A=b", "Vars=C=d"],
            "the shell split the text at its braces or spaces: put the whole argument in single quotes",
            ["Vars={A=b,C=d}"],
        ),
        (
            braces_expanded,
            FILTER,
            ["Values=a,Name=x", "Values=b,Name=x"],
            "the shell split the text at its braces or spaces: put the whole argument in single quotes",
            ["Values=[a,b],Name=x"],
        ),
        (
            spaces_for_commas,
            FILTER,
            ["Name=x", "Values=a", "b"],
            "separate pairs with a comma, not with a space",
            ["Name=x,Values=a,b"],
        ),
        (
            spaces_for_commas,
            TAGS,
            ["Key=a", "Value=b", "Key=c", "Value=d"],
            "separate pairs with a comma, not with a space",
            ["Key=a,Value=b", "Key=c,Value=d"],
        ),
        (
            split_at_spaces,
            TAG,
            ["Key=a", "Value=b"],
            "separate pairs with a comma, not with a space",
            ["Key=a,Value=b"],
        ),
        (
            split_at_spaces,
            TAG,
            ["Value=a", "b"],
            "the shell split the text at its braces or spaces: put the whole argument in single quotes",
            ["Value=a b"],
        ),
        (unexpanded_map, PAIRS, ["A=b", "C=d"], "separate pairs with a comma, not with a space", ["A=b,C=d"]),
        (unexpanded_map, PAIRS, ["A=b,", "C=d"], "separate pairs with a comma, not with a space", ["A=b,C=d"]),
    ],
)
def test_the_likeliest_remedy_of_a_rule(
    rule: OptionRule, shape: Shape, tokens: Sequence[str], hint: str, corrected: Sequence[str]
) -> None:
    assert remedies(rule, tokens, shape)[0] == (hint, corrected)


@pytest.mark.parametrize(
    ("rule", "shape", "tokens"),
    [
        (continuation_at_the_end, TAG, ["Key=a\\"]),  # no space before it
        (continuation_at_the_end, TAG, ["\\"]),
        (typographic_quotes, TAG, ["Key='a'"]),
        (no_break_spaces, TAG, ["Key=a, Value=b"]),
        (quotes_arrived, TAG, ["'Key=a'"]),  # one token is for another rule
        (quotes_arrived, TAG, ["'Key=a", "b"]),
        (space_after_a_comma, TAG, ["Key=a", "Value=b"]),
        (space_after_a_comma, TAG, ["Key=a,"]),
        (space_after_a_comma, List(N), ["80,", "443"]),
        (split_in_brackets, NESTED, ["Tags=[{Key=a", "b}"]),  # a bracket is left open
        (split_in_brackets, NESTED, ["[{a", "b}]"]),  # JSON
        (split_in_brackets, TAG, ["Key=a", "Value=b"]),
        (braces_expanded, NESTED, ["Vars=A=b"]),
        (braces_expanded, FILTER, ["Values=a,b", "Values=c,d"]),
        (braces_expanded, TAG, ["Key=a", "Value=b"]),
        (spaces_for_commas, TAGS, ["Key=a", "Key=b"]),  # two items
        (spaces_for_commas, TAG, ["Key=a", "Other=b"]),
        (spaces_for_commas, TAG, ["b", "Key=a"]),
        (spaces_for_commas, TAGS, ["Key=a", "Key*"]),  # an item of its own, whose equals sign is missing
        (spaces_for_commas, PAIRS, ["A=a", "B=b"]),
        (split_at_spaces, TAG, ["Key=a"]),
        (split_at_spaces, TAG, ["Key=a", "Key=b"]),
        (split_at_spaces, FILTER, ["Values=a", "b"]),  # one item or two
        (unexpanded_map, PAIRS, ["A=b", "c"]),
        (unexpanded_map, PAIRS, ["A=b"]),
        (unexpanded_map, TAG, ["A=b", "C=d"]),
    ],
)
def test_a_rule_proposes_nothing_for_other_tokens(rule: OptionRule, shape: Shape, tokens: Sequence[str]) -> None:
    assert remedies(rule, tokens, shape) == []


def test_a_doubtful_split_has_only_a_hint() -> None:
    assert remedies(split_in_brackets, ["Filter={Values=[a", "b]}"], NESTED) == [(SPLIT, [])]


def test_only_the_braces_that_a_shell_repeated_are_a_replacement() -> None:
    assert [remedy.replaces for remedy in braces_expanded(["Vars=A=b", "Vars=C=d"], NESTED)] == [True]


@pytest.mark.parametrize("quotes", ["\u201c\u201d", "\u201e\u201c", "\u2018\u2019", "\u201a\u2018"])
def test_every_typographic_quote_has_its_plain_one(quotes: str) -> None:
    corrected = remedies(typographic_quotes, [f"Key={quotes[0]}a, b{quotes[1]}"], TAG)[0][1]
    assert corrected in (["Key='a, b'"], ['Key="a, b"'])


@pytest.mark.parametrize(
    "tokens",
    [
        ["Name=x,Values=[a", "b]"],
        ["Name=x,Values=a,b", "c"],
        ["Name=x,Values=a", "b,c"],
        ["Name=x,Values=a,b", "c", "Name=y,Values=d"],
    ],
)
def test_a_space_among_commas_is_not_decided(tokens: list[str]) -> None:
    hint = "write a comma for the space, or if it is part of an item, quote the item and the whole argument"
    assert remedies(spaces_for_commas, tokens, FILTER) == [(hint, [])]


@pytest.mark.parametrize(
    ("tokens", "corrected"),
    [
        (["Key='a,", "b'"], ["Key='a, b'"]),
        (["Key=\"it's\",Value='a,", "b'"], ["Key=\"it's\",Value='a, b'"]),
        (['Key="it\'s",', "Value=b"], ['Key="it\'s",Value=b']),
    ],
)
def test_a_space_after_a_comma_stays_within_quotes(tokens: list[str], corrected: list[str]) -> None:
    assert remedies(space_after_a_comma, tokens, TAG)[0][1] == corrected


@pytest.mark.parametrize(
    ("tokens", "corrected"),
    [
        (["Key", "=", "a", "Value", "=", "b"], ["Key=a,Value=b"]),
        (["Key", "=", "a,", "Value", "=", "b"], ["Key=a,Value=b"]),
        (["Key", "=", "a", "Value=b", "Key=c"], ["Key=a,Value=b", "Key=c"]),
        (["Key", "=", "a"], ["Key=a"]),
    ],
)
def test_spaces_around_equals_are_removed(tokens: list[str], corrected: list[str]) -> None:
    assert remedies(spaces_around_equals, tokens, TAGS)[0][1] == corrected


@pytest.mark.parametrize("tokens", [["Key=a", "Value=b"], ["Key='a", "=", "b'"], ["=", "a"]])
def test_other_words_have_no_spaces_around_equals(tokens: list[str]) -> None:
    assert remedies(spaces_around_equals, tokens, TAGS) == []


@pytest.mark.parametrize(
    ("tokens", "corrected"),
    [
        (["Key=a,Val", "ue=b"], ["Key=a,Value=b"]),
        (["Ke", "y=a"], ["Key=a"]),
        (["Key", "=a"], ["Key=a"]),
        (["Key=a", "K", "ey=b"], ["Key=a", "Key=b"]),
    ],
)
def test_a_space_within_a_key_is_removed(tokens: list[str], corrected: list[str]) -> None:
    assert remedies(split_within_a_key, tokens, TAGS)[0][1] == corrected


@pytest.mark.parametrize("tokens", [["Key=a", "Value=b"], ["Key=Val", "ue=b"], ["Oth", "er=a"], ["Key=a"]])
def test_a_space_elsewhere_is_not_within_a_key(tokens: list[str]) -> None:
    assert remedies(split_within_a_key, tokens, TAGS) == []
