"""The models of the AWS CLI's commands: `models build`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from shorthand.aws.model_file import ModelFile
from shorthand.aws.models import BUNDLED, model_file, user_file
from shorthand.cli import output, parameters
from shorthand.errors import ShorthandError


@click.group(invoke_without_command=True, short_help="Which version of the AWS CLI is known.", epilog=parameters.EXITS)
@click.pass_context
def models(ctx: click.Context) -> int:
    """What is known of the AWS CLI's commands; without a subcommand, which version of it and from where.

    \b
    shorthand models
    shorthand models build
    """
    if ctx.invoked_subcommand is None:
        used = model_file()
        output.print_all([f"AWS CLI {used.version}, {len(used.services)} services, {used.path}"])
    return 0


@models.command(epilog=parameters.EXITS)
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), help="Write them to this file instead.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Processes that build; by default one for each processor.")
def build(file: Path | None, jobs: int | None) -> int:
    """Build the models from the installed AWS CLI (the package awscli), to be used from then on.

    They are kept in the user's data folder, or in the file that the variable SHORTHAND_MODELS names; remove the file
    and the bundled ones are used again. The same AWS CLI gives the same bytes.
    """
    try:
        from shorthand.aws.build_models import build as build_models
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("awscli", "botocore"):
            raise
        raise ShorthandError(
            "the models are built from an installed AWS CLI, and there is none beside shorthand",
            hint=f"install it where shorthand is: {sys.executable} -m pip install awscli",
        ) from None
    target = file or Path(user_file() or BUNDLED)
    with _Bar() as bar:
        built = build_models(bar.at, jobs)
    _write(target, built)
    found = ModelFile(target)
    output.print_all([f"AWS CLI {found.version}, {len(found.services)} services, {target}"])
    return 0


def _write(target: Path, built: bytes) -> None:
    """Write the file as a whole or not at all: who reads it meanwhile has the old one."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(built)
        fresh.replace(target)
    except OSError as error:
        raise ShorthandError(f"{target} cannot be written: {error.strerror or error}") from None


class _Bar:
    """A bar of progress on standard error, where that is a terminal."""

    def __enter__(self) -> _Bar:
        from rich.console import Console
        from rich.progress import MofNCompleteColumn, Progress

        self._progress = Progress(*Progress.get_default_columns(), MofNCompleteColumn(), console=Console(stderr=True))
        self._progress.disable = not sys.stderr.isatty()
        self._progress.start()
        self._task = self._progress.add_task("services", total=None)
        return self

    def at(self, done: int, whole: int) -> None:
        self._progress.update(self._task, completed=done, total=whole)

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
