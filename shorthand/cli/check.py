"""The subcommand `check`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from shorthand.cli import completion, file_limit, shared_options, standard_error, standard_input, standard_output
from shorthand.cli.json_output import error_lines
from shorthand.cli.standard_error import draw_error, draw_warnings, typing_shell
from shorthand.cli.stream_conversion import DescribeAsData, StreamConversion, WarningsFound
from shorthand.cli.stream_records import shorthand_records
from shorthand.cli.text_arguments import group_texts, load_shape_or_type, reader, split_words
from shorthand.errors import ShorthandError, error_of
from shorthand.shapes import Shape

if TYPE_CHECKING:
    from shorthand.errors import Diagnostic


@click.command(short_help="Report the errors in texts.", epilog=shared_options.EXIT_CODES)
@shared_options.schema
@shared_options.lenient
@shared_options.null
@shared_options.jobs
@shared_options.quoted_input
@file_limit.max_file_size
@click.option("--json", "as_json", is_flag=True, help="Print the errors as JSON, one per line; for editors and CI.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1, shell_complete=completion.texts)
def check(
    schema: str | None,
    lenient: bool,
    null: bool,
    jobs: int,
    shell: str | None,
    max_file_size: int,
    as_json: bool,
    texts: tuple[str, ...],
) -> int:
    """Report the errors in texts. Without an error, print nothing and exit with 0.

    The texts are given as for to-json. What reads and is probably a mistake gives a warning, not an error; so does a
    value that the service does not document, because the service may accept it. A warning leaves the exit code at 0.

    \b
    shorthand check -s 'aws:ec2/create-tags#--tags' Key=a,Value=b
    printf 'Key=a\\nKey=b\\n' | shorthand check
    printf 'Key=a\\nKey=b\\n' | shorthand check --json
    """
    expected = load_shape_or_type(schema)
    shape = expected if expected is None or isinstance(expected, Shape) else expected.shape
    read = reader(expected, lenient=lenient, shell=shell, max_file_size=max_file_size)

    def check_one(tokens: list[str]) -> None:
        value = read(tokens)
        if shape is not None:
            _check_constraints(value, split_words(tokens, shell), shape)
        if found := _warnings(split_words(tokens, shell), shape, value):
            raise WarningsFound([error_of([one]) for one in found])

    is_stream = standard_input.is_wanted(texts, dash_is_special=schema is None)

    def describe(number: int, error: ShorthandError, is_warning: bool) -> str:
        # In a stream of lines, the number of a text is that of its line.
        lines_before = number - 1 if is_stream and not null else 0
        return error_lines(error, number, lines_before, "warning" if is_warning else "error")

    if not is_stream:
        return _check_each(group_texts(texts, schema), check_one, describe if as_json else None)
    conversion = StreamConversion(
        lambda text: check_one([text]), unit="text" if null else "line", describe=describe if as_json else None
    )
    try:
        return 0 if conversion.run(shorthand_records(b"\0" if null else b"\n"), jobs) else 2
    except ShorthandError as error:  # the input as a whole is wrong
        if not as_json:
            raise
        standard_output.print_all([describe(1, error, False)])
        return 2


def _check_constraints(value: Any, tokens: list[str], shape: Shape) -> None:
    """Raise ShorthandTypeError for what the AWS CLI would refuse before it calls the service."""
    from shorthand.codec.located import constraint_faults  # takes 3 ms to import, and needs a schema

    if found := constraint_faults(value, tokens, shape):
        raise error_of(found)


def _check_each(
    groups: list[list[str]], check_one: Callable[[list[str]], None], describe: DescribeAsData | None
) -> int:
    """Report the errors and warnings of each group of tokens. Returns the exit code."""
    reports, is_valid = [], True
    for number, group in enumerate(groups, 1):
        head = f"text {number}: " if len(groups) > 1 else ""
        try:
            check_one(group)
        except WarningsFound as found:
            drawn = draw_warnings((one.diagnostics[0] for one in found.warnings), shell=typing_shell())
            reports += (
                [describe(number, one, True) for one in found.warnings] if describe else [head + one for one in drawn]
            )
        except ShorthandError as error:
            is_valid = False
            reports.append(
                describe(number, error, False) if describe else head + draw_error(error, shell=typing_shell())
            )
    if describe:
        standard_output.print_all(reports)
    else:
        standard_error.write("".join(f"{report}\n" for report in reports))
    return 0 if is_valid else 2


def _warnings(tokens: list[str], shape: Shape | None, value: Any) -> list[Diagnostic]:
    from shorthand.editor.option_warnings import warnings_of_option, warnings_of_text  # takes 4 ms to import

    return warnings_of_text(tokens[0]) if shape is None else warnings_of_option(tokens, shape, value)
