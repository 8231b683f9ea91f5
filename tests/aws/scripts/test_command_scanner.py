from __future__ import annotations

import pytest

from shorthand.aws.scripts import Redirect, read_shell
from tests.aws.scripts.shown import command, words


def redirects(source: str) -> list[tuple[str, str, str]]:
    return [_parts(redirect) for redirect in read_shell(source)[0].redirects]


def _parts(redirect: Redirect) -> tuple[str, str, str]:
    return redirect.descriptor, redirect.operator, redirect.target.shown


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("p a > x 2>&1 b", [("", ">", "x"), ("2", ">&", "1")]),
        ("p < x >> y", [("", "<", "x"), ("", ">>", "y")]),
        ("p &> x", [("", "&>", "x")]),
        ("p <<< 'a b'", [("", "<<<", "a b")]),
        ("p {fd}> x", [("{fd}", ">", "x")]),
        ("2>x p", [("2", ">", "x")]),
    ],
)
def test_redirects_are_not_words(source: str, expected: list[tuple[str, str, str]]) -> None:
    assert redirects(source) == expected
    assert [word for word in command(read_shell(source)[0]) if word not in ("a", "b")] == ["p"]


def test_assignments_are_told_from_words() -> None:
    (found,) = read_shell("A=1 B+='x y' p C=2")
    assert [(each.name, each.value and each.value.text, each.appends) for each in found.assignments] == [
        ("A", "1", False),
        ("B", "x y", True),
    ]
    assert command(found) == ["p", "C=2"]


def test_declaring_builtins_take_assignments_as_words() -> None:
    (found,) = read_shell("export A=1 B C='x'")
    assert [each.name for each in found.assignments] == ["A", "C"]
    assert command(found) == ["export", "B"]


def test_an_array_has_elements() -> None:
    (found,) = read_shell("A=(x 'y z' # comment\n $B)")
    assert words(found.assignments[0].elements or ()) == ["x", "y z", "‹variable $B›"]


def test_the_place_is_that_of_the_whole_command() -> None:
    source = "x; A=1 p 'a b' >c ; y"
    found = read_shell(source)[1]
    assert source[found.start : found.end] == "A=1 p 'a b' >c"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('cat <<E\na $X `b` \\$ \\a "q"\nE\n', 'a ‹variable $X› ‹command `b`› $ \\a "q"\n'),
        ("cat <<'E'\na $X\nE\n", "a $X\n"),
        ("cat <<-E\n\ta\n\t\tb\n\tE\n", "a\nb\n"),
        ("cat <<E | x\na\nE\n", "a\n"),
        ("cat <<E\nE\n", ""),
    ],
)
def test_here_documents_have_their_text(source: str, expected: str) -> None:
    document = next(command for command in read_shell(source) if command.name == "cat").here_document
    assert document
    assert "".join(words([document.body])) == expected


def test_a_command_with_too_many_words_is_not_read() -> None:
    assert not read_shell("p " + "x " * 20_000)
