"""Read one command: its words, the assignments before them, the redirects between them."""

from __future__ import annotations

import re
from typing import NamedTuple

from shorthand.aws.scripts.commands import Assignment, HereDocument, Redirect
from shorthand.aws.scripts.word_scanner import Unreadable, WordScanner
from shorthand.aws.scripts.words import Piece, Quote, Word

DECLARING = frozenset({"declare", "export", "local", "readonly", "typeset"})
"""The builtins whose words can be assignments."""

_MOST_WORDS = 10_000
_BLANK = re.compile(r"(?:[ \t]|\\\n)*")
_ASSIGNMENT = re.compile(r"([A-Za-z_]\w*)(?:\[([^\]\n]*)\])?(\+?)=", re.ASCII)
_REDIRECT = re.compile(r"(\d+|\{[A-Za-z_]\w*\})?(&>>|&>|<<<|<<-|<<|<>|>>|>\||>&|<&|>|<)(?!\()", re.ASCII)


class Parts(NamedTuple):
    """What was read of one command."""

    words: list[Word]
    assignments: list[Assignment]
    redirects: list[Redirect]
    end: int
    stop: int
    """Where reading stopped: at the operator, the line break or the end that ends the command."""


class CommandScanner(WordScanner):
    """Reads commands of one source, each from a given start."""

    def command(self, start: int, limit: int | None = None) -> Parts:
        """Read one command.

        Args:
            start: Where it starts.
            limit: Where the substitution around it ends, if any.

        Raises:
            Unreadable: It is not certain what the words are.
        """
        self.at = start
        self.limit = len(self.text) if limit is None else limit
        parts = Parts([], [], [], start, start)
        end = start
        while True:
            self._skip_blanks()
            if self.at >= self.limit or self.text[self.at] in ";|)\n#":
                break
            if self.text[self.at] == "&" and not self.text.startswith("&>", self.at):
                break
            self._part(parts)
            end = self.at
            if len(parts.words) > _MOST_WORDS:
                raise Unreadable  # nobody types as many; the time is better spent elsewhere
        if end > self.limit:
            raise Unreadable
        return parts._replace(end=end, stop=self.at)

    def _part(self, parts: Parts) -> None:
        """Read one word, assignment or redirect."""
        if (match := _REDIRECT.match(self.text, self.at)) and self.at not in self.source.marks:
            parts.redirects.append(self._redirect(match))
            return
        declares = bool(parts.words) and parts.words[0].text in DECLARING
        if not parts.words or declares:
            match = _ASSIGNMENT.match(self.text, self.at)
            if match:
                parts.assignments.append(self._assignment(match))
                return
        parts.words.append(self.word())

    def _skip_blanks(self) -> None:
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _assignment(self, match: re.Match[str]) -> Assignment:
        name, subscript, plus = match.groups()
        start, self.at = match.span()
        appends = bool(plus)
        if self.text.startswith("(", self.at):
            elements = self._elements()
            return Assignment(name, None, elements, start, self.at, appends, subscript or "")
        value = self.word(assigns=True)
        return Assignment(name, value, None, start, self.at, appends, subscript or "")

    def _elements(self) -> tuple[Word, ...]:
        self.at += 1
        elements: list[Word] = []
        while True:
            self._skip_blanks()
            char = self.text[self.at : self.at + 1]
            if char == "\n":
                self.at += 1
            elif char == "#":
                self._skip_comment()
            elif char == ")":
                self.at += 1
                return tuple(elements)
            elif not char or char in ";&|<>(":
                raise Unreadable
            elif char == "[":
                raise Unreadable  # [key]=value: an element for an associative array
            else:
                elements.append(self.word())
            if len(elements) > _MOST_WORDS:
                raise Unreadable

    def _skip_comment(self) -> None:
        end = self.text.find("\n", self.at)
        self.at = end if end >= 0 else len(self.text)

    def _redirect(self, match: re.Match[str]) -> Redirect:
        start, self.at = match.span()
        descriptor, operator = match[1] or "", match[2]
        self._skip_blanks()
        if self.text[self.at : self.at + 1] in ("", "\n", ";", "&", "|", "(", ")", "<", ">") and (
            self.at not in self.source.marks and self.at not in self.source.extents
        ):
            raise Unreadable
        target = self.word()
        document = None
        if operator in ("<<", "<<-"):
            document = self._here_document(match.start(2), target, strips=operator == "<<-")
        return Redirect(operator, target, descriptor, start, self.at, document)

    def _here_document(self, operator: int, delimiter: Word, *, strips: bool) -> HereDocument:
        if operator not in self.source.bodies:
            raise Unreadable
        is_quoted = not delimiter.is_unquoted
        start, end = self.source.bodies[operator]
        after = self.at
        pieces: list[Piece] = []
        self.at = start
        while self.at < end:
            if strips and (self.at == start or self.text[self.at - 1] == "\n"):
                while self.at < end and self.text[self.at] == "\t":
                    self.at += 1
            line_end = self.text.find("\n", self.at, end) + 1 or end
            if not is_quoted:
                pieces += self.quoted(line_end, Quote.HERE)
            elif self.at < line_end:
                pieces += self.without_marks(self.at, line_end, Quote.HERE)
                self.at = line_end
        self.at = after
        return HereDocument(delimiter.shown, Word(tuple(pieces), start, end), is_quoted)
