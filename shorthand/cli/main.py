"""The command as a whole: its subcommands by name, and how a run ends."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

import shorthand
from shorthand.cli import shared_options, standard_error, standard_output
from shorthand.cli.command_group import CommandGroup
from shorthand.cli.interrupts import INTERRUPTED
from shorthand.cli.standard_error import Failure, draw_error, typing_shell
from shorthand.errors import ShorthandError

_NAME = "shorthand"

# Each has a module and a function of its name. Only the module of the one that runs is imported.
SUBCOMMANDS = (
    "to-json",
    "to-shorthand",
    "check",
    "lint",
    "explain",
    "syntax",
    "options",
    "quote",
    "fuzz",
    "aws",
    "models",
)


def run() -> None:
    """Run the command and exit with its code."""
    # A program that is started without its streams has None for them: output must then fail, and errors go nowhere.
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    try:
        code = _run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        code = _report(error)
    sys.exit(code)


def _run() -> int:
    """Run the subcommand. Returns the exit code, and raises whatever ends the run otherwise."""
    if os.environ.get("_SHORTHAND_COMPLETE"):
        # Registers completion classes for words that continue after "=".
        import_module("shorthand.integrations.click")
        cli.main(prog_name=_NAME)  # answers the shell and exits
    try:
        # Unlike `cli.main`, this leaves the exit code after an error to us.
        with cli.make_context(_NAME, sys.argv[1:]) as context:
            code: int = cli.invoke(context) or 0
    except click.exceptions.Exit as end:
        code = end.exit_code
    return code


def _report(error: Exception) -> int:
    """Write what ended the run to standard error. Returns the exit code."""
    if isinstance(error, ShorthandError):
        standard_error.write(f"{draw_error(error, shell=typing_shell())}\n")
        return 2
    if isinstance(error, click.ClickException):
        from shorthand.cli.usage_errors import usage_error  # few runs need it

        if type(error).__name__ == "NoArgsIsHelpError":  # since click 8.2
            standard_error.write(f"{error.format_message()}\n")
        else:
            standard_error.write(f"{draw_error(usage_error(error))}\n")
        return 2
    if isinstance(error, OSError) and error.filename is None:
        # click writes the text of --help by itself.
        try:
            standard_output.handle(error)
        except standard_output.OutputError as failure:
            return _report(failure)
        return 0
    if isinstance(error, Failure):
        standard_error.write(f"{error}\n")
        return 1
    return _report_bug(error)


def _report_bug(error: Exception) -> int:
    if os.environ.get("SHORTHAND_DEBUG"):
        import traceback

        traceback.print_exc()
    from shorthand.errors.rendering import printable  # few runs need it

    standard_error.write(
        f"internal failure, please report it: {type(error).__name__}: {printable(str(error))}\n"
        "  hint: set SHORTHAND_DEBUG=1 to see the traceback\n"
    )
    return 1


class _Subcommands(CommandGroup):
    """The group of the subcommands, each imported when it is first used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click's
        if cmd_name not in SUBCOMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"shorthand.cli.{name}"), name)
        return command


def _print_version(ctx: click.Context, _: click.Parameter, is_wanted: bool) -> None:
    if is_wanted and not ctx.resilient_parsing:
        from shorthand.aws.models import model_file

        version = f"shorthand {shorthand.__version__}, with the commands of AWS CLI {model_file().version}"
        standard_output.print_all([version])
        ctx.exit()


@click.group(
    cls=_Subcommands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=shared_options.EXIT_CODES
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show the versions."
)
def cli() -> None:
    """Convert AWS CLI shorthand to JSON and back.

    \b
    shorthand to-json 'Key=env,Value=prod'
    shorthand to-shorthand '{"Key": "env", "Value": "prod"}'
    shorthand to-json -s 'aws:ec2/create-tags#--tags' Key=a,Value=b Key=c,Value=d
    """
