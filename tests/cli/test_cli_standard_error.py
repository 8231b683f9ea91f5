"""Errors on standard error: plain on a pipe, coloured on a terminal, and with the name of their file."""

from shorthand import ShorthandError, ShorthandSyntaxError
from shorthand.cli.error_output import name_source
from shorthand.errors import error_of
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
