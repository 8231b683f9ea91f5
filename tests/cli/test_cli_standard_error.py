"""Errors on standard error: plain on a pipe, coloured on a terminal, and with the name of their file."""

import os
import sys

import pytest

from shorthand import ShorthandError, ShorthandSyntaxError
from shorthand.cli import standard_error
from shorthand.cli.standard_error import name_source
from shorthand.errors import error_of
from shorthand.errors.rendering import width
from tests.cli.command import on_a_terminal, posix, run


@posix
def test_colours_are_for_a_terminal_without_no_color() -> None:
    assert "\x1b[1mthe quote" in on_a_terminal("to-json", 'a="', NO_COLOR="")
    assert "\x1b" not in on_a_terminal("to-json", 'a="', NO_COLOR="1")
    assert "\x1b" not in run("to-json", 'a="')[2]


def test_the_source_is_named_before_the_first_reason() -> None:
    error = ShorthandSyntaxError("unexpected 'x'", text="x", span=(0, 1))
    named = name_source(error, "a.json")
    assert isinstance(named, ShorthandSyntaxError)
    assert (named.reason, named.span) == ("a.json: unexpected 'x'", (0, 1))
    assert name_source(ShorthandError("a.json cannot be read"), "a.json").reason == "a.json cannot be read"


def test_errors_found_together_stay_together() -> None:
    both = error_of([ShorthandError("first").diagnostics[0], ShorthandError("second").diagnostics[0]])
    assert [one.reason for one in name_source(both, "a.json").errors] == ["a.json: first", "second"]


@posix
@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize("letter", ["x", "漢", "e\u0301"])
def test_an_excerpt_fits_on_a_line_so_that_the_caret_is_under_its_text(columns: int, letter: str) -> None:
    text = f'a="{letter * 100}"z"{letter * 100}"'
    lines = on_a_terminal("to-json", text, COLUMNS=str(columns), NO_COLOR="1").splitlines()
    at = next(number for number, line in enumerate(lines) if line.strip() == "^")
    assert width(lines[at - 1]) <= columns
    # What is before the caret is as wide as what is before the fault.
    assert width(lines[at - 1].partition("z")[0]) == lines[at].index("^")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_closed_standard_error_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stderr", full)
        standard_error.write("a message")
        standard_error.write("another")
        full.flush()


@posix
def test_of_a_corrected_command_only_what_is_new_is_emphasised_on_a_terminal() -> None:
    words = ("aws", "ec2", "create-tags", "--resources", "i-1", "--tags", "Key=env,", "Value=prod")
    fixed = "shorthand aws ec2 create-tags --resources i-1 --tags Key=env,{}Value=prod{}"
    shown = on_a_terminal(*words, NO_COLOR="").splitlines()[-1]
    assert shown.endswith(" " + fixed.format("\x1b[32m\x1b[1m", "\x1b[0m"))
    assert on_a_terminal(*words, NO_COLOR="1").splitlines()[-1] == "  try: " + fixed.format("", "")
    assert run(*words)[2].splitlines()[-1] == "  try: " + fixed.format("", "")
