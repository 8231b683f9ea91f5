"""Deploy a service: nested options with cyclopts."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Annotated

from cyclopts import App
from cyclopts.config import Env
from declarations import Service, Stage, Target, Volume, report

from shorthand.integrations.cyclopts import add_help_option, option

app = App(name="deploy", config=Env("DEPLOY_", command=False))


@app.default
def deploy(
    *,
    service: Annotated[Service, option(Service)],
    volumes: Annotated[list[Volume], option(list[Volume])] = [],  # noqa: B006
    target: Annotated[Target | None, option(Target)] = None,
    labels: Annotated[dict[str, str], option(dict[str, str])] = {},  # noqa: B006
    notify: Annotated[list[str], option(list[str])] = [],  # noqa: B006
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


add_help_option(app)


def main(arguments: Sequence[str] | None = None) -> None:
    app(arguments)


if __name__ == "__main__":
    main()
