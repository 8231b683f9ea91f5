"""Read POSIX shell and bash with tree-sitter.

The tree says where commands, substitutions and here-documents are, and in what. `word_scanner` reads the words. Where
the two disagree there is no command.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from shorthand.scripts.limits import check_size
from shorthand.scripts.templates import find_marks, masked
from shorthand.scripts.tree_sitter_languages import bash_parser, bash_query
from shorthand.scripts.word_scanner import Mark, Parts, Source, Unreadable, WordScanner
from shorthand.scripts.words import Context, HoleKind, Script, Shell, SimpleCommand

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

_COMMANDS = {
    "command",
    "declaration_command",
    "unset_command",
    "variable_assignment",
    "variable_assignments",
}
_CONTEXTS = {
    "pipeline": Context.PIPELINE,
    "if_statement": Context.CONDITION,
    "case_statement": Context.CONDITION,
    "while_statement": Context.LOOP,
    "for_statement": Context.LOOP,
    "c_style_for_statement": Context.LOOP,
    "subshell": Context.SUBSHELL,
    "command_substitution": Context.SUBSTITUTION,
    "process_substitution": Context.SUBSTITUTION,
}
_SCOPES = {"subshell", "command_substitution", "process_substitution"}
_SEPARATORS = {";", "&", "\n", ";;"}
_BEFORE_A_COMMAND = " \t\n;&|(){`!"
# The first words of other constructs. A parser that lost its place takes them for programs.
_RESERVED = set("if then elif else fi for while until do done case esac in { } function select [[ ]]".split())
# Nodes without any command inside.
_LEAVES = {
    "word",
    "raw_string",
    "ansi_c_string",
    "comment",
    "variable_name",
    "number",
    "simple_expansion",
    "string_content",
    "heredoc_start",
    "heredoc_end",
    "heredoc_content",
    "file_descriptor",
    "special_variable_name",
}
_BOUND = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def read_shell(
    source: str,
    *,
    shell: Shell = Shell.BASH,
    templates: bool = True,
    placeholders: bool = True,
    holes: Iterable[tuple[int, int]] = (),
) -> list[SimpleCommand]:
    """Return the simple commands of a script in POSIX shell or bash.

    A region that does not parse gives no command.

    >>> [command.shown for command in read_shell("cd /x && aws s3 ls")]  # doctest: +SKIP
    ['cd /x', 'aws s3 ls']

    Args:
        source: The script.
        shell: Which shell reads it.
        templates: Whether `{{ x }}` and the like are filled in before the shell reads the text.
        placeholders: Whether `<name>` is a placeholder rather than two redirects; never without `templates`.
        holes: Spans of the source that something else replaces before the shell reads it. Each starts with a dollar
            sign.

    Raises:
        UnreadableSourceError: The source is too large.
    """
    return list(read_script(source, shell=shell, templates=templates, placeholders=placeholders, holes=holes).commands)


def read_script(
    source: str,
    *,
    shell: Shell = Shell.BASH,
    templates: bool = True,
    placeholders: bool = True,
    holes: Iterable[tuple[int, int]] = (),
) -> Script:
    """Read a script as `read_shell` does, and return all that it says."""
    check_size(source)
    marks = find_marks(source, placeholders=placeholders) if templates else {}
    marks.update({start: Mark(end, HoleKind.TEMPLATE) for start, end in holes})
    text = masked(source, marks)
    encoded = text.encode("utf-8", "surrogatepass")
    tree = bash_parser().parse(encoded)
    offsets = None if len(encoded) == len(text) else _character_starts(text)
    return _Reader(source, tree, marks, offsets, shell).read()


def _character_starts(text: str) -> list[int]:
    """Return the byte at which each character starts, and the end."""
    starts, at = [], 0
    for char in text:
        starts.append(at)
        at += 1 if char < "\x80" else 2 if char < "\u0800" else 3 if char < "\U00010000" else 4
    return [*starts, at]


class _Frame(NamedTuple):
    """What a node passes on to the nodes in it."""

    context: frozenset[Context]
    scope: tuple[str, ...]
    level: int
    """How many substitutions are around it."""
    limit: int | None = None
    """Where the innermost of them ends, before its closing character."""
    in_command: bool = False
    list_start: int = -1
    """Where the list starts whose child it is: `a && b`."""


class _Reader:
    def __init__(
        self, source: str, tree: Tree, marks: Mapping[int, Mark], offsets: list[int] | None, shell: Shell
    ) -> None:
        self.text = source
        self.tree = tree
        self.marks = marks
        self.offsets = offsets
        self.shell = shell
        self.commands: list[SimpleCommand | None] = []
        self.bound: list[tuple[str, int]] = []
        self.functions: set[str] = set()
        self.unread: list[tuple[int, int]] = []
        self.background: set[tuple[int, int]] = set()
        self.substitutions: list[int] = []
        extents, bodies = self._extents()
        self.scanner = WordScanner(Source(source, marks, extents, bodies), shell)
        self.fault = tree.root_node.end_byte + 1
        """The byte from which on nothing is read."""
        self.last = [(0, -1)]
        """The end of the last command at each level of substitutions, and its index: the next starts after it."""

    def char(self, byte: int) -> int:
        return byte if self.offsets is None else bisect_left(self.offsets, byte)

    def _start(self, node: Node) -> int:
        """Return where a substitution starts: its node can have the blanks before it."""
        start = self.char(node.start_byte)
        while self.text[start] in " \t\n":
            start += 1
        return start

    def _extents(self) -> tuple[dict[int, int], dict[int, tuple[int, int]]]:
        captures = bash_query(self.tree.root_node)
        extents = {
            self._start(node): self.char(node.end_byte)
            for node in captures.get("hole", ())
            if not node.has_error
        }
        inner = ("command_substitution", "process_substitution")
        self.substitutions = sorted(node.start_byte for node in captures.get("hole", ()) if node.type in inner)
        bodies = {}
        for node in captures.get("document", ()):
            operator = body = None
            for child in node.children:
                if child.type in ("<<", "<<-"):
                    operator = self.char(child.start_byte)
                elif child.type == "heredoc_body":
                    body = (self.char(child.start_byte), self.char(child.end_byte))
                elif child.type == "heredoc_end" and body is None:
                    body = (self.char(child.start_byte),) * 2
            if operator is not None and body is not None:
                bodies[operator] = body
        for node in captures.get("background", ()):
            if before := node.prev_sibling:
                self.background.add((before.start_byte, before.end_byte))
        for node in captures.get("bound", ()):
            self._bind(node)
        return extents, bodies

    def _bind(self, node: Node) -> None:
        """Note the variables that a loop, an arithmetic command or `${X:=a}` sets."""
        text = self.text[self.char(node.start_byte) : self.char(node.end_byte)]
        if node.type in ("expansion", "arithmetic_expansion", "compound_statement", "c_style_for_statement"):
            if "=" not in text and "++" not in text and "--" not in text:
                return
            text = text[:200]
            self.bound += [(match[0], self.char(node.start_byte)) for match in _BOUND.finditer(text)]
        elif match := _BOUND.search(text, len(text) - len(text.lstrip())):
            self.bound.append((match[0], self.char(node.start_byte)))

    def read(self) -> Script:
        """Walk the tree without recursion, since scripts nest as deep as they like."""
        cursor = self.tree.walk()
        frames: list[_Frame] = []
        frame = _Frame(frozenset(), (), 0)
        while True:
            node = cursor.node
            inner = self._enter(node, frame) if node and node.is_named else None
            if inner is not None and cursor.goto_first_child():
                frames.append(frame)
                frame = inner
                continue
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return self._script()
                frame = frames.pop()

    def _script(self) -> Script:
        commands = sorted((command for command in self.commands if command), key=lambda command: command.start)
        functions = frozenset(self.functions)
        return Script(self.text, tuple(commands), tuple(self.bound), functions, tuple(self.unread), self.shell)

    def _enter(self, node: Node, frame: _Frame) -> _Frame | None:
        """Note what a node is. Return what holds for the nodes in it, or None where they are not read."""
        kind = node.type
        if kind in _LEAVES or node.start_byte >= self.fault:
            return None
        if kind == "ERROR":
            self.unread.append((self.char(node.start_byte), self.char(node.end_byte)))
            return self._before_the_fault(node, frame) if node.id == self.tree.root_node.id else None
        if kind in _COMMANDS and not frame.in_command:
            frame = self._condition(node, frame)
            if not self._command(node, frame) or not self._has_substitution(node):
                return None
            frame = frame._replace(in_command=True)
        elif kind in _CONTEXTS:
            return self._structure(node, kind, self._condition(node, frame))
        elif kind == "expansion":
            frame = frame._replace(context=frame.context | {Context.CONDITION})
        elif kind == "function_definition":
            return self._function(node, frame)
        elif not frame.in_command:
            frame = self._condition(node, frame)
        if kind == "list":
            return frame._replace(list_start=node.start_byte)
        return frame if frame.list_start < 0 else frame._replace(list_start=-1)

    def _has_substitution(self, node: Node) -> bool:
        """Return whether a command has commands inside. Most have none, and are not looked into."""
        index = bisect_left(self.substitutions, node.start_byte)
        return index < len(self.substitutions) and self.substitutions[index] < node.end_byte

    def _condition(self, node: Node, frame: _Frame) -> _Frame:
        """Add what the place of a node in a list says: `a && b`, `a &`."""
        context = frame.context
        if frame.list_start not in (-1, node.start_byte):
            context |= {Context.CONDITION}
        if self.background and (node.start_byte, node.end_byte) in self.background:
            context |= {Context.BACKGROUND}
        return frame._replace(context=context, list_start=-1) if context is not frame.context else frame

    def _structure(self, node: Node, kind: str, frame: _Frame) -> _Frame | None:
        start = self._start(node)
        context = frame.context | {_CONTEXTS[kind]}
        if kind not in _SCOPES:
            return frame._replace(context=context)
        scope = (*frame.scope, f"{kind}@{start}")
        if kind == "subshell":
            return frame._replace(context=context, scope=scope)
        if self.text[start] == "`" and "\\" in self.text[start : self.char(node.end_byte)]:
            return None  # the commands are what remains without some of the backslashes
        level = frame.level + 1
        del self.last[level:]
        self.last.append((start, -1))
        return _Frame(context, scope, level, self.char(node.end_byte) - 1)

    def _function(self, node: Node, frame: _Frame) -> _Frame:
        name = node.child_by_field_name("name")
        text = self.text[self.char(name.start_byte) : self.char(name.end_byte)] if name else ""
        self.functions.add(text)
        scope = (*frame.scope, f"{text}()@{self.char(node.start_byte)}")
        return frame._replace(context=frame.context | {Context.FUNCTION}, scope=scope)

    def _before_the_fault(self, root: Node, frame: _Frame) -> _Frame:
        """Read on to the first child that is no whole statement: the parser gave up on what follows."""
        for child in root.children:
            if child.type == "ERROR" or (not child.is_named and child.type not in _SEPARATORS):
                self.fault = child.start_byte
                self.unread[-1] = (self.char(self.fault), self.char(root.end_byte))
                break
        return frame

    def _command(self, node: Node, frame: _Frame) -> bool:
        """Read the words of a command. Return whether they are certain."""
        start = self.char(node.start_byte)
        end, index = self.last[frame.level]
        if start < end:
            # What the tree takes for two commands is one for the scanner. It is neither.
            self.commands[index] = None
            return False
        parts = self._parts(node, start, frame.limit)
        if parts is None:
            self.unread.append((start, self.char(node.end_byte)))
            return False
        context = frame.context
        if self.text.startswith("|", parts.stop) and not self.text.startswith("||", parts.stop):
            context |= {Context.PIPELINE}
        self.last[frame.level] = (parts.end, len(self.commands))
        self.commands.append(
            SimpleCommand(
                tuple(parts.words),
                tuple(parts.assignments),
                tuple(parts.redirects),
                start,
                parts.end,
                context,
                frame.scope,
                self.shell,
            )
        )
        return True

    def _parts(self, node: Node, start: int, limit: int | None) -> Parts | None:
        if node.has_error or (start and self.text[start - 1] not in _BEFORE_A_COMMAND):
            return None
        try:
            parts = self.scanner.command(start, limit)
        except Unreadable:
            return None
        first = parts.words[0] if parts.words else None
        if first and first.is_unquoted and first.text in _RESERVED:
            return None  # the parser lost its place
        # The parser takes some line breaks for blanks. They end a command for every shell.
        stop, end = parts.stop, self.char(node.end_byte)
        if parts.end < end and any(self._is_inside(child, stop) for child in node.children):
            return None
        return parts

    def _is_inside(self, node: Node, offset: int) -> bool:
        return self.char(node.start_byte) < offset < self.char(node.end_byte)
