"""The rules and their selection."""

import re

import pytest

from shorthand.errors import ShorthandError
from shorthand.lint.rules import RULES, Severity, selected


def test_each_rule_has_a_name_and_a_sentence() -> None:
    for code, rule in RULES.items():
        assert re.fullmatch(r"SH\d{3}", code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
        assert rule.summary.endswith(".")
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


def test_the_default_rules() -> None:
    assert set(RULES) - selected() == {"SH112", "SH302"}


def test_beginnings_of_codes() -> None:
    assert selected(["ALL"]) == set(RULES)
    assert selected(["SH3"]) == {"SH301", "SH302"}
    assert selected(["SH3"], ["SH301"]) == {"SH302"}


@pytest.mark.parametrize("code", ["", "SH9", "sh101"])
def test_an_unknown_code(code: str) -> None:
    with pytest.raises(ShorthandError, match="unknown rule"):
        selected([code])


def test_where_a_rule_is_documented() -> None:
    assert RULES["SH101"].url == "reference/lint-rules.html#sh101-unknown-service"
    assert RULES["SH209"].severity is Severity.WARNING
