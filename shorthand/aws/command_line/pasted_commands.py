"""Find the commands of the AWS CLI in a pasted text, with the words that the shell hands to each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, TypeAlias

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
# Nothing replaces these unless a file matches, and `~` is a path as it is.
_LITERAL = {HoleKind.GLOB, HoleKind.TILDE}
_GITHUB_VARIABLE = re.compile(r"\$\{\{\s*env\.(\w+)\s*\}\}")
_DEFAULT = re.compile(r":?-([^$`\\\"']*)")


class PastedCommand(NamedTuple):
    """A command of the AWS CLI in a text.

    Attributes:
        words: What the shell hands over, `aws` first; each word as certain text and holes.
        braces: The words as typed whose unquoted braces the shell expands.
    """

    words: list[Parts]
    braces: tuple[str, ...] = ()

    def explained(self, error: ShorthandError) -> ShorthandError:
        """Return an error of reading the words whose hint tells what the shell does to braces."""
        if not self.braces:
            return error
        first, *rest = error.diagnostics
        hint = f"the shell expands the unquoted braces of {self.braces[0]}: put the word in single quotes"
        return error_of([replace(first, hint=hint, fix=None, fix_tokens=None, fix_words=None), *rest])


def pasted_commands(text: str, *, shell: str = "bash", variables: Variables = "keep") -> list[PastedCommand]:
    """Return the commands of the AWS CLI in a text.

    Args:
        text: What was typed or pasted.
        shell: The name of the shell.
        variables: What becomes of variables: see `shorthand.loads_command`.

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
    return [
        PastedCommand(
            [("aws",), *_words(words, variables, text)],
            tuple(text[word.start : word.end] for word in command.words if word.braces),
        )
        for command, words in found
    ]


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


def _words(words: Sequence[Word], variables: Variables, text: str) -> list[Parts]:
    """Return the words with the holes that stay.

    Raises:
        ShorthandError: A hole may not stay.
    """
    found: list[Parts] = []
    refused: list[Diagnostic] = []
    for word in words:
        fields: list[list[str | Hole]] = [[]]
        for piece in word.pieces:
            if isinstance(piece, Text):
                fields[-1].append(piece.text)
            elif piece.kind in _LITERAL:
                fields[-1].append(piece.text or piece.source)
            elif variables == "keep":
                fields[-1].append(piece)
            else:
                _append(fields, piece, _value(piece, variables, text, refused))
        # A word that is quoted has a piece even if it is empty. Any other word without text is none.
        found += [merged_text(field) for field in fields if field]
    if refused:
        raise error_of(refused)
    return found


def _append(fields: list[list[str | Hole]], hole: Hole, value: str | Hole) -> None:
    """Append a value to the last word. Without quotes around the variable, blanks in the value begin new words."""
    if isinstance(value, Hole) or not hole.splits:
        fields[-1].append(value)
        return
    for index, part in enumerate(re.split(r"[ \t\n]+", value)):
        if index:
            fields.append([])
        if part:
            fields[-1].append(part)


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
