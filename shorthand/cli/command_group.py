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
        if args[0] == "help" and not ctx.resilient_parsing:
            _print_help(self, ctx, args[1:])
        if args[0] not in names and not args[0].startswith("-") and not ctx.resilient_parsing:
            from shorthand.cli.usage_errors import unknown_subcommand  # few runs need it

            raise unknown_subcommand(args[0], names, ctx.command_path)
        return super().resolve_command(ctx, args)


def _print_help(command: click.Command, ctx: click.Context, names: list[str]) -> None:
    """Print the help of the group, or of the subcommand that the names lead to, and end the run."""
    for name in names:
        if not isinstance(command, click.Group):
            break
        resolved, found, _ = command.resolve_command(ctx, [name])
        if found is not None:
            command, ctx = found, click.Context(found, ctx, resolved)
    click.echo(command.get_help(ctx))
    ctx.exit()
