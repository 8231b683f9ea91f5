"""The subcommand `fuzz`."""

from __future__ import annotations

import random
from collections.abc import Iterator

import click

from shorthand.cli import shared_options, standard_error, standard_output
from shorthand.cli.json_output import json_text
from shorthand.cli.schema_option import load_shape_or_type
from shorthand.testing.generator import Fuzzer

_BATCH = 1000


@click.command(short_help="Make random texts for an option.", epilog=shared_options.EXIT_CODES)
@shared_options.required_schema
@click.option("-n", "--number", type=click.IntRange(min=0), default=100, show_default=True, help="How many texts.")
@click.option("--seed", help="Make the same texts again; without it they differ each time.")
@click.option("--broken", is_flag=True, help="Make invalid texts.")
@click.option("--with-json", is_flag=True, help="Print a tab and the JSON of the option's value after each text.")
@click.option("--null", is_flag=True, help="End each text and each JSON with NUL; a text may then contain newlines.")
def fuzz(schema: str, number: int, seed: str | None, broken: bool, with_json: bool, null: bool) -> int:
    """Make random texts for an option, one per line, each valid as the only token of the option.

    They use every form of the syntax, and contain what is difficult for it, for a shell, or for other programs. The
    same seed and options give the same texts.

    \b
    shorthand fuzz -s 'aws:ec2/create-tags#--tags' -n 3 --seed 1
    shorthand fuzz -s 'aws:ec2/create-tags#--tags' -n 3 --seed 2 | while IFS= read -r text; do
        shorthand check -s 'aws:ec2/create-tags#--tags' "$text"
    done
    """
    if broken and with_json:
        raise click.UsageError("a broken text has no JSON")
    if seed is None:
        seed = str(random.randrange(10**6))  # noqa: S311 -- not for secrets
        standard_error.write(f"seed {seed}\n")
    fuzzer = Fuzzer(load_shape_or_type(schema), seed, lines=not null)
    end = "\0" if null else "\n"
    separator = "\0" if null else "\t"

    def lines() -> Iterator[str]:
        for _ in range(number):
            if broken:
                yield fuzzer.broken()
            else:
                text, value = fuzzer.valid()
                yield f"{text}{separator}{json_text(value, None)}" if with_json else text

    made = lines()
    while batch := [line for _, line in zip(range(_BATCH), made, strict=False)]:
        standard_output.print_all(batch, end)
        if standard_output.reader_has_left():
            break
    return 0
