"""The grammar files are found, and lark reads each of them."""

import pytest
from lark import Lark

from shorthand.syntax.grammar_files import load


@pytest.mark.parametrize(
    ("name", "start"), [("shorthand", "text"), ("json_syntax", "value"), ("shorthand_syntax", "option")]
)
def test_lark_reads(name: str, start: str) -> None:
    Lark(load(name), parser="lalr", start=start)


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load("unknown")
