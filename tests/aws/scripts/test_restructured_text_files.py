from __future__ import annotations

import pytest

from shorthand.aws.scripts.restructured_text_files import restructured_text_sources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".. code-block:: bash\n\n   a\n     b\n\nc\n", ["a\n  b"]),
        (".. code:: sh\n   :linenos:\n\n   a\n", ["a"]),
        ("x::\n\n  $ a\n  out\n", ["a"]),
        ("::\n\n  aws s3 ls\n\nx\n", ["aws s3 ls"]),
        ("  x::\n\n    $ a\n\n  y\n", ["a"]),
        (".. highlight:: bash\n\nx::\n\n  a\n", ["a"]),
        (".. code-block:: python\n\n   a\n", []),
        (".. note::\n\n   $ a\n", []),
        ("x:: y\n", []),
        ("x::\r\n\r\n  $ a\r\n", ["a"]),
        ("x::\n\n\t$ a\n", ["a"]),
    ],
)
def test_code_blocks_are_found(text: str, expected: list[str]) -> None:
    sources = restructured_text_sources(text)
    assert [source.text.strip() for source in sources] == expected
