"""The part scanner: each value of a text is a part, and the parts of a broken text go up to its error."""

from collections import deque

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import shorthand
from shorthand import testing
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import Part
from shorthand.syntax.spans import span_of
from tests.cases import cases
from tests.syntax.linear_time import ADVERSARIES, adversary, assert_linear


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


@given(st.sampled_from([case["text"] for case in cases("readings")]) | testing.texts(), st.integers(0, 200))
def test_a_text_that_is_cut_has_parts_up_to_there(text: str, at: int) -> None:
    cut = text[:at]
    for part in PartScanner(cut):
        assert 0 <= part.start <= len(cut)


def scanned(text: str) -> PartScanner:
    scanner = PartScanner(text)
    deque(scanner, maxlen=0)
    return scanner


def test_the_open_brackets_of_a_broken_text_are_its_frames() -> None:
    frames = scanned("a=1,b=[{c=2,d=").frames
    assert [frame.part and frame.part.step for frame in frames] == [None, "b", 0]
    assert [sorted(frame.pairs) for frame in frames] == [["a"], [], ["c"]]
    assert [frame.pair and frame.pair.step for frame in frames] == ["b", None, "d"]
    assert [frame.part.closed for frame in frames if frame.part] == [False, False]
    assert [frame.part.end for frame in frames if frame.part] == [14, 14]


@pytest.mark.parametrize(("text", "reads"), [("", False), ("a=b", False), ("a@=b", True), ("a@=[{c=d}]", False)])
def test_whether_the_last_key_reads_files(text: str, reads: bool) -> None:
    assert scanned(text).last_key_reads is reads


def test_each_part_comes_once_and_in_order() -> None:
    places = [part.place for part in PartScanner("a={b=c,d=[e,{},[]]},f=g,h")]
    assert places == [
        *(("a",), ("a", "b"), ("a", "d"), ("a", "d", 0), ("a", "d", 1), ("a", "d", 2)),
        *(("f",), ("f", 0), ("f", 1)),
    ]


@pytest.mark.parametrize("text", ["a@=[b,,[c],{}]", "a@=b,c", "a@=,c"])
def test_what_a_file_key_has_reads_files(text: str) -> None:
    assert {part.reads for part in PartScanner(text)} == {True}


def test_the_pairs_of_a_frame_are_its_parts() -> None:
    pairs = scanned("a=1,b=2,").frames[0].pairs
    assert {key: part.raw for key, part in pairs.items()} == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("text", "string"),
    [
        (r"a='it\'s \\ \"'", r"it's \ \""),
        (r'a="say \"hi\" \\ \'"', r"""say "hi" \ \'"""),
        (r"a=b\,c\d ", r"b,c\d"),
    ],
)
def test_the_string_of_a_scalar(text: str, string: str) -> None:
    (part,) = list(PartScanner(text))
    assert part.raw == string
    assert shorthand.loads(text) == {"a": string}


ATTRIBUTES = [
    ("a @ = b ", (("a",), (6, 7), (0, 1), "b", True, 0)),
    ("=b", (("",), (1, 2), (0, 1), "b", False, 0)),
    ("a= [ b , c ] ", (("a",), (3, 12), (0, 1), None, False, 2)),
    ("a=b,c ,d", (("a",), (2, 8), (0, 1), None, False, 3)),
    ("a=b , c ,d=e", (("a",), (2, 7), (0, 1), None, False, 2)),
    ("a={b=c,b=d,e=f}", (("a",), (2, 15), (0, 1), None, False, 2)),
    ("a=[b", (("a",), (2, 4), (0, 1), None, False, 0)),
]


@pytest.mark.parametrize(("text", "attributes"), ATTRIBUTES)
def test_the_attributes_of_the_first_part(text: str, attributes: tuple[object, ...]) -> None:
    part = list(PartScanner(text))[0]  # noqa: RUF015 -- a part is complete when the text is read
    assert (part.place, part.span, part.key, part.raw, part.reads, part.count) == attributes


@pytest.mark.parametrize(("start", "part", "end"), ADVERSARIES.values(), ids=list(ADVERSARIES))
def test_time_is_linear(start: str, part: str, end: str) -> None:
    assert_linear(lambda length: scanned(adversary(start, part, end, length)), 5_000)
