"""The subcommand `to-shorthand`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

import shorthand
from shorthand.cli import shared_options, shell_quoting, standard_input
from shorthand.cli.text_arguments import convert_each, load_shape
from shorthand.codec.json_text import loads_json, located_in_json
from shorthand.errors import ShorthandError, UnrepresentableError, error_of

if TYPE_CHECKING:
    from shorthand.shapes import Shape


@click.command(short_help="Convert JSON to shorthand.", epilog=shared_options.EXIT_CODES)
@shared_options.schema
@shared_options.null
@shared_options.jobs
@click.option("--shell", type=click.Choice(shell_quoting.SHELLS), help="Quote the tokens for this shell, on one line.")
@click.argument("values", metavar="[JSON]...", nargs=-1)
def to_shorthand(schema: str | None, null: bool, jobs: int, shell: str | None, values: tuple[str, ...]) -> int:
    """Convert JSON to shorthand: the shortest text that reads back as the same value.

    The tokens of an option are printed one per line, or with --shell quoted on one line. If shorthand cannot carry a
    value, the token is JSON; without a schema this is an error.

    Without a JSON argument, or with -, standard input is read: one value per line, or an indented document. Each value
    gives one line, and several tokens are quoted for a POSIX shell. With --shell posix here and in to-json, every line
    reads back the same.

    \b
    shorthand to-shorthand '{"Key": "env", "Value": "prod"}'
    shorthand to-shorthand -s 'aws:ec2/create-tags#--tags' --shell posix '[{"Key": "a", "Value": "b, c"}]'
    echo '{"Key": "env", "Values": ["prod", "test"]}' | shorthand to-shorthand
    """
    shape = load_shape(schema)

    def one_line(text: str) -> str:
        tokens = _tokens(text, shape)
        written = shell_quoting.join(tokens, shell or "posix") if shell or len(tokens) > 1 else tokens[0]
        if ("\0" if null else "\n") in written:
            name, hint = ("a NUL", "") if null else ("a newline", "separate the texts by NUL: --null")
            raise UnrepresentableError(f"the text contains {name}, so a reader would split it", hint=hint)
        return written

    if standard_input.is_wanted(values):
        # Takes 3 ms to import, and most runs have values as arguments.
        from shorthand.cli.stream_conversion import StreamConversion
        from shorthand.cli.stream_records import json_records

        return 0 if StreamConversion(one_line, "\0" if null else "\n").run(json_records(), jobs) else 2
    if shell:
        return convert_each(values, lambda text: shell_quoting.join(_tokens(text, shape), shell))
    return convert_each(values, lambda text: "\n".join(_tokens(text, shape)))


def _tokens(text: str, shape: Shape | None) -> list[str]:
    """Return the tokens for the JSON value; errors have their position in the JSON. Raises ShorthandError."""
    value = loads_json(text)
    try:
        return shorthand.dumps_option(value, shape) if shape else [shorthand.dumps(value)]
    except ShorthandError as error:
        first, *others = located_in_json(error, text).diagnostics
        hint = first.hint or _hint_at_member(value, shape)
        raise error_of([replace(first, hint=hint), *others]) from None


def _hint_at_member(value: Any, shape: Shape | None) -> str:
    """Return a hint at the only member of a response that fits the option, such as the Tags of {"Tags": […]}."""
    from shorthand.shapes import List

    if not isinstance(value, dict) or not isinstance(shape, List):
        return ""
    fitting = []
    for key, member in value.items():
        try:
            shorthand.dumps_option(member, shape)
        except ShorthandError:
            continue
        fitting.append(key)
    return f"the member {fitting[0]} fits: select it with jq .{fitting[0]}" if len(fitting) == 1 else ""
