"""What Tab offers within a whole command: services, commands, options, and what an option's text may go on with."""

from __future__ import annotations

from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from shorthand.errors import ShorthandError


class WholeCommand(click.Command):
    """A command whose words have options of their own, which stand after two words without a dash."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Click asks the command where the word begins with a dash."""
        if len(ctx.params.get("words") or ()) < 2:
            return super().shell_complete(ctx, incomplete)
        return words(ctx, self.params[-1], incomplete)


def words(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001
    """What may stand after the words that are given."""
    given = [word for word in ctx.params.get("words") or () if word != "aws"]
    try:
        found = list(_candidates(given, incomplete))
    except ShorthandError:
        return []
    # A text may go on after what is offered, a name is whole.
    return [CompletionItem(word, help=told or None, goes_on="=" in word) for word, told in found]


def _candidates(given: list[str], incomplete: str) -> Iterator[tuple[str, str]]:
    from shorthand.aws.models import aws, operations, services

    if not given:
        yield from ((name, "") for name in services() if name.startswith(incomplete))
        return
    service, *rest = given
    path = " ".join(rest[:2]) if " ".join(rest[:2]) in operations(service) else "".join(rest[:1])
    within = [name for name in operations(service) if name.startswith(f"{path} " if path else "")]
    if not path or (within and len(rest) == 1):
        names = dict.fromkeys(name.removeprefix(f"{path} ").split(" ")[0] for name in within)
        yield from ((name, "") for name in names if name.startswith(incomplete))
        return
    command = aws(service, path)
    if incomplete.startswith("-"):
        for option in command.options.values():
            for name in (option.name, option.negative or ""):
                if name.startswith(incomplete) and name not in given:
                    yield name, option.syntax() or option.shape.type_name
        return
    last = next((word for word in reversed(rest) if word.startswith("--")), "")
    if last in command.options:
        from shorthand.integrations.word_candidates import word_candidates

        yield from word_candidates(incomplete, command.options[last].shape)
