"""Structured options in tyro: `tags: Annotated[list[Tag], option(list[Tag])]`."""

from __future__ import annotations

from typing import Any

import tyro
from tyro.constructors import PrimitiveConstructorSpec

from shorthand.errors import ShorthandError
from shorthand.files import local
from shorthand.integrations.option_type import OptionType
from shorthand.syntax.raw import Files

__all__ = ["described", "option"]


def option(declared: Any, *, files: Files | None = local, metavar: str | None = None) -> PrimitiveConstructorSpec[Any]:
    """Return what is beside the type of an option in `Annotated`, so that tyro reads it as shorthand, JSON or a file.

    >>> from typing import Annotated, NamedTuple
    >>> import tyro
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> def make(tags: Annotated[list[Tag], option(list[Tag])] = []):
    ...     return tags
    >>> tyro.cli(make, args=["--tags", "Key=a,Value=1", "Key=b"])
    [Tag(Key='a', Value='1'), Tag(Key='b', Value='')]

    An option takes one word, and one of a list type any number. Names, aliases and help are tyro's own: from
    docstrings, or from `tyro.conf.arg` beside it. Of an option that is repeated tyro keeps the last words; to append,
    annotate `tyro.conf.UseAppendAction[list[Annotated[Tag, option(Tag)]]]`.

    Args:
        declared: The type again, which tyro does not hand on.
        files: Gives the content for `file://…`; by default the files of this machine. None forbids them.
        metavar: What the help shows for the value; by default the syntax, if it is short.

    Raises:
        ShorthandTypeError: The type has no shorthand.
    """
    whole = OptionType(declared, files)

    def instance(words: list[str]) -> Any:
        try:
            return whole.loads(words) if words else whole.with_items([])
        except ShorthandError as error:
            # tyro shows the message of a ValueError as a usage error.
            raise ValueError(whole.drawn(error, in_panel=True)) from error

    def words(default: Any) -> list[str]:
        try:
            return whole.adapter.dumps_option(default)
        except ShorthandError:  # a default of another type is the program's own affair
            return [str(default)]

    return PrimitiveConstructorSpec(
        nargs="*" if whole.is_list else 1,
        metavar=metavar or whole.metavar,
        instance_from_str=instance,
        is_instance=whole.adapter.is_instance,
        str_from_instance=words,
    )


def described(declared: Any, text: str = "") -> Any:
    """Return what gives an option of tyro a help text with its syntax, its members and an example.

    It is `tyro.conf.arg`, and takes the place of what the docstring says about the option.

    >>> from typing import Annotated, NamedTuple
    >>> class Tag(NamedTuple):
    ...     Key: str
    ...     Value: str = ""
    >>> Tags = Annotated[list[Tag], option(list[Tag]), described(list[Tag], "Tags of the job.")]

    Args:
        declared: The type of the option.
        text: What the option is for.

    Raises:
        ShorthandTypeError: The type has no shorthand.
    """
    whole = OptionType(declared, local)
    return tyro.conf.arg(help=whole.help(text, whole.metavar))
