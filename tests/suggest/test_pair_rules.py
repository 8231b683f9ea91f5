"""Each rule for keys and what separates pairs: the mistake that it corrects, and what it leaves alone."""

from __future__ import annotations

import pytest

from shorthand.shapes import Shape, Structure
from shorthand.suggest.pair_rules import (
    backslash_took_the_comma,
    colons,
    comma_at_the_end,
    comma_left_out,
    comma_twice,
    equals_twice,
    key_characters,
    key_given_twice,
    key_of_the_shape,
    quoted_keys,
)
from tests.suggest.rule_cases import LIMITS, PAIRS, TAG, N, Rule, S, proposals

SIZED = Structure({"UncompressedLength": N, "Key": S})
COUNTED = Structure({"Count": N, "Name": S})
FILE = Structure({"Path": S, "Mode": N})
BACKSLASH = "a backslash before a comma makes the comma part of the value: put a space between them, or quote the value"


@pytest.mark.parametrize(
    ("rule", "shape", "text", "hint", "corrected"),
    [
        (quoted_keys, None, '"Key"=a', "remove the quotes around the key", "Key=a"),
        (quoted_keys, None, "Key=a,'Value' =b", "remove the quotes around the key", "Key=a,Value =b"),
        (comma_at_the_end, None, "Key=a,", "remove the comma at the end", "Key=a"),
        (comma_at_the_end, None, "Key=a, ,", "remove the comma at the end", "Key=a"),
        (key_of_the_shape, SIZED, "uncompressed length=3", "did you mean UncompressedLength?", "UncompressedLength=3"),
        (colons, TAG, "Key:a,Value:b", "write '=' between a key and its value", "Key=a,Value=b"),
        (colons, TAG, "key:a", "write '=' between a key and its value", "key=a"),
        (colons, PAIRS, "x:a,y:b", "write '=' between a key and its value", "x=a,y=b"),
        (comma_twice, None, "a={b=c,,d=e}", "write one comma between two pairs or items", "a={b=c,d=e}"),
        (equals_twice, None, "a=='b, c'", "write one '=' between a key and its value", "a='b, c'"),
        (equals_twice, COUNTED, "Count==2", "write one '=' between a key and its value", "Count=2"),
        (
            key_characters,
            None,
            "my key=x",
            "a key can contain only letters, digits and the characters _ . # / : -",
            None,
        ),
        (key_characters, None, "é=x", "a key can contain only letters, digits and the characters _ . # / : -", None),
        (
            key_given_twice,
            None,
            "Key=a,Key=b",
            "give each key once; separate the items of a list with spaces, not commas",
            None,
        ),
        (
            comma_left_out,
            TAG,
            "Key='a' Value=b",
            "separate pairs with a comma, not with a space or a semicolon",
            "Key='a',Value=b",
        ),
        (
            comma_left_out,
            TAG,
            "Key='a'; Value=b",
            "separate pairs with a comma, not with a space or a semicolon",
            "Key='a',Value=b",
        ),
        (
            comma_left_out,
            LIMITS,
            "Limits={Max=1 Min=2}",
            "separate pairs with a comma, not with a space or a semicolon",
            "Limits={Max=1,Min=2}",
        ),
        (
            comma_left_out,
            LIMITS,
            "Limits={Max=1;Min=2}",
            "separate pairs with a comma, not with a space or a semicolon",
            "Limits={Max=1,Min=2}",
        ),
        (
            backslash_took_the_comma,
            FILE,
            "Path=C:\\dir\\,Mode=r,x=y",
            BACKSLASH,
            "Path=C:\\dir\\ ,Mode=r,x=y",
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
        (quoted_keys, None, 'Key="a'),
        (comma_at_the_end, None, ","),
        (comma_at_the_end, None, "Key='a"),
        (key_of_the_shape, SIZED, "my own key=3"),
        (key_of_the_shape, None, "uncompressed length=3"),
        (colons, TAG, "arn:aws:x"),  # a value with colons of its own
        (colons, PAIRS, "http://x"),  # an address
        (colons, None, "Key:a"),
        (comma_twice, None, "a={b"),
        (equals_twice, COUNTED, "Name=={"),  # a string may begin so
        (key_characters, None, "'k'=x"),  # its quotes are the mistake
        (key_characters, None, "a='b"),
        (key_given_twice, None, "Key=a,Key='b"),
        (comma_left_out, TAG, "Key='a' Other=b"),  # no member
        (comma_left_out, None, "Key='a' Value=b"),
        (backslash_took_the_comma, FILE, "Path=C:\\dir\\,Other=r,x=y"),
        (backslash_took_the_comma, None, "Path='C:\\dir\\,Mode=r"),
    ],
)
def test_a_rule_proposes_nothing_for_another_mistake(rule: Rule, shape: Shape | None, text: str) -> None:
    assert proposals(rule, text, shape) == []
