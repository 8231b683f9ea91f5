"""The options of a command with the words that belong to each."""

from __future__ import annotations

from dataclasses import dataclass, field

from shorthand.aws.command import Option
from shorthand.lint.arguments import Argument
from shorthand.lint.problem import Problem


@dataclass
class Given:
    """An option with the words that belong to it.

    Attributes:
        option: The option.
        name: Its name as typed.
        argument: The word that names it.
        tokens: Its words.
        is_joined: Whether its word is `--name=value`.
        may_have_more: Whether an unknown number of words follows.
        following: The word after all of its words.
    """

    option: Option
    name: str
    argument: Argument
    tokens: list[Argument]
    is_joined: bool = False
    may_have_more: bool = False
    following: Argument | None = None


@dataclass
class Split:
    """What the words after a command's name are.

    Attributes:
        given: The options of the command, in order.
        positional: The words that belong to no option.
        problems: What is wrong with the names of the options.
        has_unknown: Whether an option may be given that is not known, in a variable or a file.
    """

    given: list[Given] = field(default_factory=list)
    positional: list[Argument] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    has_unknown: bool = False
