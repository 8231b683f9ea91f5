"""Deploy a service: nested options with Typer."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Annotated

import typer
from declarations import Service, Stage, Target, Volume, report

from shorthand.integrations.typer import help_option, option

app = typer.Typer(context_settings={"auto_envvar_prefix": "DEPLOY"})


@app.command()
def deploy(
    service: Annotated[Service, option(Service, help="What to run.")],
    timeout: Annotated[timedelta, option(timedelta, default="5m", help="How long to wait.")],
    volumes: Annotated[list[Volume], option(list[Volume], help="Its disks.")] = [],  # noqa: B006 -- Typer copies it
    target: Annotated[object, option(Target, help="Where to run it.")] = None,
    labels: Annotated[dict[str, str], option(dict[str, str], help="Labels to find it by.")] = {},  # noqa: B006
    notify: Annotated[list[str], option(list[str], help="Whom to tell.")] = [],  # noqa: B006
    budget: Annotated[Decimal | None, option(Decimal, help="The most it may cost.")] = None,
    since: Annotated[datetime | None, option(datetime, help="When it starts.")] = None,
    stage: Annotated[Stage, option(Stage, help="Where it belongs.")] = Stage.DEV,
    _help: Annotated[str, help_option()] = "",
) -> None:
    """Deploy a service."""
    report(
        service=service,
        volumes=volumes,
        target=target,
        labels=labels,
        notify=notify,
        budget=budget,
        since=since,
        timeout=timeout,
        stage=stage,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    app(arguments, prog_name="deploy")


if __name__ == "__main__":
    main()
