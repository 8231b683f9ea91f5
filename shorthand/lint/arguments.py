"""The words of a command with stand-ins for what is unknown in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from shorthand.aws.scripts.commands import Shell
from shorthand.aws.scripts.words import Hole, HoleKind, Quote, Text, Word
from shorthand.errors.shell_quoting import Shell as TypingShell
from shorthand.errors.shell_quoting import join_words

# A stand-in is a number, which fits where a string does, and in JSON without quotes too.
# In double quotes PowerShell takes these characters for a part of the variable before them.
_BARE_VARIABLE = re.compile(r"\$[\w:]+\Z")
_GOES_ON = re.compile(r"[\w:?]")
_STAND_IN = "70{:02}9158"
_MOST_HOLES = 100
_LITERAL = {HoleKind.GLOB, HoleKind.TILDE}
# Words of documents for what is left out, and the marks that continue a line of cmd and of PowerShell.
_ELLIPSIS = re.compile(r"[\^`]|\.{2,}|…|\[(?!\s*[\[{\"$\d\]]).*\]?|\[?<.*>\]?(?:\.\.\.)?")
# In double quotes a POSIX shell reads these as something else.
_SPECIAL_IN_DOUBLE = re.compile(r'[\\"$`]')
_OPENS_VALUE = re.compile(r"[=,{\[]")


@dataclass(frozen=True, slots=True)
class StandIn:
    """What takes the place of a hole: the digits from `start` to `end` of the argument's text."""

    start: int
    end: int
    hole: Hole

    def touches(self, start: int, end: int) -> bool:
        """Return whether a span covers or adjoins it."""
        return start <= self.end and self.start <= end


@dataclass(frozen=True, slots=True)
class Argument:
    """One word of a command.

    Attributes:
        word: The word.
        text: Its text, with a number in place of each hole; None where nothing of it is certain.
        stand_ins: What takes the place of the holes.
        offset: How many characters of the word's text precede `text`: those of `--option=`.
    """

    word: Word
    text: str | None
    stand_ins: tuple[StandIn, ...] = ()
    offset: int = 0

    @property
    def is_certain(self) -> bool:
        """Whether the whole text is known."""
        return self.text is not None and not self.stand_ins

    @property
    def starts_unknown(self) -> bool:
        """Whether nothing is known about the first character."""
        return self.text is None or bool(self.stand_ins and self.stand_ins[0].start == 0)

    def after(self, length: int) -> Argument:
        """Return the argument without its first characters, which are certain: the value of `--option=value`."""
        text = (self.text or "")[length:]
        if not text and not self.stand_ins:
            return replace(self, text=text, offset=length)
        stand_ins = tuple(StandIn(one.start - length, one.end - length, one.hole) for one in self.stand_ins)
        whole = len(stand_ins) == 1 and (stand_ins[0].start, stand_ins[0].end) == (0, len(text))
        return replace(self, text=None if whole else text, stand_ins=stand_ins, offset=length)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a range of the text is in the source."""
        return self.word.source_span(self._shown(start), self._shown(end), origins=True)

    def _shown(self, at: int) -> int:
        """Return the offset in the word's shown text of an offset in the text."""
        shift = self.offset
        for one in self.stand_ins:
            if at < one.end:
                break
            shift += len(one.hole.source) - (one.end - one.start)
        return at + shift

    def is_touched(self, start: int, end: int) -> bool:
        """Return whether a range of the text has, or adjoins, something unknown."""
        return any(one.touches(start, end) for one in self.stand_ins)

    def may_supply_members(self) -> bool:
        """Return whether something unknown is where keys are, so that it may be several pairs."""
        text = self.text or ""
        for one in self.stand_ins:
            before = [match[0] for match in _OPENS_VALUE.finditer(text[: one.start])]
            if not before or before[-1] != "=" or text[one.end : one.end + 1] == "=":
                return True
        return False

    @property
    def is_as_typed(self) -> bool:
        """Whether all of it is where it is used, and not in the value of a variable."""
        return all(isinstance(piece, Hole) or piece.origin is None for piece in self.word.pieces)


def arguments_of(words: Iterable[Word]) -> list[Argument]:
    """Return the words of a command with stand-ins."""
    return [argument_of(word) for word in words]


