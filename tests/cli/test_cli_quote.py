"""`shorthand quote`."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import on_a_terminal, posix, program, run


@pytest.mark.parametrize(("value", "quoted"), [("a", "a"), ("a, b", "'a, b'"), ("it's", '"it\'s"')])
def test_quotes_one_value(value: str, quoted: str) -> None:
    assert run("quote", value) == (0, quoted + "\n", "")


def test_a_value_that_cannot_be_quoted_is_an_error() -> None:
    code, out, err = run("quote", "]\\")
    assert (code, out) == (2, "")
    assert "cannot be quoted" in err


@pytest.mark.parametrize("value", ["-5", "--", "--x", "-s", "--help=1", "", "a\nb", " ", "--null", "\u202e"])
def test_a_single_argument_is_the_value_whatever_it_looks_like(value: str) -> None:
    code, out, err = run("quote", value)
    assert (code, err) == (0, "")
    assert run("quote", "--", value) == (0, out, "")
    assert json.loads(run("to-json", "--null", stdin=f"a={out[:-1]}")[1]) == {"a": value}


@posix
@pytest.mark.parametrize("name", ["--help", "-h"])
def test_the_help_options_are_values_except_on_a_terminal(name: str) -> None:
    assert run("quote", name) == (0, f"{name}\n", "")
    assert run("quote", "--", name) == (0, f"{name}\n", "")
    assert on_a_terminal("quote", name).startswith("Usage: shorthand quote")
    assert on_a_terminal("quote", "--", name) == f"{name}\n"


def test_the_help_for_a_pipe() -> None:
    assert run("help", "quote")[1].startswith("Usage: shorthand quote")


@pytest.mark.parametrize("arguments", [["a", "b"], ["--", "a", "b"], ["--help", "b"]])
def test_several_values_are_an_error(arguments: list[str]) -> None:
    code, out, err = run("quote", *arguments)
    assert (code, out) == (2, "")
    assert err == 'expected one value, got 2\n  hint: put the value in double quotes: shorthand quote -- "$NAME"\n'


HOSTILE = [
    *(
        "",
        "-5",
        "-h",
        "--help",
        "--",
        "-",
        "--x=y",
        "a b",
        " a ",
        "a,b",
        "a=b,c=d",
        "it's",
        'say "hi"',
        "both ' and \"",
    ),
    *("$HOME", "$(echo no)", "`echo no`", "*", "~", "!!", "#no", "\\n", "two\nlines", "tab\there", "{a,b}", "[x]", "}"),
    *("file:///etc/passwd", "é😀\u00a0", "%s", "'; touch no; '", "\r", "\x1b[31m", "end\n\n"),
]


@posix
@pytest.mark.parametrize("shell", ["bash", "dash", "zsh"])
@pytest.mark.parametrize("dashes", ["-- ", ""])
def test_a_loop_over_hostile_values_in_a_real_shell(shell: str, dashes: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    program(tmp_path)
    script = """
for NAME in "$@"; do
    printf 'Key=Name,Value=%s\\0' "$(shorthand quote DASHES"$NAME")"
done
""".replace("DASHES", dashes)
    done = subprocess.run(
        [shell, "-c", script, shell, *HOSTILE],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    code, out, err = run("to-json", "--null", stdin=done.stdout)
    assert (code, err) == (0, "")
    assert [json.loads(line) for line in out.splitlines()] == [{"Key": "Name", "Value": value} for value in HOSTILE]
    assert [path.name for path in tmp_path.iterdir()] == ["shorthand"]
