"""A few thousand of the texts that `python -m tests.properties.random_texts` compares by the million."""

import random

import pytest

from tests.properties.random_texts import raw_text, reads_alike, round_trip, soup


@pytest.mark.parametrize("seed", range(4))
def test_what_is_written_reads_back_in_the_aws_cli(seed: int) -> None:
    choose = random.Random(seed)
    texts = [round_trip(raw_text(choose)) for _ in range(1500)]
    # Few strings have no text.
    assert texts.count(None) < 100


@pytest.mark.parametrize("seed", range(4))
def test_random_texts_read_as_in_the_aws_cli(seed: int) -> None:
    choose = random.Random(seed)
    accepted = sum(reads_alike(soup(choose)) for _ in range(4000))
    assert accepted > 200
