"""Each rule for tokens that are wrong together: those that it corrects, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from shorthand.shapes import List, Shape, Structure
from shorthand.suggest.option_rules import (
    OPTION_RULES,
    forgotten_file,
    items_between_commas,
    items_in_one_word,
    label_and_value,
    scalars_between_commas,
)
from tests.suggest.rule_cases import FILTER, PAIRS, TAG, TAGS, N, OptionRule, S, remedies

HINT = "write Key=…,Value=… for each"
NAMED = Structure({"Name": S, "Value": S})


@pytest.mark.parametrize(
    ("rule", "shape", "tokens", "hint", "corrected"),
    [
        (
            items_between_commas,
            TAGS,
            ["Key=a,Value=1,Key=b,Value=2"],
            "separate the items of a list with spaces, not commas",
            ["Key=a,Value=1", "Key=b,Value=2"],
        ),
        (label_and_value, TAGS, ['{"env": "prod", "a": "b"}'], HINT, ["Key=env,Value=prod", "Key=a,Value=b"]),
        (label_and_value, TAGS, ["{env: prod}"], HINT, ["Key=env,Value=prod"]),
        (label_and_value, TAGS, ['{env = "prod"}'], HINT, ["Key=env,Value=prod"]),
        (label_and_value, TAGS, ['env = "prod"'], HINT, ["Key=env,Value=prod"]),
        (label_and_value, TAGS, ['env = "a b"\nteam = "c, d"'], HINT, ["Key=env,Value=a b", "Key=team,Value='c, d'"]),
        (label_and_value, FILTER, ["env=prod"], "write Name=…,Values=… for each", ["Name=env,Values=prod"]),
        (label_and_value, FILTER, ["tag:team=a"], "write Name=…,Values=… for each", ["Name=tag:team,Values=a"]),
        (label_and_value, TAG, ["url : https://a:80/b"], HINT, ["Key=url,Value=https://a:80/b"]),
        (label_and_value, FILTER, ["env=a,b"], "write Name=…,Values=… for each", ["Name=env,Values=a,b"]),
        (
            items_in_one_word,
            TAGS,
            ["Key=a,Value=1 Key=b,Value=2"],
            "give each item of a list as a word of its own, without quotes around all of them",
            ["Key=a,Value=1", "Key=b,Value=2"],
        ),
        (
            scalars_between_commas,
            List(S),
            ["80,443"],
            "separate the items of a list with spaces, not commas",
            ["80", "443"],
        ),
        (
            scalars_between_commas,
            List(S),
            ["[a,b]"],
            "separate the items of a list with spaces, not commas",
            ["a", "b"],
        ),
        (
            scalars_between_commas,
            List(S),
            ["'a','b'"],
            "separate the items of a list with spaces, not commas",
            ["a", "b"],
        ),
        (label_and_value, TAGS, ["env=prod"], "write Key=…,Value=… for each", ["Key=env,Value=prod"]),
        (
            label_and_value,
            TAGS,
            ["env=prod", "team=a"],
            "write Key=…,Value=… for each",
            ["Key=env,Value=prod", "Key=team,Value=a"],
        ),
        (
            label_and_value,
            TAGS,
            ["env=prod,team=a"],
            "write Key=…,Value=… for each",
            ["Key=env,Value=prod", "Key=team,Value=a"],
        ),
        (label_and_value, TAGS, ["env:prod"], "write Key=…,Value=… for each", ["Key=env,Value=prod"]),
        (label_and_value, TAGS, ["env:", "prod"], "write Key=…,Value=… for each", ["Key=env,Value=prod"]),
        (label_and_value, TAGS, ["env=>prod"], "write Key=…,Value=… for each", ["Key=env,Value=prod"]),
        (label_and_value, TAG, ["env=prod"], "write Key=…,Value=… for each", ["Key=env,Value=prod"]),
        (label_and_value, List(NAMED), ["Timeout=5"], "write Name=…,Value=… for each", ["Name=Timeout,Value=5"]),
        (forgotten_file, TAGS, ["params.json"], "to give the content of the file, write file://params.json", []),
        (forgotten_file, TAGS, ["@params.json"], "to give the content of the file, write file://params.json", []),
        (forgotten_file, TAGS, ["@params"], "to give the content of the file, write file://params", []),
        (forgotten_file, TAGS, ["dir/a.yaml"], "to give the content of the file, write file://dir/a.yaml", []),
    ],
)
def test_the_likeliest_remedy_of_a_rule(
    rule: OptionRule, shape: Shape, tokens: Sequence[str], hint: str, corrected: Sequence[str]
) -> None:
    assert remedies(rule, tokens, shape)[0] == (hint, corrected)


@pytest.mark.parametrize(
    ("rule", "shape", "tokens"),
    [
        (items_between_commas, TAGS, ["Key=a", "Key=b"]),
        (items_between_commas, List(N), ["1,2"]),
        (items_in_one_word, TAGS, ["a b"]),
        (items_in_one_word, TAG, ["Key=a,Value=1 Key=b"]),  # no list is expected
        (scalars_between_commas, List(S), ["80"]),
        (scalars_between_commas, List(S), ["80,"]),  # an item is empty
        (scalars_between_commas, List(S), ["80", "443"]),
        (scalars_between_commas, TAGS, ["80,443"]),
        (label_and_value, TAGS, ["key=prod"]),  # nearly a member
        (label_and_value, TAGS, ["Key=a"]),  # a member
        (label_and_value, TAGS, ["env"]),
        (label_and_value, TAGS, ["http://x"]),  # an address
        (label_and_value, FILTER, ["Name=prod"]),  # a member already
        (label_and_value, TAGS, ['{"env": ["a"]}']),
        (label_and_value, TAGS, ['{"Key": "a"}']),
        (label_and_value, TAG, ['{"env": "a", "team": "b"}']),  # two for one
        (label_and_value, PAIRS, ["env=prod"]),  # shorthand already
        (forgotten_file, TAGS, ["Key=params.json"]),
        (forgotten_file, TAGS, ["params"]),
        (forgotten_file, TAGS, ["file://params.json"]),
        (forgotten_file, S, ["params.json"]),  # a string may be so
    ],
)
def test_a_rule_proposes_nothing_for_other_tokens(rule: OptionRule, shape: Shape, tokens: Sequence[str]) -> None:
    assert remedies(rule, tokens, shape) == []


def test_a_label_that_replaces_the_sign_is_a_replacement() -> None:
    assert [remedy.replaces for remedy in label_and_value(["env=>prod"], TAGS)] == [True]
    assert [remedy.replaces for remedy in label_and_value(["env=prod"], TAGS)] == [False]


def test_a_hint_comes_last() -> None:
    assert OPTION_RULES[-1] is forgotten_file
