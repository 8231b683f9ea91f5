"""How wide the terminal is that an error is printed on."""

from __future__ import annotations

import os

# A line of a text is drawn four cells in, and cut with an ellipsis on either side. A panel has two cells of border and
# two of padding.
_INDENT = 6
_PANEL = 4
_WIDEST = 100
_NARROWEST = 20


def excerpt_width(*, in_panel: bool = False) -> int:
    """Return how many cells of a text fit on a line of an error, so that the caret stays below its character.

    Args:
        in_panel: Whether the framework prints its errors in a panel of Rich, which is 80 wide without a terminal.
    """
    columns = _columns()
    if in_panel:
        limit = os.environ.get("TERMINAL_WIDTH", "")  # Typer's own variable
        return _within((int(limit) if limit.isdecimal() else columns or 80) - _INDENT - _PANEL)
    return _WIDEST if columns is None else _within(columns - _INDENT)


def _columns() -> int | None:
    """Return the width of the terminal; None where there is none."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and int(wanted):
        return int(wanted)
    for stream in (2, 1, 0):
        try:
            return os.get_terminal_size(stream).columns or None
        except OSError:  # no terminal, or a stream that is closed
            continue
    return None


def _within(cells: int) -> int:
    return max(_NARROWEST, min(cells, _WIDEST))
