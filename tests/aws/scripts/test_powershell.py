from __future__ import annotations

import pytest

from shorthand.aws.scripts import Context, Shell, read_powershell, read_powershell_script
from tests.aws.scripts.shown import words


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a `\n  b", ["a", "b"]),
        ("'it''s' \"a `\"b`\" $X c\"", ["it's", 'a ‹dialect "›b‹dialect "› ‹variable $X› c']),
        ('"`$X`t`n"', ["$X\t\n"]),
        (
            "$env:A ${b c} $x.y $(z)",
            ["‹variable $env:A›", "‹variable ${b c}›", "‹expression $x.y›", "‹expression $(z)›"],
        ),
        ("s3://$b/c", ["s3://‹variable $b›/c"]),
        ("Key=a,Value=b", ["Key=a‹dialect ,›Value=b"]),
        ("@'\na \"b\n'@", ['a ‹dialect "›b']),
        ('@"\na $b\n"@', ["a ‹variable $b›"]),
        ("(a b) @c @{d=1}", ["‹expression (a b)›", "‹expression @c›", "‹expression @{d=1}›"]),
        ("<id> {{ x }} --a", ["‹placeholder <id>›", "‹template {{ x }}›", "--a"]),
        ("a > b c", ["a", "c"]),
        ("a # b", ["a"]),
        ("é 😀", ["é", "😀"]),
    ],
)
def test_words_are_read(typed: str, expected: list[str]) -> None:
    command = read_powershell(f"p {typed}")[0]
    assert command.shell is Shell.POWERSHELL
    assert words(command.words) == ["p", *expected]


@pytest.mark.parametrize("source", ["p 'a", 'p "a', "p --% a", "p 'a''b'c", "p (", 'p "a"b'])
def test_what_is_not_certain_is_no_command(source: str) -> None:
    script = read_powershell_script(source)
    assert not script.commands
    assert script.unread


def test_the_call_operator_and_the_context() -> None:
    source = "if ($x) { & 'C:\\a b\\aws.exe' s3 | b }\n"
    first, second = read_powershell(source)
    assert words(first.words) == ["C:\\a b\\aws.exe", "s3"]
    assert first.context == {Context.CONDITION}
    assert second.name == "b"
