"""What is wrong in a file, where, and how to correct it."""

from __future__ import annotations

from dataclasses import dataclass

from shorthand.aws.scripts.shell_source import Edit
from shorthand.lint.rules import RULES, Severity


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction of a file.

    Attributes:
        message: What it does, as an imperative.
        edits: The changes, which do not overlap.
        is_certain: Whether it keeps what was meant, so that it can be applied without a person.
    """

    message: str
    edits: tuple[Edit, ...]
    is_certain: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. All positions are in characters of the file.

    Attributes:
        code: The code of the rule, such as `SH103`.
        message: What is wrong, in one clause.
        severity: How bad it is.
        path: The name of the file, as given.
        start: Where it starts, from 0.
        end: Where it ends.
        line: The line in which it starts, from 1.
        column: The column in which it starts, from 1.
        end_line: The line in which it ends.
        end_column: The column after its last character.
        hint: What to do about it; "" where nothing is known.
        fixes: Corrections, the best first.
        command: The command that it is in, such as `ec2 create-tags`; "" where that is not known.
    """

    code: str
    message: str
    severity: Severity
    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    hint: str = ""
    fixes: tuple[Fix, ...] = ()
    command: str = ""

    def __str__(self) -> str:
        """Return the finding on one line, as compilers write it."""
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}"

    @property
    def name(self) -> str:
        """The name of the rule, such as `unknown-option`."""
        return RULES[self.code].name
