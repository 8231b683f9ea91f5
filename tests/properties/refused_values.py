r"""Prove that writing refuses only values that no text has.

    python -m tests.properties.refused_values 4
    python -m tests.properties.refused_values 5 '\'"=]' 2

takes every value of at most three strings, or of as many as the third argument says, nested at most one level deep in a
pair, with at most that many characters in total, over the alphabet that the second argument gives. Each value either
has a text, which the AWS CLI's parser reads as the value, key order included, or is refused. For each refused value,
every text that could have it is read by our reader, some also by the AWS CLI's parser, and none gives the value, even
with losses. Exit 1 on a text that does.

Which texts could have a value follows from the AWS CLI's parser, whatever our writer and our grammar say:

- A text is a sequence of tokens: keys, "=", commas, brackets and strings, with optional white space between them.
- The value fixes the keys, the "=" and the brackets, in order. Only two choices are left: a list of two or more strings
  directly after a key needs no brackets, and the last comma in brackets is optional.
- A string is bare or in quotes. In a bare one the parser replaces "\," by a comma, in quotes "\" and the quote by the
  quote and then two backslashes by one. Either replacement makes at most two characters into one, so each character of
  a string has at most two ways to be written, and a string of n characters takes at most 2n + 2 characters.
  A value of n characters in three strings thus has texts of at most 2n + 20 characters without the optional space.
- White space between tokens is skipped. It matters only after a bare string that ends in a backslash, where it keeps
  the backslash from a comma.

`texts` makes all of these, also many that are not read at all. That they are all is checked without any such
reasoning: every text of up to four characters after "a=", over the whole alphabet, that is read at all is among the
texts of its value, and its value can be written (`compare_texts`). There, the values of texts that lose something count
too: none of them is refused.
"""

from __future__ import annotations

import functools
import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from multiprocessing import Pool
from typing import Any

import shorthand
from shorthand.syntax._compiled_reader import run
from shorthand.syntax.writer import write
from tests.properties.oracle import expected

ALPHABET = "\\'\",=[]{} \x01a"
_STRINGS = 3
_KEYS = "abc"
_SAMPLE = 100
"""Of so many texts of a refused value, the AWS CLI reads one too. Our reader is held against it elsewhere."""

_Slot = tuple[str, ...]
"""The ways to write one token."""


def texts(raw: dict[str, Any]) -> Iterator[str]:
    """Yield every text that could have a value, without white space that changes nothing."""
    for slots in _layouts(raw):
        spaced = [(*slot, *[f"{token} " for token in slot if token[-1:] == "\\"]) for slot in slots]
        yield from map("".join, itertools.product(*spaced))


def has_text(raw: dict[str, Any], text: str) -> bool:
    """Return whether a text, with white space between its tokens, is one of those that could have a value."""
    return any(len(text) in _ends(text, slots) for slots in _layouts(raw, ("", ",")))


def _ends(text: str, slots: Iterable[_Slot]) -> set[int]:
    """Return where a sequence of tokens with white space after each can end in a text."""
    ends = {0}
    for slot in slots:
        found = {start + len(token) for start in ends for token in slot if text.startswith(token, start)}
        ends = {end for start in found for end in range(start, len(text) - len(text[start:].lstrip()) + 1)}
    return ends


def _layouts(raw: dict[str, Any], second_comma: _Slot = ("",)) -> Iterator[list[_Slot]]:
    """Yield the tokens of a value, each with the ways to write it, for each choice of brackets.

    Args:
        raw: The value.
        second_comma: What can follow a comma between two pairs outside brackets. A second comma changes nothing.
    """
    pairs = [[[(key,), ("=",), *layout] for layout in _outer_layouts(value)] for key, value in raw.items()]
    for layouts in itertools.product(*pairs):
        yield [slot for index, pair in enumerate(layouts) for slot in ([(",",), second_comma] * (index > 0) + pair)]


def _outer_layouts(value: Any) -> Iterator[list[_Slot]]:
    yield _layout(value)
    if isinstance(value, list) and len(value) > 1 and all(isinstance(item, str) for item in value):
        yield _separated([_spellings(item)] for item in value)


def _layout(value: Any) -> list[_Slot]:
    if isinstance(value, str):
        return [_spellings(value)]
    if isinstance(value, list):
        return [("[",), *_separated(map(_layout, value)), ("", ","), ("]",)]
    members = ([(key,), ("=",), *_layout(item)] for key, item in value.items())
    return [("{",), *_separated(members), ("", ","), ("}",)]


def _separated(layouts: Iterable[list[_Slot]]) -> list[_Slot]:
    return [slot for index, layout in enumerate(layouts) for slot in ([(",",)] * (index > 0) + layout)]


