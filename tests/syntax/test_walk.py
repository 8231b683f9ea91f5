"""The walk: it goes where lark's own parser goes, and stops where that stops."""

import random
from typing import Any

import pytest
from hypothesis import given
from lark import UnexpectedCharacters, UnexpectedToken

from shorthand import testing
from shorthand.syntax._transitions import STATES
from shorthand.syntax.lark_tree import parser
from shorthand.syntax.raw import DEEPEST
from shorthand.syntax.walk import Walk
from tests.properties.random_texts import soup
from tests.syntax.linear_time import ADVERSARIES, adversary, assert_linear


def walked(text: str) -> Walk:
    walk = Walk(text)
    for _ in walk:
        pass
    return walk


@pytest.mark.parametrize("seed", range(4))
def test_stops_where_lark_stops_and_knows_what_could_follow(seed: int) -> None:
    choose = random.Random(f"walk {seed}")
    texts = [soup(choose) for _ in range(300)]
    walks = [(walk.complete, walk.at, walk.allowed) for walk in map(walked, texts)]
    assert walks == [lark_stops(text) for text in texts]
    assert 10 < sum(complete for complete, _, _ in walks) < 250


def lark_stops(text: str) -> tuple[bool, int, set[str]]:
    """Return whether lark's parser reads the text to its end, where it stops, and what it accepts there."""
    try:
        parser().parse(text)
    except UnexpectedCharacters as error:
        return False, error.pos_in_stream or 0, accepts(error.interactive_parser)
    except UnexpectedToken as error:
        at = len(text) if error.token.type == "$END" else error.token.start_pos or 0
        return False, at, accepts(error.interactive_parser)
    stopped = parser().parse_interactive(text)
    stopped.exhaust_lexer()
    return True, len(text), accepts(stopped)


def accepts(stopped: Any) -> set[str]:
    """Return the terminals that a parser of lark accepts where it is."""
    return {*stopped.accepts()}


@given(testing.texts())
def test_the_terminals_are_the_text(text: str) -> None:
    walk = Walk(text)
    matches = [match for match, _ in walk]
    assert "".join(match[0] for match in matches) == text
    assert walk.complete
    assert walk.resumes == []


def test_the_brackets_that_are_open() -> None:
    assert len(walked("a=[{b=[c,d],e=").resumes) == 2
    walk = walked("a=" + "[" * (DEEPEST + 1))
    assert (walk.too_deep, walk.at, len(walk.resumes)) == (True, DEEPEST + 2, DEEPEST)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", "START"),
        ("a=", "AFTER_KEY"),
        ("a=b", "AFTER_SCALAR"),
        ("a=b,c", "AFTER_ELEMENT"),
        ("a=[", "IN_LIST"),
        ("a=[b", "AFTER_ITEM"),
        ("a={b=", "AFTER_MEMBER_KEY"),
        ("a={b=[]", "AFTER_MEMBER_BRACKETS"),
        ("a={}", "AFTER_BRACKETS"),
    ],
)
def test_the_state_at_the_end(text: str, state: str) -> None:
    assert STATES[walked(text).state].name == state


def test_a_walk_ends_at_a_character_that_is_not_allowed() -> None:
    walk = walked("a=b]")
    assert (walk.at, walk.complete, walk.too_deep) == (3, False, False)
    assert walk.allowed == {"_LIST_COMMA", "_PAIR_COMMA", "_SECOND_COMMA", "DROPPED", "$END"}


@pytest.mark.parametrize(("start", "part", "end"), ADVERSARIES.values(), ids=list(ADVERSARIES))
def test_time_is_linear(start: str, part: str, end: str) -> None:
    assert_linear(lambda length: walked(adversary(start, part, end, length)), 5_000)
