"""Broken texts over shapes generated and of the AWS CLI: every error has its place, and every fix holds.

A few hundred here; `python -m tests.suggest.test_slips 10000 [SEED]` tries so many over 200 shapes.
"""

from __future__ import annotations

import random
import sys
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import shorthand
from shorthand import sources, testing
from shorthand.aws.models import operations, services
from shorthand.shapes import Shape
from shorthand.testing.generator import Fuzzer

# What people add and leave out by mistake.
SLIPS = ["", "", "'", '"', ",", "=", " ", "{", "}", "[", "]", "\\", ":", ";", "null", "x", "1", "é", "😀", "\n", "\t"]


@st.composite
def slipped(draw: Any) -> tuple[Shape, list[str]]:
    """A shape, and a text of it after one to three slips; now and then it comes as two words."""
    shape = draw(testing.shapes())
    text = draw(testing.texts(shape))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SLIPS)) + text[at + draw(st.integers(0, 2)) :]
    return shape, text.split(" ", 1) if draw(st.integers(0, 9)) == 0 else [text]


def wrong(shape: Shape | None, tokens: list[str]) -> shorthand.ShorthandError | None:
    """What is wrong with the tokens of an option, or without a shape with one text."""
    try:
        if shape is None:
            shorthand.loads(tokens[0])
        else:
            shorthand.loads_option(tokens, shape)
    except shorthand.ShorthandError as error:
        return error
    return None


def says_what_to_do(shape: Shape | None, tokens: list[str]) -> bool:
    """Whether the tokens are wrong; each error then has its place in a text, is drawn, and its fix reads."""
    error = wrong(shape, tokens)
    if error is None:
        return False
    for one in error.errors:
        assert one.span is not None, (tokens, one)
        start, end = one.span
        assert 0 <= start <= end <= len(one.text), (tokens, one)
        assert one.line is not None
        assert one.column is not None
    assert str(error)
    corrected = {one.text: one.fix for one in error.errors}
    if error.fix_tokens is not None:
        assert wrong(shape, list(error.fix_tokens)) is None, (tokens, error)
    elif all(fix is not None for fix in corrected.values()):
        # Each wrong token has its fix; where the words were meant as one, the fix stands for all of them.
        fixed = [str(corrected.get(token, token)) for token in tokens]
        fixed = fixed if set(tokens) & set(corrected) else [error.fix or ""]
        assert wrong(shape, fixed) is None, (tokens, error)
    return True


@given(slipped())
@settings(max_examples=200)
def test_each_error_has_its_place_and_each_fix_reads(case: tuple[Shape, list[str]]) -> None:
    says_what_to_do(*case)


@given(testing.broken_texts())
@settings(max_examples=200)
def test_each_fix_of_a_broken_text_reads(text: str) -> None:
    assert says_what_to_do(None, [text])


def options_of_the_aws_cli(count: int) -> list[sources.Option]:
    """So many options that take shorthand, of all services."""
    choose = random.Random("options")
    found: list[sources.Option] = []
    names = sorted(services())
    while len(found) < count:
        service = choose.choice(names)
        operation = choose.choice(sorted(name for name in operations(service) if " " not in name) or [""])
        if operation:
            found += [option for option in sources.aws(service, operation).options.values() if option.syntax()][:2]
    return found[:count]


def slip(choose: random.Random, text: str) -> str:
    """The text after one to three slips."""
    for _ in range(choose.randint(1, 3)):
        at = choose.randint(0, len(text))
        text = text[:at] + choose.choice(SLIPS) + text[at + choose.randint(0, 2) :]
    return text


def over_options(count: int, texts: int, seed: str) -> int:
    """How many of so many slipped texts of each of so many options are wrong; each error and fix holds."""
    choose = random.Random(seed)
    found = 0
    for option in options_of_the_aws_cli(count):
        fuzzer = Fuzzer(option.shape, choose.randrange(10**9))
        for _ in range(texts):
            text = slip(choose, fuzzer.valid()[0])
            found += says_what_to_do(option.shape, [text] if choose.random() < 0.9 else text.split(" ", 1))
    return found


def test_each_error_of_an_option_of_the_aws_cli_has_its_place_and_each_fix_reads() -> None:
    assert over_options(100, 10, "1") > 500


def main() -> None:
    """Try as many texts as the argument says, over 200 options."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = sys.argv[2] if len(sys.argv) > 2 else "1"
    wrong = over_options(200, -(-count // 200), seed)
    print(f"{count:,} texts over 200 shapes, {wrong:,} of them wrong: every error has its place, every fix reads")


if __name__ == "__main__":
    main()