@functools.cache
def _spellings(string: str) -> _Slot:
    bare = [text for text in _escapings(string, ",") if text.replace("\\,", ",") == string]
    quoted = [
        quote + inner + quote
        for quote in "'\""
        for inner in _escapings(string, quote + "\\")
        if inner.replace(f"\\{quote}", quote).replace("\\\\", "\\") == string
    ]
    return (*bare, *quoted)


def _escapings(string: str, escaped: str) -> Iterator[str]:
    """Yield a string with any of some characters after a backslash."""
    return map("".join, itertools.product(*[(char, f"\\{char}") if char in escaped else (char,) for char in string]))


def values(strings: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the values that have these strings, in order, nested at most one level deep in a pair."""
    leaves = tuple(strings)
    for groups in _groups(leaves):
        for pairs in itertools.product(*map(_trees, groups)):
            yield dict(zip(_KEYS, pairs, strict=False))


def _trees(leaves: tuple[str, ...]) -> list[Any]:
    """Return the values of a pair that have these strings."""
    trees: list[Any] = [list(leaves), dict(zip(_KEYS, leaves, strict=False))]
    return [*leaves, *trees] if len(leaves) == 1 else trees


def _groups(leaves: tuple[str, ...]) -> Iterator[list[tuple[str, ...]]]:
    """Yield the ways to split a sequence into groups."""
    for cuts in itertools.product([False, True], repeat=len(leaves) - 1):
        starts = [0, *[index for index, cut in enumerate(cuts, 1) if cut], len(leaves)]
        yield [leaves[start:end] for start, end in itertools.pairwise(starts)]


def check_values(first: str, size: int, alphabet: str = ALPHABET, most_strings: int = _STRINGS) -> Counter[str]:
    """Check every value whose first string is `first`, and whose strings have at most `size` characters in total."""
    counts: Counter[str] = Counter()
    for others in range(most_strings):
        for lengths in itertools.product(range(size + 1), repeat=others):
            if sum(lengths) + len(first) > size:
                continue
            for rest in itertools.product(*[all_strings(alphabet, length) for length in lengths]):
                for raw in values((first, *rest)):
                    counts[check_value(raw, counts)] += 1
    return counts


@functools.cache
def all_strings(alphabet: str, length: int) -> list[str]:
    """Return all strings of a length."""
    return ["".join(chars) for chars in itertools.product(alphabet, repeat=length)]


def check_value(raw: dict[str, Any], counts: Counter[str]) -> str:
    """Check that a value has a text or is rightly refused; return which it is."""
    wanted = repr(raw)
    try:
        text = write(raw)
    except shorthand.UnrepresentableError:
        for number, text in enumerate(texts(raw)):
            counts["texts of refused values"] += 1
            found = run(text, False, _no_file)
            assert found is None or repr(found) != wanted, (raw, text)
            if number % _SAMPLE == 0:
                assert expected(text) == (None if found is None else repr(found)), text
        return "refused"
    assert repr(run(text, True, _no_file)) == wanted, (raw, text)
    assert expected(text) == wanted, (raw, text)
    return "written"


def compare_texts(start: str, length: int) -> Counter[str]:
    """Check every text of `length` more characters that begins with `start`: its value can be written, and has it."""
    counts: Counter[str] = Counter()
    for rest in itertools.product(ALPHABET, repeat=length):
        text = start + "".join(rest)
        raw = run(text, False, _no_file)
        if raw is None:
            counts["texts rejected"] += 1
            continue
        assert repr(run(write(raw), True, _no_file)) == repr(raw), text
        if run(text, True, _no_file) is None:
            counts["texts that lose something"] += 1
            continue
        assert has_text(raw, text), text
        counts["texts read"] += 1
    return counts


def _no_file(*_: object) -> str:
    raise AssertionError("no text of these has a file reference")


def _one(work: tuple[str, int, str, int]) -> Counter[str]:
    return check_values(*work)


def main() -> None:
    """Check all values of as many characters as the first argument says."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    alphabet = sys.argv[2] if len(sys.argv) > 2 else ALPHABET
    most_strings = int(sys.argv[3]) if len(sys.argv) > 3 else _STRINGS
    work = [
        (first, size, alphabet, most_strings) for length in range(size + 1) for first in all_strings(alphabet, length)
    ]
    counts: Counter[str] = Counter()
    with Pool() as pool:
        for done, found in enumerate(pool.imap_unordered(_one, work)):
            counts += found
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{done + 1:,} of {len(work):,}")
    for length in range(5):
        counts += compare_texts("a=", length)
    print("; ".join(f"{name}: {count:,}" for name, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
