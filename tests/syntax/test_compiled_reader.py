"""The machine compiled from the grammar: fresh, alike to lark's own parser, linear, and without lark."""

import gc
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shorthand
from shorthand import testing
from tests.properties.random_texts import soup
from tests.syntax.tree_reader import read_tree

BUILD = Path(__file__).parent.parent.parent / "grammar" / "build.py"


def reading(read: Callable[..., Any], text: str, **how: Any) -> str:
    """What `read` gives or raises, to be compared."""
    try:
        return repr(read(text, **how))
    except shorthand.ShorthandError as error:
        return type(error).__name__


@pytest.mark.skipif(not BUILD.exists(), reason="the grammar is compiled in the checkout only")
@pytest.mark.parametrize("seed", ["0", "1"])
def test_is_what_the_grammar_compiles_to(seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, BUILD, "--check"], capture_output=True, text=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not BUILD.exists(), reason="the grammar is compiled in the checkout only")
def test_a_grammar_with_conflicts_does_not_compile(tmp_path: Path) -> None:
    (tmp_path / "build.py").write_text(BUILD.read_text("utf-8"), "utf-8")
    grammar = BUILD.with_name("shorthand.lark").read_text("utf-8")
    # Whether the second comma ends the pair or begins the next can no longer be told.
    ambiguous = grammar.replace("text: pair (_PAIR_COMMA pair)*", "text: pair (_SECOND_COMMA? _PAIR_COMMA pair)*")
    assert ambiguous != grammar
    (tmp_path / "shorthand.lark").write_text(ambiguous, "utf-8")
    done = subprocess.run([sys.executable, tmp_path / "build.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "the grammar has conflicts" in done.stderr


def file(reference: str) -> str:
    return f"content of {reference}"


@pytest.mark.parametrize("seed", range(4))
def test_random_texts_read_as_by_the_tree(seed: int) -> None:
    choose = random.Random(f"tree {seed}")
    for _ in range(1500):
        text = soup(choose).replace("key", "file://k")
        for strict in (True, False):
            assert reading(shorthand.loads, text, strict=strict, files=file) == reading(
                read_tree, text, strict=strict, files=file
            )


@given(testing.texts(), st.booleans())
def test_texts_read_as_by_the_tree(text: str, strict: bool) -> None:
    assert repr(shorthand.loads(text, strict=strict)) == repr(read_tree(text, strict=strict))


@given(st.text(st.characters()))
def test_no_text_raises_anything_but_our_errors(text: str) -> None:
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
def test_references_read_as_by_the_tree(text: str, strict: bool, files: Callable[[str], str] | None) -> None:
    how = {"strict": strict, "files": files}
    assert reading(shorthand.loads, text, **how) == reading(read_tree, text, **how)


def test_neither_a_read_nor_an_error_imports_lark() -> None:
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


# A start, what is repeated, and an end.
ADVERSARIES = {
    "spaces": ("a=", " ", ""),
    "spaces before a comma": ("a=b", " ", ",c=d"),
    "backslashes": ("a=", "\\", ""),
    "escaped commas": ("a=", "\\,", ""),
    "escaped commas in an element": ("a=b,c", "\\,", "=d"),
    "backslashes in an element": ("a=b,c", "\\", "=d"),
    "an unterminated quote": ('a="', "b", ""),
    "unterminated after escapes": ('a="', '\\"', ""),
    "quoted elements": ("a=b", ',"c"', ""),
    "quoted elements that end wrongly": ("a=b", ",'c'", "d"),
    "commas": ("a=b", ",", "c=d"),
    "empty items": ("a=[", ",", "]"),
    "at signs": ("a=", "@", ""),
    "key-like runs": ("a=b,", "k", " "),
    "elements": ("a=b", ",k", "=c"),
    "quotes in turn": ("a=b,", "'\"", ""),
    "brackets": ("a=", "[", ""),
    "braces": ("a=", "{b=", ""),
    "closing brackets": ("a=", "]", ""),
}


def seconds_of(work: Callable[[], object]) -> float:
    """The shortest of three, in this process's own time: others may run beside it, and garbage is not what counts."""
    times = []
    gc.disable()
    try:
        for _ in range(3):
            before = time.process_time()
            work()
            times.append(time.process_time() - before)
    finally:
        gc.enable()
    return min(times)


@pytest.mark.parametrize(("start", "part", "end"), ADVERSARIES.values(), ids=list(ADVERSARIES))
def test_time_grows_with_the_text_and_no_faster(start: str, part: str, end: str) -> None:
    def seconds(length: int) -> float:
        text = start + part * (length // len(part)) + end
        return seconds_of(lambda: reading(shorthand.loads, text))

    short, long = seconds(20_000), seconds(200_000)
    # Ten times the text; what grows with its square would take a hundred times as long.
    assert long < 30 * short + 0.02
