"""The parts of an explanation: their remarks by example, and as a sequence that makes each on demand."""

from __future__ import annotations

import copy
import pickle
import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand import testing
from shorthand.editor.explained_parts import ExplainedParts
from shorthand.editor.explanation import ExplainedPart
from tests.cases import cases
from tests.editor.job import JOB
from tests.syntax.test_compiled_reader import seconds_of


@pytest.mark.parametrize("case", cases("remarks"), ids=lambda case: case["text"])
def test_the_remarks_on_each_part(case: dict[str, Any]) -> None:
    explanation = shorthand.explain(case["text"], JOB if case.get("shape") else None)
    found = [[part.path, *remark] for part in explanation.parts for remark in part.remarks]
    assert found == case["remarks"]


def test_the_parts_are_a_sequence() -> None:
    parts = shorthand.explain("Note=a,Count=1,Words=[b,c]", JOB).parts
    assert isinstance(parts, ExplainedParts)
    assert [part.path for part in parts] == ["Note", "Count", "Words", "Words[0]", "Words[1]"]
    assert parts[-1] == parts[4] == list(parts)[4]
    assert parts[1:3] == tuple(parts)[1:3]
    assert parts[0] in parts
    assert isinstance(parts[0], ExplainedPart)
    with pytest.raises(IndexError):
        parts[5]


@given(testing.texts())
def test_the_parts_are_the_same_in_any_order(text: str) -> None:
    parts = shorthand.explain(text).parts
    assert list(reversed(parts)) == list(parts)[::-1]


def test_parts_are_equal_to_a_tuple_of_them() -> None:
    parts, same = (shorthand.explain("Note=a,Count=1", JOB).parts for _ in range(2))
    assert parts == same == tuple(parts)
    assert tuple(parts) == parts
    assert hash(parts) == hash(same) == hash(tuple(parts))
    assert repr(parts) == repr(tuple(parts))
    assert parts != shorthand.explain("Note=b,Count=1", JOB).parts
    others: object = list(parts)
    assert parts != others


def test_parts_pickle_and_copy_as_a_tuple() -> None:
    parts = shorthand.explain("Note=a,Tags=[{Key=b}]", JOB).parts
    for same in (pickle.loads(pickle.dumps(parts)), copy.copy(parts), copy.deepcopy(parts)):
        assert same == parts


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Note@=file://a,Count@=file://b,Flag@=file://c", ["", "0", "true"]),
        ("Words@=[file://a,b],Kinds@=file://c", ["", ""]),
        ("Unknown@=file://a,Count@=file://b", ["", "0"]),
        ("Count=file://a,Note@=b", []),
        ("Note@=fileb://a", [b""]),
    ],
)
def test_a_file_is_replaced_by_something_that_fits(text: str, contents: list[str | bytes]) -> None:
    parts = shorthand.explain(text, JOB).parts
    assert isinstance(parts, ExplainedParts)
    assert list(parts.file_contents()) == contents


FAMILIES: dict[str, tuple[str, str, str]] = {
    "items in deep lists": ("a=" + "[" * 150, "b,", "b" + "]" * 150),
    "items in deep maps": ("a=" + "{a=" * 150 + "[", "b,", "b]" + "}" * 150),
    "empty items": ("a=[", ",", "]"),
    "a list without brackets": ("a=b", ",b", ""),
    "maps": ("a=[", "{},", "{}]"),
    "maps of one pair": ("a=[", "{a=b},", "{a=b}]"),
    "words": ("a=b", " c=d", ""),
    "quoted items": ("a=[", "'',", "'']"),
}


@pytest.mark.parametrize(("start", "part", "end"), FAMILIES.values(), ids=list(FAMILIES))
def test_memory_is_at_most_sixty_times_the_text(start: str, part: str, end: str) -> None:
    text = start + part * (40_000 // len(part)) + end
    shorthand.explain(text[:100])
    tracemalloc.start()
    try:
        explanation = shorthand.explain(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(explanation.parts) > 0
    assert peak < 60 * len(text)


@pytest.mark.parametrize(("start", "part", "end"), FAMILIES.values(), ids=list(FAMILIES))
def test_the_time_to_make_all_parts_is_linear(start: str, part: str, end: str) -> None:
    def seconds(length: int) -> float:
        parts = shorthand.explain(start + part * (length // len(part)) + end).parts
        return seconds_of(lambda: sum(1 for _ in parts))

    short, long = seconds(2_000), seconds(20_000)
    assert long < 30 * short + 0.05


@given(st.text("ab=,[]{}'\"\\ @", max_size=14))
def test_any_text_has_parts(text: str) -> None:
    parts: Any = shorthand.explain(text).parts
    assert len(parts) == len(list(parts))
