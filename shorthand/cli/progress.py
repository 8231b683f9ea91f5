"""How far a stream is, on a terminal and after the first second."""

from __future__ import annotations

import os
import stat
import sys
import time

from shorthand.cli import standard_error

_FIRST_SECONDS = 1.0
_INTERVAL_SECONDS = 0.2


class Progress:
    """A line on standard error: how many records are done, and if the input is a file, its share and the time left.

    It is shown only if standard error is a terminal and standard output is not.
    """

    def __init__(self, unit: str) -> None:
        self._unit = unit
        self._is_shown = sys.stderr.isatty() and not sys.stdout.isatty()
        self._started = time.monotonic()
        self._next = self._started + _FIRST_SECONDS
        self._is_drawn = False
        self._first, self._size = _input_file() if self._is_shown else (0, 0)

    def update(self, number: int) -> None:
        """Show the number of the last record that is done, at most five times a second."""
        if not self._is_shown or (now := time.monotonic()) < self._next:
            return
        standard_error.write(f"\r\x1b[K{number:,} {self._unit}s{self._share(now - self._started)}")
        self._next = now + _INTERVAL_SECONDS
        self._is_drawn = True

    def clear(self) -> None:
        """Remove the line, so that something else can be written in its place."""
        if self._is_drawn:
            standard_error.write("\r\x1b[K")
            self._is_drawn = False

    def _share(self, seconds: float) -> str:
        """Return how much of the input file is read, and how long the rest takes; "" if the input is not a file."""
        if self._size <= 0:
            return ""
        done = os.lseek(sys.stdin.fileno(), 0, os.SEEK_CUR) - self._first
        # A file can grow while it is read.
        share = min(done / self._size, 1)
        return f", {share:.0%}, {duration(seconds / share - seconds)} left" if share else ""


def duration(seconds: float) -> str:
    """Write a duration as people do.

    >>> duration(75), duration(3675)
    ('1:15', '1:01:15')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _input_file() -> tuple[int, int]:
    """Return the position in the file that is standard input, and its size from there; 0 if it is not a file."""
    try:
        number = sys.stdin.fileno()
        found = os.fstat(number)
        if not stat.S_ISREG(found.st_mode):
            return 0, 0
        first = os.lseek(number, 0, os.SEEK_CUR)
    except (OSError, ValueError):
        return 0, 0
    return first, found.st_size - first
