"""A part: its place and its span."""

import pytest

from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.parts import BRACKETED, QUOTED, Form, Part


def test_a_part_starts_empty() -> None:
    part = Part(None, "a", 2, key=(0, 1), reads=False)
    assert (part.form, part.raw, part.span, part.count, part.closed) == (Form.EMPTY, "", (2, 2), 0, True)


def test_a_part_knows_its_key() -> None:
    part = Part(None, "a", 3, key=(0, 1), reads=True)
    assert (part.key, part.reads, part.step, part.parent) == ((0, 1), True, "a", None)


def test_the_place_is_the_way_from_the_top() -> None:
    outer = Part(None, "a", 0, key=None, reads=False)
    item = Part(outer, 3, 0, key=None, reads=False)
    assert Part(item, "b", 0, key=None, reads=False).place == ("a", 3, "b")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a=b", Form.BARE),
        ("a=b\\,c", Form.ESCAPED),
        ("a=b\\c", Form.BARE),
        ("a='b'", Form.SINGLE_QUOTED),
        ('a="b"', Form.DOUBLE_QUOTED),
        ("a=", Form.EMPTY),
        ("a=[b]", Form.LIST),
        ("a=b,c", Form.COMMA_LIST),
        ("a={}", Form.MAP),
    ],
)
def test_how_a_value_is_written(text: str, form: Form) -> None:
    part = list(PartScanner(text))[0]  # noqa: RUF015 -- a part is complete when the text is read
    assert part.form is form
    assert (form in QUOTED) == ("quoted" in form)
    assert (form in BRACKETED) == (text[-1] in "]}")
