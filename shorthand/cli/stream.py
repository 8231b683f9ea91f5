"""Many texts on standard input, converted in order and at constant memory."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from shorthand.cli import output
from shorthand.errors import ShorthandError

if TYPE_CHECKING:
    from concurrent.futures import Future
    from io import BufferedReader

Part = tuple[int, bytes]
"""One text, and its number in the input."""

_CHUNK = 1 << 16
_SPACE = re.compile(r"\s*")


def lines(separator: bytes = b"\n") -> Iterator[list[Part]]:
    """The parts of standard input between separators, numbered from 1; in batches, as they arrive."""
    read = cast("BufferedReader", sys.stdin.buffer).read1
    number = 0
    pending: list[bytes] = []
    while chunk := read(_CHUNK):
        if number == 0 and not pending:
            _refuse_marks(chunk)
        first, *others = chunk.split(separator)
        pending.append(first)
        if others:
            whole = [b"".join(pending), *others[:-1]]
            pending = [others[-1]]
            if separator == b"\n":
                whole = [part.removesuffix(b"\r") for part in whole]
            yield list(enumerate(whole, number + 1))
            number += len(whole)
    if last := b"".join(pending):
        yield [(number + 1, last)]


def _refuse_marks(start: bytes) -> None:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ShorthandError(
            "line 1: the input is UTF-16, and UTF-8 is read", hint="convert it: iconv -f UTF-16 -t UTF-8"
        )
    if start.startswith(b"\xef\xbb\xbf"):
        raise ShorthandError(
            "line 1: the input begins with a byte order mark (BOM), which the AWS CLI does not read",
            hint="save it as UTF-8 without a BOM",
        )


def json_lines() -> Iterator[list[Part]]:
    """The JSON values on standard input: one a line, or where the first ends on a later line, one after the other."""
    batches = lines()
    started = False
    for batch in batches:
        filled = [part for part in batch if part[1].strip()]
        if not started and filled and _is_unfinished(filled[0][1]):
            number = filled[0][0]
            rest = [part for _, part in batch[batch.index(filled[0]) :]]
            rest += [part for later in batches for _, part in later]
            yield from _consecutive(b"\n".join(rest), number)
            return
        started = started or bool(filled)
        yield filled


def _is_unfinished(line: bytes) -> bool:
    """Whether the line is the beginning of a JSON value and could go on."""
    text = line.decode("utf-8", "replace").rstrip()
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.pos >= len(text)
    except (ValueError, RecursionError):
        return False
    return False


def _consecutive(document: bytes, number: int) -> Iterator[list[Part]]:
    """JSON values with white space between; `number` is the document's first line."""
    try:
        text = document.decode("utf-8")
    except UnicodeDecodeError as error:
        at = number + document.count(b"\n", 0, error.start)
        raise ShorthandError(f"line {at}: the line is not UTF-8") from None
    decode = json.JSONDecoder().raw_decode
    start = 0
    while start < len(text):
        body = _SPACE.match(text, start).end()  # type: ignore[union-attr] # it always matches
        number += text.count("\n", start, body)
        if body == len(text):
            return
        try:
            end = decode(text, body)[1]
        except (ValueError, RecursionError):
            end = len(text)  # where the next value begins cannot be told; whoever reads this one says what is wrong
        yield [(number, text[body:end].encode())]
        number += text.count("\n", body, end)
        start = end


Convert = Callable[[str], str | None]


class Warned(Exception):  # noqa: N818 -- it is none
    """What `convert` raises for a part that gives no answer and is good, but not without a warning."""

    def __init__(self, warnings: list[ShorthandError]) -> None:
        super().__init__()
        self.warnings = warnings


Described = Callable[[int, ShorthandError, bool], str]
"""An error, or where that is True a warning, of the part with that number, as a line of the output."""


class _Converted(NamedTuple):
    """What a batch came to: what is to be printed, what to say of which parts, whether all were good.

    `last` is the number of its last part.
    """

    out: bytes
    said: list[tuple[int, str]]
    good: bool
    last: int


