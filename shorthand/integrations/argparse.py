"""Structured options in argparse: `add_option(parser, "--tags", list[Tag])`.

argcomplete completes on Tab where the program calls it: `pip install 'aws-shorthand[argcomplete]'`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import Any, Literal, Protocol

from shorthand.errors import ShorthandError
from shorthand.files import local
from shorthand.integrations.option_type import OptionType
from shorthand.syntax.raw import Files

__all__ = ["HelpOptionAction", "ShorthandAction", "ShorthandType", "add_help_option", "add_option"]


class _TakesArguments(Protocol):
    """A parser, or a group of one."""

    # That of jsonargparse says that it returns an action or nothing.
    def add_argument(self, *names: str, **keywords: Any) -> Any: ...


class ShorthandType:
    """A `type=` for one word of an option: `parser.add_argument("--tag", type=ShorthandType(Tag))`."""

    def __init__(self, tp: Any, *, files: Files | None = local) -> None:
        """Compile a type.

        Args:
            tp: The type.
            files: Gives the content for `file://…`; by default the files of this machine. None forbids them.

        Raises:
            ShorthandTypeError: The type has no shorthand.
        """
        self.option = OptionType(tp, files)

    def __call__(self, token: str) -> Any:
        """Return the instance for one word."""
        try:
            return self.option.loads([token])
        except ShorthandError as error:
            raise argparse.ArgumentTypeError(self.option.drawn(error)) from error


class ShorthandAction(argparse.Action):
    """An `action=` for a whole option: `parser.add_argument("--tags", action=ShorthandAction, declared=list[Tag])`.

    The words of the option make one instance of the declared type; an option of a list type takes one word or more. An
    option that is repeated adds items to a list and keys to a map; with any other type that is a usage error. The
    default, an instance or its shorthand, is shown as shorthand in the help.
    """

    def __init__(
        self,
        option_strings: Sequence[str],
        dest: str,
        declared: Any,
        *,
        append: bool = False,
        files: Files | None = local,
        nargs: int | str | None = None,
        const: Any = None,
        default: Any = None,
        required: bool = False,
        help: str | None = None,  # noqa: A002 -- argparse's name
        metavar: str | tuple[str, ...] | None = None,
    ) -> None:
        """Make the action; argparse calls this.

        Args:
            option_strings: The names of the option.
            dest: The attribute of the namespace.
            declared: The type.
            append: Kept for `action="append"`: repetitions add to a list or a map either way.
            files: Gives the content for `file://…`; None forbids references.
            nargs: How many words the option takes; by default one, or one or more for a list type.
            const: The value of an option given without a word, where `nargs` allows that.
            default: An instance, its shorthand, or its JSON form.
            required: Whether the option must be given.
            help: What the option is for.
            metavar: What the help shows for the value.

        Raises:
            ShorthandTypeError: The type has no shorthand.
            ShorthandError: The default does not fit the type.
        """
        self.option = OptionType(declared, files)
        if append and not (self.option.is_list or self.option.is_map):
            raise ValueError("only an option of a list or map type can be added to")
        self.description = help
        self.shown = ""
        if default is not None and default is not argparse.SUPPRESS:
            default = self.option.from_configuration(default)
            self.shown = self.option.shown(default)
        if metavar is None and option_strings:
            # argparse shows the metavar of several words twice.
            metavar = self.option.name if self.option.is_list and nargs != 1 else self.option.metavar
        # The words of each time that the option was given, by namespace.
        self._given: tuple[argparse.Namespace, list[list[str]]] | None = None
        # Not super(): a subclass for another library has classes of that library between.
        argparse.Action.__init__(
            self,
            option_strings,
            dest,
            nargs="+" if nargs is None and self.option.is_list else nargs,
            const=const,
            default=default,
            required=required,
            help=self._help(help, metavar),
            metavar=metavar,
        )

    def _help(self, text: str | None, metavar: str | tuple[str, ...] | None) -> str | None:
        if text is argparse.SUPPRESS:
            return text
        text = (text or "").replace("%(default)s", "%(shown)s")
        # `.0` shows nothing: formatters that show defaults look whether the text mentions them.
        default = " (default: %(shown)s)%(default).0s" if self.shown and "%(shown)s" not in text else ""
        stop = "." if text[-1:].isalnum() else ""
        written = " ".join(filter(None, [self.option.written(_one(metavar)), self.option.members()]))
        return f"{text}{stop} {written.replace('%', '%%')}".strip() + default

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 -- argparse's
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,  # noqa: ARG002 -- argparse's
    ) -> None:
        """Set the instance for all the words that have been given so far."""
        try:
            instance = self._instance(namespace, values)
        except ShorthandError as error:
            raise argparse.ArgumentError(self, self.option.drawn(error)) from error
        setattr(namespace, self.dest, instance)

    def _instance(self, namespace: argparse.Namespace, values: Any) -> Any:
        words = [values] if type(values) is str else values
        if not isinstance(words, list) or any(type(word) is not str for word in words):
            # An option that can be given without a word has its const, or its default, then.
            return self.option.from_configuration(values)
        if self._given is None or self._given[0] is not namespace:
            self._given = (namespace, [])
        occurrences = self._given[1]
        # A positional argument without words has its default.
        if words or self.option_strings:
            occurrences.append(words)
        if not any(occurrences):
            return self.option.with_items([])
        return self.option.loads(*[one for one in occurrences if one])

    def names(self) -> list[str]:
        """Return the names of the option, or that of the argument."""
        return list(self.option_strings) or [self.dest]

    def completer(self, prefix: str, **_: Any) -> dict[str, str]:
        """Return what the word can go on to be, as argcomplete asks for it."""
        return {candidate.word: candidate.help for candidate in self.option.candidates(prefix)}


class HelpOptionAction(argparse.Action):
    """An `action=` for `--help-option NAME`, which prints the whole help of one option and exits."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:  # noqa: A002
        """Make the action; argparse calls this."""
        super().__init__(option_strings, dest, default=argparse.SUPPRESS, help=help, metavar="NAME")

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,  # noqa: ARG002 -- argparse's
        values: Any,
        option_string: str | None = None,  # noqa: ARG002 -- argparse's
    ) -> None:
        """Print the help of the option named by `values`."""
        actions = {name.lstrip("-"): action for action in _shorthand_actions(parser) for name in action.names()}
        action = actions.get(str(values).lstrip("-"))
        if action is None:
            raise argparse.ArgumentError(self, f"expected one of {', '.join(actions)}, got {values!r}")
        print(action.option.full_help(action.names()[-1], action.description))
        parser.exit()


