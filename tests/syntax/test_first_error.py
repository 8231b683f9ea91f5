"""The first error of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand import testing
from shorthand.syntax.first_error import first_error

FIRST = [
    ("a=b]", shorthand.ShorthandSyntaxError, shorthand.ShorthandSyntaxError),
    ("a={b=1,b=2},c=]]'", shorthand.ShorthandSyntaxError, shorthand.ShorthandSyntaxError),  # syntax before a loss
    ("a=1,a=2", shorthand.ShorthandSyntaxError, shorthand.ShorthandSyntaxError),
    ("a={b=1,b=2}", shorthand.LossyTextError, None),
    ("a={b=1,b=2},a=3", shorthand.LossyTextError, shorthand.ShorthandSyntaxError),
    ("a=b", None, None),
]


@pytest.mark.parametrize(("text", "strictly", "leniently"), FIRST)
def test_the_first_error(text: str, strictly: type | None, leniently: type | None) -> None:
    for strict, wanted in ((True, strictly), (False, leniently)):
        error = first_error(text, strict=strict)
        assert (error and type(error)) == wanted


@given(testing.texts() | st.text(alphabet="ab=,[]{}'\"\\ @"), st.booleans())
def test_it_is_the_error_that_reading_raises(text: str, strict: bool) -> None:
    error = first_error(text, strict=strict)
    if error is None:
        shorthand.loads(text, strict=strict, files=str)
    else:
        with pytest.raises(type(error)) as caught:
            shorthand.loads(text, strict=strict, files=str)
        assert caught.value.reason == error.reason
        assert caught.value.span == error.span
