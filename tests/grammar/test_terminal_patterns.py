"""The constants of the terminals: Python that evaluates to the patterns, in short lines."""

import pytest

from grammar.compiler.terminal_patterns import constant, constants
from tests.grammar.samples import shorthand_grammar


def evaluated(patterns: dict[str, str]) -> dict[str, str]:
    names: dict[str, str] = {}
    exec("\n".join(constants(patterns)), {}, names)
    return names


def test_the_constants_are_the_patterns_of_the_grammar() -> None:
    patterns = shorthand_grammar().patterns
    assert evaluated(patterns) == {constant(name): pattern for name, pattern in patterns.items()}


def test_lines_are_short() -> None:
    assert max(map(len, constants(shorthand_grammar().patterns))) <= 110


COMPOSED = {
    "a part within": ({"_A": "aa", "B": "baab"}, ["_A = 'aa'", "B = 'b' + _A + 'b'"]),
    "a part at both ends": ({"_A": "aa", "B": "aabaa"}, ["_A = 'aa'", "B = _A + 'b' + _A"]),
    "the longest part": ({"_Z": "a", "_A": "aa", "B": "aab"}, ["_Z = 'a'", "_A = _Z + _Z", "B = _A + 'b'"]),
    "no later pattern": ({"B": "ab", "_A": "a"}, ["B = 'ab'", "_A = 'a'"]),
    "no equal pattern": ({"A": "ab", "B": "ab"}, ["A = 'ab'", "B = 'ab'"]),
    "the end": ({"$END": r"\Z"}, ["END = '\\\\Z'"]),
    "control characters": ({"A": "\x00\t\U0010ffff"}, ["A = '\\x00\\t\\U0010ffff'"]),
}


@pytest.mark.parametrize(("patterns", "lines"), COMPOSED.values(), ids=list(COMPOSED))
def test_is_composed_of(patterns: dict[str, str], lines: list[str]) -> None:
    assert constants(patterns) == lines


def test_a_long_pattern_takes_several_lines() -> None:
    patterns = {"_A": "a" * 60, "B": "b" * 300 + "a" * 60}
    lines = constants(patterns)
    assert (lines[1], lines[-1]) == ("B = (", ")")
    assert len(lines) > 4
    assert max(map(len, lines)) <= 120
    assert evaluated(patterns) == patterns
