"""The invariant of corrections: nothing that was typed is lost, and no pair becomes part of a string."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.shapes import Integer, List, Map, Shape, String, Structure
from shorthand.suggest.kept import Typed, essence, keeps_pairs, keeps_parts, keeps_values
from tests.suggest.rule_cases import EBS, FILTER, PAIRS, TAG, S, context_of

PORTS = Structure({"Name": S, "Ports": List(Integer())})
MODE = Structure({"Mode": String(enum=("fast", "slow")), "Name": S})


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Key=a,Values=[b, 'c']", "KeyaValuesbc"),
        ('{"Key": "a"}', "Keya"),
        ("\u201cKey=a\u201d", "Keya"),
        ("\ufeffKey=a,\u00a0b", "Keyab"),
        ("a.b/c-d_e#f@g", "a.b/c-d_e#f@g"),
        ("", ""),
        ("=,[]{}'\"\\:;`", ""),
    ],
)
def test_the_essence_is_what_carries_values(text: str, values: str) -> None:
    assert essence(text) == values


@given(st.text())
def test_the_essence_has_no_essence_of_its_own(text: str) -> None:
    assert essence(essence(text)) == essence(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["Key=a;Value=b"], ["Key=a,Value=b"]),
        (["Key=a", "Value=b"], ["Key=a,Value=b"]),
        (["Key=a,Key=b"], ["Key=a", "Key=b"]),
        (["env=prod"], ["Key=env,Value=prod"]),  # more than before
        (["'a b'"], ["a", "b"]),
        ([], ["anything"]),
    ],
)
def test_punctuation_may_change_and_text_may_be_added(before: Sequence[str], after: Sequence[str]) -> None:
    assert keeps_values(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["Key=a,Value=b"], ["Key=a"]),  # a pair is lost
        (["Key=a,Value=b"], ["Key=a,Value="]),  # a value is lost
        (["Key=a,Value=b"], ["Value=b,Key=a"]),  # the order is another
        (["Key=ab"], ["Key=a"]),
        (["Key=a"], ["key=a"]),  # a letter is another
        (["a-b"], ["ab"]),
        (["a"], []),
    ],
)
def test_no_value_may_be_lost(before: Sequence[str], after: Sequence[str]) -> None:
    assert not keeps_values(before, after)


@given(st.lists(st.text()), st.text(",=[]{}'\" \\"))
def test_the_same_tokens_with_more_punctuation_keep_all_values(tokens: list[str], marks: str) -> None:
    assert keeps_values(tokens, [*(f"{marks}{token}{marks}" for token in tokens), marks])


@pytest.mark.parametrize(
    ("before", "after", "shape"),
    [
        (["Key=a;Value=b"], "Key=a,Value=b", TAG),
        (["Value=a,b"], "Value='a,b'", TAG),
        (["Value=it's"], 'Value="it\'s"', TAG),
        (["Name=x", "Values=a,b"], "Name=x,Values=a,b", FILTER),
        # Its comma was escaped, so the pair was meant as text.
        ([r"a=b\,c=d"], "a='b,c=d'", PAIRS),
        # A quoted string is as it was typed.
        (["Key='a,Value=b'"], "Key='a,Value=b'", TAG),
        # What is no member of any structure around is text.
        (["Key=a,b=c"], "Key='a,b=c'", TAG),
        # Options of a command are one value.
        (["args=--a=b,c=d"], "args='--a=b,c=d'", PAIRS),
        (["Mode=fast"], "Mode=fast", MODE),
    ],
)
def test_pairs_are_kept(before: Sequence[str], after: str, shape: Shape) -> None:
    assert keeps_pairs(Typed(before), after, shape)


@pytest.mark.parametrize(
    ("before", "after", "shape"),
    [
        # A pair of the same structure is swallowed.
        (["Key=a Value=b"], "Key='a Value=b'", TAG),
        (["Key=a;Value=b"], "Key='a;Value=b'", TAG),
        (["Key=a,Value=b"], "Key='a,Value=b'", TAG),
        (["Key=a, Value =b"], "Key='a, Value =b'", TAG),
        # Its name is nearly a member's.
        (["Key=a value=b"], "Key='a value=b'", TAG),
        (["Key=a,Valeu=b"], "Key='a,Valeu=b'", TAG),
        # A pair of a structure further out is swallowed.
        (["Ebs={Type=a Device=b"], "Ebs={Type='a Device=b'}", EBS),
        # Without a schema, and in a map, every key is possible.
        (["a=b c=d"], "a='b c=d'", None),
        (["a=b;c=d"], "a='b;c=d'", PAIRS),
        # A name begins a part of the string.
        (["Key=a,Value b"], "Key='a,Value b'", TAG),
    ],
)
def test_a_pair_may_not_become_part_of_a_string(before: Sequence[str], after: str, shape: Shape | None) -> None:
    assert not keeps_pairs(Typed(before), after, shape)


@pytest.mark.parametrize(
    ("before", "after", "shape"),
    [
        (["Values=a,b"], "Values='a,b'", FILTER),
        (["Values=[a,b]"], "Values=['a,b']", FILTER),
        (["Ports=[80,443]"], "Ports=['80,443']", PORTS),
        (["Values=[a]b"], "Values=['a]b']", FILTER),  # the bracket closed the list
        (["Key=a},x"], "Key='a},x'", TAG),  # the brace closed what is around the value
        (['Values=[a "b,"c"]'], 'Values=[\'a "b,"c"\']', FILTER),  # the comma may be outside of the quotes
        (["Mode=fast x"], "Mode='fast x'", MODE),  # a documented value and something else
    ],
)
def test_items_of_a_list_may_not_be_merged(before: Sequence[str], after: str, shape: Shape) -> None:
    assert not keeps_pairs(Typed(before), after, shape)


def test_an_item_with_an_escaped_comma_or_in_quotes_is_one_item() -> None:
    assert keeps_pairs(Typed([r"Values=[a\,b]"]), "Values=['a,b']", FILTER)
    assert keeps_pairs(Typed(["Values=['a,b']"]), "Values=['a,b']", FILTER)


def test_an_item_is_no_pair_of_a_map() -> None:
    tags = Structure({"Tags": Map(S, List(S))})
    assert not keeps_pairs(Typed(["Tags={a=b,c='d'}"]), "Tags={a=[b,\"c='d'\"]}", tags)
    assert not keeps_pairs(Typed(["Tags={a=b=[c]}"]), "Tags={a='b=[c]'}", tags)


def test_a_list_of_an_unknown_member_is_no_string() -> None:
    assert not keeps_pairs(Typed(["Value=x[a,b]"]), "Value='x[a,b]'", FILTER)


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("Key='a, b',Value=c}", "Key='a, b',Value=c", True),
        ("Key='a, b',Value=c}", 'Key="a, b",Value=c', True),  # the quotes may change
        ("Key='a, b',Value=c}", "Key=a, Key='b',Value=c", False),  # the quoted value is taken apart
        ("Key='a, b',Value=c}", "Key='a,b',Value=c", False),  # its space is lost
        ("Key='a, b',Value=c}", "Value=c", False),
        ("Key='it's',Value=c", 'Key="it\'s",Value=c', True),  # the quoted value is at the fault
        ("Key='a',Value='a',x=c}", "Key='a',Value=a,x=c", True),  # as a bare word
        ("Key='a',Value='a',x=c}", "Key=a,Value=,x=c", False),  # one of two equal values is lost
        ("Key='a' Value=b", "Key='a',Value=b", True),
        ("Key=a Value=b}", "Key='a Value=b'", False),  # a pair is swallowed
    ],
)
def test_a_complete_quoted_value_is_kept(before: str, after: str, *, kept: bool) -> None:
    assert keeps_parts(context_of(before, TAG).diagnostic, after, TAG) is kept