def add_help_option(parser: _TakesArguments, name: str = "--help-option") -> argparse.Action:
    """Add `--help-option NAME` to a parser: it prints how one of its structured options is written, member by member.

    Args:
        parser: The parser.
        name: The name of the option that shows help.
    """
    added: argparse.Action = parser.add_argument(
        name, action=HelpOptionAction, help="Show how one option is written, and exit."
    )
    return added


def _shorthand_actions(parser: argparse.ArgumentParser) -> Iterable[ShorthandAction]:
    return (action for action in parser._actions if isinstance(action, ShorthandAction))


def add_option(
    parser: _TakesArguments,
    *names_and_type: object,
    action: Literal["store", "append"] = "store",
    files: Files | None = local,
    nargs: int | str | None = None,
    const: Any = None,
    default: Any = None,
    required: bool | None = None,
    help: str | None = None,  # noqa: A002 -- argparse's name
    metavar: str | tuple[str, ...] | None = None,
    dest: str | None = None,
) -> argparse.Action:
    """Add an option, or a positional argument, of a Python type to a parser or a group of one.

    >>> from typing import NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> parser = argparse.ArgumentParser()
    >>> _ = add_option(parser, "--tags", list[Tag], help="Tags of the job.")
    >>> parser.parse_args(["--tags", "Key=a,Value=1", "Key=b", "--tags", "Key=c"]).tags
    [Tag(Key='a', Value='1'), Tag(Key='b', Value=''), Tag(Key='c', Value='')]

    An option of a list type takes one word or more. Repetitions add items to a list and keys to a map.

    Args:
        parser: The parser, or a group of one.
        names_and_type: The names of the option, then its type.
        action: "append" says that the option is meant to be repeated; it changes nothing else.
        files: Gives the content for `file://…`; by default the files of this machine. None forbids them.
        nargs: How many words the option takes, as in `add_argument`.
        const: The value of an option given without a word, where `nargs` allows that.
        default: An instance, its shorthand, or its JSON form.
        required: Whether the option must be given.
        help: What the option is for.
        metavar: What the help shows for the value; by default the syntax, if it is short.
        dest: The attribute of the namespace.

    Raises:
        ShorthandTypeError: The type has no shorthand.
        ValueError: The action is another one, or the type cannot be added to.
    """
    *names, declared = names_and_type
    if action not in ("store", "append"):
        raise ValueError(f"expected the action 'store' or 'append', got {action!r}")
    optional: dict[str, Any] = {"required": required, "dest": dest, "nargs": nargs, "const": const}
    added: argparse.Action = parser.add_argument(
        *map(str, names),
        action=ShorthandAction,
        declared=declared,
        append=action == "append",
        files=files,
        default=default,
        help=help,
        metavar=metavar,
        **{name: value for name, value in optional.items() if value is not None},
    )
    return added


def _one(metavar: str | tuple[str, ...] | None) -> str | None:
    return metavar[0] if isinstance(metavar, tuple) else metavar
