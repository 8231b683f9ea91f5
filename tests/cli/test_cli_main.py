"""The command as a whole."""

import inspect
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import click
import pytest

from shorthand.cli import main
from shorthand.cli.main import SUBCOMMANDS, cli
from tests.cli.command import on_a_terminal, posix, program, run

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_help_teaches_by_example(name: str) -> None:
    code, out, _ = run("help", name)
    assert code == 0
    assert name == "quote" or run(name, "--help")[1] == out
    assert f"shorthand {name}" in out.split("Options:")[0].partition("\n\n")[2]
    codes = "0 nothing is wrong; 1 there are findings" if name == "lint" else "0 done; 1 an internal failure (a bug)"
    assert f"Exit codes: {codes}" in " ".join(out.split())


def examples(command: click.Command) -> list[str]:
    """Return the examples in the help of a command, each as a shell reads it."""
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    blocks = [paragraph.removeprefix("\b\n") for paragraph in paragraphs if paragraph.startswith("\b")]
    lines = [line for block in blocks for line in block.splitlines()]
    # An indented line, and the end of a loop, continue the example before.
    starts = [number for number, line in enumerate(lines) if not line.startswith((" ", "done"))]
    return ["\n".join(lines[start:end]) for start, end in pairwise([*starts, len(lines)])]


EXAMPLES = [
    example
    for command in (cli, *(cli.get_command(click.Context(cli), name) for name in SUBCOMMANDS))
    if command
    for example in examples(command)
]


@posix
@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_works(example: str, tmp_path: Path) -> None:
    if "models build" in example:
        pytest.skip("takes half a minute, and replaces the models in use")
    program(tmp_path)
    done = subprocess.run(
        ["bash", "-c", f"set -e -o pipefail\n{example}"],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 20
    assert not any("\\b" in example for example in EXAMPLES)


def test_the_subcommands_are_described_in_whole_sentences() -> None:
    assert "..." not in run("--help")[1].split("Commands:")[1]


def test_the_version_names_that_of_the_aws_cli() -> None:
    code, out, _ = run("--version")
    assert (code, out.split(",")[1]) == (0, " with the commands of AWS CLI 2.38.1 and 1.46.3\n")


def imported_by(*arguments: str) -> set[str]:
    """Return the modules that a run imports."""
    code = (
        f"import sys; sys.argv = ['shorthand', *{arguments!r}]\n"
        "from shorthand.cli.main import run\n"
        "try: run()\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_only_the_module_of_the_subcommand_is_imported() -> None:
    modules = {f"shorthand.cli.{name.replace('-', '_')}" for name in SUBCOMMANDS}
    assert imported_by("to-json", "a=b") & modules == {"shorthand.cli.to_json"}
    assert imported_by("quote", "a") & modules == {"shorthand.cli.quote"}


def test_a_text_without_a_schema_needs_no_shapes() -> None:
    found = imported_by("to-json", "a=b")
    assert "shorthand.syntax.reader" in found
    assert not found & {"shorthand.shapes", "shorthand.aws", "shorthand.suggest", "rich", "lark", "yaml"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("aws", "ec2", "create-tags", "--resources", "i-1", "--tags", "Key=a,Value=b"),
        ("check", "-s", "aws:ec2/create-tags#--tags", "Key=a,Value=b"),
        ("to-json", "-s", "aws:ec2/create-tags#--tags", "Key=a,Value=b"),
    ],
    ids=" ".join,
)
def test_what_is_right_needs_neither_rules_nor_the_walks_that_locate_faults(arguments: tuple[str, ...]) -> None:
    found = imported_by(*arguments)
    assert "shorthand.aws.models" in found
    assert not found & {
        "shorthand.suggest.engine",
        "shorthand.suggest.option_engine",
        "shorthand.codec.json_walk",
        "shorthand.errors.rendering",
        "shorthand.syntax.part_scanner",
        "shorthand.syntax.writer",
        "rich",
        "lark",
        "yaml",
        "tree_sitter",
    }


def test_click_is_named_if_it_is_missing() -> None:
    code = "import sys; sys.modules['click'] = None\nfrom shorthand.__main__ import main\nmain()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "the shorthand command needs click: pip install 'aws-shorthand[cli]'\n"


def test_a_bug_is_reported_as_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(self: click.Command, *_: object) -> None:
        raise RuntimeError("oh \x1b no")

    monkeypatch.setattr(click.Group, "invoke", fail)
    monkeypatch.setattr(sys, "argv", ["shorthand", "quote", "a"])
    monkeypatch.delenv("SHORTHAND_DEBUG", raising=False)
    with pytest.raises(SystemExit) as caught:
        main.run()
    assert caught.value.code == 1
    assert capsys.readouterr().err == (
        "internal failure, please report it: RuntimeError: oh ␛ no\n"
        "  hint: set SHORTHAND_DEBUG=1 to see the traceback\n"
    )


STRESS = [
    ("--help | true", 0, ""),
    ("to-json --help | true", 0, ""),
    ("to-json a=b | true", 0, ""),
    ("explain 'a=\"' | true", 2, "the quote"),
    ("check --json 'a=\"' | true", 2, ""),
    ("aws ec2 create-tags --help | true", 0, ""),
    ("to-json 'a=\"' 2>/dev/full", 2, ""),
    ("--nonsense 2>/dev/full", 2, ""),
    ("nonsense 2>&-", 2, ""),
    ("explain 'a=\"' >&- 2>&-", 1, ""),
    ("explain - <&-", 2, "standard input is closed"),
    ("to-json - <&-", 2, "standard input is closed"),
    ("aws <&-", 2, "give a command, or pipe it"),
    ("to-json 0>file", 2, "standard input cannot be read"),
    ("to-json a=b >/dev/full", 1, "standard output cannot be written: No space left on device"),
    ("--help >/dev/full", 1, "standard output cannot be written: No space left on device"),
]


@posix
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize(("line", "code", "message"), STRESS)
def test_under_stress_the_exit_code_is_right(line: str, code: int, message: str, tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m shorthand {line}\nexit ${{PIPESTATUS[0]}}"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert message in done.stderr if message else done.stderr == ""
    assert "Traceback" not in done.stderr


@posix
@pytest.mark.parametrize("columns", ["0", "1", "-1", "x", ""])
@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["explain", "a=b,c=[😀"], ["options", "-s", "aws:ec2/create-tags"], ["to-json", "a=x y=" + "z" * 200]],
)
def test_a_terminal_of_a_strange_width_is_no_failure(arguments: list[str], columns: str) -> None:
    written = on_a_terminal(*arguments, COLUMNS=columns)
    assert written
    assert "internal failure, please" not in written
    assert "Traceback" not in written
