"""Structured options in argparse."""

import argparse
from pathlib import Path
from typing import Any

import pytest

from shorthand.integrations.argparse import ShorthandAction, ShorthandType, add_help_option, add_option
from tests.integrations.declarations import Colour, Disk, Point, Tag


def parser(**options: Any) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(prog="job", **options)


@pytest.mark.parametrize(
    ("declared", "options", "line", "instance"),
    [
        (list[Tag], {}, ["--x", "Key=a,Value=1", "Key=b"], [Tag("a", "1"), Tag("b")]),
        (list[Tag], {}, ["--x", "Key=a", "--x", "Key=b"], [Tag("a"), Tag("b")]),
        (list[Tag], {}, ["--x", '[{"Key": "a"}]', "--x", "Key=b"], [Tag("a"), Tag("b")]),
        (dict[str, str], {}, ["--x", "a=b", "--x", "c=d"], {"a": "b", "c": "d"}),
        (
            dict[str, str],
            {"action": "append", "default": {"z": "z"}},
            ["--x", "a=b", "--x", "c=d"],
            {"a": "b", "c": "d"},
        ),
        (list[Tag], {"action": "append"}, ["--x", "Key=a", "Key=b", "--x", "Key=c"], [Tag("a"), Tag("b"), Tag("c")]),
        (list[Tag], {"action": "append", "nargs": None}, ["--x", "Key=a", "--x", "Key=b"], [Tag("a"), Tag("b")]),
        (list[Tag], {"action": "append", "default": [Tag("z")]}, ["--x", "Key=a"], [Tag("a")]),
        (tuple[Tag, ...], {"action": "append"}, ["--x", "Key=a", "--x", "Key=b"], (Tag("a"), Tag("b"))),
        (list[Tag], {}, ["--x", '[{"Key": "a"}]'], [Tag("a")]),
        (list[Tag], {"nargs": "*"}, ["--x"], []),
        (list[Tag], {"nargs": 2}, ["--x", "Key=a", "Key=b"], [Tag("a"), Tag("b")]),
        (Tag, {"nargs": "?", "const": Tag("c")}, ["--x"], Tag("c")),
        (Tag, {"nargs": "?", "const": "Key=c"}, ["--x"], Tag("c")),
        (Tag, {"nargs": 1}, ["--x", "Key=c"], Tag("c")),
        (Point, {}, ["--x", "X=1,Y=2.5"], Point(1.0, 2.5)),
        (Colour, {}, ["--x", "deep blue"], Colour.DEEP_BLUE),
        (list[Tag], {"default": "Key=a Key=b"}, [], [Tag("a"), Tag("b")]),
        (list[Tag], {"default": [{"Key": "a"}]}, [], [Tag("a")]),
        (list[Tag], {"default": [Tag("a")]}, [], [Tag("a")]),
        (list[Tag], {}, [], None),
    ],
)
def test_an_option_gives_instances(declared: Any, options: dict[str, Any], line: list[str], instance: Any) -> None:
    made = parser()
    add_option(made, "--x", declared, **options)
    assert made.parse_args(line).x == instance


def test_a_positional_argument_gives_instances() -> None:
    made = parser()
    add_option(made, "tags", list[Tag], nargs="*")
    assert made.parse_args(["Key=a", "Key=b"]).tags == [Tag("a"), Tag("b")]
    assert made.parse_args([]).tags == []


def test_the_type_and_the_action_serve_add_argument() -> None:
    made = parser()
    made.add_argument("--one", type=ShorthandType(Tag), action="append")
    made.add_argument("--all", action=ShorthandAction, declared=list[Tag])
    found = made.parse_args(["--one", "Key=a", "--one", "Key=b", "--all", "Key=c", "Key=d"])
    assert (found.one, found.all) == ([Tag("a"), Tag("b")], [Tag("c"), Tag("d")])


def test_a_fault_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    made = parser()
    add_option(made, "--disk", Disk, metavar="DISK")
    made.add_argument("--one", type=ShorthandType(Tag))
    with pytest.raises(SystemExit) as caught:
        made.parse_args(["--disk", "Size=1,Kind=hd"])
    assert caught.value.code == 2
    assert (
        capsys.readouterr().err
        == """\
usage: job [-h] [--disk DISK] [--one ONE]
job: error: argument --disk: Kind: unknown value 'hd'
  at line 1, column 13:
    Size=1,Kind=hd
                ^~
  expected: ssd, hdd
  hint: did you mean hdd?
  try: Size=1,Kind=hdd
"""
    )
    with pytest.raises(SystemExit) as caught:
        made.parse_args(["--one", "Kez=1"])
    assert caught.value.code == 2
    assert "job: error: argument --one: Kez: unknown member 'Kez'" in capsys.readouterr().err


