"""Every public function over hostile inputs, sizes doubled to 10 MB: `python -m tests.complexity`.

    python -m tests.complexity [--short] [--memory] [WORD ...]

With words, only what has one of them in its name is measured. Prints what grows more than linearly, or holds more than
60 times its text in memory; exit 1 where there is any.
"""

from __future__ import annotations

import argparse
import sys

from tests.complexity.functions import Measured, everything
from tests.complexity.measuring import MOST_RISING, Growth, growth, peak_memory, progress

# Where a function tries corrections only for texts up to some length, both sides of it are measured.
SHORT_TEXTS = (1_250, 20_000)
LONG_TEXTS = 40_000

MOST_MEMORY = 60
"""The most memory that a call may hold at once besides its result, in bytes for each character of its input."""
MEASURED_LENGTH = 100_000
"""Corrections of a short text hold up to 4 MB, whatever its length; this is long enough for that not to matter."""


def over_short_texts(measured: Measured) -> Growth:
    """Return the growth up to the length for which corrections are sought, as CI measures it."""
    largest = min(SHORT_TEXTS[1], measured.largest)
    return growth(measured.family, min(SHORT_TEXTS[0], largest // 16), largest, seconds=0.25, repeated=0.02, tries=6)


def over_all_texts(measured: Measured) -> Growth:
    """Return the growth over short texts or over long ones, whichever rises more."""
    short = growth(measured.family, SHORT_TEXTS[0], min(SHORT_TEXTS[1], measured.largest), seconds=10)
    if short.exponent > MOST_RISING or measured.largest <= LONG_TEXTS:
        return short
    return max(short, growth(measured.family, LONG_TEXTS, measured.largest, seconds=10))


def memory(measured: Measured, length: int) -> float:
    """Return the most memory for each character of an input of about that length."""
    call, size = measured.family(length)
    return peak_memory(call) / size


def main() -> int:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m tests.complexity")
    parser.add_argument("--short", action="store_true", help="the sizes that CI measures")
    parser.add_argument("--memory", action="store_true", help="memory in place of time")
    parser.add_argument("words", nargs="*")
    arguments = parser.parse_args()
    wrong = total = 0
    for measured in everything():
        if arguments.words and not any(word in measured.name for word in arguments.words):
            continue
        if arguments.memory and not measured.is_text:
            continue
        progress(f"{total:,} {measured.name}")
        total += 1
        if arguments.memory:
            most = memory(measured, MEASURED_LENGTH)
            found, is_wrong = f"{most:.0f} times its text", most > MOST_MEMORY
        else:
            rising = over_short_texts(measured) if arguments.short else over_all_texts(measured)
            found, is_wrong = str(rising), rising.exponent > MOST_RISING
        if is_wrong:
            progress("")
            print(f"{measured.name}: {found}", flush=True)
            wrong += 1
    progress("")
    print(f"{total} families, {wrong} too large")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
