from __future__ import annotations

import pytest

from shorthand.aws.scripts.markdown_files import markdown_sources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```sh\na\nb\n```\n", ["a\nb"]),
        ("~~~ bash title=x\na\n~~~\n", ["a"]),
        ("```{.sh}\na\n```\n", ["a"]),
        ("- x\n\n  ```sh\n  a\n    b\n  ```\n", ["a\n  b"]),
        ("> ```sh\n> a\n> ```\n", ["a"]),
        ("x\n\n    $ a\n", ["a"]),
        ("`a` and ```sh\n", []),
        ("```python\na\n```\n", []),
        ("```sh\na\n", ["a"]),
        ("```sh\r\na\r\nb\r\n```\r\n", ["a\nb"]),
        ("<!-- x -->\n```sh\na é\n```", ["a é"]),
    ],
)
def test_code_blocks_are_found(text: str, expected: list[str]) -> None:
    sources = markdown_sources(text)
    assert [source.text for source in sources] == expected
    for source in sources:
        start, end = source.span(0, 1)
        assert text[start:end] == source.text[0]
