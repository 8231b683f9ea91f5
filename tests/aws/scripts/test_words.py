from __future__ import annotations

import pytest

from shorthand.aws.scripts import Hole, HoleKind, Word, follow_constants, read_script, read_shell


def word(source: str) -> Word:
    return read_shell(f"p {source}")[0].words[1]


def test_the_text_is_given_only_where_it_is_certain() -> None:
    assert word("a'b'\"c\"").text == "abc"
    assert word("a$X").text is None
    assert word("a{b,c}").text is None
    assert word("''").text == ""


@pytest.mark.parametrize(
    ("typed", "splits", "vanishes"),
    [
        ("$X", True, True),
        ('"$X"', False, False),
        ("a$X", True, False),
        ('"$@"', True, True),
        ('"${A[@]}"', True, True),
        ('"${A[*]}"', False, False),
        ("$(x)", True, True),
        ("$((1))", True, False),
        ("abc", False, False),
        ("<(x)", False, False),
    ],
)
def test_a_hole_says_whether_it_splits(typed: str, splits: bool, vanishes: bool) -> None:
    assert (word(typed).splits, word(typed).vanishes) == (splits, vanishes)


@pytest.mark.parametrize(
    ("typed", "name", "modifier"),
    [("$X", "X", ""), ("${X}", "X", ""), ("${X:-a b}", "X", ":-a b"), ("${A[0]}", "A", "[0]"), ("${!X}", None, "!X")],
)
def test_a_variable_has_its_name_and_what_is_done_with_it(typed: str, name: str | None, modifier: str) -> None:
    (hole,) = word(typed).holes
    assert (hole.kind, hole.name, hole.modifier, hole.source) == (HoleKind.VARIABLE, name, modifier, typed)


@pytest.mark.parametrize(
    ("typed", "part", "expected"),
    [
        ("Key=a,Value=b", "Value", "Value"),
        ("'Key=a b,Value=c'", "Value", "Value"),
        ('Key="a b",Value=c', "a b", "a b"),
        ('"a\\"b"', '"', '\\"'),
        ("a\\\nbc", "ab", "a\\\nb"),
        (r"$'a\nb'", "\n", r"\n"),
        ("é$X-b", "-b", "-b"),
        ("é$X-b", "X", "X"),
        ("a{b,c}d", "b,c", "b,c"),
    ],
)
def test_each_part_of_a_word_has_its_place(typed: str, part: str, expected: str) -> None:
    found = word(typed)
    at = found.shown.index(part)
    start, end = found.source_span(at, at + len(part))
    assert f"p {typed}"[start:end] == expected


def test_an_empty_range_is_a_place() -> None:
    assert word("abc").source_span(1, 1) == (3, 3)
    assert word("abc").source_span(3, 3) == (5, 5)


def test_a_followed_value_has_the_place_of_its_use_and_of_its_assignment() -> None:
    source = "A='x Key=v'; p \"a$A\""
    found = follow_constants(read_script(source)).commands[1].words[1]
    at = found.shown.index("Key")
    assert source[slice(*found.source_span(at, at + 3))] == "$A"
    assert source[slice(*found.source_span(at, at + 3, origins=True))] == "Key"


def test_a_hole_is_a_value() -> None:
    assert word("$X").holes[0] == Hole(HoleKind.VARIABLE, 2, 4, "$X", splits=True, vanishes=True, name="X")
