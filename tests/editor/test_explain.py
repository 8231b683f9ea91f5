"""How a text is explained: the screens, the remarks, and over generated shapes that it agrees with the reading."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shorthand
from shorthand import shapes, testing
from shorthand.cli.json_output import explanation_data
from shorthand.errors.rendering import printable, width
from shorthand.shapes import Shape
from tests.cases import cases
from tests.suggest.test_slips import slipped
from tests.syntax.linear_time import seconds_of

JOB = shapes.Structure(
    {
        "Note": shapes.String(),
        "Kind": shapes.String(enum=("Prefix", "List")),
        "Kinds": shapes.List(shapes.String(enum=("Prefix", "List"))),
        "Words": shapes.List(shapes.String()),
        "Count": shapes.Integer(),
        "Flag": shapes.Boolean(),
        "Limits": shapes.Map(shapes.String(enum=("Cpu", "Ram")), shapes.Integer()),
        "Tags": shapes.List(shapes.Structure({"Key": shapes.String(), "Size": shapes.Integer()}, required=("Key",))),
    }
)

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


@pytest.mark.parametrize("case", cases("remarks"), ids=lambda case: case["text"])
def test_what_is_remarked(case: dict[str, Any]) -> None:
    explanation = shorthand.explain(case["text"], JOB if case.get("shape") else None)
    found = [[part.path, *remark] for part in explanation.parts for remark in part.remarks]
    assert found == case["remarks"]


def test_a_long_text_is_wrapped_and_its_parts_are_listed() -> None:
    text = ",".join(f"Key{number}={'x' * number}" for number in range(60))
    lines = shorthand.explain(text).draw(width=60).splitlines()
    assert "".join(lines[: lines.index("")]) == text
    rows = lines[lines.index("") + 1 :]
    assert len(rows) == 60
    assert max(map(width, rows)) <= 60
    assert rows[59].endswith("…")


def test_marks_stand_under_what_they_mark() -> None:
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


@pytest.mark.parametrize(
    ("text", "shape", "expected"),
    [
        ("a=", None, "a value or ',' or end of text"),
        ("a=[b", None, "',' or ']'"),
        ("a={", None, "a key and '=' or '}'"),
        ("a=[b] ", None, "',' or end of text"),
        ("", JOB, "Note=, Kind=, Kinds=, Words=, Count=, Flag=, Limits={, Tags=["),
        ("Tags=[{", JOB, "Key=, Size= or '}'"),
    ],
)
def test_what_could_follow(text: str, shape: Shape | None, expected: str) -> None:
    explanation = shorthand.explain(text, shape)
    assert (explanation.expected, explanation.end) == (
        expected,
        len(text.rstrip()) if text.endswith(" ") else len(text),
    )


def test_a_scalar_option_is_explained_as_it_stands() -> None:
    (part,) = shorthand.explain("a,b", shapes.List(shapes.String())).parts
    assert (part.form, part.type, part.value, part.span) == ("plain", "string", "a,b", (0, 3))
    explanation = shorthand.explain("x", shapes.Integer())
    assert isinstance(explanation.error, shorthand.ShorthandTypeError)


def as_read(text: str, shape: Shape | None, files: Any = None) -> tuple[Any, shorthand.ShorthandError | None]:
    try:
        if shape is None:
            return shorthand.loads(text, files=files), None
        return shorthand.loads_option([text], shape, files=files), None
    except shorthand.ShorthandError as error:
        return None, error


def value_at(value: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        value = value[step]
    return value


@given(st.one_of(slipped(), testing.shapes().flatmap(lambda shape: st.tuples(st.just(shape), with_token(shape)))))
@settings(max_examples=100)
def test_agrees_with_the_reading(case: tuple[Shape, list[str]]) -> None:
    shape, tokens = case
    agrees_with_the_reading(tokens[0], shape)


def with_token(shape: Shape) -> st.SearchStrategy[list[str]]:
    return testing.texts(shape).map(lambda text: [text])


def agrees_with_the_reading(text: str, shape: Shape) -> None:
    """The error is that of the reading, and where there is none each part has its value."""
    explanation = shorthand.explain(text, shape)
    assert str(explanation)
    assert json.loads(json.dumps(explanation_data(explanation), default=repr))["text"] == text
    value, error = as_read(text, shape, lambda reference: "")
    if "file" not in text:
        assert str(explanation.error) == str(error)
    for part in explanation.parts:
        assert 0 <= part.span[0] <= part.span[1] <= len(text)
    if error is None and "@" not in text and text[:1] not in ("[", "{"):
        for part in explanation.parts:
            if part.form not in ("plain", "json"):
                found = value_at(value, part.place)
                assert part.type
                assert part.value is None or part.value == found
                assert isinstance(found, (list, dict)) or part.value == found
            assert "error" not in {remark.kind for remark in part.remarks}


@given(testing.broken_texts() | st.text("ab=,[]{}'\"\\ @:\n", max_size=12))
def test_any_text_is_explained_as_far_as_it_makes_sense(text: str) -> None:
    explanation = shorthand.explain(text)
    assert str(explanation.error) == str(as_read(text, None)[1])
    assert str(explanation)
    assert all(part.span[0] <= explanation.end for part in explanation.parts)
    assert explanation.expected


@pytest.mark.parametrize("part", ["a=b,\n", "a={b=c,b=", "a=[b,c\\,d='e',f ; g=h],", "a@=file://f,", "a b=c "])
def test_time_grows_with_the_text_and_no_faster(part: str) -> None:
    def seconds(length: int) -> float:
        text = part * (length // len(part))
        return seconds_of(lambda: str(shorthand.explain(text)))

    short, long = seconds(1_000), seconds(10_000)
    assert long < 30 * short + 0.05
