"""Quoting for POSIX shells, PowerShell and cmd, and splitting what is quoted for a POSIX shell."""

import pytest

import shorthand
from shorthand.cli import shell_quoting

QUOTED = [
    ("posix", ["a b", "it's"], "'a b' 'it'\"'\"'s'"),
    ("powershell", ["a b", "it's"], "'a b' 'it''s'"),
    ("powershell", ['say "hi"', "$x"], "'say \\\"hi\\\"' '$x'"),
    ("powershell", [""], "'\"\"'"),
    ("cmd", ["a b", "100%"], '^"a b^" 100^%'),
    ("cmd", ["a&b", 'say "hi"'], 'a^&b ^"say \\^"hi\\^"^"'),
]


@pytest.mark.parametrize(("shell", "words", "line"), QUOTED)
def test_each_shell_has_its_own_quotes(shell: str, words: list[str], line: str) -> None:
    assert shell_quoting.join(words, shell) == line


def test_cmd_cannot_carry_a_line_break() -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="cmd cannot carry a line break"):
        shell_quoting.join(["b\nc"], "cmd")


@pytest.mark.parametrize("shell", shell_quoting.SHELLS)
def test_no_shell_can_carry_a_nul(shell: str) -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="cannot carry a NUL character"):
        shell_quoting.join(["a", "b\0c"], shell)


def test_split_is_the_inverse_of_join() -> None:
    words = ["a", "", "b c", "it's", '"', "$X", "\\", "\n"]
    assert shell_quoting.split(shell_quoting.join(words, "posix")) == words


@pytest.mark.parametrize(("line", "reason"), [("'a", "no closing quotation"), ("a\\", "no escaped character")])
def test_a_line_that_ends_within_quotes_is_an_error(line: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandError) as caught:
        shell_quoting.split(line)
    assert caught.value.reason == f"the line is not quoted for a shell: {reason}"
