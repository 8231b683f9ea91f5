"""How many cells of a text fit on a line of an error."""

import pytest

from shorthand.integrations.terminal_width import excerpt_width


@pytest.mark.parametrize(
    ("environment", "plain", "in_panel"),
    [
        ({}, 100, 70),
        ({"COLUMNS": "40"}, 34, 30),
        ({"COLUMNS": "80"}, 74, 70),
        ({"COLUMNS": "120"}, 100, 100),
        ({"COLUMNS": "10"}, 20, 20),
        ({"COLUMNS": "wide"}, 100, 70),
        ({"COLUMNS": "80", "TERMINAL_WIDTH": "40"}, 74, 30),
    ],
)
def test_the_width_is_that_of_the_terminal(
    environment: dict[str, str], plain: int, in_panel: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_terminal(_: int) -> None:
        raise OSError

    monkeypatch.setattr("os.get_terminal_size", no_terminal)
    for name in ("COLUMNS", "TERMINAL_WIDTH"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (excerpt_width(), excerpt_width(in_panel=True)) == (plain, in_panel)
