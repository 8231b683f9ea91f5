"""Many texts, one a line, converted in order and at constant memory."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, cast

from shorthand.errors import ShorthandError

if TYPE_CHECKING:
    from io import BufferedReader

_CHUNK = 1 << 16


def lines(separator: bytes) -> Iterator[bytes]:
    """The parts of standard input between separators."""
    stream = cast("BufferedReader", sys.stdin.buffer)
    if separator == b"\n":
        for line in stream:
            yield line.removesuffix(b"\n").removesuffix(b"\r")
        return
    rest = b""
    while chunk := stream.read1(_CHUNK):
        *whole, rest = (rest + chunk).split(separator)
        yield from whole
    if rest:
        yield rest


def convert_all(parts: Iterable[bytes], convert: Callable[[str], str | None]) -> bool:
    """Print what `convert` gives for each part; a bad one is reported by its number, and the others still convert.

    True where all were good.
    """
    good = True
    write = sys.stdout.write
    progress = _Progress()
    for number, part in enumerate(parts, 1):
        try:
            if number == 1 and part.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise ShorthandError("the input is UTF-16", hint="convert it: iconv -f UTF-16 -t UTF-8")
            text = part.decode("utf-8")
            out = convert(text.removeprefix("\ufeff") if number == 1 else text)
            if out is not None:
                write(out + "\n")
        except UnicodeDecodeError:
            good = _report(number, "the line is not UTF-8")
        except ShorthandError as error:
            good = _report(number, str(error))
        progress.at(number)
    progress.done()
    return good


def _report(number: int, message: str) -> bool:
    sys.stderr.write(f"line {number}: {message}\n")
    return False


class _Progress:
    """How many lines are done, on a terminal only and after the first second."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty() and not sys.stdout.isatty()
        self.next = time.monotonic() + 1
        self.drawn = False

    def at(self, number: int) -> None:
        if self.shown and not number % 1000 and time.monotonic() >= self.next:
            sys.stderr.write(f"\r{number:,} lines")
            sys.stderr.flush()
            self.next = time.monotonic() + 0.2
            self.drawn = True

    def done(self) -> None:
        if self.drawn:
            sys.stderr.write("\r\x1b[K")
