"""Structured options in jsonargparse: `add_option(parser, "--tags", list[Tag])`.

jsonargparse reads its configuration files and environment variables through the same option.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Any

from jsonargparse import ArgumentParser
from jsonargparse._common import parent_parser
from jsonargparse._formatters import get_env_var
from jsonargparse._typehints import ActionTypeHint

from shorthand.errors import ShorthandError
from shorthand.files import local
from shorthand.integrations.argparse import ShorthandAction, add_help_option
from shorthand.syntax.raw import Files

__all__ = ["add_help_option", "add_option"]


class _WholeHelp(str):
    """A help text that tells the type and the default, so that jsonargparse adds neither in Python's notation."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return part in ("%(type)", "%(default)") or (isinstance(part, str) and self.find(part) >= 0)


class _ConfigurableAction(ShorthandAction, ActionTypeHint):
    """An option of a Python type that jsonargparse can also read from configurations, and write to them.

    jsonargparse checks and dumps only the values of its own ActionTypeHint, which is why this is one. Of that class
    only what is overridden here is used.
    """

    def __init__(
        self,
        option_strings: Sequence[str],
        dest: str,
        declared: Any,
        *,
        files: Files | None = local,
        nargs: int | str | None = None,
        default: Any = None,
        required: bool = False,
        help: str | None = None,  # noqa: A002 -- argparse's name
        metavar: str | None = None,
    ) -> None:
        """Make the action; jsonargparse calls this."""
        self._typehint = Any
        self._enable_path = False
        self.sub_add_kwargs: dict[str, Any] = {}
        super().__init__(
            option_strings,
            dest,
            declared,
            files=files,
            nargs=nargs,
            default=default,
            required=required,
            help=help,
            metavar=metavar,
        )

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        """Set the instance for the words that have been given so far."""
        ShorthandAction.__call__(self, parser, namespace, values, option_string)

    def _help(self, text: str | None, metavar: str | tuple[str, ...] | None) -> str | None:
        whole = super()._help(text, metavar)
        if whole is None or whole is argparse.SUPPRESS:
            return whole
        # Of the forms of a placeholder jsonargparse knows one.
        return _WholeHelp(whole.removesuffix("%(default).0s"))

    def _check_type_(self, value: Any, **_: Any) -> Any:
        """Return the instance for a value of a configuration, the environment or a default."""
        try:
            return self._from_configuration(value)
        except ShorthandError as error:
            raise TypeError(f"argument {self.names()[-1]}: {self.option.drawn(error)}") from error

    def _from_configuration(self, value: Any) -> Any:
        is_one_text = isinstance(value, list) and len(value) == 1 and type(value[0]) is str
        if is_one_text and self._is_in_environment(value[0]):
            return self.option.from_text(value[0])
        try:
            return self.option.from_configuration(value)
        except ShorthandError:
            if not is_one_text:
                raise
        # jsonargparse hands over an environment variable as a list of one word, which may be several words.
        return self.option.from_text(value[0])

    def _is_in_environment(self, text: str) -> bool:
        """Return whether a text is that of the option's environment variable, which may be several words."""
        parser = parent_parser.get()
        return parser is not None and os.environ.get(get_env_var(parser, self)) == text

    def serialize(self, value: Any, dump_kwargs: Any = None) -> Any:  # noqa: ARG002 -- jsonargparse's
        """Return what a configuration holds for an instance: its JSON form."""
        return None if value is None else self.option.adapter.to_value(value)

    def instantiate_classes(self, value: Any, *_: Any, **__: Any) -> Any:
        """Return the instance, which is one already."""
        return value

    def completer(self, prefix: str, **_: Any) -> Any:
        """Return what the word can go on to be, as argcomplete asks for it."""
        return ShorthandAction.completer(self, prefix)


def add_option(
    parser: ArgumentParser,
    *names_and_type: object,
    files: Files | None = local,
    nargs: int | str | None = None,
    default: Any = None,
    required: bool = False,
    help: str | None = None,  # noqa: A002 -- argparse's name
    metavar: str | None = None,
) -> argparse.Action:
    """Add an option of a Python type to a parser of jsonargparse, or to a group of one.

    >>> from typing import NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> parser = ArgumentParser()
    >>> _ = add_option(parser, "--tags", list[Tag], help="Tags of the job.")
    >>> parser.parse_args(["--tags", "Key=a,Value=1", "Key=b"]).tags
    [Tag(Key='a', Value='1'), Tag(Key='b', Value='')]

    Repetitions add items to a list and keys to a map; with any other type they are a usage error.

    Args:
        parser: The parser, or a group of one.
        names_and_type: The names of the option, then its type.
        files: Gives the content for `file://…`; by default the files of this machine. None forbids them.
        nargs: How many words the option takes; by default one, or one or more for a list type.
        default: An instance, its shorthand, or its JSON form.
        required: Whether the option must be given.
        help: What the option is for.
        metavar: What the help shows for the value; by default the syntax, if it is short.

    Raises:
        ShorthandTypeError: The type has no shorthand.
    """
    *names, declared = names_and_type
    optional: dict[str, Any] = {} if nargs is None else {"nargs": nargs}
    added: argparse.Action = parser.add_argument(
        *map(str, names),
        action=_ConfigurableAction,
        declared=declared,
        files=files,
        default=default,
        required=required,
        help=help,
        metavar=metavar,
        **optional,
    )
    return added
