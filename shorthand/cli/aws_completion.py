"""Tab completion within a whole command: services, operations, options, and the text of an option."""

from __future__ import annotations

from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from shorthand.cli import completion
from shorthand.errors import ShorthandError


class WholeCommand(click.Command):
    """A click command whose words have options of their own, after two words that do not start with a dash."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Return the candidates for a word that starts with a dash, for which click asks the command."""
        if len(ctx.params.get("words") or ()) < 2:
            return super().shell_complete(ctx, incomplete)
        return words(ctx, self.params[-1], incomplete)


def words(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:  # noqa: ARG001
    """Return the candidates for the word after those that are given."""
    given = [word for word in ctx.params.get("words") or () if word != "aws"]
    try:
        found = list(_candidates(given, incomplete))
    except ShorthandError:
        return []
    # A text can continue after a candidate, a name is complete.
    return completion.items(found, goes_on=lambda word: "=" in word)


def _candidates(given: list[str], incomplete: str) -> Iterator[tuple[str, str]]:
    from shorthand.aws.models import aws, operations, services  # only Tab needs them here

    if not given:
        yield from ((name, "") for name in services() if name.startswith(incomplete))
        return
    service, *rest = given
    names = operations(service)
    path = " ".join(rest[:2]) if " ".join(rest[:2]) in names else "".join(rest[:1])
    within = [name for name in names if name.startswith(f"{path} " if path else "")]
    if not path or (within and len(rest) == 1):
        steps = dict.fromkeys(name.removeprefix(f"{path} ").split(" ")[0] for name in within)
        yield from ((step, "") for step in steps if step.startswith(incomplete))
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
