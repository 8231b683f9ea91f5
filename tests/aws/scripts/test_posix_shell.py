from __future__ import annotations

import subprocess
import sys
import time

import pytest

from shorthand.aws.scripts import MOST_CHARACTERS, Context, UnreadableSourceError, read_script, read_shell
from tests.aws.scripts.shown import read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a; b & c", ["a", "b", "c"]),
        ("a | b |& c", ["a", "b", "c"]),
        ("a && b || ! c", ["a", "b", "c"]),
        ("if a; then b; elif c; then d; else e; fi", ["a", "b", "c", "d", "e"]),
        ("while a; do b; done < x", ["a", "b"]),
        ("for x in 1 2; do a $x; done", ["a"]),
        ("case $x in a|b) c ;; *) d ;; esac", ["c", "d"]),
        ("f() { a; }; function g { b; }; (c; { d; })", ["a", "b", "c", "d"]),
        ('a "$(b $(c))" `d`', ["a", "b", "c", "d"]),
        ("a <(b) > >(c)", ["a", "b", "c"]),
        ("a <<E\n$(b)\nE\nc", ["a", "b", "c"]),
        ("[[ -z $(a) ]] && b # c\n# d", ["a", "b"]),
        ("((x = 1)); a", ["a"]),
        ("time a", ["time"]),
        ("a | b\n\nc=1\n[ d ]", ["a", "b", "None"]),
    ],
)
def test_commands_are_found_in_every_construct(source: str, expected: list[str]) -> None:
    assert [str(command.name) for command in read_shell(source)] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x", set()),
        ("x | a", {Context.PIPELINE}),
        ("a && x", {Context.CONDITION}),
        ("x && a", set()),
        ("x &", {Context.BACKGROUND}),
        ("for a in b; do x; done", {Context.LOOP}),
        ("if a; then x; fi", {Context.CONDITION}),
        ("f() { x; }", {Context.FUNCTION}),
        ("(x)", {Context.SUBSHELL}),
        ("a $(x)", {Context.SUBSTITUTION}),
        ("a ${b:-$(x)}", {Context.SUBSTITUTION, Context.CONDITION}),
        ("a <<E && x\nE\n", {Context.CONDITION}),
        ("a <<E | x\nE\n", {Context.PIPELINE}),
    ],
)
def test_a_command_says_in_what_it_is(source: str, expected: set[Context]) -> None:
    assert [command.context for command in read_shell(source) if command.name == "x"] == [expected]


def test_the_scope_names_functions_and_subshells() -> None:
    (command,) = read_shell("f() { (x) ; }")
    assert command.scope == ("f()@0", "subshell@6")


@pytest.mark.parametrize("source", ["a (b)", "fi", "a 'b", "a | | b", "{ a", "x=$(a"])
def test_a_region_that_does_not_parse_gives_no_command(source: str) -> None:
    script = read_script(source)
    assert not script.commands or script.unread


def test_what_is_before_and_after_a_fault_is_read() -> None:
    assert read("a 1\nb (\nc 2\n")[0] == ["a", "1"]
    assert ["c", "2"] in read("a 1\nfor x\ndo b; done\nc 2\n")


def test_two_here_documents_on_a_line_are_not_read() -> None:
    assert not [command for command in read_shell("cat <<A <<B\na\nA\naws b\nB\n") if command.name == "aws"]


def test_commands_in_escaped_backquotes_are_not_read() -> None:
    assert [command.name for command in read_shell(r"a `b \`c\``")] == ["a"]


def test_offsets_are_in_characters() -> None:
    source = "é='ü' 😀 ñ; aws é"
    found = read_shell(source)[-1]
    assert source[found.start : found.end] == "aws é"


def test_declared_holes_are_holes() -> None:
    source = "aws $(subst a, b, c) d"
    (command,) = read_shell(source, holes=[(4, 20)])
    assert [word.shown for word in command.words] == ["aws", "$(subst a, b, c)", "d"]


def test_a_large_source_is_refused() -> None:
    with pytest.raises(UnreadableSourceError, match="expected at most"):
        read_shell("a" * (MOST_CHARACTERS + 1))


@pytest.mark.parametrize(
    "part",
    [
        "(",
        "`",
        '"$(',
        "$(",
        "{",
        "{a,b}",
        "<a",
        "{{ ",
        "${{",
        "<%",
        "[",
        "~",
        "a && ",
        "a & ",
        "\\",
        "$",
        "<<A ",
        "'",
        "é",
    ],
)
def test_time_is_linear(part: str) -> None:
    source = "aws " + part * (60_000 // len(part))
    start = time.process_time()
    read_script(source)
    assert time.process_time() - start < 5  # a tenth of that on a quiet machine; quadratic time would be minutes


def test_a_character_of_any_plane_does_not_end_the_process() -> None:
    # Where the memory outside of the scanner's table is mapped differs from run to run.
    code = """
from shorthand.aws.scripts.posix_shell import read_shell
for number in range(0x80, 0x110000, 0x800):
    for start in ('{', '$', '[[ -', 'cat <<E\\n$'):
        read_shell(f'""{start}{chr(number)}')
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_here_document_ends_at_its_delimiter_of_any_characters() -> None:
    assert [one.words[0].text for one in read_shell("cat <<é\naws a\né\naws b\n")] == ["cat", "aws"]
