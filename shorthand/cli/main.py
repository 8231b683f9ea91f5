"""The commands."""

from __future__ import annotations

import base64
import json
import os
import shlex
import sys
from collections.abc import Callable
from typing import Any

import click

import shorthand
from shorthand.cli.schema import load_command, load_option
from shorthand.cli.stream import convert_all, lines
from shorthand.errors import ShorthandError
from shorthand.json_form import loads_json
from shorthand.shapes import Shape

_EXITS = "Exit codes: 0 done; 1 an internal failure (a bug); 2 the input was wrong."

_schema = click.option(
    "-s", "--schema", metavar="SCHEMA", help="What the text is of: page:FILE#--option, or a JSON Schema file."
)
_needed_schema = click.option(
    "-s", "--schema", metavar="SCHEMA", required=True, help="page:FILE#--option, or a JSON Schema file."
)
_lenient = click.option("--lenient", is_flag=True, help="Follow the AWS CLI even where it loses part of a text.")
_null = click.option("--null", is_flag=True, help="Standard input is separated by NUL instead of newlines.")


def run() -> None:
    """Run the command and exit with its code."""
    try:
        code = cli.main(standalone_mode=False) or 0
        sys.stdout.flush()
    except ShorthandError as error:
        sys.stderr.write(f"{error}\n")
        code = 2
    except click.ClickException as error:
        error.show()
        code = 2
    except click.exceptions.Abort:
        code = 130
    except BrokenPipeError:
        # Whoever read the output has left; nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        if "SHORTHAND_DEBUG" in os.environ:
            raise
        sys.stderr.write(f"internal failure, please report it: {type(error).__name__}: {error}\n")
        code = 1
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EXITS)
@click.version_option(shorthand.__version__, prog_name="shorthand")
def cli() -> None:
    """Convert AWS CLI shorthand to JSON and back.

    \b
    shorthand to-json 'Key=env,Value=prod'
    shorthand to-shorthand '{"Key": "env", "Value": "prod"}'
    shorthand to-json -s 'page:create-job.txt#--tags' Key=a,Value=b Key=c,Value=d
    """


