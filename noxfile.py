"""One command for each task: `nox -s NAME`, or `nox` for those that every change must pass. `nox -l` lists them.

Each session makes a virtual environment of its own with the pinned dependencies of `constraints.txt`. With `--no-venv`
the sessions run in the environment that nox is installed in, which must have the extra `dev`.
"""

from __future__ import annotations

from pathlib import Path

import nox

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]

nox.options.sessions = ["lint", "types", "tests"]
nox.options.default_venv_backend = "venv"
nox.options.reuse_existing_virtualenvs = True
# The tests run on those Pythons that are present.
nox.options.error_on_missing_interpreters = False


def install(session: nox.Session, *requirements: str) -> None:
    """Install requirements at the pinned versions; by default the checkout with all that its development needs."""
    if session.virtualenv.is_sandboxed:
        session.install("-c", "constraints.txt", *(requirements or ("-e", ".[dev]")))


@nox.session
def format(session: nox.Session) -> None:  # noqa: A001 -- the name of the task
    """Format the code, and apply what the linter can fix."""
    install(session, "ruff")
    session.run("ruff", "check", "--fix")
    session.run("ruff", "format")


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style, and that the generated modules are fresh."""
    install(session, "ruff", "lark")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("python", "grammar/build.py", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the library, the compiler and the tests."""
    install(session)
    session.run("mypy")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests; arguments go to pytest: `nox -s tests-3.12 -- tests/codec`."""
    install(session)
    session.run("pytest", "-n", "2", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the tests and measure which branches they take."""
    install(session)
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", "-q", "-n", "2", *session.posargs)
    session.run("coverage", "combine", "-q")
    session.run("coverage", "report")


@nox.session
@nox.parametrize("level", ["1", "2"], ids=["O", "OO"])
def optimized(session: nox.Session, level: str) -> None:
    """Run the tests under `python -O` and `-OO`: no answer depends on `assert` or on a docstring."""
    install(session)
    # pytest rewrites the assertions of the tests, so that they run all the same; tests/test_layout.py checks it.
    session.run("pytest", "-q", "-n", "2", *session.posargs, env={"PYTHONOPTIMIZE": level})


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel, and run the tests against it, away from the checkout."""
    install(session, "build")
    away = Path(session.create_tmp()).resolve()
    session.run("python", "-m", "build", "--outdir", str(away / "dist"), ".")
    (built,) = sorted((away / "dist").glob("*.whl"))[-1:]
    session.install("-c", "constraints.txt", f"{built}[dev]")
    checkout = Path.cwd()
    for name in ("tests", "docs", "examples", "pyproject.toml", "README.md", "CHANGELOG.md"):
        session.run("cp", "-r", str(checkout / name), str(away), external=True)
    with session.chdir(away):
        session.run("pytest", "-q", "-n", "2", *session.posargs, env={"SHORTHAND_TESTS_WHEEL": "1"})


@nox.session
def fuzz(session: nox.Session) -> None:
    """Fuzz every public function and every command; the argument is the number of seconds, 60 by default."""
    install(session)
    seconds = session.posargs[:1] or ["60"]
    session.run("python", "-m", "tests.fuzz", *seconds, *session.posargs[1:])


@nox.session
def complexity(session: nox.Session) -> None:
    """Fit how time and memory grow with hostile texts of up to 10 MB; this takes about half an hour."""
    install(session)
    session.run("python", "-m", "tests.complexity", *session.posargs)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Print the speed as the ratios of docs/benchmarks.md."""
    install(session)
    session.run("python", "-m", "tests.benchmarks")


@nox.session
def mutation(session: nox.Session) -> None:
    """Count the mutants of reading, writing and conversion that no test kills; this takes hours."""
    install(session)
    if session.virtualenv.is_sandboxed:
        session.install("-c", "constraints.txt", "mutmut")
    session.run("mutmut", "run", *session.posargs)
    session.run("mutmut", "results")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation site; every warning is an error."""
    install(session, "-e", ".[docs]")
    session.run(
        "sphinx-build", "-W", "-q", "-b", "html", "docs", session.posargs[0] if session.posargs else "docs/_build"
    )


@nox.session
def lock(session: nox.Session) -> None:
    """Pin the newest versions of all development dependencies in constraints.txt."""
    session.install("uv")
    session.run(
        *("uv", "pip", "compile", "--universal", "--python-version", "3.11", "--upgrade", "--no-header", "--quiet"),
        *("--extra", "dev", "pyproject.toml", "--output-file", "constraints.txt"),
    )
