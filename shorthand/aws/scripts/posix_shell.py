"""Read POSIX shell and bash with tree-sitter.

The tree says where commands, substitutions and here-documents are, and in what. `word_scanner` reads the words. Where
the two disagree there is no command.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from shorthand.aws.scripts.command_scanner import CommandScanner, Parts
from shorthand.aws.scripts.commands import Context, Script, Shell, SimpleCommand
from shorthand.aws.scripts.limits import check_size
from shorthand.aws.scripts.templates import find_marks, masked, without_comments_in_backticks
from shorthand.aws.scripts.tree_facts import TreeFacts
from shorthand.aws.scripts.tree_sitter_languages import bash_parser, one_byte_each
from shorthand.aws.scripts.word_scanner import Mark, Source, Unreadable
from shorthand.aws.scripts.words import HoleKind

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
_RESERVED = {"if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "esac", "in"}
_RESERVED |= {"{", "}", "function", "select", "[[", "]]"}
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

    >>> [[word.text for word in command.words] for command in read_shell("cd 'my x' && aws s3 ls")]
    [['cd', 'my x'], ['aws', 's3', 'ls']]

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
    source = without_comments_in_backticks(source)
    marks = find_marks(source, placeholders=placeholders) if templates else {}
    marks.update({start: Mark(end, HoleKind.TEMPLATE) for start, end in holes})
    text = masked(source, marks)
    # A comma is part of a word and of no name, as other characters than ASCII are to these shells.
    tree = bash_parser().parse(one_byte_each(text, ","))
    facts = TreeFacts(source, tree.root_node)
    scanner = CommandScanner(Source(source, marks, facts.extents, facts.bodies), shell)
    return _Reader(source, tree, facts, scanner, shell).read()


def _is_list(node: Node) -> bool:
    """Return whether the line of a here-document goes on with `&&` or `||`."""
    return any(child.type in ("&&", "||") for child in node.children)


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
    """Walks the tree of one script."""

    def __init__(self, source: str, tree: Tree, facts: TreeFacts, scanner: CommandScanner, shell: Shell) -> None:
        self.text = source
        self.tree = tree
        self.facts = facts
        self.scanner = scanner
        self.shell = shell
        self.commands: list[SimpleCommand | None] = []
        self.functions: set[str] = set()
        self.unread: list[tuple[int, int]] = []
        self.fault = tree.root_node.end_byte + 1
        """The offset from which on nothing is read."""
        self.last = [(0, -1)]
        """The end of the last command at each level of substitutions, and its index: the next starts after it."""

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
        return Script(self.text, tuple(commands), tuple(self.facts.bound), functions, tuple(self.unread), self.shell)

    def _enter(self, node: Node, frame: _Frame) -> _Frame | None:
        """Note what a node is. Return what holds for the nodes in it, or None where they are not read."""
        kind = node.type
        if kind in _LEAVES or node.start_byte >= self.fault:
            return None
        if kind == "ERROR":
            self.unread.append((node.start_byte, node.end_byte))
            return self._before_the_fault(node, frame) if node.id == self.tree.root_node.id else None
        if kind == "heredoc_redirect" and node.has_error:
            # Two here-documents on one line: the parser takes the second for commands.
            self.fault = node.start_byte
            self.unread.append((self.fault, len(self.text)))
            return None
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
        if kind == "list" or (kind == "heredoc_redirect" and _is_list(node)):
            return frame._replace(list_start=node.start_byte)
        return frame if frame.list_start < 0 else frame._replace(list_start=-1)

    def _has_substitution(self, node: Node) -> bool:
        """Return whether a command has commands inside. Most have none, and are not looked into."""
        index = bisect_left(self.facts.substitutions, node.start_byte)
        return index < len(self.facts.substitutions) and self.facts.substitutions[index] < node.end_byte

    def _condition(self, node: Node, frame: _Frame) -> _Frame:
        """Add what the place of a node in a list says: `a && b`, `a &`."""
        context = frame.context
        if frame.list_start not in (-1, node.start_byte):
            context |= {Context.CONDITION}
        if self.facts.background and (node.start_byte, node.end_byte) in self.facts.background:
            context |= {Context.BACKGROUND}
        return frame._replace(context=context, list_start=-1) if context is not frame.context else frame

    def _structure(self, node: Node, kind: str, frame: _Frame) -> _Frame | None:
        start = self.facts.start(node)
        context = frame.context | {_CONTEXTS[kind]}
        if kind not in _SCOPES:
            return frame._replace(context=context)
        scope = (*frame.scope, f"{kind}@{start}")
        if kind == "subshell":
            return frame._replace(context=context, scope=scope)
        if self.text[start] == "`" and "\\" in self.text[start : node.end_byte]:
            return None  # the commands are what remains without some of the backslashes
        level = frame.level + 1
        del self.last[level:]
        self.last.append((start, -1))
        return _Frame(context, scope, level, node.end_byte - 1)

    def _function(self, node: Node, frame: _Frame) -> _Frame:
        name = node.child_by_field_name("name")
        text = self.text[name.start_byte : name.end_byte] if name else ""
        self.functions.add(text)
        scope = (*frame.scope, f"{text}()@{node.start_byte}")
        return frame._replace(context=frame.context | {Context.FUNCTION}, scope=scope)

    def _before_the_fault(self, root: Node, frame: _Frame) -> _Frame:
        """Read on to the first child that is no whole statement: the parser gave up on what follows."""
        for child in root.children:
            if child.type == "ERROR" or (not child.is_named and child.type not in _SEPARATORS):
                self.fault = child.start_byte
                self.unread[-1] = (self.fault, root.end_byte)
                break
        return frame

    def _command(self, node: Node, frame: _Frame) -> bool:
        """Read the words of a command. Return whether they are certain."""
        start = node.start_byte
        end, index = self.last[frame.level]
        if start < end:
            # What the tree takes for two commands is one for the scanner. It is neither.
            self.commands[index] = None
            return False
        parts = self._parts(node, start, frame.limit)
        if parts is None:
            self.unread.append((start, node.end_byte))
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
        stop, end = parts.stop, node.end_byte
        if parts.end < end and any(self._is_inside(child, stop) for child in node.children):
            return None
        return parts

    def _is_inside(self, node: Node, offset: int) -> bool:
        return node.start_byte < offset < node.end_byte
