"""How an explanation is drawn: screens as people see them, and what is cut, wrapped or replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand.editor.drawing import draw, lines_of_parts
from shorthand.errors.rendering import Role, plain, printable, width
from shorthand.shapes import Shape
from tests.editor.job import JOB
from tests.errors.test_rendering import UNSAFE

SCREENS = [
    (
        "Key=env,Values=prod,'te st',Other=",
        None,
        """\
Key=env,Values=prod,'te st',Other=
    ~~~                              Key        string  bare
               ~~~~~~~~~~~~          Values     list    comma list
               ~~~~                  Values[0]  string  bare
                    ~~~~~~~          Values[1]  string  single-quoted
                                  ^  Other      string  empty
""",
    ),
    (
        "Tags=[{Key=a\\,b,Size=10},{Key=日本}],Flag=TRUE",
        JOB,
        """\
Tags=[{Key=a\\,b,Size=10},{Key=日本}],Flag=TRUE
     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~            Tags          list of structure  list in brackets
      ~~~~~~~~~~~~~~~~~~                        Tags[0]       structure          map in braces
           ~~~~                                 Tags[0].Key   string             escaped = "a,b"
                     ~~                         Tags[0].Size  integer            bare = 10
                         ~~~~~~~~~~             Tags[1]       structure          map in braces
                              ~~~~              Tags[1].Key   string             bare
                                          ~~~~  Flag          boolean            bare = true
""",
    ),
    (
        "Kind=Prefx,Note=a Kind=b",
        JOB,
        """\
Kind=Prefx,Note=a Kind=b
     ~~~~~                Kind  string  bare
                          not listed: 'Prefx' is not one of the documented values (Prefix, List);
                          did you mean Prefix?
                ~~~~~~~~  Note  string  bare
                          likely a mistake: Kind= is part of this value; put a comma between pairs
""",
    ),
    (
        "Count=1,Tags=[{Key=a,",
        JOB,
        """\
Count=1,Tags=[{Key=a,
      ~                 Count        integer            bare = 1
             ~~~~~~~~   Tags         list of structure  list in brackets
              ~~~~~~~   Tags[0]      structure          map in braces
                   ~    Tags[0].Key  string             bare
                     ^  here could follow: Size= or '}'
""",
    ),
    (
        "a=x\ny,\nb=z",
        None,
        """\
a=x
y,
b=z

1:3  a  string  bare  x␊y
3:3  b  string  bare  z
""",
    ),
]


@pytest.mark.parametrize(("text", "shape", "screen"), SCREENS, ids=[text for text, _, _ in SCREENS])
def test_the_screen(text: str, shape: Shape | None, screen: str) -> None:
    # An error's own lines come last, and are tested with the errors.
    drawn = str(shorthand.explain(text, shape)).splitlines()
    assert drawn[: screen.count("\n")] == screen.splitlines()


def test_a_long_text_is_wrapped_and_its_parts_are_listed() -> None:
    text = ",".join(f"Key{number}={'x' * number}" for number in range(60))
    lines = shorthand.explain(text).draw(width=60).splitlines()
    assert "".join(lines[: lines.index("")]) == text
    rows = lines[lines.index("") + 1 :]
    assert len(rows) == 60
    assert max(map(width, rows)) <= 60
    assert rows[59].endswith("…")


def test_marks_are_under_what_they_mark() -> None:
    text = "a=e\u0301x,b='日本\t😀\u200d',c=[d,'👩🏽'],e='\x1b'"
    explanation = shorthand.explain(text)
    lines = str(explanation).splitlines()
    assert lines[0] == printable(text)
    for part, line in zip(explanation.parts, lines[1:], strict=True):
        start, end = part.span
        before, mark = width(printable(text[:start])), width(printable(text[start:end]))
        assert line[:before].strip() == ""
        assert line[before : before + mark + 1] == "~" * mark + " "


def test_no_control_character_reaches_the_terminal() -> None:
    drawn = str(shorthand.explain("a='\x1b[31m\x07',b@=file://\x1c,c='\x01\\''"))
    assert not {"\x1b", "\x07", "\x1c", "\x01"} & set(drawn)


@pytest.mark.parametrize("char", [char for char in UNSAFE if char != "\n"], ids=lambda char: f"U+{ord(char):04X}")
def test_no_character_that_moves_the_cursor_is_drawn(char: str) -> None:
    drawn = str(shorthand.explain(f"a='{char}',b@='file://{char}',c=\"{char}"))
    assert char not in drawn


def test_a_long_path_is_cut_in_the_middle() -> None:
    text = "first=" + "{middle=" * 40 + "{last=b}" + "}" * 40
    row = str(shorthand.explain(text)).splitlines()[-1]
    path = row.split()[1]
    assert len(path) == 60
    assert path.startswith("first.middle.middle.")
    assert path.endswith(".middle.middle.last")
    assert path.count("…") == 1


@given(st.text("ab=,[]{}'\"\\ @:\n日\x1b", max_size=16), st.integers(20, 120))
def test_any_explanation_is_drawn_at_any_width(text: str, cells: int) -> None:
    explanation = shorthand.explain(text)
    drawn = draw(explanation, cells, plain)
    lines = list(lines_of_parts(explanation, cells, plain))
    assert drawn.startswith("\n".join(lines))
    assert "\x1b" not in drawn
    assert all(line == line.rstrip() for line in lines)


def test_the_error_is_drawn_below_and_not_repeated_beside_its_part() -> None:
    drawn = str(shorthand.explain("Count=x", JOB))
    assert drawn.count("expected an integer, got 'x'") == 1
    assert not [line for line in lines_of_parts(shorthand.explain("Count=x", JOB), 100, plain) if "expected" in line]


def test_every_piece_is_painted_by_its_role() -> None:
    drawn = draw(
        shorthand.explain("Kind=Prefx,Count=10", JOB), 100, lambda role, piece: f"<{role.value}>{piece}</>"
    ).splitlines()
    assert drawn == [
        "<text>Kind=Prefx,Count=10</>",
        "     <part>~~~~~</>           <path>Kind </>  <type>string </>  bare",
        "                     <enum>not listed: </>'Prefx' is not one of the documented values (Prefix, List); did you",
        "                     mean Prefix?",
        "                 <part>~~</>  <path>Count</>  <type>integer</>  bare = <value>10</>",
    ]
    assert Role("enum") is Role.ENUM


def test_many_lines_are_joined_without_loss() -> None:
    text = ",".join(f"key{number}={number}" for number in range(3000))
    explanation = shorthand.explain(text)
    drawn = str(explanation)
    assert drawn == "\n".join(lines_of_parts(explanation, 100, plain))
    assert drawn.splitlines()[-1].split()[-4:] == ["key2999", "string", "bare", "2999"]


@pytest.mark.parametrize("width", [0, -1, 1, 2])
def test_a_line_of_no_width_is_drawn(width: int) -> None:
    for text in ("", "Key=a,Values=b,c", "Key='a\nb'", "Key=["):
        shorthand.explain(text).draw(width)
