from __future__ import annotations

import pytest

from shorthand.aws.scripts import Shell, expand, read_shell
from tests.aws.scripts.shown import only, words


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("~", "‹tilde ~›"),
        ("~/x", "‹tilde ~›/x"),
        ("~user/x", "‹tilde ~user›/x"),
        ("a~", "a~"),
        ('~"x"/y', "~x/y"),
        (r"\~", "~"),
        ("A=~/x", "A=‹tilde ~›/x"),
        ("--a=~/x", "--a=~/x"),
        ("*.txt", "‹glob *›.txt"),
        ("a?", "a‹glob ?›"),
        ("[ab]", "‹glob [›ab]"),
        ("[ab", "[ab"),
        ('["a"]', "‹glob [›a]"),
        ("'*'", "*"),
        (r"\*", "*"),
    ],
)
def test_tildes_and_globs_are_holes_with_a_text(typed: str, expected: str) -> None:
    assert only(f"p {typed}")[1] == expected


def test_the_likely_text_is_what_the_program_gets_when_no_file_matches() -> None:
    (command,) = read_shell("p *.txt $X")
    assert [word.likely_text for word in command.words[1:]] == ["*.txt", None]
    assert [word.text for word in command.words[1:]] == [None, None]


def test_braces_come_before_tildes_and_globs() -> None:
    assert only("p {~,*}/x") == ["p", "‹tilde ~›/x", "‹glob *›/x"]


@pytest.mark.parametrize("shell", [Shell.SH, Shell.ZSH])
def test_other_shells_are_not_certain_to_expand_braces(shell: Shell) -> None:
    (command,) = read_shell("p {a,b}", shell=shell)
    assert words(expand(command.words[1], shell)) == ["‹braces {a,b}›"]


def test_an_assignment_expands_neither_braces_nor_globs() -> None:
    (command,) = read_shell("A={a,b}*")
    value = command.assignments[0].value
    assert value
    assert value.text == "{a,b}*"
