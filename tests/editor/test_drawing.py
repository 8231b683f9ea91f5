"""How an error is drawn: the line, the mark beneath it, and what is cut."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.errors import ShorthandError
from shorthand.errors.rendering import render, underlined, width


@pytest.mark.parametrize(
    ("text", "span", "line", "mark"),
    [
        ("Key=a,Value=b", (6, 11), "Key=a,Value=b", "      ^~~~~"),
        ("a=b,\nc=d", (5, 6), "c=d", "^"),
        ("a=b\tc", (4, 5), "a=b→c", "    ^"),
        ("日本=x", (3, 4), "日本=x", "     ^"),
        ("e\u0301=x", (2, 3), "e\u0301=x", " ^"),
        ("a=😀b", (3, 4), "a=😀b", "    ^"),
        ("a=❤\ufe0fb", (4, 5), "a=❤b", "   ^"),
        ("a=\x00\x7f", (3, 4), "a=␀␡", "   ^"),
        ("a=\u200b", (2, 3), "a=�", "  ^"),
        ("a=b", (3, 3), "a=b", "   ^"),
        ("a=b\nc=d", (2, 7), "a=b", "  ^"),
    ],
)
def test_the_mark_stands_under_the_span(text: str, span: tuple[int, int], line: str, mark: str) -> None:
    assert underlined(text, span) == (line, mark)


def test_a_long_line_is_cut_around_the_span() -> None:
    line, mark = underlined("a=" + "b" * 500 + '"' + "c" * 500, (502, 503))
    assert len(line) < 110
    assert line[len(mark) - 1] == '"'
    assert line.startswith("…")
    assert line.endswith("…")


@given(st.text(), st.data())
def test_any_span_of_any_text_is_drawn_on_two_lines(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, mark = underlined(text, (start, end))
    assert all(unicodedata.category(char) not in ("Cc", "Cs") for char in line)
    assert set(mark.strip(" ")) <= {"^", "~"}
    assert width(mark) <= max(width(line), 1) + 1


def test_lines_and_columns_count_from_one() -> None:
    error = ShorthandError("it is wrong", text="a=b,\nc=d", span=(5, 6))
    assert (error.line, error.column) == (2, 1)


def test_what_can_be_coloured_is_handed_over_by_its_role() -> None:
    error = ShorthandError("it is wrong", text="a", span=(0, 1), path="a[0]", hint="mend it", fix="b")
    assert render(error.diagnostics, lambda role, piece: f"<{role.value}>{piece}</>") == (
        "<place>a[0]</>: <reason>it is wrong</>\n"
        "  at line 1, column 1:\n"
        "    a\n"
        "    <mark>^</>\n"
        "  <label>hint:</> mend it\n"
        "  <label>try:</> <fix>b</>"
    )
