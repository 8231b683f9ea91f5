"""The subcommand `to-json`."""

from __future__ import annotations

import click

from shorthand.cli import completion, file_limit, shared_options, standard_input
from shorthand.cli.json_output import indent_for_output, json_text
from shorthand.cli.text_arguments import convert_each, group_texts, load_shape_or_type, reader


@click.command(short_help="Convert shorthand to JSON.", epilog=shared_options.EXIT_CODES)
@shared_options.schema
@shared_options.lenient
@shared_options.null
@shared_options.jobs
@shared_options.quoted_input
@file_limit.max_file_size
@shared_options.indent
@click.argument("texts", metavar="[TEXT]...", nargs=-1, shell_complete=completion.texts)
def to_json(
    schema: str | None,
    lenient: bool,
    null: bool,
    jobs: int,
    shell: str | None,
    max_file_size: int,
    indent: int | None,
    texts: tuple[str, ...],
) -> int:
    """Convert shorthand to JSON: compact on a pipe, indented on a terminal.

    With a schema, the TEXTs are the tokens of one option. Without a schema, each TEXT is converted on its own. Without
    a TEXT, or with -, standard input is read, one text per line. A reference after @= reads the file that it names.

    \b
    shorthand to-json 'Key=env,Value=prod'
    shorthand to-json -s 'aws:ec2/create-tags#--tags' Key=a,Value=b Key=c,Value=d
    printf 'Key=a\\nKey=b\\n' | shorthand to-json
    """
    read = reader(load_shape_or_type(schema), lenient=lenient, shell=shell, max_file_size=max_file_size)
    spaces = indent_for_output(indent)

    def convert(tokens: list[str]) -> str:
        return json_text(read(tokens), spaces)

    if not standard_input.is_wanted(texts, dash_is_special=schema is None):
        return convert_each(group_texts(texts, schema), convert)
    # Takes 3 ms to import, and most runs have texts as arguments.
    from shorthand.cli.stream_conversion import StreamConversion
    from shorthand.cli.stream_records import shorthand_records

    conversion = StreamConversion(lambda text: convert([text]), unit="text" if null else "line")
    return 0 if conversion.run(shorthand_records(b"\0" if null else b"\n"), jobs) else 2
