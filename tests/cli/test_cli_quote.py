"""`shorthand quote`."""

import pytest

from tests.cli.command import run


@pytest.mark.parametrize(("value", "quoted"), [("a", "a"), ("a, b", "'a, b'"), ("it's", '"it\'s"')])
def test_quotes_one_value(value: str, quoted: str) -> None:
    assert run("quote", value) == (0, quoted + "\n", "")


def test_a_value_that_cannot_be_quoted_is_an_error() -> None:
    code, out, err = run("quote", "]\\")
    assert (code, out) == (2, "")
    assert "cannot be quoted" in err
