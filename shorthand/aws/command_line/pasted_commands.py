"""Find the commands of the AWS CLI in a pasted text, with the words that the shell hands to each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, TypeAlias

from shorthand.aws.command_line.shell_paths import Field, home_folder
from shorthand.aws.command_line.word_parts import Parts, merged_text
from shorthand.aws.scripts.aws_commands import AwsCommand, find_aws_commands
from shorthand.aws.scripts.commands import Script, Shell, SimpleCommand
from shorthand.aws.scripts.expansion import expanded
from shorthand.aws.scripts.words import Hole, HoleKind, Text, Word
from shorthand.did_you_mean import listed
from shorthand.errors import Diagnostic, ShorthandError, ShorthandSyntaxError, error_of

Variables: TypeAlias = "Literal['keep', 'error'] | Mapping[str, str]"
"""What becomes of variables: they are kept as they are written, they are an error, or they have values."""

# The shell's prompt before a command that was copied with it.
_PROMPT = re.compile(r"^([ \t]*)[$%>](?=[ \t]+aws[ \t])", re.MULTILINE)
_POWERSHELL_PROMPT = re.compile(r"^[ \t]*PS[^>\n]*>(?=[ \t]*aws[ \t])", re.MULTILINE)
# cmd and PowerShell continue a line with these; people paste such lines into a POSIX shell too.
_OTHER_CONTINUATION = re.compile(r"(?<=[ \t])[\^`](?=\n)")
_GITHUB_VARIABLE = re.compile(r"\$\{\{\s*env\.(\w+)\s*\}\}")
_DEFAULT = re.compile(r":?-([^$`\\\"']*)")


class PastedCommand(NamedTuple):
    """A command of the AWS CLI in a text.

    Attributes:
        words: What the shell hands over, `aws` first; each word as certain text and holes.
        braces: The words as typed whose unquoted braces the shell expands.
        notes: What the shell may replace by names of files, and is read as it is written.
    """

    words: list[Parts]
    braces: tuple[str, ...] = ()
    notes: tuple[Diagnostic, ...] = ()

    def explained(self, error: ShorthandError) -> ShorthandError:
        """Return an error of reading the words whose hint tells what the shell does to braces."""
        if not self.braces:
            return error
        first, *rest = error.diagnostics
        hint = f"the shell expands the unquoted braces of {self.braces[0]}: put the word in single quotes"
        return error_of([replace(first, hint=hint, fix=None, fix_tokens=None, fix_words=None), *rest])


def pasted_commands(
    text: str, *, shell: str = "bash", variables: Variables = "keep", local: bool = False
) -> list[PastedCommand]:
    """Return the commands of the AWS CLI in a text.

    Args:
        text: What was typed or pasted.
        shell: The name of the shell.
        variables: What becomes of variables: see `shorthand.loads_command`.
        local: Whether the text is for this machine and the current folder. Then `~` is the home folder, and a word that
            the shell replaces by names of files is an error. Otherwise both are read as they are written.

    Raises:
        ShorthandSyntaxError: The shell would not read the text.
        ShorthandError: No command is found, or a variable may not be kept.
    """
    language = _shell(shell)
    text = text.replace("\r\n", "\n")
    script = _read(_without_prompts(text, language), language)
    found = [(command.command, list(command.arguments)) for command in _outermost(find_aws_commands(script.commands))]
    found = found or _without_the_name(script)
    if not found:
        raise _nothing_found(text, script)
    return [_pasted(command, words, _Expansion(text, variables, local)) for command, words in found]


def _pasted(command: SimpleCommand, words: Sequence[Word], expansion: _Expansion) -> PastedCommand:
    parts = [merged_text(field) for word in words for field in expansion.fields(word)]
    if expansion.refused:
        raise error_of(expansion.refused)
    braces = tuple(expansion.text[word.start : word.end] for word in command.words if word.braces)
    return PastedCommand([("aws",), *parts], braces, tuple(expansion.notes))


def _shell(name: str) -> Shell:
    try:
        return Shell("bash" if name == "posix" else name)
    except ValueError:
        raise ShorthandError(f"unknown shell {name!r}", expected=listed([shell.value for shell in Shell])) from None


def _without_prompts(text: str, shell: Shell) -> str:
    """Return the text with blanks for prompts, so that all offsets stay."""
    if shell is Shell.POWERSHELL:
        return _POWERSHELL_PROMPT.sub(lambda match: " " * len(match[0]), text)
    text = _PROMPT.sub(r"\1 ", text)
    return text if "\\\n" in text else _OTHER_CONTINUATION.sub(r"\\", text)


def _read(text: str, shell: Shell) -> Script:
    from shorthand.aws.scripts import read_powershell_script, read_script

    return read_powershell_script(text) if shell is Shell.POWERSHELL else read_script(text, shell=shell)


def _outermost(commands: Sequence[AwsCommand]) -> list[AwsCommand]:
    """Return the commands that are in no substitution of another one."""
    return [
        inner
        for inner in commands
        if not any(
            outer is not inner and outer.command.start < inner.command.start and inner.command.end < outer.command.end
            for outer in commands
        )
    ]


def _without_the_name(script: Script) -> list[tuple[SimpleCommand, list[Word]]]:
    """Return the first command and its words, where `aws` is left out before the name of a service."""
    from shorthand.aws.models import services

    known = set(services(1)) | set(services(2))
    return [(command, expanded(command)) for command in script.commands[:1] if command.name in known]


def _nothing_found(text: str, script: Script) -> ShorthandError:
    if script.unread:
        start, end = script.unread[0]
        line = text[start:end].partition("\n")[0]
        return ShorthandSyntaxError(
            "the shell cannot read this",
            text=text,
            span=(start, start + max(len(line), 1)),
            hint="paste the whole command, and check that every quote and bracket is closed",
        )
    return ShorthandError("expected a command of the AWS CLI, got none", text=text, hint="begin the command with aws")


class _Expansion:
    """Makes the words that the shell hands over.

    Attributes:
        text: The whole text.
        refused: What is wrong with holes that may not stay.
        notes: What the shell may replace by names of files.
    """

    def __init__(self, text: str, variables: Variables, local: bool) -> None:
        self.text = text
        self.refused: list[Diagnostic] = []
        self.notes: list[Diagnostic] = []
        self._variables = variables
        self._local = local

    def fields(self, word: Word) -> list[list[str | Hole]]:
        """Return the words that the shell makes of one, with the holes that stay; none for one that vanishes."""
        fields = [Field()]
        for piece in word.pieces:
            if isinstance(piece, Text):
                fields[-1].add(piece.text)
            elif piece.kind is HoleKind.GLOB:
                fields[-1].add(piece.source, is_pattern=True)
            elif piece.kind is HoleKind.TILDE:
                fields[-1].add(self._home(piece))
            elif self._variables == "keep":
                fields[-1].add(piece)
            else:
                self._add_value(fields, piece, _value(piece, self._variables, self.text, self.refused))
        span = word.start, word.end
        for field in fields:
            if fault := field.glob_fault(self.text[slice(*span)], self.text, span, local=self._local):
                (self.refused if self._local else self.notes).append(fault)
        # A word that is quoted has a piece even if it is empty. Any other word without text is none.
        return [field.parts for field in fields if field.parts]

    def _home(self, hole: Hole) -> str:
        """Return the folder that a tilde means, or the tilde itself where it is not known."""
        variables = self._variables if isinstance(self._variables, Mapping) else {}
        known = variables.get("HOME") if hole.source == "~" else None
        home = known or (home_folder(hole) if self._local else None)
        if home is None:
            reason = f"the shell replaces {hole.source} by the path of a home folder, if there is one"
            self.notes.append(Diagnostic(reason, self.text, (hole.start, hole.end), hint="write the path"))
        return home or hole.source

    def _add_value(self, fields: list[Field], hole: Hole, value: str | Hole) -> None:
        """Append a value to the last word. Without quotes around the variable, blanks in it begin new words."""
        if isinstance(value, Hole) or not hole.splits:
            fields[-1].add(value)
            return
        for index, part in enumerate(re.split(r"[ \t\n]+", value)):
            if index:
                fields.append(Field())
            if part:
                fields[-1].add(part, is_pattern=True)


def _value(hole: Hole, variables: Variables, text: str, refused: list[Diagnostic]) -> str | Hole:
    """Return the value of a hole, or the hole itself where nothing is known and it may stay."""
    span = hole.start, hole.end
    if not isinstance(variables, Mapping):
        hint = "write the value itself" if hole.kind is not HoleKind.COMMAND else "write the output of the command"
        refused.append(Diagnostic(f"unexpected {hole.source}: its value is not known here", text, span, hint=hint))
        return hole
    name, modifier = hole.name, hole.modifier
    if match := _GITHUB_VARIABLE.fullmatch(hole.source):
        name, modifier = match[1], ""
    if name is None:
        return hole
    name = name.removeprefix("env:")
    value = variables.get(name)
    default = _DEFAULT.fullmatch(modifier)
    if default and (value is None or (not value and modifier.startswith(":"))):
        return default[1]
    if modifier and not default and not (modifier[:2] == ":?" or modifier[:1] == "?"):
        refused.append(
            Diagnostic(f"unexpected {hole.source}: only the shell can work it out", text, span, hint="write the value")
        )
        return hole
    if value is None:
        refused.append(Diagnostic(f"the variable {name} has no value", text, span, hint=f"set {name}"))
        return hole
    return value
