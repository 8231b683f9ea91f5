"""Check one run of the AWS CLI: its service, its command, its options and their values."""

from __future__ import annotations

from collections.abc import Callable, Collection

from shorthand.aws.command import Command
from shorthand.aws.command_line.convenience_options import REVISIONS, function_of, place_of
from shorthand.aws.command_line.global_options import GLOBAL_OPTIONS
from shorthand.aws.scripts.aws_commands import AwsCommand
from shorthand.did_you_mean import did_you_mean
from shorthand.lint.arguments import Argument, arguments_of
from shorthand.lint.given_option import Split
from shorthand.lint.names import command_of, is_hidden, is_misspelt, is_same_name, one_near, operations_of, services_of
from shorthand.lint.option_split import OptionSplitter
from shorthand.lint.option_value import ValueChecker
from shorthand.lint.problem import Problem, Replacement

NamesOf = Callable[[int], Collection[str]]
"""The names in a major version of the AWS CLI."""

_MOST_WORDS = 5_000
"""Commands of more words are left alone: nobody types one."""


class CommandCheck:
    """The check of one command.

    Attributes:
        name: The command as far as it is known: `ec2 create-tags`.
        problems: What is wrong with it.
    """

    def __init__(self, run: AwsCommand, version: int, *, is_document: bool) -> None:
        self.run = run
        self.version = version
        self.is_document = is_document
        self.name = ""
        self.name_span = (run.start, run.end)
        self.problems: list[Problem] = []
        words = run.arguments
        if len(words) <= _MOST_WORDS and not any(word.shown.startswith("[--") for word in words):
            self._check(arguments_of(words))

    def _check(self, arguments: list[Argument]) -> None:
        service = self._next_name(arguments)
        if service is None or service.text == "help":
            return
        name = service.text or ""
        self.name = name
        if name not in services_of(self.version):
            self._unknown_name("SH101", f"the AWS CLI has no service {name!r}", service, services_of)
            return
        operation = self._next_name(arguments)
        if operation is None or operation.text == "help":
            return
        found = self._operation(name, operation, arguments)
        if found is None or (arguments and arguments[-1].text == "help"):
            return
        self.name = f"{name} {found}"
        self.name_span = service.span(0, 0)[0], self.name_span[1]
        command = command_of(name, found, self.version)
        if command is not None:
            if is_hidden(name, found, self.version):
                self.problems.append(Problem("SH112", f"the reference leaves out {self.name}", *self.name_span))
            self._check_options(name, command, arguments)

    def _next_name(self, arguments: list[Argument]) -> Argument | None:
        """Take the next word that is no global option; None where it is not certain."""
        while arguments:
            argument = arguments.pop(0)
            if not argument.is_certain:
                return None
            text = argument.text or ""
            if not text.startswith("-"):
                return argument
            name, equals, _ = text.partition("=")
            if name not in GLOBAL_OPTIONS:
                self._unknown_global(name, argument)
                return None
            if GLOBAL_OPTIONS[name] and not equals and arguments:
                value = arguments.pop(0)
                if value.text is None and value.word.splits and not value.word.is_unquoted:
                    return None
        return None

    def _unknown_global(self, name: str, argument: Argument) -> None:
        if not name.startswith("--") or self.is_document:
            return
        near = one_near(name, GLOBAL_OPTIONS)
        start, end = argument.span(0, len(name))
        hint = did_you_mean(name, GLOBAL_OPTIONS) or "write the options of a command after its name"
        replacements = (Replacement(start, end, near),) if near else ()
        certain = bool(near and is_same_name(name, near))
        self.problems.append(Problem("SH103", f"unknown global option {name}", start, end, hint, replacements, certain))

    def _operation(self, service: str, argument: Argument, arguments: list[Argument]) -> str | None:
        """Return the name of the command, which may be of several words; None where there is no such command."""
        names = operations_of(service, self.version)
        name = argument.text or ""
        while arguments and arguments[0].is_certain and f"{name} {arguments[0].text}" in names:
            argument = arguments.pop(0)
            name = f"{name} {argument.text}"
        start = f"{name} "
        within = [one.removeprefix(start) for one in names if one.startswith(start)]
        is_group = bool(within) and (not arguments or not _takes_words(service, name, self.version))
        if name in names and not is_group:
            self.name_span = argument.span(0, len(argument.text or ""))
            return name
        if not within:
            self._unknown_name(
                "SH102",
                f"{service} has no command {name!r}",
                argument,
                lambda version: {one for one in operations_of(service, version) if " " not in one},
            )
        elif arguments and arguments[0].is_certain and not (arguments[0].text or "-").startswith("-"):
            following = arguments[0]
            if following.text != "help":
                self._unknown_name(
                    "SH102",
                    f"{service} {name} has no command {following.text!r}",
                    following,
                    lambda version: {
                        one.removeprefix(start) for one in operations_of(service, version) if one.startswith(start)
                    },
                )
        return None

    def _unknown_name(self, code: str, message: str, argument: Argument, names_of: NamesOf) -> None:
        """Note that there is no service or command of this name in the version, but perhaps in the other."""
        name = argument.text or ""
        start, end = argument.span(0, len(name))
        other = 3 - self.version
        if name in names_of(other):
            text = f"only version {other} of the AWS CLI has {name!r}"
            self.problems.append(Problem("SH104", text, start, end))
            return
        names = names_of(self.version)
        hint = did_you_mean(name, names)
        if self.is_document and not is_misspelt(name, names):
            return  # a sentence that begins with aws, or a name to be replaced
        near = one_near(name, names)
        replacements = (Replacement(start, end, near),) if near else ()
        certain = bool(near and is_same_name(name, near))
        self.problems.append(Problem(code, message, start, end, hint, replacements, certain))

    def _check_options(self, service: str, command: Command, arguments: list[Argument]) -> None:
        is_empty = not arguments
        splitter = OptionSplitter(service, command, self.version, is_complete=self.run.is_complete)
        split = splitter.read(arguments)
        self.problems += split.problems
        checker = ValueChecker(self.run, service, command, is_document=self.is_document)
        for given in split.given:
            self.problems += checker.check(given)
        if not (self.is_document and is_empty) and not split.has_unknown:
            self._check_required(service, command, split)

    def _check_required(self, service: str, command: Command, split: Split) -> None:
        options = {given.option.name for given in split.given}
        members = {given.option.member for given in split.given if given.option.member}
        if any(_gives_a_part(service, command.name, name) for name in options):
            return
        missing = [
            option.name
            for option in command.all_options()
            if option.required
            and option.name not in options
            and option.member not in members
            and not (option.positional and split.positional)
        ]
        if not missing:
            return
        shown = " and ".join([*([", ".join(missing[:-1])] if missing[:-1] else []), missing[-1]])
        hint = f"see how it is written: shorthand syntax -s 'aws:{service}/{command.name}#{missing[0]}'"
        self.problems.append(
            Problem(
                "SH107",
                f"{service} {command.name} needs {shown}",
                *self.name_span,
                hint if missing[0].startswith("--") else "",
            )
        )


def _takes_words(service: str, name: str, version: int) -> bool:
    """Return whether a command that has commands within it also takes words itself."""
    command = command_of(service, name, version)
    return command is not None and (bool(command.options) or any(one.positional for one in command.all_options()))


def _gives_a_part(service: str, operation: str, name: str) -> bool:
    """Return whether an option gives a part of the input that no member's option gives."""
    return bool(
        place_of(service, operation, name)
        or function_of(service, operation, name)
        or (service == "deploy" and name in REVISIONS)
    )
