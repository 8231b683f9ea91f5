"""Structured options for argparse: `add_option(parser, "--tags", list[Tag])`.

Completion on Tab is argcomplete's where the program calls it: `pip install 'aws-shorthand[argcomplete]'`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from shorthand.errors import ShorthandError
from shorthand.files import local
from shorthand.integrations.option_type import OptionType
from shorthand.syntax.raw import Files

__all__ = ["ShorthandAction", "ShorthandType", "add_option"]


class ShorthandType:
    """A `type=` for one word of an option: `parser.add_argument("--tag", type=ShorthandType(Tag))`.

    `files` gives the content for `file://…`; by default those of this machine, None forbids them.
    """

    def __init__(self, tp: Any, *, files: Files | None = local) -> None:
        self.option = OptionType(tp, files)

    def __call__(self, token: str) -> Any:
        try:
            return self.option.loads([token])
        except ShorthandError as error:
            raise argparse.ArgumentTypeError(str(error)) from error


class ShorthandAction(argparse.Action):
    """An `action=` for a whole option: `parser.add_argument("--tags", action=ShorthandAction, declared=list[Tag])`.

    The words that argparse gives it make one instance of the declared type: of a list type one word or more. With
    `append`, each time that the option is given adds to those before; otherwise the last one counts. The default, an
    instance or its shorthand, is shown as shorthand in the help.
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
        default: Any = None,
        help: str | None = None,  # noqa: A002 -- argparse's name
        metavar: str | tuple[str, ...] | None = None,
        **others: Any,
    ) -> None:
        self.option = OptionType(declared, files)
        self.append = append
        if append and not self.option.is_list:
            raise ValueError("only an option of a list type can be added to")
        self.shown = ""
        if default is not None and default is not argparse.SUPPRESS:
            default = self.option.accept(self.option.split(default) if isinstance(default, str) else default)
            self.shown = self.option.shown(default)
        if metavar is None and option_strings:
            # Of several words argparse shows the metavar twice.
            metavar = self.option.name if self.option.is_list and nargs != 1 else self.option.metavar
        super().__init__(
            option_strings,
            dest,
            nargs="+" if nargs is None and self.option.is_list else nargs,
            default=default,
            help=self._help(help, metavar),
            metavar=metavar,
            **others,
        )

    def _help(self, text: str | None, metavar: Any) -> str | None:
        if text is argparse.SUPPRESS:
            return text
        text = (text or "").replace("%(default)s", "%(shown)s")
        # Of no width: the formatters that show defaults look whether the text has it.
        default = " (default: %(shown)s)%(default).0s" if self.shown and "%(shown)s" not in text else ""
        stop = "." if text[-1:].isalnum() else ""
        return f"{text}{stop} {self.option.written(metavar).replace('%', '%%')}".strip() + default

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 -- argparse's
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,  # noqa: ARG002 -- argparse's
    ) -> None:
        try:
            instance = self._instance(values)
            before = getattr(namespace, self.dest, None)
            if self.append and before is not None and before is not self.default:
                instance = self.option.together(before, instance)
        except ShorthandError as error:
            raise argparse.ArgumentError(self, str(error)) from error
        setattr(namespace, self.dest, instance)

    def _instance(self, values: Any) -> Any:
        if values == [] and self.option.is_list:
            return self.option.together()
        words = [values] if isinstance(values, str) else values
        if isinstance(words, list) and words and all(isinstance(word, str) for word in words):
            return self.option.loads(words)
        # An option or argument that may stand without a word has its const, or its default, then.
        return self.option.accept(values)

    def completer(self, prefix: str, **_: Any) -> dict[str, str]:
        """What the word may go on to be, as argcomplete asks for it."""
        return {candidate.word: candidate.help for candidate in self.option.candidates(prefix)}


def add_option(parser: Any, *names_and_type: Any, action: str = "store", **others: Any) -> argparse.Action:
    """Add an option, or a positional argument, of a declared type to a parser or a group of one.

    >>> from typing import NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> parser = argparse.ArgumentParser()
    >>> _ = add_option(parser, "--tags", list[Tag], help="Tags of the job.")
    >>> parser.parse_args(["--tags", "Key=a,Value=1", "Key=b"]).tags
    [Tag(Key='a', Value='1'), Tag(Key='b', Value='')]

    First the names, then the type; the rest is as for `add_argument`, with the actions "store" and "append". An option
    of a list type takes one word or more. `files` gives the content for `file://…`; None forbids it. Raises
    ShorthandTypeError where the type has no shorthand.
    """
    *names, declared = names_and_type
    if action not in ("store", "append"):
        raise ValueError(f"the action is 'store' or 'append', not {action!r}")
    added: argparse.Action = parser.add_argument(
        *names, action=ShorthandAction, declared=declared, append=action == "append", **others
    )
    return added
