"""Deploy a service: nested options with click."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import click
from declarations import Service, Stage, Target, Volume, report

from shorthand.integrations.click import help_option, option


@click.command(context_settings={"show_default": True, "auto_envvar_prefix": "DEPLOY"})
@option("--service", Service, required=True, help="What to run.")
@option("--volumes", list[Volume], help="Its disks.")
@option("--target", Target, help="Where to run it.")
@option("--labels", dict[str, str], default={}, help="Labels to find it by.")
@option("--notify", list[str], help="Whom to tell.")
@option("--budget", Decimal, help="The most it may cost.")
@option("--since", datetime, help="When it starts.")
@option("--timeout", timedelta, default="5m", help="How long to wait.")
@option("--stage", Stage, default=Stage.DEV, help="Where it belongs.")
@help_option()
def deploy(**options: Any) -> None:
    """Deploy a service."""
    report(**options)


def main(arguments: Sequence[str] | None = None) -> None:
    deploy.main(arguments, prog_name="deploy")


if __name__ == "__main__":
    main()
