"""The command as a whole: its subcommands by name, and how a run ends."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

import shorthand
from shorthand.cli import output, parameters
from shorthand.errors import ShorthandError

# The module of each subcommand: only the one that is run is imported.
_MODULES = {
    "to-json": "convert",
    "to-shorthand": "convert",
    "check": "convert",
    "explain": "explain",
    "syntax": "describe",
    "options": "describe",
    "quote": "describe",
    "fuzz": "fuzz",
    "aws": "aws",
    "models": "models",
}


def run() -> None:
    """Run the command and exit with its code."""
    if os.environ.get("_SHORTHAND_COMPLETE"):
        # Registers the classes that fit click's completion to words which go on after a `=`.
        import_module("shorthand.integrations.click")
    # A program started without them has None for each: what is written must then fail, or go nowhere.
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    try:
        # Windows: a * in a text is no file pattern.
        code = cli.main(standalone_mode=False, windows_expand_args=False) or 0
        output.flush()
    except ShorthandError as error:
        sys.stderr.write(f"{output.drawn(error)}\n")
        code = 2
    except click.ClickException as error:
        error.show()
        code = 2
    except click.exceptions.Abort:
        code = 130
    except (output.OutputError, OSError) as error:
        if isinstance(error, OSError) and error.filename is not None:
            code = _bug(error)
        else:
            # click writes by itself what --help shows.
            failed = output.closed(error) if isinstance(error, OSError) else error
            if not failed.gone:
                sys.stderr.write(f"{failed}\n")
            code = 0 if failed.gone else 1
    except output.WorkerError as error:
        sys.stderr.write(f"{error}\n")
        code = 1
    except Exception as error:  # the last resort: a bug is reported as one, never as a traceback
        code = _bug(error)
    sys.exit(code)


def _bug(error: Exception) -> int:
    """Say that there is a bug; gives the exit code."""
    if os.environ.get("SHORTHAND_DEBUG"):
        import traceback

        traceback.print_exc()
    sys.stderr.write(
        f"internal failure, please report it: {type(error).__name__}: {error}\n  hint: SHORTHAND_DEBUG=1 shows where\n"
    )
    return 1


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- the base's
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- the base's
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"shorthand.cli.{_MODULES[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from shorthand.aws.models import model_file

        output.print_all([f"shorthand {shorthand.__version__}, with the commands of AWS CLI {model_file().version}"])
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=parameters.EXITS)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the versions."
)
def cli() -> None:
    """Convert AWS CLI shorthand to JSON and back.

    \b
    shorthand to-json 'Key=env,Value=prod'
    shorthand to-shorthand '{"Key": "env", "Value": "prod"}'
    shorthand to-json -s 'page:create-job.txt#--tags' Key=a,Value=b Key=c,Value=d
    """
