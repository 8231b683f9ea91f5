"""The command that makes texts up: `fuzz`."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

import click

from shorthand.cli import output, parameters
from shorthand.cli.schema_argument import load_option
from shorthand.testing.generator import Fuzzer

_BATCH = 1000


@click.command(short_help="Make random texts of an option.", epilog=parameters.EXITS)
@parameters.needed_schema
@click.option("-n", "--number", type=click.IntRange(min=0), default=100, show_default=True, help="How many texts.")
@click.option("--seed", help="Makes the same texts again; without it they are others each time.")
@click.option("--broken", is_flag=True, help="Texts that do not read.")
@click.option("--with-json", is_flag=True, help="After each text a tab, and the JSON of the option's value.")
@click.option("--null", is_flag=True, help="A NUL after each text, and each JSON; a text may then hold newlines.")
def fuzz(schema: str, number: int, seed: str | None, broken: bool, with_json: bool, null: bool) -> int:
    """Random texts of an option, one a line, each of which reads as the only word of the option.

    They take every form of the syntax, and hold what is awkward to it, to a shell, or to those who read around them.
    The same seed and options give the same texts.

    \b
    shorthand fuzz -s tags.schema.json -n 1000 --seed 1
    shorthand fuzz -s tags.schema.json --broken | while IFS= read -r text; do
        my-program --tags "$text" && echo "taken: $text"
    done
    """
    if broken and with_json:
        raise click.UsageError("a broken text has no JSON")
    if seed is None:
        seed = str(random.randrange(10**6))  # noqa: S311 -- not for secrets
        sys.stderr.write(f"seed {seed}\n")
    fuzzer = Fuzzer(load_option(schema).shape, seed, lines=not null)
    end = "\0" if null else "\n"
    between = "\0" if null else "\t"

    def lines() -> Iterator[str]:
        for _ in range(number):
            if broken:
                yield fuzzer.broken()
            else:
                text, value = fuzzer.valid()
                yield f"{text}{between}{output.json_text(value, None)}" if with_json else text

    made = lines()
    while batch := [line for _, line in zip(range(_BATCH), made, strict=False)]:
        output.print_all(batch, end)
    return 0
