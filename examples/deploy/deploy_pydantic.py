"""Deploy a service: nested options with pydantic-settings."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Annotated

from declarations import Service, Stage, Target, Volume, report
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, CliApp, NoDecode, SettingsConfigDict

from shorthand.integrations.pydantic import Shorthand
from shorthand.integrations.pydantic_settings import ShorthandCliSource


class Deploy(BaseSettings):
    """Deploy a service."""

    model_config = SettingsConfigDict(env_prefix="DEPLOY_", cli_prog_name="deploy")

    service: Annotated[Service, NoDecode, Shorthand(), Field(description="What to run.")]
    volumes: Annotated[list[Volume], NoDecode, Shorthand(), Field(description="Its disks.")] = []
    target: Annotated[Target | None, NoDecode, Shorthand(), Field(description="Where to run it.")] = None
    labels: Annotated[dict[str, str], NoDecode, Shorthand(), Field(description="Labels to find it by.")] = {}
    notify: Annotated[list[str], NoDecode, Shorthand(), Field(description="Whom to tell.")] = []
    budget: Annotated[Decimal | None, NoDecode, Shorthand(), Field(description="The most it may cost.")] = None
    since: Annotated[datetime | None, NoDecode, Shorthand(), Field(description="When it starts.")] = None
    timeout: Annotated[timedelta, NoDecode, Shorthand(), Field(description="How long to wait.")] = timedelta(minutes=5)
    stage: Annotated[Stage, NoDecode, Shorthand(), Field(description="Where it belongs.")] = Stage.DEV


def main(arguments: Sequence[str] | None = None) -> None:
    words = None if arguments is None else list(arguments)
    try:
        source = ShorthandCliSource(Deploy, help_option=True)
        given = CliApp.run(Deploy, cli_args=words, cli_settings_source=source)
    except ValidationError as error:
        raise SystemExit(f"deploy: {error}") from error
    report(**dict(given))


if __name__ == "__main__":
    main()
