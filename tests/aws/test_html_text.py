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
        ("", ""),
    ],
)
def test_the_text_of_a_page(page: str, text: str) -> None:
    assert html_text(page) == text
