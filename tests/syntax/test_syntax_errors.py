"""Syntax errors: what is unexpected, where, and what is expected instead."""

import pytest

from shorthand.syntax._transitions import STATES
from shorthand.syntax.syntax_errors import _EXPECTED, expected, syntax_error
from tests.syntax.test_walk import walked

# The text, the reason, what is expected, and the span.
ERRORS = [
    ("", "unexpected end of text", "a key and '='", (0, 0)),
    ("a", "unexpected end of text", "a key and '='", (1, 1)),
    ("a @ ", "unexpected end of text", "a key and '='", (4, 4)),
    ("my key=x", "unexpected 'k'", "a key and '='", (3, 4)),
    ("a@b=c", "unexpected 'b'", "a key and '='", (2, 3)),
    (" a=b", "unexpected ' '", "a key and '='", (0, 1)),
    (" @x", "unexpected 'x'", "a key and '='", (2, 3)),
    (" =b,  c d=e", "unexpected 'd'", "a key and '='", (8, 9)),
    ("\ufeffa=b", "unexpected U+FEFF", "a key and '='", (0, 1)),
    ("a=b,", "unexpected end of text", "a key and '='", (4, 4)),
    ("a=b,  c d=e", "unexpected 'd'", "a key and '='", (8, 9)),
    ("a==b", "unexpected '='", "a value or ','", (2, 3)),
    ("a=😀", "unexpected '😀'", "a value or ','", (2, 3)),
    ("a=\x01", "unexpected U+0001", "a value or ','", (2, 3)),
    ("a=b]", "unexpected ']'", "','", (3, 4)),
    ("a=[b]]", "unexpected ']'", "','", (5, 6)),
    ("a=[b", "unexpected end of text", "',' or ']'", (4, 4)),
    ("a=[b}", "unexpected '}'", "',' or ']'", (4, 5)),
    ("a=[", "unexpected end of text", "a value or ',' or ']'", (3, 3)),
    ("a={", "unexpected end of text", "a key and '=' or '}'", (3, 3)),
    ("a={b=c", "unexpected end of text", "',' or '}'", (6, 6)),
    ("a={b=c,d}", "unexpected '}'", "a key and '=' or '}'", (8, 9)),
    ("a={,}", "unexpected ','", "a key and '=' or '}'", (3, 4)),
    ('a="b', 'the quote " is not closed', 'a closing "', (2, 3)),
    ("a=b,c='d", "the quote ' is not closed", "a closing '", (6, 7)),
    ('a=b"', "unexpected '\"'", "','", (3, 4)),
    ("a=" + "[" * 201, "brackets are nested more than 200 deep", "", (202, 203)),
]


@pytest.mark.parametrize(("text", "reason", "wanted", "span"), ERRORS)
def test_the_error(text: str, reason: str, wanted: str, span: tuple[int, int]) -> None:
    error = syntax_error(walked(text))
    assert (error.reason, error.diagnostics[0].expected, error.span, error.text) == (reason, wanted, span, text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["a key and '='"]),
        ("a=", ["a value", "','", "end of text"]),
        ("a=b", ["','", "end of text"]),
        ("a=[b", ["','", "']'"]),
        ("a={b=", ["a value", "','"]),
    ],
)
def test_what_is_expected_at_the_end_of_a_text(text: str, names: list[str]) -> None:
    assert expected(walked(text)) == names


def test_every_terminal_has_a_name_for_people() -> None:
    terminals = {one.terminal for state in STATES for one in state.transitions.values()}
    assert {*_EXPECTED} == terminals
