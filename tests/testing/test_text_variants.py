"""The many ways to write one untyped value."""

import random
from collections.abc import Sequence

import pytest
from awscli.shorthand import ShorthandParser

import shorthand
from shorthand.shapes import Integer, List, Map, String, Structure
from shorthand.syntax.raw import Raw
from shorthand.testing.text_variants import Spelling, loosened


def first(options: Sequence[str]) -> str:
    return options[0]


def last(options: Sequence[str]) -> str:
    return options[-1]


RAWS: list[dict[str, Raw]] = [
    {"Key": "a", "Values": ["b", "c"]},
    {"Key": ""},
    {"Key": "a, b", "Inner": {"Deep": ["x", {"y": "z"}]}, "Empty": []},
    {"Quotes": "'\"", "Backslash": "\\", "Space": " a "},
]


@pytest.mark.parametrize("raw", RAWS)
def test_every_text_reads_as_the_value_here_and_in_the_aws_cli(raw: dict[str, Raw]) -> None:
    chosen = random.Random(1)
    texts = {Spelling(chosen.choice, lines=lines).spelled(raw) for lines in (False, True) for _ in range(200)}
    assert len(texts) > 3
    for text in texts:
        assert shorthand.loads(text) == raw
        assert ShorthandParser().parse(text) == raw


def test_the_first_choice_is_the_plainest() -> None:
    assert Spelling(first).spelled({"Key": "a b", "Values": ["c", "d"]}) == shorthand.dumps(
        {"Key": "a b", "Values": ["c", "d"]}
    )


def test_no_newline_is_written_between_the_parts_of_a_line() -> None:
    assert "\n" in Spelling(last).spelled({"Key": "a"})
    assert "\n" not in Spelling(last, lines=True).spelled({"Key": "a"})


SHAPE = Structure(
    {
        "One": List(String()),
        "Two": List(String()),
        "Map": Map(String(), List(Integer())),
        "Lists": List(List(String())),
    }
)


@pytest.mark.parametrize(
    ("raw", "loose"),
    [
        ({"One": ["a"]}, {"One": "a"}),
        ({"Two": ["a", "b"]}, {"Two": ["a", "b"]}),
        ({"Map": {"k": ["1"]}}, {"Map": {"k": "1"}}),
        # A list of one list would be taken for the list itself.
        ({"Lists": [["a", "b"]]}, {"Lists": [["a", "b"]]}),
    ],
)
def test_a_list_of_one_may_lose_its_brackets(raw: Raw, loose: Raw) -> None:
    assert loosened(raw, SHAPE, last) == loose
    assert loosened(raw, SHAPE, first) == raw
