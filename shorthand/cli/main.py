"""The commands."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from typing import Any

import click

import shorthand
from shorthand.cli import output, shells
from shorthand.cli.schema import load_option, load_options
from shorthand.cli.stream import convert_all, json_lines, lines
from shorthand.errors import ShorthandError, UnrepresentableError
from shorthand.json_form import loads_json
from shorthand.shapes import Shape
from shorthand.sources import Option

_EXITS = "Exit codes: 0 done; 1 an internal failure (a bug); 2 the input was wrong."

_SCHEMA_HELP = "page:FILE#--option, an option of an AWS reference page; or a JSON Schema file."
_schema = click.option("-s", "--schema", metavar="SCHEMA", help=f"What the text is of: {_SCHEMA_HELP}")
_needed_schema = click.option("-s", "--schema", metavar="SCHEMA", required=True, help=_SCHEMA_HELP)
_lenient = click.option(
    "--lenient", "--no-strict", is_flag=True, help="Follow the AWS CLI even where it loses part of a text."
)
_null = click.option("--null", is_flag=True, help="The texts of a stream are separated by NUL instead of newlines.")
_jobs = click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that convert a stream."
)
_words = click.option("--shell", type=click.Choice(["posix"]), help="Each TEXT or line is words quoted for this shell.")


def run() -> None:
    """Run the command and exit with its code."""
    try:
        # Windows: a * in a text is no file pattern.
        code = cli.main(standalone_mode=False, windows_expand_args=False) or 0
        output.flush()
    except ShorthandError as error:
        sys.stderr.write(f"{error}\n")
        code = 2
    except click.ClickException as error:
        error.show()
        code = 2
    except click.exceptions.Abort:
        code = 130
    except output.OutputError as error:
        if not error.gone:
            sys.stderr.write(f"{error}\n")
        code = 0 if error.gone else 1
    except Exception as error:  # the last resort: a bug is reported as one, never as a traceback
        if os.environ.get("SHORTHAND_DEBUG"):
            traceback.print_exc()
        sys.stderr.write(
            f"internal failure, please report it: {type(error).__name__}: {error}\n"
            "  hint: SHORTHAND_DEBUG=1 shows where\n"
        )
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
@_jobs
@_words
@click.option("--indent", type=click.IntRange(0, 16), help="Spaces to indent by; 0 for one line.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
def to_json(
    schema: str | None,
    lenient: bool,
    null: bool,
    jobs: int,
    shell: str | None,
    indent: int | None,
    texts: tuple[str, ...],
) -> int:
    """Shorthand to JSON: compact on a pipe, indented on a terminal.

    With a schema the TEXTs are the tokens of one option; without, each is converted on its own. Without a TEXT, or
    with -, standard input is read, one text a line. A reference after @= reads the file that it names.

    \b
    shorthand to-json 'Key=env,Value=prod'
    shorthand to-json -s 'page:create-job.txt#--tags' Key=a,Value=b Key=c,Value=d
    shorthand to-json -s tags.schema.json < texts.txt > values.jsonl
    """
    read = _reader(schema, lenient, shell)
    if indent is None:
        indent = 2 if sys.stdout.isatty() else 0

    def convert(tokens: list[str]) -> str:
        return output.json_text(read(tokens), indent or None)

    if _from_stdin(texts):
        return 0 if convert_all(lines(b"\0" if null else b"\n"), lambda text: convert([text]), jobs=jobs) else 2
    return _print_each(_groups(texts, schema), convert)


@cli.command(epilog=_EXITS)
@_schema
@_null
@_jobs
@click.option("--shell", type=click.Choice(shells.SHELLS), help="Quote the tokens for this shell, on one line.")
@click.argument("values", metavar="[JSON]...", nargs=-1)
def to_shorthand(schema: str | None, null: bool, jobs: int, shell: str | None, values: tuple[str, ...]) -> int:
    """JSON to shorthand: the shortest text that reads back the same.

    The tokens of an option are printed one a line, or with --shell quoted on one line. What shorthand cannot carry is
    printed as one token of JSON where there is a schema, and is an error without.

    Without a JSON, or with -, standard input is read: one value a line, or an indented document. Each gives one line,
    several tokens quoted for a POSIX shell; with --shell posix here and in to-json every line reads back the same.

    \b
    shorthand to-shorthand '{"Key": "env", "Value": "prod"}'
    shorthand to-shorthand -s 'page:create-job.txt#--tags' --shell posix '[{"Key": "a", "Value": "b, c"}]'
    jq .Tags answer.json | shorthand to-shorthand -s tags.schema.json
    """
    shape = load_option(schema).shape if schema else None

    def tokens(text: str) -> list[str]:
        value = loads_json(text)
        return shorthand.dumps_option(value, shape) if shape else [shorthand.dumps(value)]

    def line(text: str) -> str:
        written = tokens(text)
        return shells.join(written, shell or "posix") if shell or len(written) > 1 else written[0]

    def one_line(text: str) -> str:
        written = line(text)
        if ("\0" if null else "\n") in written:
            name, hint = ("a NUL", "") if null else ("a newline", "separate the texts by NUL: --null")
            raise UnrepresentableError(
                f"the text holds {name}, and would not be one text to whoever reads it", hint=hint
            )
        return written

    if _from_stdin(values):
        return 0 if convert_all(json_lines(), one_line, "\0" if null else "\n", jobs) else 2
    return _print_each(values, line if shell else lambda value: "\n".join(tokens(value)))


@cli.command(epilog=_EXITS)
@_schema
@_lenient
@_null
@_jobs
@_words
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
def check(schema: str | None, lenient: bool, null: bool, jobs: int, shell: str | None, texts: tuple[str, ...]) -> int:
    """Say what is wrong with the texts; where nothing is, print nothing.

    The texts are given as to to-json.

    \b
    shorthand check -s 'page:create-job.txt#--tags' Key=a,Value=b
    shorthand check < texts.txt
    """
    read = _reader(schema, lenient, shell)

    def silently(tokens: list[str]) -> None:
        read(tokens)

    if _from_stdin(texts):
        return 0 if convert_all(lines(b"\0" if null else b"\n"), lambda text: silently([text]), jobs=jobs) else 2
    return _print_each(_groups(texts, schema), silently)


@cli.command(epilog=_EXITS)
@_needed_schema
@click.option("--json", "as_json", is_flag=True, help="The JSON syntax.")
@click.option("--skeleton", is_flag=True, help="A JSON value to fill in.")
def syntax(schema: str, as_json: bool, skeleton: bool) -> int:
    """How an option is written.

    \b
    shorthand syntax -s 'page:create-job.txt#--tags'
    shorthand syntax -s tags.schema.json --skeleton
    """
    if as_json and skeleton:
        raise click.UsageError("--json and --skeleton exclude each other")
    option = load_option(schema)
    if skeleton:
        output.print_all([json.dumps(option.shape.skeleton(), indent=2)])
        return 0
    text = option.shape.json_syntax() if as_json else option.syntax()
    if text is None:
        raise ShorthandError(
            f"the reference documents no shorthand for {option.name}, of the type {option.shape.type_name}",
            hint=_without_syntax(option),
        )
    output.print_all([text])
    return 0


@cli.command(epilog=_EXITS)
@click.option("-s", "--schema", metavar="SCHEMA", required=True, help="The command: page:FILE.")
def options(schema: str) -> int:
    """The options of a command: name, type, and whether it is required; separated by tabs on a pipe.

    \b
    shorthand options -s page:create-job.txt
    """
    rows = [
        (option.name, option.shape.type_name, "required" if option.required else "") for option in load_options(schema)
    ]
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table("Option", "Type", "", box=None, pad_edge=False)
        for name, kind, required in rows:
            table.add_row(Text(name, "bold"), kind, Text(required, "yellow"))
        Console().print(table)
    else:
        output.print_all("\t".join(row).rstrip("\t") for row in rows)
    return 0


@cli.command(epilog=_EXITS)
@click.argument("string")
def quote(string: str) -> int:
    """One value, safe to splice into a text.

    \b
    aws … --tags "Key=Name,Value=$(shorthand quote "$NAME")"
    """
    output.print_all([shorthand.quote(string)])
    return 0


def _reader(schema: str | None, lenient: bool, shell: str | None) -> Callable[[list[str]], Any]:
    """What turns the tokens of one option, or without a schema one text, into its value."""
    shape: Shape | None = load_option(schema).shape if schema else None
    strict, files = not lenient, shorthand.files.local

    def read(tokens: list[str]) -> Any:
        if shell:
            tokens = [word for token in tokens for word in shells.split(token)]
        if shape is not None:
            return shorthand.loads_option(tokens, shape, strict=strict, files=files)
        if len(tokens) != 1:
            raise ShorthandError(f"one text is expected, and {len(tokens)} words are given", text=" ".join(tokens))
        return shorthand.loads(tokens[0], strict=strict, files=files)

    return read


def _groups(texts: tuple[str, ...], schema: str | None) -> list[list[str]]:
    return [list(texts)] if schema else [[text] for text in texts]


def _from_stdin(arguments: tuple[str, ...]) -> bool:
    # A program started without standard input has none at all.
    if arguments == ("-",) or (not arguments and sys.stdin is not None and not sys.stdin.isatty()):
        return True
    if not arguments:
        raise click.UsageError("give a text, or pipe texts to standard input")
    return False


def _print_each(given: Iterable[Any], convert: Callable[[Any], str | None]) -> int:
    """Print what `convert` gives for each, or, where one is wrong, nothing but what is wrong; gives the exit code."""
    parts = list(given)
    printed, wrong = [], []
    for number, part in enumerate(parts, 1):
        try:
            text = convert(part)
            if text is not None:
                printed.append(text)
        except ShorthandError as error:
            wrong.append(f"text {number}: {error}\n" if len(parts) > 1 else f"{error}\n")
    if wrong:
        sys.stderr.write("".join(wrong))
        return 2
    output.print_all(printed)
    return 0


def _without_syntax(option: Option) -> str:
    """What to type where the reference shows no shorthand: an example that reads, where there is one."""
    try:
        tokens = shorthand.dumps_option(option.shape.skeleton(), option.shape, json_fallback=False)
    except ShorthandError:
        return "--json shows its JSON"
    if any("=" in token for token in tokens):
        return f"shorthand works all the same: {' '.join(tokens)}"
    return "it is written as plain words"
