"""The words on a command line, and what bash inserts there."""

import pytest

from shorthand.integrations.shell_words import Line, from_environment, joined_pieces, parsed_line

LINES = [
    ("job ", Line([], "")),
    ("job --tag Key=a", Line(["--tag"], "Key=a", kept=4)),
    ("job --tag Key=a,V", Line(["--tag"], "Key=a,V", kept=4)),
    ("job --tag=Key=a,V", Line(["--tag"], "Key=a,V", kept=10, prefix="--tag=")),
    ("job 'a b' --tag Key=a ", Line(["a b", "--tag", "Key=a"], "")),
    ("job 'Key=a b,V", Line([], "Key=a b,V", quote="'")),
    ('job "Key=a,V', Line([], "Key=a,V", quote='"')),
    ("job Key='a b',V", Line([], "Key=a b,V", kept=4)),
    ("job Key='a b", Line([], "Key=a b", quote="'", kept=4)),
    (r"job Key=a\ b,V", Line([], "Key=a b,V", kept=4)),
    (r'job "a\"b\c', Line([], r"a\"b\c".replace(r"\"", '"'), quote='"')),
    (r"job 'a\b", Line([], r"a\b", quote="'")),
]


@pytest.mark.parametrize(("text", "line"), LINES, ids=[text for text, _ in LINES])
def test_a_line_is_parsed_as_the_shell_reads_it(text: str, line: Line) -> None:
    assert parsed_line(text) == line


@pytest.mark.parametrize(
    ("text", "candidates", "insertions"),
    [
        ("job Key=a,V", ["Key=a,Value=", "Key=a,Version="], ["a,Value=", "a,Version="]),
        ("job --tag=K", ["Key=", "Kind="], ["Key=", "Kind="]),
        ("job --tag=Key=a,V", ["Key=a,Value=", "Key=a,Version="], ["a,Value=", "a,Version="]),
        ("job 'Key=a b,V", ["Key=a b,Value=", "Key=a b,Vi="], ["Key=a b,Value=", "Key=a b,Vi="]),
        ("job 'a", ["a'b"], ["a'\\''b"]),
        ('job "a', ['a"$b'], ['a\\"\\$b']),
        ("job P", ["Place={Kind=a b"], ["Place=\\{Kind=a\\ b"]),
        # Because of the second one bash inserts no space after the first.
        ("job K", ["Key="], ["Key=", "Key=…"]),
        ("job K", ["Key=a"], ["Key=a"]),
        ("job K", [], []),
    ],
)
def test_what_bash_leaves_on_the_line_is_not_repeated(text: str, candidates: list[str], insertions: list[str]) -> None:
    assert parsed_line(text).insertions(candidates) == insertions


def test_the_pieces_that_bash_makes_are_joined() -> None:
    assert joined_pieces(["job", "--tag", "Key", "=", "a,V"]) == "job --tag Key=a,V"
    assert joined_pieces(["job", "--tag", "Key", "=", ""]) == "job --tag Key= "
    assert joined_pieces(["job", "a", "b"]) == "job a b"


@pytest.mark.parametrize(
    "environment",
    [
        {"COMP_LINE": "job --tag Key=a,V --other", "COMP_POINT": "17"},
        {"COMP_LINE": "job --tag Key=a,V", "COMP_POINT": "17", "COMP_WORDBREAKS": " \t\n\"'><=;|&(:"},
        {"COMP_WORDS": "job\n--tag\nKey\n=\na,V\n--other", "COMP_CWORD": "4"},
    ],
)
def test_a_script_gives_the_line_or_its_pieces(environment: dict[str, str]) -> None:
    assert from_environment(environment) == Line(["--tag"], "Key=a,V", kept=4)


def test_a_shell_may_be_told_not_to_split_words() -> None:
    environment = {"COMP_LINE": "job --tag Key=a,V", "COMP_POINT": "17", "COMP_WORDBREAKS": " \t\n\"'"}
    assert from_environment(environment) == Line(["--tag"], "Key=a,V")
