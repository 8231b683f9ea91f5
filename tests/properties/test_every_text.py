"""The shortest texts that `python -m tests.properties.every_text` compares."""

import pytest

from tests.properties.every_text import ALPHABET, compare_all


@pytest.mark.parametrize("start", ["", *ALPHABET])
def test_every_short_text_reads_as_in_the_aws_cli(start: str) -> None:
    counts = compare_all(start, 3 if start else 2)
    assert counts["accepted"] > 0
    assert counts["rejected"] > 0
