"""The subcommand `models`, and `models build`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from shorthand.aws.model_file import ModelFile
from shorthand.aws.models import BUNDLED, model_file, user_file
from shorthand.cli import shared_options, standard_output
from shorthand.cli.command_group import CommandGroup
from shorthand.errors import ShorthandError


@click.group(
    cls=CommandGroup,
    invoke_without_command=True,
    short_help="Show or build the models of the AWS CLI's commands.",
    epilog=shared_options.EXIT_CODES,
)
@click.pass_context
def models(ctx: click.Context) -> int:
    """Show which version of the AWS CLI the models of its commands are from, and their file.

    \b
    shorthand models
    shorthand models build
    """
    if ctx.invoked_subcommand is None:
        standard_output.print_all([_described(model_file())])
    return 0


@models.command(short_help="Build the models from the installed AWS CLI.", epilog=shared_options.EXIT_CODES)
@click.option("-o", "--output", "file", metavar="FILE", help="Write the models to this file.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes that build; by default one for each processor.")
def build(file: str | None, jobs: int | None) -> int:
    """Build the models from the installed AWS CLI (the package awscli), for use from then on.

    They are kept in the user's data folder, or in the file that the variable SHORTHAND_MODELS names. To use the bundled
    models again, remove the file. The same AWS CLI gives the same bytes.

    \b
    shorthand models build
    shorthand models build -o aws.models
    """
    try:
        from shorthand.aws.build_models import build as build_models
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("awscli", "botocore"):
            raise
        raise ShorthandError(
            "the AWS CLI, from which the models are built, is not installed beside shorthand",
            hint=f"install it: {sys.executable} -m pip install awscli",
        ) from None
    target = _checked_target(Path(file if file is not None else user_file() or BUNDLED))
    fresh = _new_file_beside(target)
    try:
        with _ProgressBar() as bar:
            built = build_models(bar.update, jobs)
        with _writing(target):
            fresh.write_bytes(built)
            # Other programs never read half of the file.
            fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    standard_output.print_all([_described(ModelFile(target))])
    return 0


def _described(file: ModelFile) -> str:
    return f"AWS CLI {file.version}, {len(file.services)} services, {file.path}"


def _checked_target(file: Path) -> Path:
    """Return the file to write, to which a link may lead; its directory is made. Raises ShorthandError."""
    with _writing(file):
        target = Path(os.path.realpath(file))
        if target.is_dir():
            raise ShorthandError(f"{file} is a directory", hint=f"name a file: -o {file / 'aws.models'}")
        if target.exists() and not target.is_file():
            raise ShorthandError(f"{file} is not a regular file")
        target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _new_file_beside(target: Path) -> Path:
    """Make the file that is to replace the target. An error shows before the work that fills it."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    with _writing(target):
        fresh.touch()
    return fresh


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    """Raise ShorthandError for an error of the system in the block."""
    try:
        yield
    except ShorthandError:
        raise
    except (OSError, ValueError) as error:  # a ValueError is about a NUL in the path
        raise ShorthandError(f"{file} cannot be written: {getattr(error, 'strerror', None) or error}") from None


class _ProgressBar:
    """A progress bar on standard error, if that is a terminal."""

    def __enter__(self) -> _ProgressBar:
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, Progress

        self._progress = Progress(*Progress.get_default_columns(), MofNCompleteColumn(), console=Console(stderr=True))
        self._progress.disable = not sys.stderr.isatty()
        self._progress.start()
        self._task = self._progress.add_task("services", total=None)
        return self

    def update(self, done: int, total: int) -> None:
        self._progress.update(self._task, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
