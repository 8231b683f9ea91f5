"""Commands with their words, and what a whole script says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from shorthand.aws.scripts.words import Hole, Word


class Shell(StrEnum):
    """The language of a source."""

    BASH = "bash"
    SH = "sh"
    """A POSIX shell of unknown make: bash, dash, busybox. What they do differently is not certain."""
    ZSH = "zsh"
    POWERSHELL = "powershell"


@dataclass(frozen=True, slots=True)
class Assignment:
    """`NAME=value` before a command, alone, or in `local`, `export` and the like.

    Attributes:
        name: The name of the variable.
        value: The value as a word; None for an array.
        elements: The elements of an array; None for a plain value.
        start: Where it starts.
        end: Where it ends.
        appends: Whether it is `NAME+=value`.
        subscript: What is in the brackets of `NAME[subscript]=value`, or "".
    """

    name: str
    value: Word | None
    elements: tuple[Word, ...] | None
    start: int
    end: int
    appends: bool = False
    subscript: str = ""


@dataclass(frozen=True, slots=True)
class HereDocument:
    """The text after the command that it gets as its input.

    Attributes:
        delimiter: The word that ends it, after quote removal.
        body: The text, as one word with the holes in it.
        is_quoted: Whether the delimiter is quoted, so that nothing in the body is expanded.
    """

    delimiter: str
    body: Word
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class Redirect:
    """A redirect: `>file`, `2>&1`, `<<<word`, `<<END`.

    Attributes:
        operator: `>`, `>>`, `<`, `>&`, `<<<`, `<<`, …
        target: The word after the operator; for a here-document its delimiter.
        descriptor: What precedes the operator: `2`, `{fd}` or "".
        start: Where it starts.
        end: Where it ends.
        document: The here-document, or None.
    """

    operator: str
    target: Word
    descriptor: str
    start: int
    end: int
    document: HereDocument | None = None


class Context(StrEnum):
    """In what a command is. It says how certainly and how often the command runs."""

    PIPELINE = "pipeline"
    LOOP = "loop"
    CONDITION = "condition"
    """In `if` or `case`, or after `&&` or `||`."""
    FUNCTION = "function"
    SUBSHELL = "subshell"
    SUBSTITUTION = "substitution"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class SimpleCommand:
    """A command with its words: what one program (or builtin, or function) gets.

    Attributes:
        words: The words as typed, the program's name first; empty where there are only assignments.
        assignments: The assignments before the name; those of `local`, `export`, `readonly` and `declare` as well.
        redirects: The redirects, wherever between the words.
        start: Where the command starts, with its assignments.
        end: Where its last word or redirect ends.
        context: In what the command is.
        scope: The functions, subshells and substitutions around it, from the outermost, each as `kind@offset`
            (`name()@offset` for a function).
        shell: The language that it is written in.
    """

    words: tuple[Word, ...]
    assignments: tuple[Assignment, ...]
    redirects: tuple[Redirect, ...]
    start: int
    end: int
    context: frozenset[Context] = frozenset()
    scope: tuple[str, ...] = ()
    shell: Shell = Shell.BASH

    @property
    def name(self) -> str | None:
        """The text of the first word, where it is certain; otherwise None."""
        return self.words[0].text if self.words else None

    @property
    def is_unconditional(self) -> bool:
        """Whether the command runs exactly once each time that its scope does."""
        return not self.context & _UNCERTAIN

    @property
    def here_document(self) -> HereDocument | None:
        """The last here-document, which is what the command reads; None without one."""
        documents = [redirect.document for redirect in self.redirects if redirect.document]
        return documents[-1] if documents else None


_UNCERTAIN = {Context.LOOP, Context.CONDITION, Context.BACKGROUND, Context.PIPELINE}


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that a source says, as far as it parses.

    Attributes:
        source: The text that was read.
        commands: The simple commands in the order in which they start, those in substitutions among them.
        bound: The variables that something other than an assignment sets, with the offset: `for X`, `((X++))`,
            `${X:=a}`.
        functions: The names of the functions that it defines.
        unread: The spans that do not parse. No command in them is given.
        shell: The language.
    """

    source: str
    commands: tuple[SimpleCommand, ...] = ()
    bound: tuple[tuple[str, int], ...] = ()
    functions: frozenset[str] = frozenset()
    unread: tuple[tuple[int, int], ...] = ()
    shell: Shell = Shell.BASH

    def inside(self, hole: Hole) -> Iterator[SimpleCommand]:
        """Yield the commands of a substitution, those in substitutions inside it among them."""
        return (command for command in self.commands if hole.start < command.start and command.end < hole.end)
