"""Coverage-guided fuzzing of every public function and every command: `python -m tests.fuzz SECONDS [TARGET ...]`.

atheris chooses the bytes from which hypothesis draws the inputs of a target; without a TARGET they all take turns. An
exception that is not documented is a finding: each is printed once, with its inputs, and the run goes on. Exit 1 where
there is any.
"""

from __future__ import annotations

import os
import pkgutil
import random
import shutil
import sys
import tempfile
import time
import traceback
from importlib import import_module
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["shorthand"]):
    import shorthand

    for module in pkgutil.walk_packages(shorthand.__path__, "shorthand."):
        if not module.name.endswith("__main__"):
            import_module(module.name)

from tests.fuzz import every_target  # noqa: F401 -- it fills the list of targets
from tests.fuzz.checks import TARGETS
from tests.fuzz.differential import reads_as_the_aws_cli

_LONGEST = 8000
_SEEDS_FOR_EACH = 20


class Run:
    """One run over some targets: what it has found, and when it ends."""

    def __init__(self, names: list[str], seconds: float, folder: str) -> None:
        self.folder = folder
        self.targets = {name: TARGETS[name].hypothesis.fuzz_one_input for name in names}  # type: ignore[attr-defined]
        self.counts = dict.fromkeys(names, 0)
        self.end = time.monotonic() + seconds
        self.found: set[tuple[str, ...]] = set()

    def one(self, data: bytes) -> None:
        """Try the target that the first byte names with the bytes after it."""
        if time.monotonic() > self.end:
            self.finish()
        if not data:
            return
        name = list(self.targets)[data[0] % len(self.targets)]
        self.counts[name] += 1
        try:
            self.targets[name](data[1:])
            if data[0] % 8 == 0:
                reads_as_the_aws_cli(data[1:])
        except Exception as error:
            self.report(name, error)

    def report(self, name: str, error: Exception) -> None:
        """Print a finding, unless its cause has been printed."""
        cause = error.__cause__ or error
        frames = [
            f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in traceback.extract_tb(cause.__traceback__)
        ]
        own = [
            frame
            for frame in traceback.extract_tb(cause.__traceback__)
            if f"{os.sep}shorthand{os.sep}" in frame.filename
        ]
        place = f"{own[-1].filename}:{own[-1].lineno}" if own else "".join(frames[-1:])
        key = (name, type(cause).__name__, place)
        if key not in self.found:
            self.found.add(key)
            print(
                f"\n{name}: {type(cause).__name__}: {str(cause)[:300]}\n  at {place}\n  {str(error)[:2000]}", flush=True
            )

    def finish(self) -> None:
        """Print the counts, and end the process: libFuzzer does not return."""
        print(f"\n{sum(self.counts.values()):,} inputs, {len(self.found)} findings", *self.counts.items(), sep="\n  ")
        sys.stdout.flush()
        shutil.rmtree(self.folder, ignore_errors=True)
        os._exit(1 if self.found else 0)


def main() -> None:
    """Fuzz for as many seconds as the first argument says."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    names = [name for name in sys.argv[2:] if not name.startswith("-")] or list(TARGETS)
    options = [name for name in sys.argv[2:] if name.startswith("-")]
    with tempfile.TemporaryDirectory() as folder:
        run = Run(names, seconds, folder)
        # hypothesis draws nothing from a few bytes, which is what a run without a corpus begins with.
        choose = random.Random(1)
        for number in range(len(names) * _SEEDS_FOR_EACH):
            Path(folder, str(number)).write_bytes(bytes([number % len(names)]) + choose.randbytes(_LONGEST // 4))
        limits = [f"-max_len={_LONGEST}", "-len_control=0", "-rss_limit_mb=4096", "-verbosity=0"]
        atheris.Setup([sys.argv[0], *limits, *options, folder], run.one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
