"""A saved page as plain text."""

import pytest

from shorthand.aws.page_text import page_text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Options\n\n--tags (list)\n", "Options\n\n--tags (list)\n"),
        ("O\bOP\bPT\bT", "OPT"),
        ("_\ba_\bb", "ab"),
        ("\x1b[1mOptions\x1b[0m", "Options"),
        ("a\r\nb", "a\nb"),
        ("\ufeffcreate‐tags\xa0x¶", "create-tags x"),
        ("<html><body><h2>Options¶</h2></body></html>", "\nOptions\n"),
        ('<a></a><h2 id="o"><b>Options</b></h2>text', "\nOptions\ntext"),
        ("Write <p> before a paragraph.\n", "Write <p> before a paragraph.\n"),
        ("o\tvalue", "o       value"),
        ("## Synopsis\n\n```\n[--a_b <v>]\n```\n", "Synopsis\n\n[--a_b <v>]\n"),
        ("### Options[¶](#options)\n\n`--tags` (list)\n", "Options\n\n--tags (list)\n"),
        ("# Synopsis #\n\\[**--x**\\] see [the guide](https://x)", "Synopsis\n[--x] see the guide"),
    ],
)
def test_the_form_in_which_a_page_was_saved_does_not_matter(page: str, text: str) -> None:
    assert page_text(page) == text
