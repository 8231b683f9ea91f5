"""Planted faults: nearly all are found at their places."""

import itertools

from tests.lint.planted import KINDS, Outcome, correct_commands, judge, planted_faults

COUNT = 20 * len(KINDS)
"""The whole measurement is `python -m tests.lint.planted`."""


def test_planted_faults_are_found_and_corrected() -> None:
    commands = list(itertools.islice(correct_commands(), 0, 3_000, 2))
    outcome = Outcome()
    for planted in planted_faults(COUNT, seed=1, commands=commands):
        judge(planted, outcome)
    found, fixed = outcome.found.total(), outcome.fixed.total()
    assert found >= 0.95 * COUNT, outcome.missed[:3]
    assert fixed >= 0.85 * found, outcome.unfixed[:3]
