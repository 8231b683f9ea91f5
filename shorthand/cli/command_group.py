"""A group of subcommands that suggests the one that was meant."""

from __future__ import annotations

import click


class CommandGroup(click.Group):
    """A click group whose error for an unknown subcommand has a hint."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the name, the command and the other arguments. Raises ShorthandError."""
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-") and not ctx.resilient_parsing:
            from shorthand.cli.usage_errors import unknown_subcommand  # few runs need it

            raise unknown_subcommand(args[0], names, ctx.command_path)
        return super().resolve_command(ctx, args)
