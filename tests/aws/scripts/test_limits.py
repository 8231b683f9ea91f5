from __future__ import annotations

import pytest

from shorthand.aws.scripts.limits import (
    MOST_CHARACTERS,
    MissingParserError,
    UnreadableSourceError,
    check_size,
    decoded,
    parser_of_extra,
)
from shorthand.errors import ShorthandError


def test_text_is_decoded() -> None:
    assert decoded("é".encode()) == "é"
    assert decoded("é") == "é"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff", "expected UTF-8, got the byte 0xff"),
        (b"a\0", "expected text, got a binary file"),
        ("a" * (MOST_CHARACTERS + 1), "expected at most 1,000,000 characters, got 1,000,001"),
        (b"a" * (5 * MOST_CHARACTERS), "expected at most 1,000,000 characters, got more than 4,000,000 bytes"),
    ],
)
def test_other_content_is_refused(content: bytes | str, reason: str) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        decoded(content)
    assert caught.value.diagnostics[0].reason == reason


def test_a_parser_that_is_not_installed_is_named() -> None:
    with pytest.raises(MissingParserError) as caught, parser_of_extra():
        __import__("no_such_parser")
    assert caught.value.diagnostics[0].reason == "expected the module no_such_parser to be installed"
    assert "aws-shorthand[lint]" in caught.value.diagnostics[0].hint


def test_the_error_is_one_of_the_library() -> None:
    with pytest.raises(ShorthandError):
        check_size("a" * (MOST_CHARACTERS + 1))
