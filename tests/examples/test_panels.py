"""Errors and help in the panels of Rich: nothing is lost, nothing is markup, and carets are below their character."""

import pytest

from tests.examples.programs import run

PANELS = ("typer", "cyclopts")
LONG = "Key=[bold]x[/bold] and a value that goes on beyond the end of a narrow panel :smile:,Valeu=[red]"


def inside(printed: str) -> list[str]:
    return [line.strip("│").rstrip() for line in printed.splitlines() if line.startswith("│")]


@pytest.mark.parametrize("width", ["40", "80", "120"])
@pytest.mark.parametrize("framework", PANELS)
@pytest.mark.parametrize(
    ("word", "marked"),
    [
        (LONG, "x"),
        ("Key='[bold]',Valeu=[red]", "Valeu"),
        ("Key=漢字漢字漢字漢字漢字漢字,Valeu='[/red]'", "Valeu"),
        ("Key=a,Value=" + "b" * 150 + ",Valeu=c", "Valeu"),
        ("Key='a b c d e f g h i j k l m n o p q r s t u v w x y z',Valeu=c", "Valeu"),
    ],
)
def test_the_caret_is_below_what_it_marks(framework: str, width: str, word: str, marked: str) -> None:
    code, printed = run(
        framework, "--network", "Subnets=a", "--tags", word, COLUMNS=width, TERMINAL_WIDTH=width, NO_COLOR="1"
    )
    assert code == 2
    lines = inside(printed)
    (at,) = (number for number, line in enumerate(lines) if set(line.strip()) in ({"^"}, {"^", "~"}))
    cells = "".join(char * (2 if ord(char) > 0x2E80 else 1) for char in lines[at - 1])
    assert cells[lines[at].index("^") :].startswith(marked)
    assert lines[at - 2].strip().startswith("at line 1, column")


@pytest.mark.parametrize("framework", PANELS)
def test_brackets_in_a_value_are_no_markup(framework: str) -> None:
    code, printed = run(framework, "--network", "Subnets=a", "--disks", "Size=[/bold],Kind='[red]'", NO_COLOR="1")
    assert code == 2
    assert any("Size=[/bold],Kind='[red]'" in line for line in inside(printed))


@pytest.mark.parametrize("framework", PANELS)
def test_brackets_in_a_help_text_are_no_markup(framework: str) -> None:
    code, printed = run(framework, "--help", NO_COLOR="1", COLUMNS="200", TERMINAL_WIDTH="200")
    assert code == 0
    if framework == "typer":  # cyclopts shows what the docstring says
        assert "Subnets=[text]" in printed
