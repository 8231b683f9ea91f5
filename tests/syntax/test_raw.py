"""What several modules share: white space, file references and the limit of nesting, as the grammar has them."""

import re

import pytest

from shorthand.syntax._compiled_reader import _KEY_CHARACTERS, _SPACE
from shorthand.syntax.raw import DEEPEST, FILE_PREFIXES, SPACE, is_file_reference
from shorthand.syntax.writer import _KEY

CHARACTERS = [chr(code) for code in range(0x3100)]


def matched(pattern: str) -> set[str]:
    return {character for character in CHARACTERS if re.fullmatch(pattern, character)}


def test_white_space_is_that_of_the_grammar() -> None:
    assert matched(_SPACE) == {*SPACE}


def test_the_characters_of_keys_are_those_of_the_grammar() -> None:
    assert matched(_KEY.pattern) == matched(_KEY_CHARACTERS)


@pytest.mark.parametrize(
    ("string", "is_reference"),
    [
        ("file://", True),
        ("fileb://f", True),
        ("file:/f", False),
        ("xfile://f", False),
        ("FILE://f", False),
        ("", False),
    ],
)
def test_a_file_reference_has_a_prefix(string: str, is_reference: bool) -> None:
    assert is_file_reference(string) is is_reference
    assert string.startswith(FILE_PREFIXES) is is_reference


def test_200_levels_are_the_limit() -> None:
    assert DEEPEST == 200
