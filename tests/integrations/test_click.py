"""Structured options in click."""

from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from shorthand.integrations.click import ShorthandOption, ShorthandType, help_option, option
from tests.integrations.declarations import Colour, Disk, Point, Tag


def run(decorator: Any, *line: str, **settings: Any) -> Result:
    def show(**given: Any) -> None:
        print(given["x"])

    return CliRunner().invoke(click.command()(decorator(show)), list(line), prog_name="job", **settings)


@pytest.mark.parametrize(
    ("decorator", "line", "instance"),
    [
        (option("--x", list[Tag]), ["--x", "Key=a,Value=1", "--x", "Key=b"], [Tag("a", "1"), Tag("b")]),
        (option("--x", list[Tag]), ["--x", '[{"Key": "a"}, {"Key": "b"}]'], [Tag("a"), Tag("b")]),
        (option("--x", list[Tag]), [], []),
        (option("--x", tuple[Tag, ...]), [], ()),
        (option("--x", list[Tag], default=[Tag("a")]), [], [Tag("a")]),
        (option("--x", list[Tag], default="Key=a Key=b"), [], [Tag("a"), Tag("b")]),
        (option("--x", list[Tag], multiple=False), ["--x", "Key=a"], [Tag("a")]),
        (option("--x", Tag), [], None),
        (option("--x", Point), ["--x", "X=1"], Point(1.0)),
        (option("--x", Colour), ["--x", "red"], Colour.RED),
        (click.option("--x", cls=ShorthandOption, declared=Tag), ["--x", "Key=a"], Tag("a")),
        (click.option("--x", type=ShorthandType(Tag)), ["--x", "Key=a"], Tag("a")),
        (click.option("--x", type=ShorthandType(Tag), multiple=True), ["--x", "Key=a"], (Tag("a"),)),
        (click.option("--x", type=ShorthandType(Tag), nargs=2), ["--x", "Key=a", "Key=b"], (Tag("a"), Tag("b"))),
        (click.option("--x", type=ShorthandType(Tag), default="Key=a"), [], Tag("a")),
        (click.argument("x", type=ShorthandType(Tag), nargs=-1), ["Key=a", "Key=b"], (Tag("a"), Tag("b"))),
    ],
)
def test_an_option_gives_instances(decorator: Any, line: list[str], instance: Any) -> None:
    done = run(decorator, *line)
    assert (done.output, done.exit_code) == (f"{instance}\n", 0)


@pytest.mark.parametrize("decorator", [option("--x", Disk), click.option("--x", type=ShorthandType(Disk))])
def test_a_fault_is_a_usage_error(decorator: Any) -> None:
    done = run(decorator, "--x", "Size=1,Kind=hd")
    assert done.exit_code == 2
    assert (
        done.output
        == """\
Usage: job [OPTIONS]
Try 'job --help' for help.

Error: Invalid value for '--x': Kind: unknown value 'hd'
  at line 1, column 13:
    Size=1,Kind=hd
                ^~
  expected: ssd, hdd
  hint: did you mean hdd?
  try: Size=1,Kind=hdd
"""
    )


def test_a_required_option_is_missed() -> None:
    done = run(option("--x", list[Tag], required=True))
    assert (done.exit_code, "Missing option '--x'" in done.output) == (2, True)


def test_help_shows_the_syntax_and_the_default_as_shorthand() -> None:
    done = run(option("--x", list[Tag], default=[Tag("a", "1")], show_default=True, help="Tags"), "--help")
    assert "--x Key=string,Value=string  Tags. Also JSON or file://NAME." in " ".join(done.output.split()).replace(
        " Tags.", "  Tags."
    )
    assert "[default: Key=a,Value=1]" in " ".join(done.output.split())
    done = run(click.option("--x", type=ShorthandType(Tag)), "--help")
    assert "--x Key=string,Value=string" in done.output


@pytest.mark.parametrize(
    ("decorator", "text", "instance"),
    [
        (option("--x", list[Tag], envvar="X"), "Key=a,Value='b c' Key=d", [Tag("a", "b c"), Tag("d")]),
        (option("--x", list[Tag], envvar="X"), '[{"Key": "a b"}]', [Tag("a b")]),
        (option("--x", Tag, envvar="X"), "Key=a b", Tag("a b")),
        (
            click.option("--x", type=ShorthandType(list[Tag]), envvar="X", multiple=True),
            "Key=a Key=b",
            ([Tag("a")], [Tag("b")]),
        ),
    ],
)
def test_the_environment_is_read(decorator: Any, text: str, instance: Any) -> None:
    assert run(decorator, env={"X": text}).output == f"{instance}\n"


@pytest.mark.parametrize("given", [[{"Key": "a"}], ["Key=a"], "Key=a"])
def test_a_configuration_may_hold_json_or_shorthand(given: Any) -> None:
    assert run(option("--x", list[Tag]), default_map={"x": given}).output == f"{[Tag('a')]}\n"


@pytest.mark.parametrize(
    ("declared", "value", "instance"),
    [
        (Disk, {"Size": 1}, Disk(1)),
        (Disk, "Size=1,Mounts=/a b,/c", Disk(1, "ssd", ["/a b", "/c"])),
        (dict[str, int], {"a": 1}, {"a": 1}),
        (dict[str, int], "a=1,b=2", {"a": 1, "b": 2}),
        (int, 7, 7),
        (int, "7", 7),
        (list[int], [1, 2], [1, 2]),
        (list[Tag], "Key=a Key=b", [Tag("a"), Tag("b")]),
    ],
)
def test_a_default_map_and_the_environment_serve_every_type(declared: Any, value: Any, instance: Any) -> None:
    assert run(option("--x", declared), default_map={"x": value}).output == f"{instance}\n"
    if isinstance(value, str):
        assert run(option("--x", declared), env={"JOB_X": value}, auto_envvar_prefix="JOB").output == f"{instance}\n"
        assert run(option("--x", declared, default=value)).output == f"{instance}\n"


@pytest.mark.parametrize(
    ("decorator", "line", "output"),
    [
        (option("--x", dict[str, str]), ["--x", "a=b", "--x", "c=d"], "{'a': 'b', 'c': 'd'}\n"),
        (option("--x", dict[str, str]), ["--x", "a=b", "--x", "a=d"], "duplicate key 'a'"),
        (option("--x", Disk), ["--x", "Size=1", "--x", "Size=2"], "expected one value, got 2"),
        (option("--x", list[Tag]), ["--x", '[{"Key": "a"}]', "--x", "Key=b"], f"{[Tag('a'), Tag('b')]}\n"),
    ],
)
def test_a_repetition_is_never_lost(decorator: Any, line: list[str], output: str) -> None:
    assert output in run(decorator, *line).output


def test_the_help_of_one_option() -> None:
    decorator: Any = lambda command: help_option()(option("-x", "--x-long", "x", Disk, help="The disk.")(command))  # noqa: E731
    assert run(decorator, "--help-option", "x-long").output.startswith(
        "--x-long Size=integer,Kind=string,Mounts=string,string\n\nThe disk.\n\nMembers:\n"
    )
    assert "expected one of x, x-long, got 'y'" in run(decorator, "--help-option", "y").output


def test_what_to_type_instead_names_the_option_before_each_word() -> None:
    assert "  try: --x 80 --x 443\n" in run(option("--x", list[int]), "--x", "80,443").output
