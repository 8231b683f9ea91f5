"""Read PowerShell with tree-sitter: the commands and the words that a native program gets.

PowerShell reads its words by other rules than a shell, and versions pass them on differently: before 7.3 double quotes
inside a word get lost, and a comma outside quotes makes a list. Such characters are holes with a likely text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shorthand.aws.scripts.commands import Context, Script, Shell, SimpleCommand
from shorthand.aws.scripts.limits import check_size
from shorthand.aws.scripts.templates import find_marks, masked
from shorthand.aws.scripts.tree_sitter_languages import one_byte_each, powershell_parser
from shorthand.aws.scripts.word_scanner import Mark, Unreadable
from shorthand.aws.scripts.words import Hole, HoleKind, Piece, Quote, Text, Word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tree_sitter import Node

_CONTEXTS = {
    "if_statement": Context.CONDITION,
    "switch_statement": Context.CONDITION,
    "try_statement": Context.CONDITION,
    "foreach_statement": Context.LOOP,
    "for_statement": Context.LOOP,
    "while_statement": Context.LOOP,
    "do_statement": Context.LOOP,
    "function_statement": Context.FUNCTION,
    "script_block_expression": Context.FUNCTION,
    "sub_expression": Context.SUBSTITUTION,
    "parenthesized_expression": Context.SUBSTITUTION,
}
_EXPRESSIONS = {
    "array_literal_expression",
    "sub_expression",
    "parenthesized_expression",
    "array_expression",
    "hash_literal_expression",
    "script_block_expression",
}
_BLANK = re.compile(r"(?:[ \t]|`\n)*")
_BARE = re.compile(r"[^ \t\n'\"$`;|&(){},<>@*?\[#]+")
_VARIABLE = re.compile(r"\$(?:\{([^}\n]+)\}|((?:\w+:)?\w+)|[$?^])", re.ASCII)
_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_HERE = re.compile(r"@(['\"])[ \t]*\n")
_REDIRECT = re.compile(r"(?:[1-6*]?>>?(?:&[1-6])?|<)")


def read_powershell(source: str, *, placeholders: bool = True) -> list[SimpleCommand]:
    """Return the commands of a PowerShell script, each with the words that a program would get.

    Raises:
        UnreadableSourceError: The source is too large.
    """
    return list(read_powershell_script(source, placeholders=placeholders).commands)


def read_powershell_script(source: str, *, placeholders: bool = True) -> Script:
    """Read a script as `read_powershell` does, and return all that it says."""
    check_size(source)
    marks = find_marks(source, placeholders=placeholders)
    text = masked(source, marks, lone_dollars=False)
    tree = powershell_parser().parse(one_byte_each(text, "_"))
    reader = _Reader(source, marks)
    cursor = tree.walk()
    contexts: list[frozenset[Context]] = []
    context: frozenset[Context] = frozenset()
    while True:
        node = cursor.node
        if node and node.is_named and node.type != "ERROR" and cursor.goto_first_child():
            contexts.append(context)
            context = reader.enter(node, context)
            continue
        if node and node.type == "ERROR":
            reader.unread.append((node.start_byte, node.end_byte))
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                commands = sorted(reader.commands(), key=lambda command: command.start)
                return Script(source, tuple(commands), unread=tuple(reader.unread), shell=Shell.POWERSHELL)
            context = contexts.pop()


class _Reader:
    def __init__(self, text: str, marks: Mapping[int, Mark]) -> None:
        self.text = text
        self.marks = marks
        self.extents: dict[int, int] = {}
        self.found: list[tuple[int, int, frozenset[Context]]] = []
        self.unread: list[tuple[int, int]] = []
        self.at = 0
        self.limit = 0

    def enter(self, node: Node, context: frozenset[Context]) -> frozenset[Context]:
        kind = node.type
        if kind in _EXPRESSIONS and not node.has_error:
            self.extents[node.start_byte] = max(node.end_byte, self.extents.get(node.start_byte, 0))
        if kind == "command":
            if self._is_faulty(node):
                self.unread.append((node.start_byte, node.end_byte))
            else:
                self.found.append((node.start_byte, node.end_byte, context))
        found = _CONTEXTS.get(kind)
        return context | {found} if found else context

    def _is_faulty(self, command: Node) -> bool:
        """Return whether a command does not parse. The parser misses a blank before a comma, as in `Key=a,Value=b`."""
        pending = [command] if command.has_error else []
        while pending:
            node = pending.pop()
            if node.type == "ERROR" or (node.is_missing and not self.text.startswith(",", node.start_byte)):
                return True
            pending += [child for child in node.children if child.has_error or child.is_missing]
        return False

    def commands(self) -> list[SimpleCommand]:
        """Read the words of the commands, now that it is known where all expressions end."""
        made: list[SimpleCommand] = []
        for start, end, context in self.found:
            try:
                words = self._words(start, end)
            except Unreadable:
                self.unread.append((start, end))
                continue
            if words:
                made.append(SimpleCommand(words, (), (), start, words[-1].end, context, (), Shell.POWERSHELL))
        return made

    def _words(self, start: int, end: int) -> tuple[Word, ...]:
        self.at, self.limit = start, end
        words: list[Word] = []
        while True:
            match = _BLANK.match(self.text, self.at, self.limit)
            self.at = match.end() if match else self.at
            if self.at >= self.limit or self.text[self.at] in "\n;|#":
                return tuple(words)
            if self.text[self.at] in "&." and not words and self.text[self.at + 1 : self.at + 2] in (" ", '"', "'"):
                self.at += 1  # the call operator
            elif self.at not in self.marks and (redirect := _REDIRECT.match(self.text, self.at)):
                self.at = redirect.end()
                if "&" not in redirect[0]:
                    self.at = match.end() if (match := _BLANK.match(self.text, self.at, self.limit)) else self.at
                    self._word()
            else:
                words.append(self._word())

    def _word(self) -> Word:
        start = self.at
        pieces: list[Piece] = []
        while self.at < self.limit:
            char = self.text[self.at]
            if self.at in self.marks:
                mark = self.marks[self.at]
                pieces.append(self._hole(mark.kind, mark.end))
            elif char in " \t\n;|)}":
                break
            elif char in "'\"" or _HERE.match(self.text, self.at):
                pieces += self._string()
                if pieces and self.at < self.limit and _starts_quoted(self.text, start):
                    break
            else:
                self._bare(char, start, pieces)
        if self.at == start:
            raise Unreadable
        if self.text.startswith("--%", start) or (self.at < self.limit and self.text[self.at] not in " \t\n;|)}"):
            raise Unreadable
        return Word(tuple(_with_uncertain_quotes(pieces)), start, self.at)

    def _hole(self, kind: HoleKind, end: int, *, quoted: bool = False, name: str | None = None) -> Hole:
        start, self.at = self.at, end
        source = self.text[start:end]
        splits = kind in (HoleKind.EXPRESSION, HoleKind.VARIABLE) and not quoted
        text = source if kind is HoleKind.PLACEHOLDER else None
        return Hole(kind, start, end, source, quoted, splits, splits, name, text=text)

    def _bare(self, char: str, start: int, pieces: list[Piece]) -> None:
        """Read a part of a word that is not in quotes."""
        at = self.at
        if char == "`":
            pieces += self._escape(Quote.ESCAPE)
        elif char in "$(@{" and at in self.extents and at == start:
            variable = _VARIABLE.match(self.text, at)
            end = self.extents[at]
            is_plain = variable is not None and variable.end() == end
            kind = HoleKind.VARIABLE if is_plain else HoleKind.EXPRESSION
            pieces.append(self._hole(kind, end, name=variable[1] or variable[2] if is_plain and variable else None))
        elif char == "$":
            pieces.append(self._dollar(quoted=False))
        elif char in ",*?[":
            kind = HoleKind.DIALECT if char == "," else HoleKind.GLOB
            pieces.append(Hole(kind, at, at + 1, char, splits=True, text=char))
            self.at += 1
        elif char in "#@" and at > start:
            pieces.append(Text(char, at, at + 1))
            self.at += 1
        elif match := _BARE.match(self.text, at, self.limit):
            pieces.append(Text(match[0], at, match.end()))
            self.at = match.end()
        else:
            raise Unreadable

    def _escape(self, quote: Quote) -> list[Piece]:
        at = self.at
        following = self.text[at + 1 : at + 2]
        if not following or following == "u":
            raise Unreadable
        self.at = at + 2
        return [] if following == "\n" else [Text(_ESCAPES.get(following, following), at, at + 2, quote)]

    def _dollar(self, *, quoted: bool) -> Piece:
        at = self.at
        if self.text.startswith("$(", at):
            if at not in self.extents:
                # In a string the parser gives the variable and the expression with other starts.
                raise Unreadable
            return self._hole(HoleKind.COMMAND, self.extents[at], quoted=quoted)
        match = _VARIABLE.match(self.text, at)
        if not match:
            self.at += 1
            return Text("$", at, at + 1, Quote.DOUBLE if quoted else Quote.NONE)
        return self._hole(HoleKind.VARIABLE, match.end(), quoted=quoted, name=match[1] or match[2])

    def _string(self) -> list[Piece]:
        here = _HERE.match(self.text, self.at)
        if here:
            return self._here_string(here)
        mark = self.text[self.at]
        self.at += 1
        pieces: list[Piece] = []
        opened = self.at
        while self.at < self.limit:
            char = self.text[self.at]
            if char == mark:
                if not self.text.startswith(mark * 2, self.at):
                    self.at += 1
                    return pieces or [Text("", opened, opened, Quote.DOUBLE if mark == '"' else Quote.SINGLE)]
                pieces.append(Text(mark, self.at, self.at + 2, Quote.DOUBLE if mark == '"' else Quote.SINGLE))
                self.at += 2
            else:
                pieces += self._in_string(char, mark, Quote.DOUBLE if mark == '"' else Quote.SINGLE, self.limit)
        raise Unreadable

    def _in_string(self, char: str, mark: str, quote: Quote, limit: int) -> list[Piece]:
        at = self.at
        if at in self.marks:
            return [self._hole(self.marks[at].kind, self.marks[at].end, quoted=True)]
        if mark == '"' and char == "`":
            return self._escape(quote)
        if mark == '"' and char == "$":
            return [self._dollar(quoted=True)]
        end = at + 1
        while end < limit and self.text[end] not in "'\"`$" and end not in self.marks:
            end += 1
        self.at = end
        return [Text(self.text[at:end], at, end, quote)]

    def _here_string(self, here: re.Match[str]) -> list[Piece]:
        mark = here[1]
        end = self.text.find(f"\n{mark}@", here.end() - 1, self.limit)
        if end < 0:
            raise Unreadable
        self.at = here.end()
        pieces: list[Piece] = []
        while self.at < end:
            pieces += self._in_string(self.text[self.at], mark, Quote.HERE, end)
        self.at = end + 3
        return pieces or [Text("", end, end, Quote.HERE)]


def _starts_quoted(text: str, start: int) -> bool:
    """Return whether a word starts with a quote. PowerShell ends it with the closing one."""
    return text[start] in "'\"" or text.startswith(("@'", '@"'), start)


def _with_uncertain_quotes(pieces: list[Piece]) -> list[Piece]:
    """Make holes of the double quotes in the text, which versions before 7.3 lose on the way to a program."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Hole) or '"' not in piece.text:
            found.append(piece)
        elif not piece.is_exact:
            found.append(Hole(HoleKind.DIALECT, piece.start, piece.end, piece.text, quoted=True, text=piece.text))
        else:
            for match in re.finditer(r'"|[^"]+', piece.text):
                start, end = piece.start + match.start(), piece.start + match.end()
                if match[0] == '"':
                    found.append(Hole(HoleKind.DIALECT, start, end, '"', quoted=True, text='"'))
                else:
                    found.append(Text(match[0], start, end, piece.quote))
    return found
