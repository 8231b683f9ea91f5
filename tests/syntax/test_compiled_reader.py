"""The compiled reader: it reads as lark's parser does, takes linear time, and imports no lark."""

import random
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand import testing
from tests.properties.random_texts import soup
from tests.syntax.linear_time import ADVERSARIES, adversary, assert_linear
from tests.syntax.tree_reader import read_tree


def reading(read: Callable[..., Any], text: str, **how: Any) -> str:
    """Return what `read` returns or raises, to compare it."""
    try:
        return repr(read(text, **how))
    except shorthand.ShorthandError as error:
        return type(error).__name__


def file(reference: str) -> str:
    return f"content of {reference}"


@pytest.mark.parametrize("seed", range(4))
def test_random_texts_read_as_in_the_tree(seed: int) -> None:
    choose = random.Random(f"tree {seed}")
    for _ in range(1500):
        text = soup(choose).replace("key", "file://k")
        for strict in (True, False):
            assert reading(shorthand.loads, text, strict=strict, files=file) == reading(
                read_tree, text, strict=strict, files=file
            )


@given(testing.texts(), st.booleans())
def test_texts_read_as_in_the_tree(text: str, strict: bool) -> None:
    assert repr(shorthand.loads(text, strict=strict)) == repr(read_tree(text, strict=strict))


@given(st.text(st.characters()))
def test_every_text_reads_or_raises_a_shorthand_error(text: str) -> None:
    for start in ("", "a=", "a=[", "a={b="):
        reading(shorthand.loads, start + text)


REFERENCES = [
    "a@=file://f",
    "a@='file://f',b=c",
    "a=file://f",
    "a@=[file://f,file://g]",
    "a@=file://f,file://g",
    "a@={b=file://f}",
    "a={b@=file://f}",
    "a=[{b@=x},file://f]",
    "a@=[{b=c},file://f]",
    "a@=[{b@=c},file://f]",
]


@pytest.mark.parametrize("text", REFERENCES)
@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize("files", [None, file])
def test_references_read_as_in_the_tree(text: str, strict: bool, files: Callable[[str], str] | None) -> None:
    how = {"strict": strict, "files": files}
    assert reading(shorthand.loads, text, **how) == reading(read_tree, text, **how)


def test_neither_reading_nor_an_error_imports_lark() -> None:
    code = (
        "import sys, shorthand\n"
        "shorthand.loads('Key=a,Values=[b,\"c\"],Other={d=e}')\n"
        "shorthand.dumps({'Key': ['a', 'b, c']})\n"
        "for text in 'a=b\"', 'a={b=c,b=d}':\n"
        "    try: shorthand.loads(text)\n"
        "    except shorthand.ShorthandError as error: str(error)\n"
        "try: shorthand.loads('a=[b,c]', shorthand.shapes.Structure({'a': shorthand.shapes.Integer()}))\n"
        "except shorthand.ShorthandTypeError as error: assert error.span == (2, 7)\n"
        "assert 'lark' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(("start", "part", "end"), ADVERSARIES.values(), ids=list(ADVERSARIES))
def test_time_is_linear(start: str, part: str, end: str) -> None:
    texts = {length: adversary(start, part, end, length) for length in (20_000, 200_000)}
    assert_linear(lambda length: reading(shorthand.loads, texts[length]), 20_000)
