"""The same answers in every mode of the interpreter: none depends on `assert`, on warnings or on the environment."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import shorthand

# Where the tests are, and the package, which are not the same where the tests are of the wheel.
PATHS = [str(Path(__file__).parent.parent), str(Path(shorthand.__file__).parent.parent)]
RUN = (
    "import runpy, sys; module, *sys.argv[1:] = sys.argv[1:]; "
    f"sys.path[:0] = {PATHS!r}; runpy.run_module(module, run_name='__main__', alter_sys=True)"
)

FLAGS = {
    "-O": ["-O"],
    "-OO": ["-OO"],
    "-W error": ["-W", "error"],
    "-X dev": ["-X", "dev"],
    "-I": ["-I"],
    "-bb": ["-bb"],
    "without UTF-8": ["-X", "utf8=0"],
}
ENVIRONMENTS = {
    "another hash seed": {"PYTHONHASHSEED": "7"},
    "the C locale": {"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"},
    "more digits": {"PYTHONINTMAXSTRDIGITS": "100000"},
    "any number of digits": {"PYTHONINTMAXSTRDIGITS": "0"},
}


def run(
    *arguments: str, flags: list[str] | None = None, environment: dict[str, str] | None = None, code: str = RUN
) -> tuple[int, bytes]:
    """Run code, by default that of a module, in a new interpreter; return the exit code and all that it printed."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONOPTIMIZE"}
    done = subprocess.run(
        [sys.executable, *(flags or []), "-c", code, *arguments],
        env=inherited | (environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout


@cache
def answers() -> tuple[int, bytes]:
    """Return the answers in the plain mode."""
    code, printed = run("tests.answers")
    assert code == 0, printed.decode()
    return code, printed


@pytest.mark.parametrize("flags", FLAGS.values(), ids=FLAGS)
def test_flags_change_no_answer(flags: list[str]) -> None:
    assert run("tests.answers", flags=flags) == answers()


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_the_environment_changes_no_answer(environment: dict[str, str]) -> None:
    assert run("tests.answers", environment=environment) == answers()


# Python drops the docstrings under -OO, and with them the help that click makes of them.
HELP_FLAGS = {name: flags for name, flags in FLAGS.items() if name != "-OO"}


@pytest.mark.parametrize("flags", HELP_FLAGS.values(), ids=HELP_FLAGS)
def test_flags_change_no_help(flags: list[str]) -> None:
    assert run("tests.answers", "help", flags=flags) == run("tests.answers", "help")


@pytest.mark.skipif(sys.version_info < (3, 14), reason="sub-interpreters have no public module before Python 3.14")
def test_sub_interpreters_give_the_same_answers() -> None:
    inner = f"import sys; sys.argv[1:] = ['tests.answers']; {RUN}"
    code = (
        "from concurrent import interpreters\n"
        "for inner in (interpreters.create(), interpreters.create()):\n"
        f"    inner.exec({inner!r})\n"
        "    inner.close()\n"
    )
    exit_code, printed = answers()
    assert run(code=code) == (exit_code, printed * 2)
