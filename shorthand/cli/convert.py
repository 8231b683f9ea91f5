"""The commands that convert or check texts: `to-json`, `to-shorthand`, `check`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import click

import shorthand
from shorthand.cli import completion, output, parameters, shells
from shorthand.cli.schema_argument import load_option
from shorthand.cli.stream import Described, Part, Warned, convert_all, json_lines, lines
from shorthand.codec.json_text import loads_json, located_in_json
from shorthand.errors import Diagnostic, ShorthandError, UnrepresentableError, error_of
from shorthand.shapes import List, Shape


@click.command(short_help="Shorthand to JSON.", epilog=parameters.EXITS)
@parameters.schema
@parameters.lenient
@parameters.null
@parameters.jobs
@parameters.words
@click.option("--indent", type=click.IntRange(0, 16), help="Spaces to indent by; 0 for one line.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1, shell_complete=completion.texts)
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
    read = _reader(_shape(schema), lenient, shell)
    if indent is None:
        indent = 2 if sys.stdout.isatty() else 0

    def convert(tokens: list[str]) -> str:
        return output.json_text(read(tokens), indent or None)

    if _from_stdin(texts, alone=schema is None):
        return 0 if convert_all(_parts(null), lambda text: convert([text]), jobs=jobs, unit=_unit(null)) else 2
    return _print_each(_groups(texts, schema), convert)


@click.command(short_help="JSON to shorthand.", epilog=parameters.EXITS)
@parameters.schema
@parameters.null
@parameters.jobs
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
    shape = _shape(schema)

    def tokens(text: str) -> list[str]:
        value = loads_json(text)
        try:
            return shorthand.dumps_option(value, shape) if shape else [shorthand.dumps(value)]
        except ShorthandError as error:
            found = located_in_json(error, text).diagnostics
            hint = found[0].hint or _part_that_fits(value, shape)
            raise error_of([replace(found[0], hint=hint), *found[1:]]) from None

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


@click.command(short_help="Say what is wrong with texts.", epilog=parameters.EXITS)
@parameters.schema
@parameters.lenient
@parameters.null
@parameters.jobs
@parameters.words
@click.option("--json", "as_json", is_flag=True, help="Print the errors as JSON, one a line; for editors and CI.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1, shell_complete=completion.texts)
def check(
    schema: str | None,
    lenient: bool,
    null: bool,
    jobs: int,
    shell: str | None,
    as_json: bool,
    texts: tuple[str, ...],
) -> int:
    """Say what is wrong with the texts; where nothing is, print nothing.

    The texts are given as to to-json. A value that the service does not list is warned of, which is no error: the
    service may take it all the same.

    \b
    shorthand check -s 'page:create-job.txt#--tags' Key=a,Value=b
    shorthand check < texts.txt
    shorthand check --json < texts.txt
    """
    shape = _shape(schema)
    read = _reader(shape, lenient, shell)

    def silently(tokens: list[str]) -> None:
        if found := _warnings(_words(tokens, shell), shape, read(tokens)):
            raise Warned([error_of([one]) for one in found])

    from shorthand.cli.data import error_lines

    streams = _from_stdin(texts, alone=schema is None)

    def data(number: int, error: ShorthandError, is_warning: bool) -> str:
        # In a stream of lines each text is the line of its number.
        before = number - 1 if streams and not null else 0
        return error_lines(error, number, before, "warning" if is_warning else "error")

    if not streams:
        return _check_each(_groups(texts, schema), silently, data if as_json else None)
    try:
        describe = data if as_json else None
        good = convert_all(_parts(null), lambda text: silently([text]), jobs=jobs, describe=describe, unit=_unit(null))
    except ShorthandError as error:  # what is wrong with the input as a whole
        if not as_json:
            raise
        output.print_all([data(1, error, False)])
        return 2
    return 0 if good else 2


def _check_each(groups: list[list[str]], check_one: Callable[[list[str]], None], describe: Described | None) -> int:
    """Say what is wrong with each, and what to be warned of; gives the exit code."""
    said, good = [], True
    for number, group in enumerate(groups, 1):
        found: Sequence[ShorthandError] = ()
        is_warning = False
        try:
            check_one(group)
        except Warned as warned:
            found, is_warning = warned.warnings, True
        except ShorthandError as error:
            found, good = [error], False
        head = (f"text {number}: " if len(groups) > 1 else "") + ("warning: " if is_warning else "")
        said += [describe(number, one, is_warning) if describe else head + output.drawn(one) for one in found]
    if describe:
        output.print_all(said)
    else:
        sys.stderr.write("".join(f"{one}\n" for one in said))
    return 0 if good else 2


def _unit(null: bool) -> str:
    """What the texts of a stream are, whether separated by NUL or by newlines."""
    return "text" if null else "line"


def _parts(null: bool) -> Iterator[list[Part]]:
    return lines(b"\0" if null else b"\n")


def _warnings(tokens: list[str], shape: Shape | None, value: Any) -> list[Diagnostic]:
    if shape is None:
        return []
    from shorthand.editor.enum_warnings import warnings

    return warnings(tokens, shape, value)


def _shape(schema: str | None) -> Shape | None:
    return None if schema is None else load_option(schema).shape


def _part_that_fits(value: Any, shape: Shape | None) -> str:
    """The hint at the one member of an answer that is what the option takes, as the Tags of {"Tags": […]}."""
    if not isinstance(value, dict) or not isinstance(shape, List):
        return ""
    fitting = []
    for key, part in value.items():
        try:
            shorthand.dumps_option(part, shape)
        except ShorthandError:
            continue
        fitting.append(key)
    return f"what {fitting[0]} holds fits: jq .{fitting[0]} gives it" if len(fitting) == 1 else ""


def _reader(shape: Shape | None, lenient: bool, shell: str | None) -> Callable[[list[str]], Any]:
    """What turns the tokens of one option, or without a shape one text, into its value."""
    strict, files = not lenient, shorthand.files.local

    def read(tokens: list[str]) -> Any:
        tokens = _words(tokens, shell)
        if shape is not None:
            return shorthand.loads_option(tokens, shape, strict=strict, files=files)
        if len(tokens) != 1:
            raise ShorthandError(f"one text is expected, and {len(tokens)} words are given", text=" ".join(tokens))
        return shorthand.loads(tokens[0], strict=strict, files=files)

    return read


def _words(tokens: list[str], shell: str | None) -> list[str]:
    """The tokens as the shell would hand them over, where each still is as it is typed."""
    return [word for token in tokens for word in shells.split(token)] if shell else tokens


def _groups(texts: tuple[str, ...], schema: str | None) -> list[list[str]]:
    return [list(texts)] if schema is not None else [[text] for text in texts]


def _from_stdin(arguments: tuple[str, ...], *, alone: bool = True) -> bool:
    """Whether standard input is to be read; `alone` says that - can stand for nothing else."""
    if alone and len(arguments) > 1 and "-" in arguments:
        raise click.UsageError("- is standard input, and stands alone")
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
            wrong.append((f"text {number}: " if len(parts) > 1 else "") + output.drawn(error) + "\n")
    if wrong:
        sys.stderr.write("".join(wrong))
        return 2
    output.print_all(printed)
    return 0
