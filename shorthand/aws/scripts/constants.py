"""Follow variables whose value is certain: constants assigned in the same script before they are used."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from shorthand.aws.scripts.braces import can_expand
from shorthand.aws.scripts.command_scanner import DECLARING
from shorthand.aws.scripts.commands import Assignment, Script, Shell, SimpleCommand
from shorthand.aws.scripts.variable_values import Fields, fields_of
from shorthand.aws.scripts.words import Hole, HoleKind, Quote, Text, Word

_LOCAL = {"declare", "local", "typeset"}
# These set the variables that their words name.
_BINDING = {"getopts", "let", "mapfile", "printf", "read", "readarray", "select", "unset", "wait"}
# After these every variable can have another value.
_ANYTHING = {".", "eval", "source"}
_DYNAMIC = {"RANDOM", "SECONDS", "LINENO", "BASHPID", "EPOCHSECONDS", "EPOCHREALTIME", "SRANDOM", "_", "PWD", "OLDPWD"}
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_MOST = 100
"""Variables with more elements, or assigned more often, are not followed: the words would be too many."""
_Scope = tuple[str, ...]
_UNKNOWN_SCOPE = ("?()@",)


@dataclass(frozen=True, slots=True)
class _Binding:
    """One place where a variable gets a value; without an assignment the value is not known."""

    offset: int
    end: int
    scope: _Scope
    assignment: Assignment | None
    is_local: bool = False


def follow_constants(script: Script) -> Script:
    """Return the script with the variables replaced whose value is certain.

    A variable is followed where it is assigned once, or several times one after the other, in the same scope, before
    it is used, and not in a loop, a condition or a pipeline. Nothing is followed past `eval` and `source`. Braces are
    left as typed: they are expanded before variables, and `expand` still does it. `$(cat <<END …)` is followed too.
    """
    return _Follower(script).followed()


class _Follower:
    def __init__(self, script: Script) -> None:
        self.script = script
        self.bindings: dict[str, list[_Binding]] = {}
        self.anything: list[tuple[int, bool]] = []
        for name, offset in script.bound:
            self._bind(name, _Binding(offset, offset, _UNKNOWN_SCOPE, None))
        for command in script.commands:
            self._note(command)
        self.values: dict[tuple[str, int], list[Word] | None] = {}
        self.starts = [command.start for command in script.commands]
        self.unread = "\n".join(script.source[start:end] for start, end in script.unread)

    def _bind(self, name: str, binding: _Binding) -> None:
        self.bindings.setdefault(name, []).append(binding)

    def _note(self, command: SimpleCommand) -> None:
        """Note the variables that a command sets."""
        name = command.name
        if name in _ANYTHING:
            self.anything.append((command.start, any("()@" in step for step in command.scope)))
        if name in _BINDING:
            for word in command.words[1:]:
                for match in _NAME.finditer(word.shown):
                    self._bind(match[0], _Binding(command.start, command.end, command.scope, None))
        if name in DECLARING:
            self._note_declaration(command, name or "")
        elif not command.words or name in self.script.functions:
            for assignment in command.assignments:
                known = command.is_unconditional and not command.words and not assignment.subscript
                binding = _Binding(command.start, command.end, command.scope, assignment if known else None)
                self._bind(assignment.name, binding)

    def _note_declaration(self, command: SimpleCommand, name: str) -> None:
        flags = "".join(word.shown[1:] for word in command.words[1:] if word.shown[:1] in "-+")
        is_plain = command.is_unconditional and set(flags) <= set("arxg")
        is_local = name in _LOCAL and "g" not in flags
        for assignment in command.assignments:
            # The words of these builtins are expanded like others: `export A={a,b}` is two assignments.
            is_one = assignment.value is None or not can_expand(assignment.value.pieces)
            known = assignment if is_plain and is_one and not assignment.subscript else None
            self._bind(assignment.name, _Binding(command.start, command.end, command.scope, known, is_local))
        for word in command.words[1:]:
            if name in _LOCAL and word.shown[:1] not in "-+":
                self._bind(word.shown, _Binding(command.start, command.end, command.scope, None, is_local))

    def followed(self) -> Script:
        commands = tuple(self._command(command) for command in self.script.commands)
        return replace(self.script, commands=commands)

    def _command(self, command: SimpleCommand) -> SimpleCommand:
        if not any(word.holes for word in command.words):
            return command
        words = tuple(each for word in command.words for each in self._word(word, command))
        return replace(command, words=words)

    def _word(self, word: Word, command: SimpleCommand) -> list[Word]:
        """Return the words that a word becomes when its certain variables have their values."""
        if not word.holes:
            return [word]
        words: Fields = [[]]
        for piece in word.pieces:
            fields = self._fields(piece, command, word) if isinstance(piece, Hole) else None
            if fields is None:
                words[-1].append(piece)
            elif fields:
                words[-1] += fields[0]
                words += fields[1:]
        return [Word(tuple(pieces), word.start, word.end, word.braces) for pieces in words if pieces]

    def _fields(self, hole: Hole, command: SimpleCommand, word: Word) -> Fields | None:
        if hole.kind is HoleKind.COMMAND:
            return self._here_document(hole)
        if hole.kind is not HoleKind.VARIABLE or not hole.name or hole.name in _DYNAMIC:
            return None
        values = self._value(hole.name, command)
        if values is None:
            return None
        splits = hole.splits and not hole.quoted and command.shell is not Shell.ZSH
        fields = fields_of(hole, values, splits=splits, is_whole=len(word.pieces) == 1)
        changes_ifs = "IFS" in self.bindings and not (not hole.splits and "*" not in hole.modifier)
        return None if fields is None or changes_ifs or (word.braces and len(fields) != 1) else fields

    def _here_document(self, hole: Hole) -> Fields | None:
        """Return the text of `$(cat <<END …)`, which gives its here-document without the last line breaks."""
        first = bisect_right(self.starts, hole.start)
        commands = self.script.commands[first : bisect_left(self.starts, hole.end)] if "<<" in hole.source else ()
        if len(commands) != 1 or hole.splits:
            return None
        command = commands[0]
        if command.name != "cat" or len(command.words) != 1 or len(command.redirects) != 1 or not command.here_document:
            return None
        pieces = list(command.here_document.body.pieces)
        while pieces:
            last = pieces[-1]
            if not isinstance(last, Text):
                break
            pieces.pop()
            if text := last.text.rstrip("\n"):
                end = last.start + len(text) if last.is_exact else last.end
                pieces.append(replace(last, text=text, end=end))
                break
        return [pieces or [Text("", hole.start, hole.end, Quote.DOUBLE)]]

    def _value(self, name: str, command: SimpleCommand) -> list[Word] | None:
        """Return the elements of a variable where a command uses it; a plain value is one element."""
        bindings = self._relevant(name, command)
        if not bindings or len(bindings) > _MOST:
            return None
        key = (name, bindings[-1].offset)
        if key not in self.values:
            self.values[key] = None  # a value that refers to itself is not followed
            self.values[key] = self._joined(bindings)
        return self.values[key]

    def _relevant(self, name: str, command: SimpleCommand) -> list[_Binding] | None:
        """Return the assignments that make the value, in order; None where it is not certain."""
        bindings = self.bindings.get(name, [])
        own = _function(command.scope)
        others = [binding for binding in bindings if _function(binding.scope) != own]
        mine = [binding for binding in bindings if _function(binding.scope) == own]
        if not mine and not any(binding.is_local for binding in others):
            # Assigned outside of all functions before the function is defined, and never again.
            mine, others = (others, []) if len(others) == 1 and not _function(others[0].scope) else ([], others)
        # While a function runs, no assignment outside of functions does; another function can be called.
        if any(not binding.is_local and (not own or _function(binding.scope)) for binding in others):
            return None
        scopes = {binding.scope for binding in mine}
        if len(scopes) != 1 or any(binding.assignment is None for binding in mine):
            return None
        (scope,) = scopes
        before = [binding for binding in mine if binding.end <= command.start]
        if not before or command.scope[: len(scope)] != scope or self._is_unsure(name, before[0].offset, command):
            return None
        return before

    def _is_unsure(self, name: str, start: int, command: SimpleCommand) -> bool:
        if self.unread and re.search(rf"\b{name}\b", self.unread):
            return True
        return any(start < offset < command.start or in_function for offset, in_function in self.anything)

    def _joined(self, bindings: list[_Binding]) -> list[Word] | None:
        values: list[Word] = []
        is_set = False
        for binding in bindings:
            assignment = binding.assignment
            made = self._assigned(assignment, binding) if assignment else None
            if assignment is None or made is None or (assignment.appends and not is_set):
                return None
            is_set = True
            if not assignment.appends:
                values = made
            elif assignment.elements is not None:
                values = values + made
            elif values:
                first = values[0]
                joined = Word((*first.pieces, *made[0].pieces), made[0].start, made[0].end)
                values = [joined, *values[1:]]
            else:
                return None
        return values if len(values) <= _MOST else None

    def _assigned(self, assignment: Assignment, binding: _Binding) -> list[Word] | None:
        words = [assignment.value] if assignment.value else list(assignment.elements or ())
        user = SimpleCommand((), (), (), binding.offset, binding.end, frozenset(), binding.scope, self.script.shell)
        if assignment.value:
            found = self._word(assignment.value, user) or [assignment.value]
            if len(found) > 1:  # an unquoted variable is not split in an assignment
                return [assignment.value]
            return found
        return (
            None if any(word.braces for word in words) else [each for word in words for each in self._word(word, user)]
        )


def _function(scope: _Scope) -> str:
    """Return the innermost function of a scope, or ""."""
    return next((step for step in reversed(scope) if "()@" in step), "")
