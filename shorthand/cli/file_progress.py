"""A bar of how many files are done, on a terminal and after the first second."""

from __future__ import annotations

import sys
from collections.abc import Callable

from shorthand.cli.progress import Progress, duration

_BAR = 30
"""How many characters wide the bar is."""


class FileProgress(Progress):
    """A bar of how many files are done. It is removed before a finding is printed, so a terminal can show both.

    Args:
        count: Returns how many files there are. It is called only when the bar is first drawn.
    """

    def __init__(self, count: Callable[[], int]) -> None:
        super().__init__("file")
        self._is_shown = sys.stderr.isatty()
        self._count = count
        self._total = 0
        self._done = 0

    def update(self, number: int) -> None:
        """Show the bar with the number of files that are done, at most five times a second."""
        self._done = number
        super().update(number)

    def _share(self, seconds: float) -> str:
        self._total = self._total or self._count()
        share = min(self._done / max(self._total, 1), 1)
        drawn = "#" * round(share * _BAR)
        left = f", {duration(seconds / share - seconds)} left" if share else ""
        return f" of {self._total:,} [{drawn:.<{_BAR}}] {share:.0%}{left}"
