"""The subcommand `explain`."""

from __future__ import annotations

import shutil
import sys

import click

import shorthand
from shorthand.cli import completion, shared_options, standard_input, standard_output
from shorthand.cli.error_output import draw_error, paint_for
from shorthand.cli.json_output import explanation_data, indent_for_output, json_text
from shorthand.cli.text_arguments import load_shape
from shorthand.editor.drawing import drawn_parts

_PIPE_WIDTH = 100


@click.command(short_help="Show how a text is read, part by part.", epilog=shared_options.EXIT_CODES)
@shared_options.schema
@click.option("--json", "as_json", is_flag=True, help="Print the parts as JSON; spans count characters from 0.")
@click.argument("text", shell_complete=completion.texts)
def explain(schema: str | None, as_json: bool, text: str) -> int:
    r"""Show how a text is read: each part with its path, its type and how it is written.

    Remarks say what the AWS CLI would lose, what is probably a mistake, and which values the service does not document.
    An invalid text is explained as far as it makes sense. With a schema, the TEXT is the only token of its option. TEXT
    - means standard input.

    \b
    shorthand explain 'Key=env,Values=prod,test'
    shorthand explain -s 'aws:ec2/create-tags#--tags' Key=a,Value=b
    """
    shape = load_shape(schema)
    explanation = shorthand.explain(standard_input.read_shorthand() if text == "-" else text, shape)
    if as_json:
        standard_output.print_all([json_text(explanation_data(explanation), indent_for_output(None))])
        return 2 if explanation.error else 0
    standard_output.print_all([_drawn(explanation)])
    standard_output.flush()
    if explanation.error:
        sys.stderr.write(f"\n{draw_error(explanation.error)}\n")
        return 2
    return 0


def _drawn(explanation: shorthand.Explanation) -> str:
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPE_WIDTH
    return drawn_parts(explanation, width, paint_for(sys.stdout))