def argument_of(word: Word) -> Argument:
    """Return a word with stand-ins."""
    if any(hole.kind in _LITERAL for hole in word.holes):
        word = _with_literals(word)
    holes = word.holes
    if not holes and not word.braces:
        text = word.text or ""
        return Argument(word, None if _ELLIPSIS.fullmatch(text) else text)
    is_all_holes = all(isinstance(piece, Hole) or not piece.text for piece in word.pieces)
    if word.braces or is_all_holes or len(holes) > _MOST_HOLES or _ELLIPSIS.fullmatch(word.shown):
        return Argument(word, None)
    parts: list[str] = []
    stand_ins: list[StandIn] = []
    at = 0
    for piece in word.pieces:
        part = piece.text if isinstance(piece, Text) else _STAND_IN.format(len(stand_ins))
        if isinstance(piece, Hole):
            stand_ins.append(StandIn(at, at + len(part), piece))
        parts.append(part)
        at += len(part)
    return Argument(word, "".join(parts), tuple(stand_ins))


def _with_literals(word: Word) -> Word:
    """Return a word with globs and tildes as text, which they are if no file matches: `Args=[a,b]`, `Values=*x*`.

    A word without `=` can be meant as the names of files, and stays unknown.
    """
    is_value = "=" in word.shown or not any(hole.source in ("*", "?") for hole in word.holes)
    pieces = tuple(
        Text(piece.text, piece.start, piece.end)
        if isinstance(piece, Hole) and piece.kind in _LITERAL and piece.text is not None and is_value
        else piece
        for piece in word.pieces
    )
    return replace(word, pieces=pieces)


def as_shown(text: str, arguments: Iterable[Argument]) -> str:
    """Return a text in which each stand-in is what it stands for, as it is written."""
    for argument in arguments:
        for one in argument.stand_ins:
            text = text.replace((argument.text or "")[one.start : one.end], one.hole.source)
    return text


def typed(text: str, argument: Argument | None, shell: Shell) -> str | None:
    """Return how a word is typed in a shell.

    Args:
        text: The word, which may have stand-ins.
        argument: The argument that the stand-ins are of, or None.
        shell: The shell.

    Returns:
        The word with its quotes; None where that is not certain.
    """
    sources = {}
    if argument is not None:
        for one in argument.stand_ins:
            sources[(argument.text or "")[one.start : one.end]] = one.hole
    present = [number for number in sources if number in text]
    if len(present) < len(sources):
        return None
    if not present:
        kind = TypingShell.POWERSHELL if shell is Shell.POWERSHELL else TypingShell.POSIX
        return join_words([text], kind)
    if any(text.count(number) != 1 for number in present):
        return None
    if any(hole.text is not None for hole in sources.values()):
        return None  # quotes would keep a glob or a tilde from being expanded
    parts = re.split("(" + "|".join(map(re.escape, present)) + ")", text)
    if shell is Shell.POWERSHELL:
        return _typed_in_powershell(parts, sources)
    quoted = [sources[part].source if part in sources else _SPECIAL_IN_DOUBLE.sub(r"\\\g<0>", part) for part in parts]
    return None if "!" in text else '"' + "".join(quoted) + '"'


def _typed_in_powershell(parts: list[str], sources: dict[str, Hole]) -> str | None:
    """Return a word in double quotes; None if a variable would mean something else there, or a quote is in the text."""
    written = ""
    for part in parts:
        hole = sources.get(part)
        if hole is None:
            if '"' in part or (_BARE_VARIABLE.search(written) and _GOES_ON.match(part)):
                return None
            written += re.sub(r"[`$]", r"`\g<0>", part)
        elif hole.quoted:
            written += hole.source
        else:
            return None
    return f'"{written}"'


def is_split(piece: Text | Hole) -> bool:
    """Return whether a shell splits a hole at its spaces, or some shells do."""
    return isinstance(piece, Hole) and piece.splits and not piece.quoted


def is_unquoted_text(piece: Text | Hole) -> bool:
    """Return whether a piece is text without quotes."""
    return isinstance(piece, Text) and piece.quote is Quote.NONE
