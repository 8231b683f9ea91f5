"""What Typer does with an option of this library, and with other options."""

import re
from typing import Annotated, Any, Literal

import pytest
import typer
from typer.testing import CliRunner

from shorthand.integrations.typer import option
from tests.integrations.declarations import Disk, Tag
from tests.testing.types_with_constraints import Bag, Box


def run(annotation: Any, *line: str, **settings: Any) -> tuple[int, str]:
    app = typer.Typer(**settings)

    def job(x: Any = None, other: list[str] = [], flag: bool = False) -> None:  # noqa: B006 -- Typer copies it
        print(x, other, flag)

    job.__annotations__["x"] = annotation
    app.command()(job)
    done = CliRunner().invoke(app, list(line), env={"COLUMNS": "200", "TERMINAL_WIDTH": "200"})
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("declared", "line", "shown"),
    [
        (Box | Bag, ["--x", "kind=box,edge=1"], "Box(edge=Decimal('1'), kind='box')"),
        (list[Annotated[Tag, "for people"]], ["--x", "Key=a", "--x", "Key=b"], str([Tag("a"), Tag("b")])),
        (tuple[Tag, ...], ["--x", "Key=a"], str((Tag("a"),))),
        (tuple[int, int], ["--x", "1", "--x", "2"], "(1, 2)"),
        (bool, ["--x", "false"], "False"),
        (Literal["a", "b"], ["--x", "a"], "a"),
        (re.Pattern[str], ["--x", "[a]+"], "re.compile('[a]+')"),
    ],
)
def test_an_annotation_that_typer_does_not_know_is_left_to_the_type(declared: Any, line: list[str], shown: str) -> None:
    assert run(Annotated[declared, option(declared)], *line) == (0, f"{shown} [] False\n")


def test_other_options_keep_their_behaviour() -> None:
    annotation = Annotated[Disk, option(Disk)]
    assert run(annotation, "--other", "a", "--other", "b", "--flag") == (0, "None ['a', 'b'] True\n")


@pytest.mark.parametrize(("mode", "shown"), [("rich", "A disk."), ("markdown", "[b]A disk.[/b]"), (None, "[b]A disk.")])
def test_what_the_library_adds_to_a_help_text_is_no_markup(mode: Any, shown: str) -> None:
    annotation = Annotated[list[list[str]], option(list[list[str]], help="[b]A disk.[/b]")]
    code, printed = run(annotation, "--help", rich_markup_mode=mode)
    assert code == 0
    assert shown in printed
