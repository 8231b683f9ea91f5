"""Deploy a service: nested options with tyro."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Annotated

import tyro
from declarations import Service, Stage, Target, Volume, report

from shorthand.integrations.tyro import option


def deploy(
    *,
    service: Annotated[Service, option(Service)],
    volumes: tyro.conf.UseAppendAction[list[Annotated[Volume, option(Volume)]]] = [],  # noqa: B006
    target: Annotated[Target | None, option(Target)] = None,
    labels: Annotated[dict[str, str], option(dict[str, str])] = {},  # noqa: B006
    notify: tyro.conf.UseAppendAction[list[str]] = [],  # noqa: B006
    budget: Annotated[Decimal | None, option(Decimal)] = None,
    since: Annotated[datetime | None, option(datetime)] = None,
    timeout: Annotated[timedelta, option(timedelta)] = timedelta(minutes=5),
    stage: Annotated[Stage, option(Stage)] = Stage.DEV,
) -> None:
    """Deploy a service.

    Args:
        service: What to run.
        volumes: Its disks.
        target: Where to run it.
        labels: Labels to find it by.
        notify: Whom to tell.
        budget: The most it may cost.
        since: When it starts.
        timeout: How long to wait.
        stage: Where it belongs.
    """
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
    tyro.cli(deploy, prog="deploy", args=arguments)


if __name__ == "__main__":
    main()
