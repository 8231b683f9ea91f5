"""Only what differs between a command as typed and its correction is new."""

from __future__ import annotations

import pytest

from shorthand.errors.changed_words import changed_words
from shorthand.errors.shell_quoting import Shell, join_words


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (["aws", "--tags", "Key=a"], ["aws", "--tags", "Key=a"], "aws --tags Key=a"),
        (["aws", "--tgas", "Key=a"], ["aws", "--tags", "Key=a"], "aws --t<ag>s Key=a"),
        (["--tags", "Key=a,", "Value=b"], ["--tags", "Key=a,Value=b"], "--tags Key=a,<Value=b>"),
        (["--tags", "Value=a,b"], ["--tags", "Value='a,b'"], "--tags <\"Value='a,b'\">"),
        (["--tags", "a=x,b=y z"], ["--tags", "a=x,b=y,z"], "--tags <a=x,b=y,z>"),
        (["a", "b"], ["a", "x", "b"], "a <x> b"),
        (["a", "x", "b"], ["a", "b"], "a b"),
        (["a=1"], ["a=11"], "a=1<1>"),
        ([], ["a"], "<a>"),
    ],
)
def test_what_is_new_is_marked(before: list[str], after: list[str], shown: str) -> None:
    pieces = changed_words(before, after, lambda word: join_words([word], Shell.POSIX))
    assert "".join(f"<{text}>" if is_new else text for text, is_new in pieces) == shown
    assert "".join(text for text, _ in pieces) == join_words(after, Shell.POSIX)
