"""Compare random untyped values and random texts with the AWS CLI's parser.

    python -m tests.properties.random_texts 100000

writes that many values and reads as many texts, and prints the counts; exit 1 on any difference.
"""

from __future__ import annotations

import contextlib
import random
import sys
from typing import Any

from awscli.shorthand import ShorthandParseError, ShorthandParser

import shorthand

CHARACTERS = [*"ab1=,[]{}\"'\\ @:-", *"\\\"',\n\t\xa0\x1c\x01\0\x85é😀\ud800", "x\\"]
KEY_CHARACTERS = "abK_.#/:-0"
LEXEMES = [
    *("a", "b", "c d", "=", "=", ",", ",", ",", "[", "]", "{", "}", '"', "'", "\\", "\\,", " ", "\n", "\xa0", "\x1c"),
    *("\x01", "😀", "é", "@=", '\\"', "\\'", "a=", "b=", "key=", '"x"', "'y,z'", "[a]", "{b=c}", ", ", '"\\', "'\\"),
]


def raw_text(choose: random.Random) -> dict[str, Any]:
    """Make an untyped value with awkward strings."""
    return {_key(choose): _raw(choose, 0) for _ in range(choose.choice([1, 1, 2, 3, 4]))}


def _raw(choose: random.Random, depth: int) -> Any:
    kind = choose.random()
    if depth > 3 or kind < 0.5:
        return "".join(choose.choice(CHARACTERS) for _ in range(choose.choice([0, 1, 1, 2, 3, 5, 8])))
    if kind < 0.75:
        return [_raw(choose, depth + 1) for _ in range(choose.choice([0, 1, 2, 3]))]
    return {_key(choose): _raw(choose, depth + 1) for _ in range(choose.choice([0, 1, 2, 3]))}


def _key(choose: random.Random) -> str:
    return "".join(choose.choice(KEY_CHARACTERS) for _ in range(choose.choice([0, 1, 2, 3])))


def soup(choose: random.Random) -> str:
    """Make a text of random lexemes, which the AWS CLI may accept or reject."""
    start = "a=" if choose.random() < 0.8 else ""
    return start + "".join(choose.choice(LEXEMES) for _ in range(choose.randint(1, 14)))


def round_trip(raw: dict[str, Any]) -> str | None:
    """Write an untyped value and read it back; return the text, or None where no text can carry the value."""
    try:
        text = shorthand.dumps(raw)
    except shorthand.UnrepresentableError as error:
        if "ends in a backslash" not in error.reason:
            raise
        return None
    # Key order counts, so the printed forms are compared.
    assert repr(ShorthandParser().parse(text)) == repr(raw), (raw, text)
    assert repr(shorthand.loads(text)) == repr(raw), (raw, text)
    return text


def reads_alike(text: str) -> bool:
    """Return whether the AWS CLI accepts a text; check that we do the same, and that the value can be written again."""
    try:
        expected = repr(ShorthandParser().parse(text))
    except ShorthandParseError:
        expected = None
    try:
        raw = shorthand.loads(text, strict=False)
    except shorthand.ShorthandSyntaxError:
        assert expected is None, text
        return False
    assert repr(raw) == expected, text
    with contextlib.suppress(shorthand.LossyTextError):
        assert repr(shorthand.loads(text)) == expected, text
    written = shorthand.dumps(raw)
    assert repr(shorthand.loads(written)) == expected, (text, written)
    assert shorthand.dumps(shorthand.loads(written)) == written, text
    return True


def main() -> None:
    """Compare as many of each as the first argument says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    choose = random.Random(sys.argv[2] if len(sys.argv) > 2 else "1")
    written = read = 0
    for number in range(count):
        written += round_trip(raw_text(choose)) is not None
        read += reads_alike(soup(choose))
        if sys.stderr.isatty() and number % 1000 == 0:
            sys.stderr.write(f"\r{number:,}")
    print(
        f"raw values: {count}, written and read back equal by the AWS CLI: {written}, no such text: {count - written}"
    )
    print(f"texts: {count}, accepted alike: {read}, rejected alike: {count - read}, differences: 0")


if __name__ == "__main__":
    main()
