"""Each rule for a text that does not fit its shape: the mistake that it corrects, and what it leaves alone."""

from __future__ import annotations

import pytest

from shorthand.shapes import List, Shape, String, Structure
from shorthand.suggest.type_rules import (
    TYPE_RULES,
    braces_left_out,
    comma_ended_the_value,
    dotted_key,
    member_named_otherwise,
    member_of_another,
    no_null,
    options_in_a_value,
    scalar_in_another_form,
    string_in_quotes,
    structure_in_brackets,
)
from tests.suggest.rule_cases import EBS, LIMITS, PAIRS, TAG, TAGS, B, N, Rule, S, proposals

SIZED = Structure({"Tags": TAGS, "Size": N})
OPTIONS = Structure({"A": S, "N": N})
SCALARS = Structure({"B": B, "N": N, "L": List(N), "SizeInGB": N, "S": S})


@pytest.mark.parametrize(
    ("rule", "shape", "text", "hint", "corrected"),
    [
        (member_named_otherwise, TAG, "key=x", "did you mean Key? names are case-sensitive", "Key=x"),
        (member_named_otherwise, TAG, "Valeu=x", "did you mean Value?", "Value=x"),
        (
            options_in_a_value,
            OPTIONS,
            "A=--labels=x,y=z",
            "the comma ended the value of A: quote the whole value",
            "A='--labels=x,y=z'",
        ),
        (dotted_key, LIMITS, "Limits.Max=3", "write the members of a structure in braces", "Limits={Max=3}"),
        (
            comma_ended_the_value,
            OPTIONS,
            "A=hello,world=x",
            "the comma ended the value of A: quote the whole value",
            "A='hello,world=x'",
        ),
        (member_of_another, LIMITS, "Min=3", "Min is a member of Limits", "Limits={Min=3}"),
        (
            member_of_another,
            LIMITS,
            "Limits={Max=1},Min=3",
            "Min is a member of Limits",
            "Limits={Max=1},Limits={Min=3}",
        ),
        (
            braces_left_out,
            SIZED,
            "Tags=[Key=k,Value=v]",
            "put each structure of a list in its own braces",
            "Tags=[{Key=k,Value=v}]",
        ),
        (
            braces_left_out,
            SIZED,
            "Tags=Key=k,Value=v,Size=2",
            "put the pairs of a structure in braces",
            "Tags={Key=k,Value=v},Size=2",
        ),
        (braces_left_out, LIMITS, "Limits=Max=1", "put the pairs of a structure in braces", "Limits={Max=1}"),
        (
            braces_left_out,
            LIMITS,
            "Limits=Max=1,Min=2",
            "put the pairs of a structure in braces",
            "Limits={Max=1,Min=2}",
        ),
        (braces_left_out, Structure({"T": PAIRS}), "T=a=b", "put the pairs of a map in braces", "T={a=b}"),
        (
            structure_in_brackets,
            EBS,
            "Ebs=[{Size=20}]",
            "write one structure in braces, without brackets",
            "Ebs={Size=20}",
        ),
        (string_in_quotes, TAG, "Value=a,b", "a comma makes a list: quote the whole value", "Value='a,b'"),
        (string_in_quotes, TAG, "Value=a, b ,c", "a comma makes a list: quote the whole value", "Value='a, b ,c'"),
        (
            string_in_quotes,
            TAG,
            "Value=[a]",
            "a value that starts with [ is read as a list: quote the whole value",
            "Value='[a]'",
        ),
        (
            string_in_quotes,
            Structure({"Value": String(), "Values": List(String())}),
            "Value=[a]",
            "a value that starts with [ is read as a list: quote the whole value, or write Values=… if that is meant",
            None,
        ),
        (
            string_in_quotes,
            TAG,
            "Value={a=b}",
            "a value that starts with { is read as a map: quote the whole value",
            "Value='{a=b}'",
        ),
        (
            string_in_quotes,
            PAIRS,
            "a=b,c",
            "a comma makes a list: quote the whole value, or write c=… if that is a key",
            "a='b,c'",
        ),
        (string_in_quotes, PAIRS, "a=b,c d", "a comma makes a list: quote the whole value", "a='b,c d'"),
        (
            string_in_quotes,
            PAIRS,
            "a='b, b',c",
            "a comma makes a list: quote the whole value, or write c=… if that is a key",
            None,
        ),
        (scalar_in_another_form, SCALARS, "B=ture", "write a boolean as true or false", "B=true"),
        (scalar_in_another_form, SCALARS, "B=yes", "write a boolean as true or false", "B=true"),
        (scalar_in_another_form, SCALARS, "N=1_000", "write a number without separators", "N=1000"),
        (scalar_in_another_form, SCALARS, "L=80 443", "separate the items of a list with commas", "L=80,443"),
        (scalar_in_another_form, SCALARS, "N=>3", "write '=' between a key and its value, not '=>'", "N=3"),
        (scalar_in_another_form, SCALARS, "N=20GB", "write the number alone, without a unit", None),
        (scalar_in_another_form, SCALARS, "SizeInGB=20GB", "write the number alone, without a unit", "SizeInGB=20"),
        (scalar_in_another_form, SCALARS, "N=3.0", "write an integer without a decimal point", "N=3"),
        (scalar_in_another_form, SCALARS, "N=٣", "write a number with the digits 0 to 9", "N=3"),
        (no_null, LIMITS, "Limits={Max=null,Min=1}", "shorthand has no null: leave the member out", "Limits={Min=1}"),
        (no_null, LIMITS, "Limits={Min=1,Max=None}", "shorthand has no null: leave the member out", "Limits={Min=1}"),
    ],
)
def test_the_likeliest_proposal_of_a_rule(
    rule: Rule, shape: Shape | None, text: str, hint: str, corrected: str | None
) -> None:
    assert proposals(rule, text, shape)[0] == (hint, corrected)


@pytest.mark.parametrize(
    ("rule", "shape", "text"),
    [
        (member_named_otherwise, TAG, "other=x"),
        (member_named_otherwise, LIMITS, "Limits={Max=a}"),
        (options_in_a_value, OPTIONS, "A=b,y=z"),  # the value has no '='
        (options_in_a_value, OPTIONS, "N=1,y=z"),  # the value is a number
        (dotted_key, LIMITS, "Limits.Other=3"),
        (dotted_key, LIMITS, "Name.Max=3"),
        (comma_ended_the_value, OPTIONS, "A=hello,World=x"),  # written as the members are
        (comma_ended_the_value, OPTIONS, "N=1,world=x"),
        (member_of_another, LIMITS, "Other=3"),
        (braces_left_out, LIMITS, "Limits=x"),
        (structure_in_brackets, EBS, "Ebs=[a,b]"),
        (structure_in_brackets, EBS, "Ebs=[a]"),
        (string_in_quotes, SIZED, "Size=1,2"),
        (scalar_in_another_form, SCALARS, "B=perhaps"),
        (scalar_in_another_form, SCALARS, "N=x"),
        (scalar_in_another_form, SCALARS, "S=[yes]"),
        (no_null, LIMITS, "Limits={Max=x}"),
        (no_null, SCALARS, "L=[null]"),  # an item cannot be left out
    ],
)
def test_a_rule_proposes_nothing_for_another_mistake(rule: Rule, shape: Shape | None, text: str) -> None:
    assert proposals(rule, text, shape) == []


def test_no_rule_is_asked_twice() -> None:
    assert len(set(TYPE_RULES)) == len(TYPE_RULES)
