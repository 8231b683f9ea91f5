"""Comments that leave findings out."""

import pytest

from shorthand import lint
from shorthand.lint.ignoring import Lines


def test_lines_and_columns() -> None:
    lines = Lines("ab\r\nc\n\nd")
    assert [lines.place(at) for at in (0, 1, 4, 6, 7)] == [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1)]
    assert [lines.line(number) for number in (0, 1, 2, 4, 9)] == ["", "ab", "c", "d", ""]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("bash", "aws ec2 create-tag \\\n  --a b # shorthand: ignore"),
        ("bash", "# shorthand: ignore[SH101, SH102]\n# why\naws ec2 create-tag"),
        ("markdown", "<!-- shorthand: ignore -->\n\n```sh\naws ec2 create-tag\n```\n"),
        ("restructuredtext", ".. shorthand: ignore[SH102]\n\n::\n\n    aws ec2 create-tag\n"),
        ("makefile", "all:\n\t# shorthand: ignore\n\taws ec2 create-tag\n"),
    ],
)
def test_what_is_left_out(kind: str, text: str) -> None:
    assert lint.check(text, kind=kind) == []
    assert lint.check(text.replace("ignore", "keep"), kind=kind) != []


def test_a_comment_is_not_for_the_lines_after() -> None:
    text = "aws ec2 create-tag # shorthand: ignore\naws ec2 create-tag\n"
    assert [one.line for one in lint.check(text, kind="bash")] == [2]
