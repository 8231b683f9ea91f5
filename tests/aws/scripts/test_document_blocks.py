from __future__ import annotations

import pytest

from shorthand.aws.scripts import Host, Shell
from shorthand.aws.scripts.document_blocks import block_sources


def texts(text: str, language: str = "console") -> list[str]:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((line, at))
        at += len(line) + 1
    return [source.text for source in block_sources(lines, language, Host.MARKDOWN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$ a\nout\n$ b", ["a", "b"]),
        ("$ a \\\n  b\nout", ["a \\\n  b"]),
        ("$ a \\\n> b\nout", ["a \\\nb"]),
        ("$ a 'b\n> c'\nout", ["a 'b\nc'"]),
        ("$ a 'b\n$ c", ["c"]),
        ("$ cat <<E\n$ x\nE\nout", ["cat <<E\n$ x\nE"]),
        ("[me@host ~]# a\nroot@host:/# b\n(venv) $ c\n~ $ d\nme@host:~$ e", ["a", "b", "c", "d", "e"]),
        ("# comment\nout $ x", ["# comment\nout $ x"]),
        ("PS C:\\> a `\n  b\nout", ["a `\n  b"]),
        ("a\nb", ["a\nb"]),
    ],
)
def test_prompts_tell_commands_from_output(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_without_a_language_only_what_is_surely_a_command_is_read() -> None:
    assert texts("text\naws s3 ls \\\n  x\nout\naws: error\nthe aws cli", "") == ["aws s3 ls \\\n  x"]
    assert texts("aws s3 ls", "json") == []


@pytest.mark.parametrize(
    ("language", "shell"), [("bash", Shell.BASH), ("Shell", Shell.BASH), ("sh", Shell.SH), ("pwsh", Shell.POWERSHELL)]
)
def test_the_language_names_the_shell(language: str, shell: Shell) -> None:
    (source,) = block_sources([("a", 0)], language, Host.RST)
    assert source.shell is shell
