"""What is certain about a word is what real shells hand to a program."""

from __future__ import annotations

import pytest

from shorthand.aws.scripts import HoleKind, Shell, Text, Word, expanded, read_shell
from tests.aws.scripts import real_shells
from tests.aws.scripts.random_lines import lines
from tests.aws.scripts.shown import read


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a'b c'\"d e\"", "ab cd e"),
        (r"a\ b", "a b"),
        ("a\\\nb", "ab"),
        (r'"a\"b\$c\d"', r'a"b$c\d'),
        ('"a\\\nb"', "ab"),
        (r"$'a\tb'", "a\tb"),
        ('$"a b"', "a b"),
        ("a#b", "a#b"),
        ("$", "$"),
        ('"a$"', "a$"),
        ("$X", "‹variable $X›"),
        ("'$X'", "$X"),
        ('"$(a "b c" | d)"', '‹command $(a "b c" | d)›'),
        ("`a b`", "‹command `a b`›"),
        ("$((1 + (2)))", "‹arithmetic $((1 + (2)))›"),
        ("<(a b)", "‹process <(a b)›"),
        ("x<y>z", "x‹placeholder <y>›z"),
        ("${{ a.b }}", "‹template ${{ a.b }}›"),
        ("é😀'ü'", "é😀ü"),
    ],
)
def test_quotes_and_expansions_are_read(typed: str, expected: str) -> None:
    assert read(f"p {typed}")[0] == ["p", expected]


@pytest.mark.parametrize("source", ["p 'a", 'p "a', "p `a", "p $(a", "p ${a", "p a(b)", "p $'a", "p <", "p $\\\nX"])
def test_what_does_not_parse_is_no_command(source: str) -> None:
    assert not [command for command in read_shell(source) if command.name == "p"]


def test_dash_does_not_know_dollar_quotes() -> None:
    (command,) = read_shell("p $'a' $\"b\"", shell=Shell.SH)
    assert [hole.kind for word in command.words for hole in word.holes] == [HoleKind.DIALECT, HoleKind.DIALECT]
    assert not read_shell(r"p $'a\'b'", shell=Shell.SH)


def value(word: Word) -> str | None:
    """Return the text of a word with the variables of the test set; None where it is not certain."""
    parts = []
    for piece in word.pieces:
        if isinstance(piece, Text):
            parts.append(piece.text)
        elif piece.kind is HoleKind.VARIABLE and not piece.modifier and (piece.quoted or piece.name == "V"):
            if piece.name not in real_shells.VARIABLES:
                return None
            parts.append(real_shells.VARIABLES[piece.name])
        elif piece.kind is HoleKind.GLOB and not set("/.") & set(word.shown):
            parts.append(piece.source)
        else:
            return None
    return "".join(parts)


@pytest.mark.parametrize(
    ("name", "shell", "seed"),
    [("bash", Shell.BASH, 1), ("bash", Shell.BASH, 2), ("dash", Shell.SH, 3), ("zsh", Shell.ZSH, 4)],
)
def test_random_lines_are_what_the_shell_hands_over(name: str, shell: Shell, seed: int) -> None:
    if not real_shells.is_installed(name):
        pytest.skip(f"{name} is not installed")
    typed = list(lines(seed, 3000))
    compared, differences = 0, []
    for line, calls in zip(typed, real_shells.arguments(typed, name), strict=True):
        commands = [command for command in read_shell(line, shell=shell, templates=False) if command.name == "p"]
        if calls is None or not commands:
            continue
        found: list[str] = []
        for word in expanded(commands[0])[1:]:
            text = value(word)
            if text is None:
                break
            found.append(text)
        compared += 1
        is_whole = len(found) == len(expanded(commands[0])) - 1
        if (calls[0] if is_whole else calls[0][: len(found)]) != found:
            differences.append((line, calls, found))
    assert not differences
    assert compared > (1500 if name == "zsh" else 2700)
