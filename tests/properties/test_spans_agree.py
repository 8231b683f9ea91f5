"""One scan for many places finds the spans that a table of all parts does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shorthand import testing
from shorthand.errors import Place
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.spans import Places, span_of, spans_of

TEXTS = testing.texts() | testing.broken_texts() | st.text("ab=,[]{}'\" ", max_size=16)
STEPS: st.SearchStrategy[str | int] = st.sampled_from(["a", "b", "", 0, 1])


@st.composite
def places(draw: st.DrawFn, text: str) -> Place:
    """Places of parts of the text, most of them as they are, some with a step too many, too few or changed."""
    known = [part.place for part in PartScanner(text)] or [()]
    place = list(draw(st.sampled_from(known)))
    start, end = sorted(draw(st.tuples(st.integers(0, len(place)), st.integers(0, len(place)))))
    if draw(st.booleans()):
        place[start : min(end, start + 1)] = draw(st.lists(STEPS, max_size=2))
    return tuple(place)


@given(st.data(), TEXTS)
def test_many_spans_are_found_as_each_alone(data: st.DataObject, text: str) -> None:
    wanted = data.draw(st.lists(st.tuples(places(text), st.booleans()), min_size=1, max_size=5))
    table = Places(text)
    # The key of the text itself is not asked for.
    wanted = [(place, is_key and bool(place)) for place, is_key in wanted]
    expected = [table.span(place, key=is_key) for place, is_key in wanted]
    assert spans_of(text, wanted) == expected
    assert [span_of(text, place, key=is_key) for place, is_key in wanted] == expected
