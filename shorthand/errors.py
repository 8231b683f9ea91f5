"""The errors, and how one is drawn.

Every error carries data first (`text`, `span`, `path`, `expected`, `hint`, `fix`) and prose second: `str(error)` is
ready to print for someone at a prompt.
"""

from __future__ import annotations

import shlex
import unicodedata
from collections.abc import Callable, Sequence

Place = tuple[str | int, ...]
"""A place in a value: the keys and indices that lead to it, from the outermost."""

Paint = Callable[[str, str], str]
"""What colours a piece of a drawn error: its role ("reason", "place", "mark", "label" or "fix") and the piece."""

# A drawn line longer than this is cut around the span, so that the caret stays on a terminal's line.
_WIDEST_LINE = 100
_MOST_DRAWN = 10
# Nobody types a longer one from the screen.
_LONGEST_DRAWN = 2000


class ShorthandError(ValueError):
    """A text or a value that cannot be converted.

    `reason` says what is wrong in one sentence. `text` is the whole text being read ("" where there is none) and
    `span` the (start, end) of the fault in it, in characters. `place` leads to the fault in the value and `path` is the
    same for people, as in `VpcConfig.Subnets[0]`. `expected` says in human words what could stand there. `hint` says
    what to do about it, and `fix`, where one can be given with confidence, is a corrected text that reads without
    error; where the text ought to be several tokens of a command line, they are `fix_tokens` instead. `others` are
    the errors that were found with this one, and `errors` is all of them. `problem` says in which way a value does not
    fit its shape: it is of the wrong type itself ("value"), there is no such "member", one is "missing", or a union has
    the wrong "number" of them; "" for what is wrong in other ways.
    """

    problem = ""

    def __init__(
        self,
        reason: str,
        *,
        text: str = "",
        span: tuple[int, int] | None = None,
        place: Place = (),
        path: str = "",
        expected: str = "",
        hint: str = "",
        fix: str | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.text = text
        self.span = span
        self.place = place
        self.path = path or dotted(place)
        self.expected = expected
        self.hint = hint
        self.fix = fix
        self.fix_tokens: tuple[str, ...] | None = None
        self.others: tuple[ShorthandError, ...] = ()

    @property
    def errors(self) -> tuple[ShorthandError, ...]:
        """Every error that was found at once, of which this is the first."""
        return (self, *self.others)

    @property
    def line(self) -> int | None:
        """The line of the span's start, from 1; None without a span."""
        return None if self.span is None else self.text.count("\n", 0, self.span[0]) + 1

    @property
    def column(self) -> int | None:
        """The column of the span's start in its line, in characters from 1; None without a span."""
        return None if self.span is None else self.span[0] - self.text.rfind("\n", 0, self.span[0])

    def __str__(self) -> str:
        return self.drawn()

    def drawn(self, paint: Paint = lambda _role, piece: piece, *, lines_before: int = 0) -> str:
        """The error as people read it, and the others that were found with it.

        `paint` may colour the pieces; `lines_before` is how many lines stand before the text where it came from.
        """
        shown = self.errors[:_MOST_DRAWN]
        lines: list[str] = []
        for error, following in zip(shown, (*shown[1:], None), strict=True):
            lines += error._lines(paint, lines_before)
            # Errors of one text have one fix between them.
            if following is None or (following.text, following.fix) != (error.text, error.fix):
                lines += error._fix_lines(paint)
        if len(self.errors) > len(shown):
            lines.append(f"and {len(self.errors) - len(shown)} more")
        return "\n".join(lines)

    def _lines(self, paint: Paint, lines_before: int) -> list[str]:
        lines = [paint("place", printable(self.path)) + ": " + paint("reason", self.reason)] if self.path else []
        lines = lines or [paint("reason", self.reason)]
        if self.span is not None:
            shown, marks = underlined(self.text, self.span)
            lines.append(f"  at line {(self.line or 1) + lines_before}, column {self.column}:")
            lines += [f"    {shown}", f"    {paint('mark', marks)}"]
        if self.expected:
            lines.append(f"  {paint('label', 'expected:')} {self.expected}")
        if self.hint:
            lines.append(f"  {paint('label', 'hint:')} {self.hint}")
        return lines

    def _fix_lines(self, paint: Paint) -> list[str]:
        fix = shlex.join(self.fix_tokens) if self.fix_tokens else self.fix
        if fix is None or len(fix) > _LONGEST_DRAWN:
            return []
        # Line breaks and tabs may be typed; whatever else would move the cursor must not reach a terminal.
        shown = "".join(char if char in "\n\t" else printable(char) for char in fix)
        return [f"  {paint('label', 'try:')} {paint('fix', shown)}"]


def brief(string: str) -> str:
    """The string in quotes, cut where it is long."""
    shown = repr(string[:60])
    return shown if len(string) <= 60 else f"{shown[:-1]}…{shown[-1]}"


def together(errors: Sequence[ShorthandError]) -> ShorthandError:
    """The first of `errors`, which carries them all: to be raised where several were found at once."""
    first, *others = errors
    first.others = tuple(others)
    return first


class ShorthandSyntaxError(ShorthandError):
    """The text is not shorthand: the AWS CLI would not read it either."""


class LossyTextError(ShorthandError):
    """The AWS CLI reads the text, but loses part of it or leaks a file flag; `strict=False` reads it all the same."""


class ShorthandTypeError(ShorthandError):
    """A value does not fit the schema."""

    problem = "value"


class UnrepresentableError(ShorthandError):
    """A value that no shorthand text stands for."""


class FileReferenceError(ShorthandError):
    """A `file://` or `fileb://` reference that may not, or cannot, be read."""


def dotted(place: Place) -> str:
    """A place as people write it.

    >>> dotted(("VpcConfig", "Subnets", 0))
    'VpcConfig.Subnets[0]'
    """
    path = ""
    for step in place:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def underlined(text: str, span: tuple[int, int]) -> tuple[str, str]:
    """The line of `text` in which `span` starts, cut to a terminal's width, and a line of `^~~~` to stand beneath it.

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
    """Each character that would move the cursor or draw nothing, as a visible stand-in one cell wide."""
    return "".join(_stand_in(char) for char in text)


def _stand_in(char: str) -> str:
    if char == "\t":
        return "→"
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    if char in "\ufe0e\ufe0f":
        return ""  # terminals do not agree how wide an emoji is with one; without it they do
    return "�" if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else char


def width(text: str) -> int:
    """How many terminal cells printable text takes: none for a combining mark, two for a wide character."""
    return sum(
        0 if unicodedata.category(char) in {"Mn", "Me"} else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )
