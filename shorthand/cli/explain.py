"""The subcommand `explain`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import click

import shorthand
from shorthand.cli import completion, shared_options, standard_error, standard_input, standard_output
from shorthand.cli.json_output import explanation_data, indent_for_output, json_text
from shorthand.cli.standard_error import draw_error, draw_warnings, paint_for, typing_shell
from shorthand.cli.text_arguments import load_shape
from shorthand.editor.drawing import lines_of_parts
from shorthand.editor.option_warnings import warnings_of_option
from shorthand.editor.split_structures import HINT as SPLIT
from shorthand.errors import Diagnostic, Place, ShorthandError, error_of
from shorthand.shapes import List, Scalar, Shape, resolved

_PIPE_WIDTH = 100
# A drawing for less would be unreadable.
_NARROWEST = 20


@click.command(short_help="Show how texts are read, part by part.", epilog=shared_options.EXIT_CODES)
@shared_options.schema
@shared_options.typing_shell
@click.option("--json", "as_json", is_flag=True, help="Print the parts as JSON; spans count characters from 0.")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True, shell_complete=completion.texts)
def explain(schema: str | None, as_json: bool, texts: tuple[str, ...]) -> int:
    """Show how texts are read: each part with its path, its type and how it is written.

    Remarks say what the AWS CLI would lose, what is probably a mistake, and which values the service does not document.
    An invalid text is explained as far as it makes sense. With a schema, the TEXTs are the tokens of one option. A
    single TEXT - means standard input. With --json, each TEXT gives one document.

    \b
    shorthand explain 'Key=env,Values=prod,test'
    shorthand explain -s 'aws:ec2/create-tags#--tags' Key=a,Value=b Key=c,Value=d
    """
    shape = load_shape(schema)
    is_typed = texts != ("-",)
    if not is_typed:
        texts = (standard_input.read_shorthand(),)
    explanations = [shorthand.explain(text, shape) for text in texts]
    if shape is not None and len(texts) > 1:
        explanations = explain_together(explanations, shape)
    if as_json:
        indent = indent_for_output(None)
        standard_output.print_all(json_text(explanation_data(one), indent) for one in explanations)
    else:
        paint, width = paint_for(sys.stdout), _width()
        for number, one in enumerate(explanations):
            standard_output.print_lines(chain([""] if number else [], lines_of_parts(one, width, paint)))
    errors = [one.error for one in explanations if one.error]
    if errors and not as_json:
        drawn = "\n".join(draw_error(error, shell=typing_shell() if is_typed else None) for error in errors)
        standard_error.write(f"\n{drawn}\n")
    elif shape is not None and not as_json:
        shell = typing_shell() if is_typed else None
        for drawn in draw_warnings(_warnings_together(texts, shape), shell=shell):
            standard_error.write(f"\n{drawn}\n")
    return 2 if errors else 0


def _warnings_together(texts: Sequence[str], shape: Shape) -> list[Diagnostic]:
    """Return the likely mistakes in several structures of a list; those in one part are its remarks."""
    try:
        value = shorthand.loads_option(list(texts), shape, files=_refuse_file)
    except (_FileNeededError, ShorthandError):
        return []
    return [one for one in warnings_of_option(texts, shape, value) if one.hint == SPLIT]


def explain_together(explanations: list[shorthand.Explanation], shape: Shape) -> list[shorthand.Explanation]:
    """Return the explanations of tokens that belong to one option: with their places in it, and with its errors."""
    numbered = [_numbered(one, number, shape) for number, one in enumerate(explanations)]
    try:
        shorthand.loads_option([one.text for one in explanations], shape, files=_refuse_file)
    except _FileNeededError:
        return numbered
    except ShorthandError as error:
        return _with_errors(numbered, error)
    return [replace(one, error=None) for one in numbered]


class _FileNeededError(Exception):
    """Only the content of a file would tell whether the option as a whole is valid."""


def _refuse_file(_reference: str) -> str:
    raise _FileNeededError


def _numbered(explanation: shorthand.Explanation, number: int, shape: Shape) -> shorthand.Explanation:
    """Return the explanation of an item of a list with the number of that item in its places."""
    shape = resolved(shape)
    if not isinstance(shape, List):
        return explanation
    first: Place = () if isinstance(resolved(shape.member), Scalar) else (0,)

    def numbered(place: Place) -> Place:
        return (number, *place[1:]) if place[:1] == first else place

    parts = tuple(replace(part, place=numbered(part.place)) for part in explanation.parts)
    error = explanation.error and error_of(
        replace(one, place=numbered(one.place)) for one in explanation.error.diagnostics
    )
    return replace(explanation, parts=parts, error=error)


def _with_errors(explanations: list[shorthand.Explanation], error: ShorthandError) -> list[shorthand.Explanation]:
    """Return the explanations with the errors of the whole option, each at its text; others at the last text."""
    left = list(error.diagnostics)
    result: list[shorthand.Explanation] = []
    for one in explanations:
        is_last = len(result) == len(explanations) - 1
        own = left if is_last else [diagnostic for diagnostic in left if diagnostic.text == one.text]
        left = [diagnostic for diagnostic in left if diagnostic not in own]
        result.append(replace(one, error=error_of(own) if own else None))
    return result


def _width() -> int:
    """Return how many cells a line of the output has."""
    return max(shutil.get_terminal_size().columns, _NARROWEST) if sys.stdout.isatty() else _PIPE_WIDTH
