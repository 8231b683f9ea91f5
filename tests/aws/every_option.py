"""Check every option of every command of the AWS CLI: `python -m tests.aws.every_option`.

Prints the counts and each difference. The exit code is 1 if there is a difference.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import Counter

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TimeElapsedColumn

from tests.aws import awscli_tables, documented, examples, round_trips, whole_commands

CHECKS = {
    "documented": documented.compare,
    "round trip": round_trips.check,
    "whole commands": whole_commands.check,
    "examples": examples.check,
}


def check(job: tuple[str, str]) -> tuple[str, documented.Found]:
    name, service = job
    return name, CHECKS[name](service)


def main(wanted: list[str]) -> int:
    started = time.monotonic()
    jobs = [(name, service) for name in wanted or CHECKS for service in awscli_tables.services()]
    counts = {name: Counter[str]() for name, _ in jobs}
    wrong: list[str] = []
    console = Console(stderr=True)
    columns = (*Progress.get_default_columns(), MofNCompleteColumn(), TimeElapsedColumn())
    with (
        multiprocessing.get_context("spawn").Pool() as pool,
        Progress(*columns, console=console, disable=not console.is_terminal) as progress,
    ):
        task = progress.add_task("services", total=len(jobs))
        for name, found in pool.imap_unordered(check, jobs):
            counts[name].update(found.counts)
            wrong += found.wrong
            progress.advance(task)
    for name, counted in counts.items():
        print(f"{name}:")
        for what, number in counted.items():
            print(f"  {number:>9,} {what}")
    for line in wrong:
        print(line)
    print(f"{len(wrong)} differences, in {time.monotonic() - started:.0f} seconds")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
