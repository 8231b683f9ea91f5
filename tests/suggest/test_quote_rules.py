"""Each rule for quotes, and for values that need them: the mistake that it corrects, and what it leaves alone."""

from __future__ import annotations

import pytest

from shorthand.shapes import Shape, Structure
from shorthand.suggest.quote_rules import (
    backslash_and_quote,
    dropped_text,
    outer_quotes,
    quote_in_quotes,
    quote_left_open,
    value_in_quotes,
    value_that_a_comma_ended,
)
from tests.suggest.rule_cases import TAG, TAGS, Rule, S, proposals

SIZED = Structure({"Tags": TAGS, "Name": S})


@pytest.mark.parametrize(
    ("rule", "shape", "text", "hint", "corrected"),
    [
        (
            outer_quotes,
            None,
            "'Key=a,Value=b'",
            "the quotes around the whole text reached the program: remove them",
            "Key=a,Value=b",
        ),
        (
            outer_quotes,
            None,
            "'Key=a",
            "the quote ' at the start reached the program: remove it, or use double quotes in cmd",
            "Key=a",
        ),
        (
            outer_quotes,
            None,
            "'Key=a,Value='b'",  # the last quote belongs to the value
            "the quote ' at the start reached the program: remove it, or use double quotes in cmd",
            "Key=a,Value='b'",
        ),
        (
            outer_quotes,
            None,
            '"Key=a',
            'the quote " at the start reached the program: remove it, or use double quotes in cmd',
            "Key=a",
        ),
        (
            backslash_and_quote,
            None,
            'Path="C:\\dir\\",Mode="r"',
            "a backslash before the closing quote escapes it: remove the quotes, and add a space after the backslash",
            'Path=C:\\dir\\ ,Mode="r"',
        ),
        (
            quote_in_quotes,
            None,
            "a='it's'",
            "' ends the value: use the other quotes around it, or write \\'",
            'a="it\'s"',
        ),
        (
            quote_in_quotes,
            None,
            "a='it's',b=c",
            "' ends the value: use the other quotes around it, or write \\'",
            'a="it\'s",b=c',
        ),
        (
            quote_in_quotes,
            None,
            "a={b='it's'}",
            "' ends the value: use the other quotes around it, or write \\'",
            'a={b="it\'s"}',
        ),
        (quote_left_open, None, 'a="b c', "close the quote", 'a="b c"'),
        (quote_left_open, None, 'a={b="c}', "close the quote", 'a={b="c"}'),
        (quote_left_open, None, 'a=b,"c=d', 'remove the quote "', "a=b,c=d"),
        (value_in_quotes, None, "a=it's", "quote a value that contains '", 'a="it\'s"'),
        (value_in_quotes, None, "a=${b}", "quote a value that contains }", "a='${b}'"),
        (value_in_quotes, None, "a={b=it's,c=d}", "quote a value that contains '", 'a={b="it\'s",c=d}'),
        (value_in_quotes, None, "a=b'c,d=e", "quote a value that contains '", 'a="b\'c",d=e'),
        (value_in_quotes, SIZED, "Name=it's", "quote a value that contains '", 'Name="it\'s"'),
        (dropped_text, None, "a=b,c\\,d=e", "quote a list element that contains a comma and '='", "a=b,'c,d=e'"),
        (
            dropped_text,
            None,
            "a=b,c\\,d=e,f=g",
            "quote a list element that contains a comma and '='",
            "a=b,'c,d=e',f=g",
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
        (outer_quotes, None, "Key='a"),
        (backslash_and_quote, None, 'Path="C:\\dir,Mode'),
        (quote_in_quotes, None, "a='b"),
        (quote_in_quotes, None, "a=b'c'"),
        (quote_left_open, None, 'a="b,c=d'),  # a pair follows
        (quote_left_open, None, "a='b'c'"),  # a quote closes it
        (value_in_quotes, None, "a='b"),  # the quote is left open
        (value_in_quotes, SIZED, "Tags=a'b"),  # a list of structures is no string
        (value_that_a_comma_ended, None, "a=[b], (dear) b"),
        (value_that_a_comma_ended, None, "a='b"),
        (value_that_a_comma_ended, TAG, "Key=Hello, Value"),  # a member without its value
        (dropped_text, None, "a='b"),
    ],
)
def test_a_rule_proposes_nothing_for_another_mistake(rule: Rule, shape: Shape | None, text: str) -> None:
    assert proposals(rule, text, shape) == []


def test_removes_the_backslashes_of_outer_quotes() -> None:
    assert ("the quotes around the whole text reached the program: remove them", 'Key="a"') in proposals(
        outer_quotes, '"Key=\\"a\\""'
    )


def test_doubles_the_backslash_before_a_quote_where_no_space_may_follow_it() -> None:
    corrected = [text for _, text in proposals(backslash_and_quote, 'Path="C:\\dir\\",Mode="r"')]
    assert corrected == [
        'Path=C:\\dir\\ ,Mode="r"',
        'Path="C:\\dir\\\\",Mode="r"',
        "Path='C:\\dir\\\\',Mode=\"r\"",
    ]