def convert_all(
    batches: Iterable[list[Part]],
    convert: Convert,
    end: str = "\n",
    jobs: int = 1,
    *,
    describe: Described | None = None,
    unit: str = "line",
) -> bool:
    """Print what `convert` gives for each part; a bad one is reported by its number, and the others still convert.

    With `describe` what it gives for an error is printed in place of an answer. With several `jobs`, as many processes
    convert; the order is kept. `unit` is what the numbers count: a part is a "line" or a "text". True where all were
    good.
    """
    good = True
    progress = _Progress(unit)
    for out, said, all_good, last in _converted(batches, partial(_convert, convert, end, describe, unit), jobs):
        output.write(out)
        for number, message in said:
            progress.report(number, message)
        good = good and all_good
        progress.at(last)
        # Whoever feeds lines by hand sees each answer; a full pipe is flushed once a chunk.
        output.flush()
    progress.clear()
    return good


def _converted(batches: Iterable[list[Part]], convert: _ConvertBatch, jobs: int) -> Iterator[_Converted]:
    # The conversion is a closure over the schema, which only a forked process has.
    if jobs == 1 or not hasattr(os, "fork"):
        for batch in batches:
            yield convert(batch)
        return
    # Few runs need these, which take as long to import as all else.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(jobs, get_context("fork"), _set_up, (convert,))
    waiting: deque[Future[_Converted]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_convert_here, batch))
            # So few at once that memory stays constant, and so many that no process waits; but while there is nothing
            # to read, whoever feeds lines by hand gets the answers.
            while waiting and (waiting[0].done() or len(waiting) > 4 * jobs or not _can_read()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise output.WorkerError from None
    finally:
        pool.shutdown(cancel_futures=True)


def _can_read() -> bool:
    """Whether reading standard input would not wait: there is more, or its end."""
    return bool(select.select([sys.stdin.buffer], [], [], 0)[0])


_ConvertBatch = Callable[[list[Part]], _Converted]

_here: list[_ConvertBatch] = []
"""In a process of the pool: what it is to do."""


def _set_up(convert: _ConvertBatch) -> None:
    # An interrupt is for the process that prints.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here.append(convert)


def _convert_here(batch: list[Part]) -> _Converted:
    return _here[0](batch)


def _convert(convert: Convert, end: str, describe: Described | None, unit: str, batch: list[Part]) -> _Converted:
    encoded = output.encoded
    out: list[bytes] = []
    said: list[tuple[int, str]] = []
    good = True

    def report(number: int, error: ShorthandError, is_warning: bool = False) -> None:
        if describe:
            out.append(encoded(describe(number, error, is_warning) + end))
        else:
            drawn = output.drawn(error, number - 1 if unit == "line" else 0)
            said.append((number, ("warning: " if is_warning else "") + drawn))

    for number, part in batch:
        try:
            text = convert(part.decode("utf-8"))
            if text is not None:
                out.append(encoded(text + end))
        except UnicodeDecodeError:
            report(number, ShorthandError(f"the {unit} is not UTF-8"))
            good = False
        except Warned as warned:
            for warning in warned.warnings:
                report(number, warning, is_warning=True)
        except ShorthandError as error:
            report(number, error)
            good = False
    return _Converted(b"".join(out), said, good, batch[-1][0] if batch else 0)


class _Progress:
    """How many lines are done, on a terminal only and after the first second."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        self.shown = sys.stderr.isatty() and not sys.stdout.isatty()
        self.next = time.monotonic() + 1
        self.drawn = False

    def at(self, number: int) -> None:
        if self.shown and time.monotonic() >= self.next:
            sys.stderr.write(f"\r{number:,} {self.unit}s")
            sys.stderr.flush()
            self.next = time.monotonic() + 0.2
            self.drawn = True

    def report(self, number: int, message: str) -> None:
        self.clear()
        sys.stderr.write(f"{self.unit} {number}: {message}\n")

    def clear(self) -> None:
        if self.drawn:
            sys.stderr.write("\r\x1b[K")
            self.drawn = False
