"""A few thousand of the texts that `python -m tests.properties.many_texts` compares by the million."""

import pytest

from tests.properties.many_texts import KINDS, compare_many


@pytest.mark.parametrize("seed", ["a", "b", "c", "d"])
def test_random_texts_of_every_kind_read_as_in_the_aws_cli(seed: str) -> None:
    counts = compare_many(6000, seed)
    for kind in KINDS:
        assert counts[f"{kind} accepted"] > 0
    # A text that was written for a value is never rejected.
    assert counts["grammatical rejected"] == 0
