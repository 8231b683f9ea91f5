"""Texts that are hard for a parser that goes back, and how to measure the time that they take."""

import gc
import time
from collections.abc import Callable

# A start, what is repeated, and an end.
ADVERSARIES = {
    "spaces": ("a=", " ", ""),
    "spaces before a comma": ("a=b", " ", ",c=d"),
    "backslashes": ("a=", "\\", ""),
    "escaped commas": ("a=", "\\,", ""),
    "escaped commas in an element": ("a=b,c", "\\,", "=d"),
    "backslashes in an element": ("a=b,c", "\\", "=d"),
    "an unterminated quote": ('a="', "b", ""),
    "unterminated after escapes": ('a="', '\\"', ""),
    "quoted elements": ("a=b", ',"c"', ""),
    "quoted elements that end wrongly": ("a=b", ",'c'", "d"),
    "commas": ("a=b", ",", "c=d"),
    "empty items": ("a=[", ",", "]"),
    "at signs": ("a=", "@", ""),
    "key-like runs": ("a=b,", "k", " "),
    "elements": ("a=b", ",k", "=c"),
    "quotes in turn": ("a=b,", "'\"", ""),
    "brackets": ("a=", "[", ""),
    "braces": ("a=", "{b=", ""),
    "closing brackets": ("a=", "]", ""),
}


def adversary(start: str, part: str, end: str, length: int) -> str:
    """Return a text of about `length` characters."""
    return start + part * (length // len(part)) + end


def seconds_of(work: Callable[[], object]) -> float:
    """Return the shortest of three times, of this process alone and without the collection of garbage."""
    times = []
    gc.disable()
    try:
        for _ in range(3):
            before = time.process_time()
            work()
            times.append(time.process_time() - before)
    finally:
        gc.enable()
    return min(times)


def assert_linear(work: Callable[[int], object], length: int) -> None:
    """Assert that ten times the length takes about ten times as long. Quadratic work takes a hundred times as long."""
    short, long = seconds_of(lambda: work(length)), seconds_of(lambda: work(10 * length))
    assert long < 30 * short + 0.02
