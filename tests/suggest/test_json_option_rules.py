"""Each rule for an option in invalid JSON: the tokens that it corrects, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from shorthand.shapes import List, Shape, Structure
from shorthand.suggest.json_option_rules import (
    json_in_outer_quotes,
    json_of_another_language,
    json_without_quotes,
    keys_for_json,
    lists_in_a_list,
    yaml_block,
)
from tests.suggest.rule_cases import PAIRS, TAG, TAGS, B, N, OptionRule, S, remedies

SWITCH = Structure({"Key": S, "On": B})
GRID = List(List(N))


@pytest.mark.parametrize(
    ("rule", "shape", "tokens", "hint", "corrected"),
    [
        (
            json_in_outer_quotes,
            TAG,
            ['\'{"Key": "a"}\''],
            "the quotes around the whole text reached the program: remove them",
            ['{"Key": "a"}'],
        ),
        (
            json_in_outer_quotes,
            TAG,
            ['\'{"Key":', '"a"}\''],
            "the quotes around the whole text reached the program: remove them",
            ['{"Key": "a"}'],
        ),
        (
            json_in_outer_quotes,
            TAG,
            ['{\\"Key\\": \\"a\\"}'],
            "the backslashes before the quotes reached the program: remove them",
            ['{"Key": "a"}'],
        ),
        (
            json_without_quotes,
            TAG,
            ["{Key:a}"],
            "the shell removed the double quotes of the JSON; shorthand needs none",
            ["Key=a"],
        ),
        (
            json_without_quotes,
            TAGS,
            ["[{Key:", "a,", "Value:", "b}]"],
            "the shell removed the double quotes of the JSON; shorthand needs none",
            ["Key=a,Value=b"],
        ),
        (
            json_without_quotes,
            TAGS,
            ["[Key:a]", "[Value:b]"],
            "the shell removed the double quotes of the JSON and expanded its braces; shorthand needs neither",
            ["Key=a,Value=b"],
        ),
        (
            json_of_another_language,
            SWITCH,
            ["{'Key': 'a', 'On': True}"],
            "write JSON strings in double quotes",
            ['{"Key":"a","On":true}'],
        ),
        (
            json_of_another_language,
            SWITCH,
            ['{"Key": "a",}'],
            "remove the comma before the closing bracket",
            ['{"Key":"a"}'],
        ),
        (
            json_of_another_language,
            SWITCH,
            ['{"Key": "a" // one\n}'],
            "remove the comments: JSON has none",
            ['{"Key":"a"}'],
        ),
        (
            json_of_another_language,
            SWITCH,
            ['{Key = "a"}'],
            'write JSON as {"key": "value"}, or shorthand',
            ['{"Key":"a"}'],
        ),
        (yaml_block, TAG, ["Key: a\nValue: b"], "this is YAML; shorthand is expected here", ["Key=a,Value=b"]),
        (yaml_block, TAG, ["Key:", "a"], "this is YAML; shorthand is expected here", ["Key=a"]),
        (yaml_block, TAGS, ["- Key: a\n  Value: b"], "this is YAML; shorthand is expected here", ["Key=a,Value=b"]),
        (
            keys_for_json,
            PAIRS,
            ["my key=x"],
            "a key can contain only letters, digits and the characters _ . # / : -; JSON allows any key",
            ['{"my key":"x"}'],
        ),
        (
            keys_for_json,
            List(PAIRS),
            ["my key=x,b=c"],
            "a key can contain only letters, digits and the characters _ . # / : -; JSON allows any key",
            ['[{"my key":"x","b":"c"}]'],
        ),
        (lists_in_a_list, GRID, ["1,2"], "write a list within a list as JSON", ["[[1,2]]"]),
        (lists_in_a_list, GRID, ["1,2", "3,4"], "write a list within a list as JSON", ["[[1,2],[3,4]]"]),
    ],
)
def test_the_likeliest_remedy_of_a_rule(
    rule: OptionRule, shape: Shape, tokens: Sequence[str], hint: str, corrected: Sequence[str]
) -> None:
    assert remedies(rule, tokens, shape)[0] == (hint, corrected)


@pytest.mark.parametrize(
    ("rule", "shape", "tokens"),
    [
        (json_in_outer_quotes, TAG, ['{"Key": "a\\"b"}']),  # JSON needs this backslash
        (json_in_outer_quotes, TAG, ["Key=a"]),
        (json_in_outer_quotes, TAG, ["''"]),
        (json_without_quotes, TAG, ["{Key:'a'}"]),  # it has quotes
        (json_without_quotes, TAG, ["{Other:a}"]),  # no member
        (json_without_quotes, TAG, ["{Key:a"]),
        (json_of_another_language, SWITCH, ["Key='a'"]),
        (json_of_another_language, SWITCH, ["{'Other': 'a'}"]),  # no member
        (yaml_block, TAG, ["Key=a"]),
        (yaml_block, TAG, ["Other: a"]),  # no member
        (keys_for_json, PAIRS, ["a b=x,a b=y"]),  # one key twice
        (keys_for_json, PAIRS, ["a b=x", "c=d"]),
        (keys_for_json, PAIRS, ["a b={c}"]),
        (keys_for_json, TAG, ["my key=x"]),
        (lists_in_a_list, GRID, ["x,y"]),
        (lists_in_a_list, List(N), ["1,2"]),
    ],
)
def test_a_rule_proposes_nothing_for_other_tokens(rule: OptionRule, shape: Shape, tokens: Sequence[str]) -> None:
    assert remedies(rule, tokens, shape) == []


def test_removes_the_backslashes_with_the_outer_quotes() -> None:
    corrected = [tokens for _, tokens in remedies(json_in_outer_quotes, ['"{\\"Key\\": \\"a\\"}"'], TAG)]
    assert ['{"Key": "a"}'] in corrected


@pytest.mark.parametrize("text", ["[" * 200 + "]" * 200, "{a:" * 200 + "b" + "}" * 200, "[" + "a," * 20_000 + "]"])
def test_does_not_read_what_nobody_typed(text: str) -> None:
    assert remedies(json_without_quotes, [text], TAGS) == []
