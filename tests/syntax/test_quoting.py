"""One string at each position: the forms in which it is written read back, and the best is the first."""

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand.syntax.quoting import Position, forms, is_fragile, quote

# A text with one string at a position, and where its value is.
TEXTS: dict[Position, tuple[str, Callable[[Any], Any]]] = {
    Position.VALUE: ("a={},b=c", lambda raw: raw["a"]),
    Position.ELEMENT: ("a=x,{},b=c", lambda raw: raw["a"][1]),
    Position.ITEM: ("a=[{},x]", lambda raw: raw["a"][0]),
    Position.LAST_ITEM: ("a=[{}]", lambda raw: raw["a"][0]),
    Position.MEMBER: ("a={{b={},c=d}}", lambda raw: raw["a"]["b"]),
    Position.LAST_MEMBER: ("a={{b={}}}", lambda raw: raw["a"]["b"]),
}
STRINGS = st.text(alphabet="ab=,[]{}'\"\\ @\t\x01é\U0001f600", max_size=6)


@given(STRINGS, st.sampled_from(Position))
def test_every_form_reads_back(string: str, position: Position) -> None:
    text, value = TEXTS[position]
    for form in forms(string, position):
        # A space keeps a backslash from escaping the comma that follows.
        spliced = text.format(form + " " if form.endswith("\\") else form)
        assert value(shorthand.loads(spliced)) == string, spliced


@given(STRINGS)
def test_a_quoted_string_reads_back_at_every_position(string: str) -> None:
    with contextlib.suppress(shorthand.UnrepresentableError):
        quoted = quote(string)
        for text, value in TEXTS.values():
            assert value(shorthand.loads(text.format(quoted))) == string


FORMS = [
    ("prod", Position.VALUE, ["prod", "'prod'", '"prod"']),
    ("", Position.VALUE, ["", "''", '""']),
    ("", Position.ELEMENT, ["''", '""']),
    ("", Position.LAST_ITEM, ["''", '""']),
    ("", Position.LAST_MEMBER, ["''", '""']),
    ("a,b", Position.VALUE, ["'a,b'", '"a,b"', "a\\,b"]),
    ("a=b", Position.VALUE, ["a=b", "'a=b'", '"a=b"']),
    ("a=b", Position.ELEMENT, ["'a=b'", '"a=b"']),
    ("a]", Position.ELEMENT, ["a]", "'a]'", '"a]"']),
    ("a]", Position.ITEM, ["'a]'", '"a]"']),
    ("]a", Position.VALUE, ["']a'", '"]a"', "]a"]),
    ("]a", Position.ITEM, ["']a'", '"]a"']),
    ("]a", Position.ELEMENT, ["]a", "']a'", '"]a"']),
    ("}a", Position.MEMBER, ["'}a'", '"}a"', "}a"]),
    ("it's", Position.VALUE, ['"it\'s"', "'it\\'s'"]),
    ('say "hi"', Position.VALUE, ["'say \"hi\"'", '"say \\"hi\\""']),
    ("a\\", Position.VALUE, ["a\\", "'a\\\\'", '"a\\\\"']),
    ("a,\\", Position.VALUE, ["a\\,\\", "'a,\\\\'", '"a,\\\\"']),
    (" a", Position.VALUE, ["' a'", '" a"']),
    ("a ", Position.VALUE, ["'a '", '"a "']),
]


@pytest.mark.parametrize(("string", "position", "wanted"), FORMS)
def test_the_forms_in_order(string: str, position: Position, wanted: list[str]) -> None:
    assert forms(string, position) == wanted


@pytest.mark.parametrize(
    ("form", "fragile"),
    [
        ("'a\\\\'", True),
        ('"\\\\"', True),
        ("'a'", False),
        ("''", False),
        ("a\\", False),
        ("a\\b", False),
        ("Xa\\b", False),
        ("'ab\\\\'", True),
        ("'a\\b'", False),
    ],
)
def test_a_form_is_fragile_if_a_backslash_is_before_its_closing_quote(form: str, fragile: bool) -> None:
    assert is_fragile(form) is fragile


QUOTED = [
    ("prod", "prod"),
    ("a b", "a b"),
    ("a, b", "'a, b'"),
    ("a=b", "'a=b'"),
    ("a]", "'a]'"),
    ("", "''"),
    ("it's", '"it\'s"'),
    ("a\\", "a\\ "),
    ("a\\b", "a\\b"),
]


@pytest.mark.parametrize(("string", "quoted"), QUOTED)
def test_quote(string: str, quoted: str) -> None:
    assert quote(string) == quoted


def test_a_string_that_no_form_fits_everywhere_is_an_error_with_a_hint() -> None:
    with pytest.raises(shorthand.UnrepresentableError) as caught:
        quote("it's\\")
    assert caught.value.reason == (
        '"it\'s\\\\" cannot be quoted for every position: it ends in a backslash and needs quotes'
    )
    assert caught.value.hint == "write the whole text with dumps, which considers what follows"
