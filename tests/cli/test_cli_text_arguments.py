"""The texts on the command line."""

import pytest

from shorthand import ShorthandError, shapes
from shorthand.cli.text_arguments import group_texts, load_shape, reader, split_words
from tests.cli.command import run


def test_with_a_schema_all_texts_are_tokens_of_one_option() -> None:
    assert group_texts(("a", "b"), "aws:x/y#--z") == [["a", "b"]]
    assert group_texts(("a", "b"), None) == [["a"], ["b"]]


def test_no_schema_is_no_shape() -> None:
    assert load_shape(None) is None


def test_tokens_may_still_be_quoted_for_a_shell() -> None:
    assert split_words(["a 'b c'", "d"], "posix") == ["a", "b c", "d"]
    assert split_words(["a 'b c'"], None) == ["a 'b c'"]


def test_the_reader_converts_the_tokens_of_an_option_or_one_text() -> None:
    names = shapes.List(shapes.String())
    read_option = reader(names, lenient=False, shell="posix", max_file_size=0)
    assert read_option(["a 'b c'"]) == ["a", "b c"]
    assert reader(None, lenient=False, shell=None, max_file_size=0)(["a=b c"]) == {"a": "b c"}
    with pytest.raises(ShorthandError, match="expected one text, got 2 words"):
        reader(None, lenient=False, shell="posix", max_file_size=0)(["a=b c=d"])


def test_a_correction_of_one_word_alone_is_not_shown() -> None:
    _, _, err = run("check", "-s", "aws:ec2/create-tags#--tags", "Key:a", "x")
    assert "try:" not in err
    _, _, err = run("check", "-s", "aws:ec2/create-tags#--tags", "Kye=a", "Key=b")
    assert err.endswith("  try: Key=a Key=b\n")
