"""Convert batches in several processes, in order."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, TypeVar

from shorthand.cli.standard_error import Failure

Batch = TypeVar("Batch")
Result = TypeVar("Result")


class WorkerError(Failure):
    """A process that converts has died."""

    def __init__(self) -> None:
        super().__init__("a process that converts has died: out of memory, or killed; the answers so far are whole")


def in_processes(convert: Callable[[Batch], Result], batches: Iterable[Batch], jobs: int) -> Iterator[Result]:
    """Yield the result for each batch in order; the batches come from standard input.

    Raises:
        WorkerError: A process has died.
    """
    # `convert` holds the schema and functions that cannot be pickled, so only a forked process has it.
    if not hasattr(os, "fork"):
        yield from map(convert, batches)
        return
    pool = ProcessPoolExecutor(jobs, get_context("fork"), _set_up, (convert,))
    waiting: deque[Future[Result]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_convert, batch))
            # So few wait that memory stays constant, and so many that no process is idle. But while there is nothing
            # to read, whoever feeds lines by hand gets the answers.
            while waiting and (waiting[0].done() or len(waiting) > 4 * jobs or not _has_input()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise WorkerError from None
    finally:
        pool.shutdown(cancel_futures=True)


def _has_input() -> bool:
    """Return whether reading standard input would not wait: there is more, or its end."""
    return bool(select.select([sys.stdin], [], [], 0)[0])


_converters: list[Callable[[Any], Any]] = []
"""In a process of the pool: its one task."""


def _set_up(convert: Callable[[Any], Any]) -> None:
    # The process that prints handles an interrupt.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _converters.append(convert)


def _convert(batch: Any) -> Any:
    return _converters[0](batch)
