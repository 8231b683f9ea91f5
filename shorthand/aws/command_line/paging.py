"""Options that page through the results, and what becomes of them when paging is turned off.

In an operation that pages, the AWS CLI takes `--max-items`, `--page-size` and `--starting-token` for itself. With
`--no-paginate`, or with an undocumented option such as `--next-token`, it does not page. Then such an option gives the
member of the input that has its name, if there is one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from shorthand.aws.command import Command, Option
from shorthand.errors import ShorthandError
from shorthand.shapes import Structure

_PAGING = {"--max-items": "MaxItems", "--page-size": "PageSize", "--starting-token": "StartingToken"}


def pages(command: Command) -> bool:
    """Return whether the AWS CLI pages through the results of an operation."""
    return "--starting-token" in command.options and command.options["--starting-token"].member is None


def without_paging(command: Command, given: Collection[str]) -> Mapping[str, Option]:
    """Return the paging options that give members of the input, because the AWS CLI does not page.

    Args:
        command: An operation that pages.
        given: The names of the options that are given.

    Raises:
        ShorthandError: A paging option is given that gives no member.
    """
    members = command.input_shape.members if isinstance(command.input_shape, Structure) else {}
    restored: dict[str, Option] = {}
    for name, member in _PAGING.items():
        # Members are named in several ways: MaxItems, maxItems.
        known = next((one for one in members if one.lower() == member.lower()), None)
        if name in command.options and known is not None:
            restored[name] = replace(command.options[name], member=known, shape=members[known])
        elif name in given and name in command.options:
            raise ShorthandError(f"{name} cannot be given when paging is turned off", hint=f"remove {name}")
    return restored


def turns_paging_off(command: Command, given: Collection[str]) -> bool:
    """Return whether an undocumented option that pages by hand is given."""
    return any(name in given and option.member is not None for name, option in command.hidden.items())
