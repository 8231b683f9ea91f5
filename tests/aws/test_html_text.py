"""HTML as plain text."""

import pytest

from shorthand.aws.html_text import html_text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("plain", "plain"),
        ("<p>one</p><p>two</p>", "\none\n\ntwo\n"),
        ("a<b>b</b>c", "abc"),
        ("a \n  b", "a b"),
        ("<pre>a \n  b</pre>", "\na \n  b\n"),
        ("<pre><code>a  b</code></pre>c  d", "\na  b\nc d"),
        ("a&lt;b&#62;c&nbsp;d", "a<b>c d"),
        ("<head><title>t</title></head><body>b</body>", "b"),
        ("<script>let a = '<p>'</script><style>p {}</style>text", "text"),
        ("a<br>b", "a\nb"),
        ("<p>not closed", "\nnot closed"),
        ("a<!-- <p> -->b<!doctype html>c", "abc"),
        ("a<!-- open <p>b", "a"),
        ("1 < 2 <p>3 <", "1 < 2 \n3 <"),
        ("<a <a <p>b", "<a <a \nb"),
        ("a<a title='b > c'>d</a>", "ad"),
        ("", ""),
    ],
)
def test_the_text_of_a_page(page: str, text: str) -> None:
    assert html_text(page) == text
