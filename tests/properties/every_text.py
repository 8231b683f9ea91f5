"""Compare every text up to a length over a small alphabet, alone and after `a=`, with the AWS CLI's parser.

    python -m tests.properties.every_text 6

compares all texts of up to six characters on all processors, and prints how many are read alike; exit 1 on any
difference.
"""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from multiprocessing import Pool

from tests.properties.oracle import compare

ALPHABET = "ab=,[]{}\"'\\ @"


def compare_all(start: str, length: int) -> Counter[str]:
    """Compare all texts of `length` more characters that begin with `start`, alone and after `a=`."""
    counts: Counter[str] = Counter()
    for rest in itertools.product(ALPHABET, repeat=length):
        text = start + "".join(rest)
        counts[compare(text)] += 1
        counts[compare("a=" + text)] += 1
    return counts


def main() -> None:
    """Compare all texts up to the length that the argument gives."""
    longest = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    work = [("", length) for length in range(min(longest, 2) + 1)]
    starts = ["".join(start) for start in itertools.product(ALPHABET, repeat=2)]
    work += [(start, length - 2) for length in range(3, longest + 1) for start in starts]
    counts: Counter[str] = Counter()
    with Pool() as pool:
        for done, found in enumerate(pool.imap_unordered(_one, work)):
            counts += found
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{done + 1:,} of {len(work):,}")
    print(f"texts: {sum(counts.values()):,}; {dict(counts)}; differences: 0")


def _one(work: tuple[str, int]) -> Counter[str]:
    return compare_all(*work)


if __name__ == "__main__":
    main()
