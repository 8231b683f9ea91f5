"""Draw diagnostics for a terminal: reason, source line with a caret, expectation, hint and fix."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import Enum
from functools import partial

from shorthand.errors.diagnostic import Diagnostic, Span
from shorthand.errors.shell_quoting import Shell, join_words


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

# A line of more cells is cut around the span, so that the caret stays on the same terminal line.
_WIDEST_LINE = 100
# Letters and marks that draw nothing: fillers, joiners, and selectors of variants in other scripts.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_VARIATION_SELECTORS = "\ufe0e\ufe0f"
_MOST_DRAWN = 10
# Nobody retypes a longer fix from the screen.
_LONGEST_FIX = 2000


def plain(_role: Role, piece: str) -> str:
    """Paint nothing."""
    return piece


def render(
    diagnostics: Sequence[Diagnostic],
    paint: Paint = plain,
    *,
    lines_before: int = 0,
    widest: int = _WIDEST_LINE,
    shell: Shell | None = None,
) -> str:
    """Draw diagnostics that were found together, without a newline at the end.

    What comes from input, a control character or a newline in a key for example, is drawn as a visible character.

    Args:
        diagnostics: What to draw, at least one; only the first ten are shown.
        paint: Colours the pieces.
        lines_before: How many lines precede the text in its source, to be added to the line numbers.
        widest: How many cells of a line are shown; a longer one is cut around the fault.
        shell: The shell in which the fix is to be pasted; None where the text itself is what people edit.
    """
    shown = diagnostics[:_MOST_DRAWN]
    lines: list[str] = []
    for diagnostic, following in zip(shown, (*shown[1:], None), strict=True):
        lines += _lines(_with_outer_quotes(diagnostic, shell), paint, lines_before, widest)
        # The diagnostics of one text share one fix, and in a shell those of one option.
        shared = following is not None and (shell is not None or following.text == diagnostic.text)
        if following is None or not shared or _fix_pieces(following, shell) != _fix_pieces(diagnostic, shell):
            lines += _fix_lines(diagnostic, paint, shell)
    if len(diagnostics) > len(shown):
        lines.append(f"and {len(diagnostics) - len(shown)} more")
    return "\n".join(lines)


def _lines(diagnostic: Diagnostic, paint: Paint, lines_before: int, widest: int) -> list[str]:
    reason = paint(Role.REASON, printable(diagnostic.reason))
    lines = [paint(Role.PLACE, printable(diagnostic.path)) + ": " + reason] if diagnostic.path else [reason]
    if diagnostic.span is not None:
        shown, marks = underlined(diagnostic.text, diagnostic.span, widest)
        lines.append(f"  at line {(diagnostic.line or 1) + lines_before}, column {diagnostic.column}:")
        lines += [f"    {shown}", f"    {paint(Role.MARK, marks)}"]
    if diagnostic.expected:
        lines.append(f"  {paint(Role.LABEL, 'expected:')} {printable(diagnostic.expected)}")
    if diagnostic.hint:
        lines.append(f"  {paint(Role.LABEL, 'hint:')} {printable(diagnostic.hint)}")
    return lines


def _with_outer_quotes(diagnostic: Diagnostic, shell: Shell | None) -> Diagnostic:
    """Return the diagnostic whose hint to quote a value also says what the shell does to quotes."""
    quotes = "quote" in diagnostic.hint and diagnostic.hint.startswith(("quote", "a comma", "the comma", "a value"))
    if shell in (None, Shell.NONE) or not quotes or not diagnostic.fix_command(shell or Shell.POSIX):
        return diagnostic
    return replace(diagnostic, hint=f"{diagnostic.hint}; the shell removes the outer quotes, so type both")


def _fix_lines(diagnostic: Diagnostic, paint: Paint, shell: Shell | None) -> list[str]:
    pieces = _fix_pieces(diagnostic, shell)
    text = "".join(piece for piece, _ in pieces)
    # What cannot be typed as it is shown is no help; the data of the error still have it.
    if not text or len(text) > _LONGEST_FIX or not _is_typeable(text):
        return []
    return [
        f"  {paint(Role.LABEL, 'try:')} "
        + "".join(paint(Role.FIX, piece) if is_new else piece for piece, is_new in pieces)
    ]


def _fix_pieces(diagnostic: Diagnostic, shell: Shell | None) -> list[tuple[str, bool]]:
    """Return the pieces of a fix as it is shown, each with whether it is new: of a command, most is as it was typed.

    The fix is bare where the text itself is edited, else it is quoted for the shell.
    """
    if shell is None and diagnostic.fix is not None:
        return [(diagnostic.fix, True)]
    words = diagnostic.fix_words or diagnostic.fix_tokens or (() if diagnostic.fix is None else (diagnostic.fix,))
    quote = partial(_quoted_to_type, shell=shell or Shell.POSIX)
    try:
        quoted = [quote(word) for word in words]
    except ValueError:  # the shell cannot carry it
        return []
    if not diagnostic.typed_words or not diagnostic.fix_words:
        return [(" ".join(quoted), True)]
    from shorthand.errors.changed_words import changed_words  # few fixes are of whole commands

    return changed_words(diagnostic.typed_words, diagnostic.fix_words, quote)


def _quoted_to_type(word: str, shell: Shell) -> str:
    """Quote a word so that it can be typed: a POSIX shell makes the characters that no terminal draws with `printf`."""
    if shell is not Shell.POSIX or _is_typeable(word) or word.endswith("\n"):
        return join_words([word], shell)
    if "\0" in word:
        raise ValueError("a command line cannot carry a NUL character")
    return f"\"$(printf '{''.join(map(_for_printf, word))}')\""


def _for_printf(char: str) -> str:
    """Return what prints a character within the single quotes of a `printf`."""
    if char == "%":
        return "%%"
    if char in "\\'" or not is_visible(char):
        return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))
    return char


def _is_typeable(text: str) -> bool:
    """Return whether a terminal shows a text as it is. Line breaks and tabs can be typed."""
    return all(char in "\n\t" or printable(char) == char for char in text)


def underlined(text: str, span: Span, widest: int = _WIDEST_LINE) -> tuple[str, str]:
    """Return the line of `text` in which `span` starts, cut to `widest` cells, and a line of `^~~~` below it.

    >>> underlined("Key=a,Value=b", (6, 11))
    ('Key=a,Value=b', '      ^~~~~')
    """
    start, end = span
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    lead = tail = ""
    if last - first > widest or width(printable(text[first:last])) > widest:
        begin = _fitting(reversed(text[first:start]), start, -1, widest // 2)
        stop = _fitting(text[begin:last], begin, 1, widest)
        lead, tail = "…" if begin > first else "", "…" if stop < last else ""
        first, last = begin, stop
    end = max(min(end, last), start)
    before = lead + printable(text[first:start])
    marked = printable(text[start:end])
    line = before + marked + printable(text[end:last]) + tail
    return line, " " * width(before) + "^" + "~" * (width(marked) - 1)


def _fitting(chars: Iterable[str], position: int, step: int, cells: int) -> int:
    """Return the position after as many characters, going by `step`, as fit into the cells."""
    for char in chars:
        cells -= width(_visible(char))
        if cells < 0:
            break
        position += step
    return position


def printable(text: str) -> str:
    """Replace each character that moves the cursor or draws nothing with a visible one, one cell wide."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate({ord(char): _visible(char) for char in set(text)})


def is_visible(char: str) -> bool:
    """Return whether a terminal draws the character, and does nothing else."""
    return unicodedata.category(char) not in _INVISIBLE_CATEGORIES and char not in _BLANK


def _visible(char: str) -> str:
    if char == "\t":
        return "→"
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    if char in _VARIATION_SELECTORS:
        return ""  # terminals disagree on the width of an emoji with a variation selector
    return char if is_visible(char) else "�"


def width(text: str) -> int:
    """Count the terminal cells of printable text: none for a combining mark, two for a wide character."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(char) in {"Mn", "Me"} else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
