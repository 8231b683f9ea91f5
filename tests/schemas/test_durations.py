"""Durations as text."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shorthand.schemas.durations import duration_text, parsed_duration


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("PT1H30M", timedelta(hours=1.5)),
        ("P1DT2.5S", timedelta(days=1, seconds=2.5)),
        ("p2w", timedelta(weeks=2)),
        ("-PT1M", -timedelta(minutes=1)),
        ("1h30m", timedelta(hours=1.5)),
        ("2w3d", timedelta(weeks=2, days=3)),
        ("90s", timedelta(seconds=90)),
        ("-1.5h", -timedelta(hours=1.5)),
        ("01:30:00", timedelta(hours=1.5)),
        ("-100:00:00.25", -timedelta(hours=100, seconds=0.25)),
    ],
)
def test_a_text_is_read_as_a_duration(text: str, duration: timedelta) -> None:
    assert parsed_duration(timedelta, text) == duration


@pytest.mark.parametrize("text", ["", "P", "PT", "1", "1y", "90", "1m1h", "1:2:3", "1h 30m", "١s", "--1s", "1.s"])
def test_other_texts_are_no_durations(text: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        parsed_duration(timedelta, text)


@given(st.timedeltas(timedelta(days=-99999), timedelta(days=99999)))
def test_a_duration_is_written_and_reads_back_the_same(duration: timedelta) -> None:
    assert parsed_duration(timedelta, duration_text(duration)) == duration
