"""Print what the library and the command answer to every case: `python -m tests.answers`.

    python -m tests.answers help

prints the help of every command. Both are the same in every mode of the interpreter.
"""

from __future__ import annotations

import io
import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner

import shorthand
from shorthand import shapes, sources
from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.cli.main import cli
from shorthand.codec.json_text import loads_json
from tests.cases import cases

PAINS = tomllib.loads((Path(__file__).parent / "cases" / "pains.toml").read_text("utf-8"))
NUMBERS = shapes.Structure({"I": shapes.Integer(), "F": shapes.Double()})


def answer(function: Callable[..., Any], *arguments: Any, **named: Any) -> str:
    """Return the result of a call or its error; which errors may come is what tests/fuzz is about."""
    try:
        return repr(function(*arguments, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"


COMMANDS = [
    ["to-json", "Key=env,Values=prod,test"],
    ["to-json", "Key='open"],
    ["to-shorthand", '{"a": "b, c"}'],
    ["check", "a=b,c\\,d=e"],
    ["explain", "Key=env Value=prod"],
    ["syntax", "-s", "aws:ec2/create-tags#--tags"],
    ["syntax", "-s", "python:tests.fuzz.declared:Tag"],
    ["options", "-s", "aws:ec2/create-tags"],
    ["quote", "a, b"],
    ["fuzz", "-s", "aws:ec2/create-tags#--tags", "-n", "3", "--seed", "1"],
    ["aws", "ec2", "create-tags", "--resources", "i-1", "--tags", "Key=a,Value=b"],
    ["aws", "ec2", "create-tags", "help"],
    ["models"],
]
HELP = [["help", *command] for command in ([], *([name] for name in dict.fromkeys(words[0] for words in COMMANDS)))]


def print_commands(commands: list[list[str]]) -> None:
    """Print what commands print, and how they end."""
    for words in commands:
        done = CliRunner().invoke(cli, words)
        print(words, done.exit_code, done.output, str(done.exception))


def main() -> None:
    """Print the answers, one after the other."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.argv[1:] == ["help"]:
        print_commands(HELP)
        return
    print_commands(COMMANDS)
    for case in cases("readings"):
        print(answer(shorthand.loads, case["text"]))
        print(answer(shorthand.loads, case["text"], strict=False))
        print(str(shorthand.explain(case["text"])))
    for case in cases("writings"):
        print(answer(shorthand.dumps, case["raw"]))
    for pain in PAINS["pain"]:
        shape = sources.json_schema(json.loads(PAINS["schemas"][pain["schema"]])) if "schema" in pain else None
        if "json" in pain:
            print(answer(shorthand.dumps, json.loads(pain["json"]), shape))
        elif "tokens" in pain:
            print(answer(shorthand.loads_option, pain["tokens"], shape))
        else:
            print(answer(shorthand.loads, pain["text"], shape))
    for case in [*cases("aws_inputs"), *cases("aws_errors")]:
        print(answer(lambda words: write_command_line(read_command_line(words)), case["words"]))
    for digits in (600, 1000, 4000, 4300, 5000):
        number = "1" * digits
        print(answer(shorthand.loads, f"I={number}", NUMBERS), answer(shorthand.loads, f"F={number}", NUMBERS))
        print(answer(loads_json, number), answer(shorthand.dumps, {"I": 10**digits}, NUMBERS))
        print(answer(shorthand.dumps_option, {"F": 10**digits}, NUMBERS), answer(shorthand.dumps, {"a": 10**digits}))


if __name__ == "__main__":
    main()
