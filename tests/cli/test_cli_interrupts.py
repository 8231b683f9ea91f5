"""Ctrl-C: without a traceback, and never within a line of the output."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from shorthand.cli import interrupts
from tests.cli.command import posix

# An import hook that stands for a user who presses Ctrl-C while a module is imported.
INTERRUPT_AT = """
import sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Finder())
sys.argv = ["shorthand", "to-json", "-s", "aws:ec2/create-tags#--tags", "Key=a"]
from shorthand.__main__ import main
main()
"""
MODULES = ["click", "click.core", "shorthand.cli.main", "shorthand.cli.to_json", "shorthand.cli.schema_option"]


@pytest.mark.parametrize("name", [*MODULES, "shorthand.aws.models", "shorthand.codec.option"])
def test_an_interrupt_while_a_module_is_imported_gives_no_traceback(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPT_AT.format(name=name)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("delay", [0.0, 0.02, 0.05])
def test_an_interrupted_stream_ends_with_a_whole_line(jobs: str, delay: float) -> None:
    line = b'a="' + b"x" * 1000 + b'"\n'
    with subprocess.Popen(
        [sys.executable, "-m", "shorthand", "to-json", "--jobs", jobs],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell starts what it runs in the background with the signal ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        reader, writer = os.fork(), process.stdin
        if reader == 0:
            try:
                while True:
                    writer.write(line * 100)
            except OSError:
                pass
            os._exit(0)
        writer.close()
        out = process.stdout.read(100_000)
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        out += process.stdout.read()
        assert process.wait(20) == 130
        os.kill(reader, signal.SIGKILL)
        os.waitpid(reader, 0)
        assert process.stderr.read() == b""
    assert {len(one) for one in out.splitlines(keepends=True)} == {len(b'{"a":""}\n') + 1000}


def interrupt() -> None:
    signal.raise_signal(signal.SIGINT)


def steps_after_interrupts(count: int) -> Iterator[str]:
    """Yield what still runs in a block with so many interrupts."""
    with interrupts.deferred():
        for _ in range(count):
            interrupt()
        yield "the rest of the block"


def test_an_interrupt_takes_effect_after_the_block() -> None:
    steps = steps_after_interrupts(1)
    assert next(steps) == "the rest of the block"
    with pytest.raises(KeyboardInterrupt):
        next(steps)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_second_interrupt_takes_effect_at_once() -> None:
    with pytest.raises(KeyboardInterrupt):
        next(steps_after_interrupts(2))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_program_that_handles_interrupts_itself_keeps_its_handler() -> None:
    previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interrupts.deferred():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
            interrupt()
    finally:
        signal.signal(signal.SIGINT, previous)