@cli.command(epilog=_EXITS)
@_schema
@_lenient
@_null
@click.option("--indent", type=click.IntRange(0, 16), help="Spaces to indent by; 0 for one line.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
def to_json(schema: str | None, lenient: bool, null: bool, indent: int | None, texts: tuple[str, ...]) -> int:
    """Shorthand to JSON: compact on a pipe, indented on a terminal.

    With a schema the TEXTs are the tokens of one option; without, each is converted on its own. Without a TEXT, or
    with -, standard input is read, one text a line.

    \b
    shorthand to-json 'Key=env,Value=prod'
    shorthand to-json -s 'page:create-job.txt#--tags' Key=a,Value=b Key=c,Value=d
    shorthand to-json < texts.txt
    """
    shape = load_option(schema).shape if schema else None
    read = _reader(shape, lenient)
    if indent is None:
        indent = 2 if sys.stdout.isatty() else 0
    width = indent or None
    if _from_stdin(texts):
        good = convert_all(lines(b"\0" if null else b"\n"), lambda text: _json(read([text]), width))
        return 0 if good else 2
    groups = [list(texts)] if shape else [[text] for text in texts]
    _print([_json(read(group), width) for group in groups])
    return 0


@cli.command(epilog=_EXITS)
@_schema
@_null
@click.option("--shell", type=click.Choice(["posix"]), help="Quote the tokens for this shell, on one line.")
@click.argument("values", metavar="[JSON]...", nargs=-1)
def to_shorthand(schema: str | None, null: bool, shell: str | None, values: tuple[str, ...]) -> int:
    """JSON to shorthand: the shortest text that reads back the same.

    An option's tokens are printed one a line, or on one line quoted for a shell. From standard input, one JSON value a
    line, several tokens are quoted for a POSIX shell and share a line.

    \b
    shorthand to-shorthand '{"Key": "env", "Value": "prod"}'
    shorthand to-shorthand -s 'page:create-job.txt#--tags' --shell posix '[{"Key": "a", "Value": "b, c"}]'
    """
    shape = load_option(schema).shape if schema else None

    def tokens(text: str) -> list[str]:
        value = loads_json(text)
        return shorthand.dumps_option(value, shape) if shape else [shorthand.dumps(value)]

    def line(text: str) -> str:
        written = tokens(text)
        return shlex.join(written) if shell or len(written) > 1 else written[0]

    if _from_stdin(values):
        return 0 if convert_all(lines(b"\0" if null else b"\n"), line) else 2
    _print([line(value) for value in values] if shell else [token for value in values for token in tokens(value)])
    return 0


@cli.command(epilog=_EXITS)
@_schema
@_lenient
@_null
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
def check(schema: str | None, lenient: bool, null: bool, texts: tuple[str, ...]) -> int:
    """Say what is wrong with a text, or nothing.

    \b
    shorthand check -s 'page:create-job.txt#--tags' Key=a,Value=b
    """
    shape = load_option(schema).shape if schema else None
    read = _reader(shape, lenient)

    def silently(text: str) -> None:
        read([text])

    if _from_stdin(texts):
        return 0 if convert_all(lines(b"\0" if null else b"\n"), silently) else 2
    for group in [list(texts)] if shape else [[text] for text in texts]:
        read(group)
    return 0


@cli.command(epilog=_EXITS)
@_needed_schema
@click.option("--json", "as_json", is_flag=True, help="The JSON syntax.")
@click.option("--skeleton", is_flag=True, help="A JSON value to fill in.")
def syntax(schema: str, as_json: bool, skeleton: bool) -> int:
    """How an option is written.

    \b
    shorthand syntax -s 'page:create-job.txt#--tags'
    """
    option = load_option(schema)
    if skeleton:
        _print([json.dumps(option.shape.skeleton(), indent=2)])
        return 0
    text = option.shape.json_syntax() if as_json else option.syntax()
    if text is None:
        raise ShorthandError(
            f"the reference documents no shorthand for {option.name}",
            hint="see --json; a nested structure may be given as shorthand all the same",
        )
    _print([text])
    return 0


@cli.command(epilog=_EXITS)
@click.option("-s", "--schema", metavar="SCHEMA", required=True, help="The command: page:FILE.")
def options(schema: str) -> int:
    """The options of a command: name, type, and whether it is required.

    \b
    shorthand options -s page:create-job.txt
    """
    rows = [
        (option.name, option.shape.type_name, "required" if option.required else "")
        for option in load_command(schema).options.values()
    ]
    if sys.stdout.isatty():
        width = max((len(name) for name, _, _ in rows), default=0)
        _print([f"{name:{width}}  {kind:10} {required}".rstrip() for name, kind, required in rows])
    else:
        _print(["\t".join(row).rstrip("\t") for row in rows])
    return 0


@cli.command(epilog=_EXITS)
@click.argument("string")
def quote(string: str) -> int:
    """One value, safe to splice into a text.

    \b
    aws … --tags "Key=Name,Value=$(shorthand quote "$NAME")"
    """
    _print([shorthand.quote(string)])
    return 0


def _reader(shape: Shape | None, lenient: bool) -> Callable[[list[str]], Any]:
    """What turns the tokens of one option, or without a shape one text, into its value."""
    strict, files = not lenient, shorthand.files.local
    if shape is None:
        return lambda tokens: shorthand.loads(tokens[0], strict=strict, files=files)
    return lambda tokens: shorthand.loads_option(tokens, shape, strict=strict, files=files)


def _from_stdin(arguments: tuple[str, ...]) -> bool:
    if arguments == ("-",) or (not arguments and not sys.stdin.isatty()):
        return True
    if not arguments:
        raise click.UsageError("give a text, or pipe texts to standard input")
    return False


def _json(value: Any, indent: int | None) -> str:
    separators = (",", ": ") if indent else (",", ":")

    def encoded(leaf: object) -> str:
        if isinstance(leaf, bytes):
            return base64.b64encode(leaf).decode()
        raise TypeError(f"{type(leaf).__name__} is not JSON")

    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators, default=encoded)
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return json.dumps(value, indent=indent, separators=separators, default=encoded)
    return text


def _print(out: list[str]) -> None:
    """Print all, or nothing where one line cannot be printed."""
    text = "".join(f"{line}\n" for line in out)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError as error:
        raise ShorthandError(f"the output holds {text[error.start]!r}, which cannot be printed here") from None
    sys.stdout.write(text)
