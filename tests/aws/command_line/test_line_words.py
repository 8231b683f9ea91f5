"""A pasted command line as words."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.aws.command_line.line_words import split_line
from shorthand.errors import ShorthandSyntaxError
from tests.aws.outcomes import works_or_fails_with_our_error


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("aws ec2 x", ["aws", "ec2", "x"]),
        ("  aws\tec2   x  ", ["aws", "ec2", "x"]),
        ("aws 'a b' \"c d\" e\\ f", ["aws", "a b", "c d", "e f"]),
        ("aws ''", ["aws", ""]),
        ("aws a'b'\"c\"d", ["aws", "abcd"]),
        (r"""aws "a \"b\" \$c \\ \d" """, ["aws", 'a "b" $c \\ \\d']),
        (r"aws 'a\'", ["aws", "a\\"]),
        ("aws $HOME \"$HOME\" '$HOME' $(date) `x`", ["aws", "$HOME", "$HOME", "$HOME", "$(date)", "`x`"]),
        (r"aws $'a\nb\'c\x41\u00e9'", ["aws", "a\nb'cAé"]),
        ("aws \\\n  ec2 \\\n  x", ["aws", "ec2", "x"]),
        ("aws ec2\\\nx", ["aws", "ec2x"]),
        ("aws \\\r\n  ec2", ["aws", "ec2"]),
        ('aws "a\\\nb"', ["aws", "ab"]),
        ("aws '{\n  \"a\": 1\n}'", ["aws", '{\n  "a": 1\n}']),
        ("aws ec2 ^\n  x", ["aws", "ec2", "x"]),
        ("aws ec2 `\n  x", ["aws", "ec2", "x"]),
        ("aws x \\\n", ["aws", "x"]),
        ("$ aws ec2", ["aws", "ec2"]),
        ("aws --id <your-id>", ["aws", "--id", "<your-id>"]),
        ("# a tag\naws ec2 x \\\n  --y a#b '#c' # and so on", ["aws", "ec2", "x", "--y", "a#b", "#c"]),
        ("aws --x a&b", ["aws", "--x", "a&b"]),
        ("", []),
    ],
)
def test_a_line_gives_its_words(line: str, words: list[str]) -> None:
    assert split_line(line) == words


@pytest.mark.parametrize("operator", ["|", "||", "&&", ";", ">", ">>", "<", "2>"])
def test_what_follows_the_command_is_an_error(operator: str) -> None:
    with pytest.raises(ShorthandSyntaxError) as caught:
        split_line(f"aws ec2 x {operator} y")
    assert caught.value.reason == f"{operator!r} ends the command"
    assert caught.value.span == (10, 10 + len(operator))


@pytest.mark.parametrize("line", ["aws 'a", 'aws "a', "aws $'a", 'aws "a\\"'])
def test_quotes_that_are_not_closed_are_an_error(line: str) -> None:
    with pytest.raises(ShorthandSyntaxError, match="ends within quotes"):
        split_line(line)


def test_a_second_line_that_does_not_continue_the_first_is_an_error() -> None:
    with pytest.raises(ShorthandSyntaxError, match="a second line begins") as caught:
        split_line("aws ec2 x\naws ec2 y")
    assert caught.value.hint == "end a line that continues with a backslash"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))))
def test_a_line_is_split_as_a_shell_splits_it(words: list[str]) -> None:
    line = shlex.join(words)
    # A prompt before the command is dropped.
    assert split_line(line) == words or words[:2] in (["$", "aws"], ["%", "aws"], [">", "aws"])


@given(st.text())
def test_any_line_is_split_or_is_an_error(line: str) -> None:
    assert works_or_fails_with_our_error(lambda: split_line(line))
