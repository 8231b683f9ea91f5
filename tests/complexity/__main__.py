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
"""The most memory that a call may hold at once, in bytes for each character of its input."""
MEASURED_LENGTH = 200_000


def worst(measured: Measured, *, seconds: float, largest: int) -> Growth:
    """Return the growth over short texts or over long ones, whichever rises more."""
    short = growth(measured.family, SHORT_TEXTS[0], min(SHORT_TEXTS[1], largest), seconds=seconds)
    if largest <= LONG_TEXTS or short.exponent > MOST_RISING:
        return short
    return max(short, growth(measured.family, LONG_TEXTS, min(measured.largest, largest), seconds=seconds))


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
            most = memory(measured, 20_000 if arguments.short else MEASURED_LENGTH)
            found, is_wrong = f"{most:.0f} times its text", most > MOST_MEMORY
        else:
            rising = worst(
                measured,
                seconds=0.5 if arguments.short else 10,
                largest=LONG_TEXTS if arguments.short else measured.largest,
            )
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
