"""The first fault of a JSON text in our own words, alike on every Python, and only where Python's parser finds one."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shorthand.codec.json_walk import walk_json
from shorthand.errors import ShorthandSyntaxError, Span

FAULTS: list[tuple[str, str, Span, str]] = [
    ("", "invalid JSON: unexpected end of text", (0, 0), "a value"),
    ("  ", "invalid JSON: unexpected end of text", (2, 2), "a value"),
    ("[", "invalid JSON: unexpected end of text", (1, 1), "a value or ']'"),
    ("[1", "invalid JSON: unexpected end of text", (2, 2), "',' or ']'"),
    ("[1,", "invalid JSON: unexpected end of text", (3, 3), "a value"),
    ("[1,]", "invalid JSON: unexpected ']'", (3, 4), "a value"),
    ("[,1]", "invalid JSON: unexpected ','", (1, 2), "a value or ']'"),
    ("[1 2]", "invalid JSON: unexpected '2'", (3, 4), "',' or ']'"),
    ("[1}", "invalid JSON: unexpected '}'", (2, 3), "',' or ']'"),
    ("[a]", "invalid JSON: unexpected 'a'", (1, 2), "a value"),
    ("[file://x", "invalid JSON: unexpected 'file'", (1, 5), "a value"),
    ("{", "invalid JSON: unexpected end of text", (1, 1), "a key in double quotes or '}'"),
    ("{a: 1}", "invalid JSON: unexpected 'a'", (1, 2), "a key in double quotes or '}'"),
    ("{'a': 1}", 'invalid JSON: unexpected "\'"', (1, 2), "a key in double quotes or '}'"),
    ('{"a" 1}', "invalid JSON: unexpected '1'", (5, 6), "':'"),
    ('{"a": }', "invalid JSON: unexpected '}'", (6, 7), "a value"),
    ('{"a": 1,}', "invalid JSON: unexpected '}'", (8, 9), "a key in double quotes"),
    ('{"a": 1 "b": 2}', "invalid JSON: unexpected '\"b\"'", (8, 11), "',' or '}'"),
    ('{"a": 1]', "invalid JSON: unexpected ']'", (7, 8), "',' or '}'"),
    ("1 2", "invalid JSON: unexpected '2'", (2, 3), "end of text"),
    ("[]]", "invalid JSON: unexpected ']'", (2, 3), "end of text"),
    ("\ufeff[]", "invalid JSON: unexpected U+FEFF", (0, 1), "a value"),
    ("\xa01", "invalid JSON: unexpected U+00A0", (0, 1), "a value"),
    ('["a]', 'invalid JSON: the quote " is not closed', (1, 2), 'a closing "'),
    ('["a\\', 'invalid JSON: the quote " is not closed', (1, 2), 'a closing "'),
    ('["a\nb"]', "invalid JSON: unexpected U+000A in a string", (3, 4), r"an escape such as \n"),
    (
        r'["C:\dir"]',
        r"invalid JSON: unexpected '\\d' in a string",
        (4, 6),
        r"an escape: \" \\ \/ \b \f \n \r \t or \u and four hexadecimal digits",
    ),
    ("[NaN]", "NaN is not a JSON number", (1, 4), ""),
    ("-Infinity", "-Infinity is not a JSON number", (0, 9), ""),
    ("[NaNx]", "invalid JSON: unexpected 'NaNx'", (1, 5), "a value"),
    ("[1e999]", "1e999 is too large for a floating-point number", (1, 6), ""),
    ("[1e999x]", "invalid JSON: unexpected '1e999x'", (1, 7), "a value"),
    ("[01]", "invalid JSON: unexpected '01'", (1, 3), "a value"),
    ("[1.]", "invalid JSON: unexpected '1.'", (1, 3), "a value"),
    ("[-]", "invalid JSON: unexpected '-'", (1, 2), "a value"),
    ("1" * 4301, "the number has more than 4300 digits", (0, 4301), ""),
    ("9" * 400 + ".5", "the number is too large for a floating-point number", (0, 402), ""),
    ("[" * 501, "the JSON is nested too deep: more than 500 levels", (500, 501), ""),
]


@pytest.mark.parametrize(("text", "reason", "span", "expected"), FAULTS, ids=[fault[0][:20] for fault in FAULTS])
def test_the_first_fault(text: str, reason: str, span: Span, expected: str) -> None:
    with pytest.raises(ShorthandSyntaxError) as caught:
        list(walk_json(text, deepest=500))
    assert (caught.value.reason, caught.value.span, caught.value.expected) == (reason, span, expected)


def test_each_key_and_value_has_its_place_and_span() -> None:
    text = ' {"a": [1, {"b\\n": null}], "": "x,y"} '
    found = [(tuple(place), is_key, text[slice(*span)]) for place, is_key, span in walk_json(text, deepest=500)]
    assert found == [
        (("a",), True, '"a"'),
        (("a", 0), False, "1"),
        (("a", 1, "b\n"), True, '"b\\n"'),
        (("a", 1, "b\n"), False, "null"),
        (("a", 1), False, '{"b\\n": null}'),
        (("a",), False, '[1, {"b\\n": null}]'),
        (("",), True, '""'),
        (("",), False, '"x,y"'),
        ((), False, text.strip()),
    ]


def test_as_deep_as_may_be() -> None:
    assert sum(1 for _ in walk_json("[[[]]]", deepest=3)) == 3
    with pytest.raises(ShorthandSyntaxError, match="more than 2 levels"):
        list(walk_json("[[[]]]", deepest=2))


LEXEMES = st.lists(
    st.sampled_from(
        [
            *"{}[],:\"\\ \n\xa0\ufeffé'",
            *('"a"', '"b":', '"\\u0041"', '"\\u12"', '"\x01"', '"\\ud800"', "true", "null", "nul", "NaN", "NaNx"),
            *("1", "-1", "0", "01", "1.5", "1.", ".5", "1e5", "1e999", "1e999x", "-", "-Infinity"),
        ]
    ),
    max_size=9,
).map("".join)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def slips(draw: st.DrawFn) -> str:
    """JSON texts with one slip, most of which are no longer JSON."""
    text = json.dumps(draw(VALUES), ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 1])))
    start = draw(st.integers(0, len(text)))
    return text[:start] + draw(LEXEMES) + text[start + draw(st.integers(0, 2)) :]


def is_json(text: str) -> bool:
    def refuse(_: str) -> Any:
        raise ValueError

    def finite(digits: str) -> float:
        return float(digits) if math.isfinite(float(digits)) else refuse(digits)

    try:
        json.loads(text, parse_constant=refuse, parse_float=finite)
    except ValueError:
        return False
    return True


@given(LEXEMES | slips() | st.text())
@example('{"a": NaNx}')
@example("[1e999x]")
def test_the_walk_and_the_parser_take_the_same_texts(text: str) -> None:
    found = walked(text)
    assert (found is None) == is_json(text)
    if found is not None:
        assert found.span is not None
        assert 0 <= found.span[0] <= found.span[1] <= len(text)


def walked(text: str) -> ShorthandSyntaxError | None:
    """Return the fault of a text; None where it is JSON."""
    try:
        *_, last = [tuple(place) for place, _, _ in walk_json(text, deepest=500)]
    except ShorthandSyntaxError as error:
        return error
    assert last == ()
    return None
