"""Compare random texts of five kinds with the AWS CLI's parser.

    python -m tests.properties.many_texts 10000000 [SEED]

compares that many on all processors, and prints the counts; exit 1 on any difference.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from multiprocessing import Pool

import shorthand
from tests.properties.oracle import compare
from tests.properties.random_texts import raw_text, soup

# Characters with a meaning in the syntax, white space and control characters of all kinds, and one beyond U+FFFF.
CHARACTERS = (
    "aaabK1==,,,[]{}\"'\\\\ @@.#/:-_\t\n\r\x0b\x0c\x00\x01\x1b\x1c\x1f\x7f\x85\xa0é\u2003\u2028\u3000\ufeff\ud800😀"
)
REFERENCES = [
    *(
        "a",
        "=",
        "@=",
        "b=",
        "b@=",
        "c@=",
        ",",
        ",",
        "[",
        "]",
        "{",
        "}",
        "file://f",
        "fileb://g",
        "file:/",
        "'file://h'",
    ),
    *('"fileb://i"', " ", "\\,", "file://\\,j ", "{b=c}", "[{b@=c}]"),
]
_BATCH = 20_000


def characters(choose: random.Random) -> str:
    """Make a text of random characters, most of them after a key."""
    start = choose.choice(["", "a=", "a=b,", "a=[", "a={b="])
    return start + "".join(choose.choices(CHARACTERS, k=choose.randint(1, 12)))


def references(choose: random.Random) -> str:
    """Make a text with brackets, file flags and file references, so that flags leak out of brackets."""
    parts = choose.choices(REFERENCES, k=choose.randint(1, 12))
    return choose.choice(["", "a@=", "a=[", "a@=[", "a@={b="]) + "".join(parts)


def grammatical(choose: random.Random) -> str:
    """Write a random untyped value."""
    while True:
        try:
            return shorthand.dumps(raw_text(choose))
        except shorthand.UnrepresentableError:
            continue


def mutated(choose: random.Random) -> str:
    """Write a random untyped value, and damage the text in one to three places."""
    text = grammatical(choose)
    for _ in range(choose.randint(1, 3)):
        at = choose.randint(0, len(text))
        text = text[:at] + choose.choice(["", *CHARACTERS]) + text[at + choose.choice([0, 1]) :]
    return text


KINDS: dict[str, Callable[[random.Random], str]] = {
    "lexemes": soup,
    "characters": characters,
    "references": references,
    "grammatical": grammatical,
    "mutated": mutated,
}


def compare_many(count: int, seed: str) -> Counter[str]:
    """Compare `count` texts, as many of each kind; return how many were read alike, by kind and outcome."""
    choose = random.Random(seed)
    counts: Counter[str] = Counter()
    for _ in range(count // len(KINDS)):
        for name, make in KINDS.items():
            counts[f"{name} {compare(make(choose))}"] += 1
    return counts


def main() -> None:
    """Compare as many texts as the first argument says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = sys.argv[2] if len(sys.argv) > 2 else "1"
    batches = [f"{seed} {number}" for number in range(-(-count // _BATCH))]
    counts: Counter[str] = Counter()
    with Pool(os.cpu_count()) as pool:
        for done, found in enumerate(pool.imap_unordered(partial(compare_many, min(count, _BATCH)), batches), 1):
            counts += found
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{done * _BATCH:,}")
    print(f"texts: {counts.total():,}; differences: 0")
    for name, number in sorted(counts.items()):
        print(f"  {name}: {number:,}")


if __name__ == "__main__":
    main()
