"""The walk over the compiled table: it goes where lark's own parser goes, and stops where that stops."""

import random
from collections import deque

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lark import UnexpectedCharacters, UnexpectedToken

import shorthand
from shorthand import testing
from shorthand.syntax.lark_tree import parser
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import Part
from shorthand.syntax.raw import DEEPEST
from shorthand.syntax.spans import span_of
from shorthand.syntax.walk import Walk
from tests.cases import cases
from tests.properties.random_texts import soup
from tests.syntax.test_compiled_reader import ADVERSARIES, seconds_of


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
    """Whether lark's parser reads the text to its end, where it stops, and what it would accept there."""
    try:
        parser().parse(text)
    except UnexpectedCharacters as error:
        return False, error.pos_in_stream, error.interactive_parser.accepts()
    except UnexpectedToken as error:
        at = len(text) if error.token.type == "$END" else error.token.start_pos
        return False, at, error.interactive_parser.accepts()
    stopped = parser().parse_interactive(text)
    stopped.exhaust_lexer()
    return True, len(text), stopped.accepts()


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


def value_of(raw: object, place: tuple[str | int, ...]) -> object:
    for step in place:
        raw = raw[step]  # type: ignore[index]
    return raw


def kind_of(part: Part) -> type:
    return {"list": list, "comma list": list, "map": dict}.get(part.form, str)


@given(testing.texts())
@example("a=b,c,d={e=[f,,'g'],h=,},i@=x\\,y,j=\"\",k=[]")
def test_each_part_is_a_value_and_each_value_a_part(text: str) -> None:
    raw = shorthand.loads(text)
    parts = list(PartScanner(text))
    for part in parts:
        found = value_of(raw, part.place)
        assert isinstance(found, kind_of(part))
        assert part.closed
        if isinstance(found, str):
            assert found == part.raw
        else:
            assert len(found) == part.count  # type: ignore[arg-type]
        assert span_of(text, part.place) == part.span
        if part.key:
            assert span_of(text, part.place, key=True) == part.key
            start, end = part.key
            assert text[start:end] == part.step or (part.step == "" and end == start + 1)
    leaves = sum(part.raw is not None for part in parts)
    assert leaves == count_leaves(raw)


def count_leaves(raw: object) -> int:
    if isinstance(raw, (dict, list)):
        return sum(map(count_leaves, raw.values() if isinstance(raw, dict) else raw))
    return 1


FORMS = [
    ("a=b", ["bare"]),
    ("a=b\\,c", ["escaped"]),
    ("a=", ["empty"]),
    ("a='b'", ["single-quoted"]),
    ('a="b" ', ["double-quoted"]),
    ("a=b,c", ["comma list", "bare", "bare"]),
    ("a=,c", ["comma list", "empty", "bare"]),
    ("a=[b,,{c=d}]", ["list", "bare", "empty", "map", "bare"]),
]


@pytest.mark.parametrize(("text", "forms"), FORMS)
def test_how_a_part_is_written(text: str, forms: list[str]) -> None:
    assert [part.form for part in list(PartScanner(text))] == forms


SPANS = [
    ("Key=a,Values=b, c d ,Other=", ("Values", 1), "c d"),
    ("Key=a,Values=b, c d ,Other=", ("Values",), "b, c d"),
    ("Key=a,Values=b, c d ,Other=", ("Other",), ""),
    ("a= [ {b='x y' } , ] ", ("a", 0, "b"), "'x y'"),
    ("a= [ {b='x y' } , ] ", ("a", 0), "{b='x y' }"),
    ("a= [ {b='x y' } , ] ", ("a",), "[ {b='x y' } , ]"),
    ("a=x", ("a", 0), "x"),
    ("a={b=x}", ("a", 0, "b"), "x"),
    ("a={b=x}", ("a", "c"), "{b=x}"),
    ("a={b={c=1,d=x},b={c=2}}", ("a", "b", "c"), "2"),
    ("a={b={c=1,d=x},b={c=2}}", ("a", "b", "d"), "{c=2}"),
    ("a=x", (), "a=x"),
]


@pytest.mark.parametrize(("text", "place", "stands"), SPANS)
def test_where_a_place_stands(text: str, place: tuple[str | int, ...], stands: str) -> None:
    start, end = span_of(text, place)
    assert text[start:end] == stands


@given(st.sampled_from([case["text"] for case in cases("readings")]) | testing.texts(), st.integers(0, 200))
def test_a_text_that_is_cut_has_parts_up_to_there(text: str, at: int) -> None:
    cut = text[:at]
    for part in PartScanner(cut):
        assert 0 <= part.start <= len(cut)


@pytest.mark.parametrize(("start", "part", "end"), ADVERSARIES.values(), ids=list(ADVERSARIES))
def test_time_grows_with_the_text_and_no_faster(start: str, part: str, end: str) -> None:
    def seconds(length: int) -> float:
        text = start + part * (length // len(part)) + end
        return seconds_of(lambda: deque(PartScanner(text), maxlen=0))

    short, long = seconds(5_000), seconds(50_000)
    assert long < 30 * short + 0.02
