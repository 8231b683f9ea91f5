"""Measure how time and memory grow with the size of an input."""

from __future__ import annotations

import gc
import math
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

Call = Callable[[], Any]
Family = Callable[[int], tuple[Call, int]]
"""Makes the call for a size, and says how many characters (or items) its input has."""


class Growth(NamedTuple):
    """How the time of a function grows over one family of inputs.

    Attributes:
        exponent: The slope of the time over the size, both as logarithms: 1 is linear, 2 quadratic.
        sizes: The sizes measured.
        seconds: The least processor time of each size.
    """

    exponent: float
    sizes: list[int]
    seconds: list[float]

    def __str__(self) -> str:
        return f"{self.exponent:.2f} ({self.seconds[-1]:.3f} s for {self.sizes[-1]:,})"


MOST_RISING = 1.15
"""The largest exponent that counts as linear."""
# A call that takes less says more about the machine than about the function.
_SHORTEST = 0.0005
_FEWEST_SIZES = 4


def growth(
    family: Family, smallest: int, largest: int, *, seconds: float, repeated: float = 0.2, tries: int = 3
) -> Growth:
    """Measure a family at doubled sizes, and again while the result is a little more than linear.

    Other programs can only add to the time of a call, so the least time of all tries counts.

    Args:
        family: What to measure.
        smallest: The first size; doubled until a call takes long enough to be measured.
        largest: The last size.
        seconds: After a call that takes longer, no larger size is tried.
        repeated: For how many seconds a call is repeated, five times at most.
        tries: How often to measure again where the exponent is too large.
    """
    least: dict[int, float] = {}
    gc.collect()
    for _ in range(tries):
        size = smallest
        while size <= largest:
            call, length = family(size)
            taken = _least_time(call, min(seconds, repeated))
            least[length] = min(taken, least.get(length, math.inf))
            # A call that takes very long has shown enough.
            if taken > seconds and len(least) >= _FEWEST_SIZES - (taken > 4 * seconds):
                break
            size *= 2
        found = _fit(least)
        if found.exponent <= MOST_RISING:
            break
    return found


def _least_time(call: Call, repeated: float) -> float:
    """Return the least processor time of two to five calls in so many seconds.

    The first call may do what is done once for a shape. Where only larger sizes had no second call, it would count for
    them alone, and a linear function would seem to rise.
    """
    times: list[float] = []
    gc.disable()
    try:
        while len(times) < 5 and (len(times) < 2 or sum(times) < repeated):
            start = time.process_time()
            call()
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)


def _fit(least: dict[int, float]) -> Growth:
    """Fit a line through the logarithms of the sizes that take long enough, at least the four largest."""
    sizes = sorted(least)
    long_enough = [size for size in sizes if least[size] >= _SHORTEST]
    used = long_enough if len(long_enough) >= _FEWEST_SIZES else sizes[-_FEWEST_SIZES:]
    # What never takes long is fast enough, however it grows.
    is_short = least[sizes[-1]] < _SHORTEST
    exponent = 0.0 if is_short else slope(used, [least[size] for size in used])
    return Growth(exponent, sizes, [least[size] for size in sizes])


def slope(sizes: Sequence[float], values: Sequence[float]) -> float:
    """Return the least-squares slope of the logarithm of the values over that of the sizes.

    >>> slope([1, 2, 4, 8], [3, 12, 48, 192])
    2.0
    """
    xs = [math.log2(size) for size in sizes]
    ys = [math.log2(max(value, 1e-9)) for value in values]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((x - middle_x) ** 2 for x in xs)
    return sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / across if across else 0.0


def peak_memory(call: Call) -> int:
    """Return the most memory that a call holds at once, in bytes, besides the string that it returns."""
    call()  # what is imported and cached once is not of the input
    gc.collect()
    was_tracing = tracemalloc.is_tracing()
    if not was_tracing:
        tracemalloc.start()
    try:
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        kept = call()
        peak = tracemalloc.get_traced_memory()[1]
        returned = sys.getsizeof(kept) if isinstance(kept, str) else 0
    finally:
        if not was_tracing:
            tracemalloc.stop()
    return peak - before - returned


def printed(function: Callable[..., object], *arguments: Any, **named: Any) -> Call:
    """Return a call whose result or error is also printed, as a program does."""

    def call() -> object:
        try:
            return function(*arguments, **named)
        except Exception as error:  # which errors may come is what tests/fuzz is about
            return str(error)

    return call


def progress(message: str) -> None:
    """Show how far a run is, on a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{message}")
        sys.stderr.flush()
