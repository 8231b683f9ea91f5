"""Nothing that comes from input reaches a terminal as a control character, whichever way it comes in.

Each run is in this process, with standard streams that say they are a terminal.
"""

from __future__ import annotations

import io
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from shorthand.cli import main, standard_output
from tests.cli.command import PAGE
from tests.conftest import PAGES

CONTROLS = [chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0))]
BIDIRECTIONAL = list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ZERO_WIDTH = list(
    "\u00ad\u034f\u115f\u1160\u17b4\u180e\u200b\u200c\u200d\u2028\u2029\u2060\u2064\u3164\ufeff\uffa0\U000e0001"
)
HOSTILE = [*CONTROLS, *BIDIRECTIONAL, *ZERO_WIDTH]

# What the command itself writes: colours, and the removal of a line.
OWN_ESCAPES = re.compile(r"\x1b\[[0-9;]*[mK]")


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal, and keeps what is written to it."""

    def __init__(self) -> None:
        self.kept = io.BytesIO()
        super().__init__(self.kept, encoding="utf-8", errors="backslashreplace", write_through=True)

    def isatty(self) -> bool:
        return True

    def written(self) -> str:
        return self.kept.getvalue().decode()


class Shown(NamedTuple):
    """What a run wrote to the terminal."""

    code: object
    out: str
    err: str


Run = Callable[..., Shown]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(arguments: Iterable[str], stdin: str | None = None, colours: bool = True) -> Shown:
        out, err = Terminal(), Terminal()
        given = Terminal() if stdin is None else io.TextIOWrapper(io.BytesIO(stdin.encode("utf-8", "surrogatepass")))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["shorthand", *arguments])
            patch.setattr(sys, "stdin", given)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setenv("NO_COLOR", "" if colours else "1")
            patch.setattr(standard_output, "_warnings", [])
            with pytest.raises(SystemExit) as ended:
                main.run()
        return Shown(ended.value.code, out.written(), err.written())

    return run


def is_harmless(char: str) -> bool:
    return char == "\n" or (
        unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char not in "".join(ZERO_WIDTH)
    )


def assert_harmless(shown: Shown, char: str, allowed: str = "\t") -> None:
    assert shown.code in (0, 2), shown
    for text in (shown.out, shown.err):
        bad = {one for one in OWN_ESCAPES.sub("", text) if not is_harmless(one)} - set(allowed)
        assert not bad, (char, text)
    # A newline in a name or a text does not start a line of the message. A fix keeps its newlines, to be pasted.
    assert "\nFORGED" not in shown.err.partition("try:")[0], shown.err


def hostile(char: str) -> str:
    return f"x{char}FORGED y"


# Every place of the command line that takes a text, with a text that holds the character.
ARGUMENTS: list[tuple[str, Callable[[str], list[str]]]] = [
    ("a subcommand", lambda text: [text]),
    ("an option", lambda text: ["to-json", f"--{text}"]),
    ("the value of an option", lambda text: ["to-json", "--jobs", text]),
    ("a choice", lambda text: ["to-shorthand", "--shell", text, "{}"]),
    ("a size", lambda text: ["to-json", "--max-file-size", text, "a=b"]),
    ("a key", lambda text: ["to-json", f"{text}=b"]),
    ("a value", lambda text: ["to-json", f"a={text}"]),
    ("a quoted value", lambda text: ["to-json", f'a="{text}"']),
    ("a value that is lost", lambda text: ["to-json", f'a={{b="{text}",b=c}}']),
    ("a file reference", lambda text: ["to-json", f'a@="file:///no/such/{text}"']),
    ("a quoted line", lambda text: ["to-json", "--shell", "posix", f"'a={text}"]),
    ("a typed value", lambda text: ["check", "-s", f"{PAGE}#--limits", f'a="{text}"']),
    ("an unknown member", lambda text: ["check", "-s", f"{PAGE}#--sources", f"{text}=b"]),
    ("an undocumented value", lambda text: ["check", "-s", f"{PAGE}#--mode", text]),
    ("the fault as data", lambda text: ["check", "--json", f"a={text}"]),
    ("json", lambda text: ["to-shorthand", f'{{"a": {text}}}']),
    ("a key in json", lambda text: ["to-shorthand", json.dumps({text: None})]),
    ("a value in json", lambda text: ["to-shorthand", json.dumps({"a": text})]),
    ("an unknown member in json", lambda text: ["to-shorthand", "-s", f"{PAGE}#--sources", json.dumps([{text: "b"}])]),
    ("an explained key", lambda text: ["explain", f"{text}=b"]),
    ("an explained value", lambda text: ["explain", f'a="{text}",b=[c']),
    ("an explained token", lambda text: ["explain", "-s", f"{PAGE}#--mode", text]),
    ("explained json", lambda text: ["explain", "-s", f"{PAGE}#--sources", json.dumps([{text: "b"}])]),
    ("an explanation as data", lambda text: ["explain", "--json", f'a="{text}"']),
    ("a schema file", lambda text: ["to-json", "-s", text, "a=b"]),
    ("a page", lambda text: ["syntax", "-s", f"page:{text}#--a"]),
    ("an option of a page", lambda text: ["syntax", "-s", f"{PAGE}#--{text}"]),
    ("a service in a schema", lambda text: ["options", "-s", f"aws:{text}/x"]),
    ("an operation in a schema", lambda text: ["options", "-s", f"aws:sqs/{text}"]),
    ("a python schema", lambda text: ["check", "-s", f"python:{text}:T", "a"]),
    ("a type in a python schema", lambda text: ["check", "-s", f"python:json:{text}", "a"]),
    ("a value to quote", lambda text: ["quote", "--", text]),
    ("a seed", lambda text: ["fuzz", "-s", f"{PAGE}#--sources", "-n", "1", "--seed", text]),
    ("a service", lambda text: ["aws", text, "x"]),
    ("an operation", lambda text: ["aws", "sqs", text]),
    ("an option of an operation", lambda text: ["aws", "sqs", "list-queues", f"--{text}", "x"]),
    ("a global option", lambda text: ["aws", f"--{text}", "x", "sqs", "list-queues"]),
    ("a value of an operation", lambda text: ["aws", "sqs", "list-queues", "--queue-name-prefix", text]),
    ("an argument of an operation", lambda text: ["aws", "sqs", "list-queues", text]),
    ("a value as a command", lambda text: ["aws", "--command", "sqs", "list-queues", "--queue-name-prefix", text]),
    ("a value as yaml", lambda text: ["aws", "--yaml", "sqs", "list-queues", "--queue-name-prefix", text]),
    ("a wrong value of an operation", lambda text: ["aws", "sqs", "list-queues", "--max-results", text]),
    ("a line", lambda text: ["aws", "--line", f"aws sqs {text}"]),
    ("a file of json", lambda text: ["aws", "--from-json", text, "sqs", "list-queues"]),
    ("help of a service", lambda text: ["aws", text, "help"]),
    ("help of an operation", lambda text: ["aws", "sqs", text, "help"]),
    ("a file of models", lambda text: ["models", "build", "-o", f"/dev/null/{text}"]),
]


@pytest.mark.parametrize(("name", "arguments"), ARGUMENTS, ids=[name for name, _ in ARGUMENTS])
def test_an_argument_reaches_the_terminal_without_control_characters(
    run: Run, name: str, arguments: Callable[[str], list[str]]
) -> None:
    for char in HOSTILE:
        assert_harmless(run(arguments(hostile(char))), char)


STREAMS: list[tuple[str, list[str], Callable[[str], str]]] = [
    ("shorthand", ["to-json"], lambda text: f"a={text}\n"),
    ("quoted shorthand", ["to-json"], lambda text: f'a="{text}"\n'),
    ("quoted shorthand between nuls", ["to-json", "--null"], lambda text: f'a="{text}"\n'),
    ("checked shorthand", ["check"], lambda text: f"a={text}\n"),
    ("the fault as data", ["check", "--json"], lambda text: f"{text}\n"),
    ("json", ["to-shorthand"], lambda text: f"{text}\n"),
    ("values in json", ["to-shorthand"], lambda text: json.dumps({"a": text})),
    ("values in json between nuls", ["to-shorthand", "--null"], lambda text: json.dumps({"a": text})),
    ("an explained text", ["explain", "-"], lambda text: f'a="{text}"'),
    ("a command", ["aws"], lambda text: f"aws sqs list-queues --queue-name-prefix '{text}'"),
    ("the input of a command", ["aws", "--from-json", "-", "sqs", "list-queues"], lambda text: json.dumps({text: 1})),
]


@pytest.mark.parametrize(("name", "arguments", "stdin"), STREAMS, ids=[name for name, *_ in STREAMS])
def test_standard_input_reaches_the_terminal_without_control_characters(
    run: Run, name: str, arguments: list[str], stdin: Callable[[str], str]
) -> None:
    for char in HOSTILE:
        # With --null the command itself writes NUL.
        assert_harmless(run(arguments, stdin(hostile(char))), char, "\t\0" if "--null" in arguments else "\t")


SCHEMA_COMMANDS = [
    ["syntax", "-s", "schema.json"],
    ["syntax", "-s", "schema.json", "--json"],
    ["syntax", "-s", "schema.json", "--skeleton"],
    ["syntax", "-s", "values.json", "--values"],
    ["options", "-s", "page:page.txt"],
    ["options", "-s", "page:page.txt#--x"],
    ["to-json", "-s", "schema.json", "Key=a"],
    ["to-json", "-s", "schema.json", "Key=[a"],
    ["check", "-s", "schema.json", "Other=a"],
    ["check", "-s", "values.json", "a"],
    ["explain", "-s", "schema.json", "Other=a"],
    ["explain", "-s", "schema.json", "Key=a,"],
    ["explain", "-s", "values.json", "a"],
    ["to-shorthand", "-s", "schema.json", "[{}]"],
    ["to-shorthand", "-s", "schema.json", '{"Tags": []}'],
    ["fuzz", "-s", "schema.json", "-n", "3", "--seed", "1"],
]


@pytest.mark.parametrize("arguments", SCHEMA_COMMANDS, ids=" ".join)
def test_a_schema_reaches_the_terminal_without_control_characters(
    run: Run, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for char in HOSTILE:
        name = hostile(char)
        item = {
            "title": name,
            "type": "object",
            "properties": {"Key": {"type": "string", "description": name}, name: {"enum": [name, "z"]}},
            "required": [name],
        }
        (tmp_path / "schema.json").write_text(json.dumps({"title": name, "type": "array", "items": item}))
        (tmp_path / "values.json").write_text(json.dumps({"enum": [name, "y"]}))
        page = (PAGES / "make-job.txt").read_text("utf-8")
        (tmp_path / "page.txt").write_text(page.replace("--job-name", f"--job-{name}"), "utf-8", "surrogatepass")
        assert_harmless(run(arguments), char)


def test_the_json_on_a_terminal_is_the_same_value(run: Run) -> None:
    text = "".join(HOSTILE) + "é😀"
    shown = run(["to-json", "--null"], f"a='{text.replace(chr(0), '')}'", colours=False)
    assert json.loads(shown.out) == {"a": text.replace("\0", "")}


def test_the_yaml_on_a_terminal_is_the_same_value(run: Run) -> None:
    shown = run(["aws", "--yaml", "sqs", "list-queues", "--queue-name-prefix", "a\u202eé\x1b"])
    assert yaml.safe_load(shown.out) == {"QueueNamePrefix": "a\u202eé\x1b"}


def test_a_replaced_character_gives_one_warning(run: Run) -> None:
    shown = run(["to-shorthand"], '{"a": "\\u001b"}\n{"a": "\\u200b"}\n')
    assert shown.out == "a='␛'\na=�\n"
    assert shown.err.count("warning: the output contains control or invisible characters") == 1


def test_what_is_not_a_terminal_gets_the_text_unchanged() -> None:
    from tests.cli.command import run as run_in_a_process

    assert run_in_a_process("to-shorthand", '{"a": "\\u001b[31m\\u202e"}') == (0, "a='\x1b[31m\u202e'\n", "")
