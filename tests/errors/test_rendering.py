"""How errors are drawn: the line, the caret under the span, and what is cut or replaced."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.errors import Diagnostic, ShorthandError, Span
from shorthand.errors.rendering import Role, plain, printable, render, underlined, width
from shorthand.errors.shell_quoting import Shell


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
def test_the_mark_is_under_the_span(text: str, span: Span, line: str, mark: str) -> None:
    assert underlined(text, span) == (line, mark)


def test_a_long_line_is_cut_around_the_span() -> None:
    line, mark = underlined("a=" + "b" * 500 + '"' + "c" * 500, (502, 503))
    assert len(line) < 110
    assert line[len(mark) - 1] == '"'
    assert line.startswith("…")
    assert line.endswith("…")


@pytest.mark.parametrize(("at", "starts", "ends"), [(0, "b", "…"), (999, "…", "b"), (500, "…", "…")])
def test_only_the_cut_ends_of_a_line_are_marked(at: int, starts: str, ends: str) -> None:
    line, mark = underlined("b" * 1000, (at, at + 1))
    assert line.startswith(starts)
    assert line.endswith(ends)
    assert len(mark) <= len(line)


@given(st.text(), st.data())
def test_any_span_of_any_text_is_drawn_on_two_lines(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, mark = underlined(text, (start, end))
    assert all(unicodedata.category(char) not in ("Cc", "Cs") for char in line)
    assert set(mark.strip(" ")) <= {"^", "~"}
    assert width(mark) <= max(width(line), 1) + 1


UNSAFE = [
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2028\u2029\u2066\u2067\u2068\u2069\ufeff\ud800",
]


@pytest.mark.parametrize("char", UNSAFE, ids=lambda char: f"U+{ord(char):04X}")
def test_a_character_that_moves_the_cursor_is_drawn_as_a_visible_one(char: str) -> None:
    shown = printable(f"a{char}b")
    assert (shown[0], shown[2], len(shown), width(shown)) == ("a", "b", 3, 3)
    assert char not in shown


@pytest.mark.parametrize("char", UNSAFE, ids=lambda char: f"U+{ord(char):04X}")
def test_nothing_that_moves_the_cursor_leaves_a_drawn_error(char: str) -> None:
    odd = f"a{char}b"
    diagnostic = Diagnostic(odd, text=odd, span=(0, 3), place=(odd,), expected=odd, hint=odd, fix=odd)
    drawn = render([diagnostic])
    # Of a fix, line breaks and tabs are to be typed.
    assert drawn.count(char) == (1 if char == "\t" else drawn.count("\n") if char == "\n" else 0)
    assert len(render([Diagnostic(odd, hint=odd)]).split("\n")) == 2


@pytest.mark.parametrize("shell", ["sh", "bash", "zsh"])
def test_a_fix_with_characters_that_no_terminal_draws_can_be_pasted(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    # No command line carries a NUL, and no text that is not Unicode.
    for char in [char for char in UNSAFE if char not in "\0\ud800"] + ["\udc80"]:
        fix = f"Key='it%s\\ $x {char}é'\""
        drawn = render([Diagnostic("wrong", text="a", fix=fix)], shell=Shell.POSIX)
        command = drawn.partition("try: ")[2]
        done = subprocess.run(
            [shell, "-c", f"printf %s {command}"],
            capture_output=True,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
            check=True,
        )
        assert done.stdout.decode("utf-8", "surrogateescape") == fix


@pytest.mark.parametrize("shell", [None, Shell.POWERSHELL, Shell.CMD])
def test_a_fix_that_cannot_be_typed_as_it_is_shown_is_not_shown(shell: Shell | None) -> None:
    assert "try:" not in render([Diagnostic("wrong", text="a", fix="a\x1b")], shell=shell)


@given(st.text(max_size=20))
def test_printable_text_stays_as_it_is(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    assert len(once) == len(text) - sum(char in "\ufe0e\ufe0f" for char in text)


@pytest.mark.parametrize(
    ("text", "cells"), [("", 0), ("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("😀", 2), ("ａ", 2), ("→", 1)]
)
def test_the_width_counts_terminal_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_every_piece_is_painted_by_its_role() -> None:
    error = ShorthandError("it is wrong", text="a", span=(0, 1), path="a[0]", expected="b", hint="write b", fix="b")
    assert render(error.diagnostics, lambda role, piece: f"<{role.value}>{piece}</>") == (
        "<place>a[0]</>: <reason>it is wrong</>\n"
        "  at line 1, column 1:\n"
        "    a\n"
        "    <mark>^</>\n"
        "  <label>expected:</> b\n"
        "  <label>hint:</> write b\n"
        "  <label>try:</> <fix>b</>"
    )
    assert plain(Role.FIX, "b") == "b"


def test_ten_of_many_errors_are_drawn() -> None:
    found = [Diagnostic(f"number {number}") for number in range(25)]
    assert render(found).split("\n") == [*(f"number {number}" for number in range(10)), "and 15 more"]
    assert render(found[:10]).split("\n")[-1] == "number 9"


def test_a_fix_that_errors_share_is_drawn_once() -> None:
    one = Diagnostic("first", text="a", fix="b")
    assert render([one, Diagnostic("second", text="a", fix="b")]) == "first\nsecond\n  try: b"
    assert render([one, Diagnostic("second", text="c", fix="b")]) == "first\n  try: b\nsecond\n  try: b"


def test_a_fix_of_several_words_is_quoted_for_a_shell() -> None:
    diagnostic = Diagnostic("it is wrong", fix="a b", fix_tokens=("a b", "c"))
    assert render([diagnostic], shell=Shell.POSIX) == "it is wrong\n  try: 'a b' c"
    assert render([diagnostic], shell=Shell.NONE) == "it is wrong\n  try: a b c"
    assert render([diagnostic]) == "it is wrong\n  try: a b"


def test_a_very_long_fix_is_not_drawn() -> None:
    assert "try:" in render([Diagnostic("it is wrong", fix="a" * 2000)])
    assert render([Diagnostic("it is wrong", fix="a" * 2001)]) == "it is wrong"


def test_lines_before_the_text_are_counted() -> None:
    assert "at line 12, column 1" in render([Diagnostic("it is wrong", text="\na", span=(1, 2))], lines_before=10)
