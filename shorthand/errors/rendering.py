"""Draw diagnostics for a terminal: reason, source line with a caret, expectation, hint and fix."""

from __future__ import annotations

import shlex
import unicodedata
from collections.abc import Callable, Sequence
from enum import Enum

from shorthand.errors.diagnostic import Diagnostic, Span


class Role(Enum):
    """What a piece of a drawing is, so that it can be coloured."""

    REASON = "reason"
    PLACE = "place"
    MARK = "mark"
    LABEL = "label"
    FIX = "fix"
    TEXT = "text"
    PART = "part"
    PATH = "path"
    TYPE = "type"
    VALUE = "value"
    ERROR = "error"
    HAZARD = "hazard"
    MISTAKE = "mistake"
    ENUM = "enum"
    FILE = "file"
    NOTE = "note"


Paint = Callable[[Role, str], str]
"""Colours one piece of a drawing, given its role."""

# A longer line is cut around the span, so that the caret stays on the same terminal line.
_WIDEST_LINE = 100
_MOST_DRAWN = 10
# Nobody retypes a longer fix from the screen.
_LONGEST_FIX = 2000


def plain(_role: Role, piece: str) -> str:
    """Paint nothing."""
    return piece


def render(diagnostics: Sequence[Diagnostic], paint: Paint = plain, *, lines_before: int = 0) -> str:
    """Draw diagnostics that were found together, without a newline at the end.

    Args:
        diagnostics: What to draw, at least one; only the first ten are shown.
        paint: Colours the pieces.
        lines_before: How many lines precede the text in its source, to be added to the line numbers.
    """
    shown = diagnostics[:_MOST_DRAWN]
    lines: list[str] = []
    for diagnostic, following in zip(shown, (*shown[1:], None), strict=True):
        lines += _lines(diagnostic, paint, lines_before)
        # The diagnostics of one text share one fix.
        if following is None or (following.text, following.fix) != (diagnostic.text, diagnostic.fix):
            lines += _fix_lines(diagnostic, paint)
    if len(diagnostics) > len(shown):
        lines.append(f"and {len(diagnostics) - len(shown)} more")
    return "\n".join(lines)


def _lines(diagnostic: Diagnostic, paint: Paint, lines_before: int) -> list[str]:
    reason = paint(Role.REASON, printable(diagnostic.reason))
    lines = [paint(Role.PLACE, printable(diagnostic.path)) + ": " + reason] if diagnostic.path else [reason]
    if diagnostic.span is not None:
        shown, marks = underlined(diagnostic.text, diagnostic.span)
        lines.append(f"  at line {(diagnostic.line or 1) + lines_before}, column {diagnostic.column}:")
        lines += [f"    {shown}", f"    {paint(Role.MARK, marks)}"]
    if diagnostic.expected:
        lines.append(f"  {paint(Role.LABEL, 'expected:')} {printable(diagnostic.expected)}")
    if diagnostic.hint:
        lines.append(f"  {paint(Role.LABEL, 'hint:')} {printable(diagnostic.hint)}")
    return lines


def _fix_lines(diagnostic: Diagnostic, paint: Paint) -> list[str]:
    fix = shlex.join(diagnostic.fix_tokens) if diagnostic.fix_tokens else diagnostic.fix
    if fix is None or len(fix) > _LONGEST_FIX:
        return []
    # Line breaks and tabs can be typed; other characters that move the cursor must not reach a terminal.
    shown = "".join(char if char in "\n\t" else printable(char) for char in fix)
    return [f"  {paint(Role.LABEL, 'try:')} {paint(Role.FIX, shown)}"]


def underlined(text: str, span: Span) -> tuple[str, str]:
    """Return the line of `text` in which `span` starts, cut to a terminal's width, and a line of `^~~~` below it.

    >>> underlined("Key=a,Value=b", (6, 11))
    ('Key=a,Value=b', '      ^~~~~')
    """
    start, end = span
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    end = max(min(end, last), start)
    lead = tail = ""
    if last - first > _WIDEST_LINE:
        cut = max(first, start - _WIDEST_LINE // 2)
        lead, first = ("…", cut) if cut > first else ("", first)
        cut = min(last, first + _WIDEST_LINE)
        tail, last = ("…", cut) if cut < last else ("", last)
        end = min(end, last)
    before = lead + printable(text[first:start])
    marked = printable(text[start:end])
    line = before + marked + printable(text[end:last]) + tail
    return line, " " * width(before) + "^" + "~" * (width(marked) - 1)


def printable(text: str) -> str:
    """Replace each character that moves the cursor or draws nothing with a visible one, one cell wide."""
    return text if text.isascii() and text.isprintable() else "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    if char == "\t":
        return "→"
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    if char in "\ufe0e\ufe0f":
        return ""  # terminals disagree on the width of an emoji with a variation selector
    return "�" if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else char


def width(text: str) -> int:
    """Count the terminal cells of printable text: none for a combining mark, two for a wide character."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(char) in {"Mn", "Me"} else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