@pytest.mark.parametrize("formatter", [argparse.HelpFormatter, argparse.ArgumentDefaultsHelpFormatter])
def test_help_shows_the_syntax_and_the_default_as_shorthand(formatter: type[argparse.HelpFormatter]) -> None:
    made = parser(formatter_class=lambda prog: formatter(prog, width=100))
    add_option(made, "--tags", list[Tag], default=[Tag("a", "1")], help="100%% of the tags")
    add_option(made, "--point", Point, default=Point(1), help="Starts at %(default)s.")
    add_option(made, "--hidden", Point, help=argparse.SUPPRESS)
    text = " ".join(made.format_help().split())
    assert "--tags TAG [TAG ...] 100% of the tags. Written as Key=string,Value=string, JSON or file://NAME." in text
    assert "Members: Key (string, required); Value (string). Example: Key=text (default: Key=a,Value=1)" in text
    assert "--point X=double,Y=double Starts at X=1. Also JSON or file://NAME." in text
    assert "hidden" not in text
    assert "Tag(" not in text


def test_files_may_be_forbidden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tag").write_text("Key=a")
    made = parser()
    add_option(made, "--tag", Tag)
    add_option(made, "--other", Tag, files=None)
    assert made.parse_args(["--tag", f"file://{tmp_path}/tag"]).tag == Tag("a")
    with pytest.raises(SystemExit):
        made.parse_args(["--other", f"file://{tmp_path}/tag"])
    assert "reading files is not allowed here" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("declared", "line", "reason"),
    [
        (Disk, ["--x", "Size=1", "--x", "Size=2"], "expected one value, got 2"),
        (dict[str, str], ["--x", "a=b", "--x", "a=c"], "duplicate key 'a'"),
        (int, ["--x", "1", "--x", "2"], "expected one value, got 2"),
    ],
)
def test_a_repetition_is_never_lost(
    declared: Any, line: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made = parser()
    add_option(made, "--x", declared)
    with pytest.raises(SystemExit):
        made.parse_args(line)
    assert f"argument --x: {reason}" in capsys.readouterr().err


def test_a_parser_may_parse_several_lines() -> None:
    made = parser()
    add_option(made, "--x", list[Tag])
    assert made.parse_args(["--x", "Key=a"]).x == [Tag("a")]
    assert made.parse_args(["--x", "Key=b"]).x == [Tag("b")]


def test_the_help_of_one_option(capsys: pytest.CaptureFixture[str]) -> None:
    made = parser()
    add_option(made, "-d", "--disk", Disk, help="The disk.")
    add_help_option(made)
    with pytest.raises(SystemExit) as caught:
        made.parse_args(["--help-option", "disk"])
    assert not caught.value.code
    shown = capsys.readouterr().out
    assert shown.startswith("--disk Size=integer,Kind=string,Mounts=string,string\n\nThe disk.\n\nMembers:\n")
    with pytest.raises(SystemExit) as caught:
        made.parse_args(["--help-option", "dick"])
    assert caught.value.code == 2
    assert "expected one of d, disk, got 'dick'" in capsys.readouterr().err


def test_a_wrong_declaration_is_an_error() -> None:
    with pytest.raises(ValueError, match="'store' or 'append'"):
        add_option(parser(), "--x", list[Tag], action="count")  # type: ignore[arg-type] # that is the point
    with pytest.raises(ValueError, match="only an option of a list or map type"):
        add_option(parser(), "--x", Tag, action="append")
    with pytest.raises(ValueError, match="has no shorthand"):
        add_option(parser(), "--x", int | str)


def test_argcomplete_is_told_the_candidates() -> None:
    action: Any = add_option(parser(), "--disk", Disk)
    assert action.completer(prefix="Size=1,Kind=", action=action, parser=None, parsed_args=None) == {
        "Size=1,Kind=ssd": "string",
        "Size=1,Kind=hdd": "string",
    }
