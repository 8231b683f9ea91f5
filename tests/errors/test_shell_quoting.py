"""Words joined for a shell reach a program as they were."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shorthand.errors.shell_quoting import Shell, join_words

# No operating system passes a NUL or half of a surrogate pair to a program.
WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
MARKS = st.text("'\"\\$`!%^&|<>(){}[]*?~#;,= \t\nab")
BATCHES = st.lists(WORDS | MARKS, min_size=1, max_size=20)


def read_windows_words(line: str) -> list[str]:
    """Split a command line as Windows programs do, for lines in which a double quote always opens or closes."""
    words: list[str] = []
    word, is_quoted, has_word, at = "", False, False, 0
    while at < len(line):
        backslashes = len(line) - at - len(line[at:].lstrip("\\"))
        at += backslashes
        char = line[at : at + 1]
        if char == '"':
            word += "\\" * (backslashes // 2)
            if backslashes % 2:
                word += char
            else:
                is_quoted = not is_quoted
            has_word = True
        else:
            word += "\\" * backslashes
            has_word = has_word or bool(backslashes)
            if char in (" ", "\t") and not is_quoted:
                words += [word] if has_word else []
                word, has_word = "", False
            elif char:
                word, has_word = word + char, True
        at += 1
    return [*words, word] if has_word else words


def without_carets(line: str) -> str:
    """Return what cmd makes of a line without quotes of its own: each caret disappears and keeps what follows it."""
    result, at = "", 0
    while at < len(line):
        at += line[at] == "^"
        result += line[at : at + 1]
        at += 1
    return result


def read_powershell_words(line: str) -> list[str]:
    """Return the words of a line whose words are bare or in single quotes, each quote within doubled."""
    words = []
    rest = line
    while rest:
        if rest[0] != "'":
            word, _, rest = rest.partition(" ")
            words.append(word)
            continue
        word, at = "", 1
        while True:
            if rest[at] in "'\u2018\u2019\u201a\u201b":
                if rest[at + 1 : at + 2] not in ("'", "\u2018", "\u2019", "\u201a", "\u201b") or not rest[at + 1 :]:
                    break
                at += 1
            word += rest[at]
            at += 1
        words.append(word)
        rest = rest[at + 1 :].removeprefix(" ")
    return words


@pytest.mark.parametrize(
    ("word", "posix", "powershell", "cmd"),
    [
        ("Key=a,Value=b", "Key=a,Value=b", "'Key=a,Value=b'", "Key=a,Value=b"),
        ("aws", "aws", "aws", "aws"),
        ("--tags", "--tags", "--tags", "--tags"),
        ("-", "-", "'-'", "-"),
        ("1", "1", "'1'", "1"),
        ("", "''", "'\"\"'", '^"^"'),
        ("a b", "'a b'", "'a b'", '^"a b^"'),
        ("it's", '"it\'s"', "'it''s'", "it's"),
        ('{"a":1}', "'{\"a\":1}'", "'{\\\"a\\\":1}'", '{\\^"a\\^":1}'),
        ("it's $5", "'it'\"'\"'s $5'", "'it''s $5'", '^"it\'s $5^"'),
        ("a\u2019b", "'a\u2019b'", "'a\u2019\u2019b'", "a\u2019b"),
        ("100%", "100%", "'100%'", "100^%"),
        ("a&b", "'a&b'", "'a&b'", "a^&b"),
        ('c\\"', "'c\\\"'", "'c\\\\\\\"'", 'c\\\\\\^"'),
    ],
)
def test_quotes_a_word_for_each_shell(word: str, posix: str, powershell: str, cmd: str) -> None:
    assert join_words([word], Shell.POSIX) == posix
    assert join_words([word], Shell.POWERSHELL) == powershell
    assert join_words([word], Shell.CMD) == cmd
    assert join_words([word], Shell.NONE) == word


def test_separates_words_with_a_space() -> None:
    assert join_words(["--tags", "Key=a b"], Shell.POSIX) == "--tags 'Key=a b'"
    assert join_words(["--tags", "Key=a b"], Shell.NONE) == "--tags Key=a b"
    assert join_words([], Shell.POSIX) == ""


@pytest.mark.parametrize("shell", [Shell.POSIX, Shell.POWERSHELL, Shell.CMD])
def test_refuses_a_nul(shell: Shell) -> None:
    with pytest.raises(ValueError, match="NUL"):
        join_words(["a", "b\0"], shell)


@pytest.mark.parametrize("word", ["a\nb", "a\rb"])
def test_refuses_a_line_break_in_cmd(word: str) -> None:
    with pytest.raises(ValueError, match="line break"):
        join_words([word], Shell.CMD)


def handed_on(shell: str, words: list[str]) -> list[str]:
    """Return the words that a program receives from a shell into which the joined words are pasted."""
    line = f"printf '%s\\0' {join_words(words, Shell.POSIX)}"
    done = subprocess.run([shell, "-c", line], capture_output=True, check=False, env={"LC_ALL": "C.UTF-8"})
    return done.stdout.decode("utf-8").split("\0")[:-1]


@pytest.mark.parametrize("shell", [name for name in ("bash", "dash", "zsh") if shutil.which(name)])
@settings(max_examples=100)
@given(words=BATCHES)
def test_a_posix_shell_hands_on_the_same_words(shell: str, words: list[str]) -> None:
    # The test below is about these words.
    given = [word for word in words if shell != "zsh" or not word.startswith("=")]
    assert handed_on(shell, ["", *given]) == ["", *given]


@pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh")
@pytest.mark.parametrize("word", ["=ls", "=0"])
def test_zsh_hands_on_a_word_that_starts_with_an_equals_sign(word: str) -> None:
    assert handed_on("zsh", [word]) == [word]


@settings(max_examples=300)
@given(words=st.lists(MARKS, min_size=1, max_size=5))
def test_powershell_hands_on_the_same_words(words: list[str]) -> None:
    arguments = read_powershell_words(join_words(words, Shell.POWERSHELL))
    # Windows PowerShell puts an argument in double quotes where it has a space, and escapes nothing.
    for word, argument in zip(words, arguments, strict=True):
        if not any(char.isspace() for char in word):
            assert read_windows_words(argument) == [word]


@settings(max_examples=300)
@given(words=st.lists(MARKS.filter(lambda word: "\n" not in word), min_size=1, max_size=5))
def test_cmd_hands_on_the_same_words(words: list[str]) -> None:
    line = join_words(words, Shell.CMD)
    assert read_windows_words(without_carets(line)) == words
