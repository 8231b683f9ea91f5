"""Explanations and completions of random texts over random shapes, valid ones and such with slips.

    python -m tests.suggest.many_slips 10000

explains that many, completes valid ones at a place each and checks what stands in them; exit 1 on any difference.
"""

from __future__ import annotations

import sys
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shorthand import testing
from shorthand.shapes import Shape
from tests.editor.test_complete import continues_where_cut, offers_keys_and_values, with_texts
from tests.editor.test_explain import agrees_with_the_reading
from tests.suggest.test_slips import slipped


def main() -> None:
    """Try as many of each as the argument says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    counts: Counter[str] = Counter()
    checks = [HealthCheck.too_slow, HealthCheck.large_base_example]
    quietly = settings(max_examples=count, database=None, suppress_health_check=checks, deadline=None)

    @quietly
    @given(slipped())
    def explain(case: tuple[Shape, list[str]]) -> None:
        shape, tokens = case
        agrees_with_the_reading(tokens[0], shape)
        counts["texts with slips explained"] += 1

    @quietly
    @given(testing.shapes().flatmap(with_texts), st.integers(0, 100))
    def complete(case: tuple[Shape, str], at: int) -> None:
        shape, text = case
        agrees_with_the_reading(text, shape)
        continues_where_cut(shape, text, at)
        offers_keys_and_values(shape, text)
        counts["valid texts explained and completed"] += 1

    explain()
    complete()
    for name, number in counts.items():
        print(f"{name}: {number:,}; differences: 0")


if __name__ == "__main__":
    main()
