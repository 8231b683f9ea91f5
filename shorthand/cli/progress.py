"""How far a stream is, on a terminal and after the first second."""

from __future__ import annotations

import sys
import time


class Progress:
    """A line on standard error that says how many records are done.

    It is shown only if standard error is a terminal and standard output is not.
    """

    def __init__(self, unit: str) -> None:
        self._unit = unit
        self._is_shown = sys.stderr.isatty() and not sys.stdout.isatty()
        self._next = time.monotonic() + 1
        self._is_drawn = False

    def update(self, number: int) -> None:
        """Show the number of the last record that is done, at most five times a second."""
        if self._is_shown and time.monotonic() >= self._next:
            sys.stderr.write(f"\r{number:,} {self._unit}s")
            sys.stderr.flush()
            self._next = time.monotonic() + 0.2
            self._is_drawn = True

    def clear(self) -> None:
        """Remove the line, so that something else can be written in its place."""
        if self._is_drawn:
            sys.stderr.write("\r\x1b[K")
            self._is_drawn = False
