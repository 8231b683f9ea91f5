"""Launch a job: three structured options with pydantic-settings, on the command line or in the environment."""

from typing import Annotated, Literal

import argcomplete
from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from shorthand.integrations.pydantic import Shorthand
from shorthand.integrations.pydantic_settings import ShorthandCliSource


class Tag(BaseModel):
    Key: str
    Value: str = ""


class Disk(BaseModel):
    Size: Annotated[int, Field(gt=0)]
    Kind: Literal["ssd", "hdd"] = "ssd"
    Mounts: list[str] = []


class Network(BaseModel):
    Subnets: list[str]
    Public: bool = False


class Launch(BaseSettings):
    """Launch a job."""

    model_config = SettingsConfigDict(env_prefix="LAUNCH_", cli_prog_name="launch")

    tags: Annotated[list[Tag], NoDecode, Shorthand(), Field(description="Tags of the job.")] = [
        Tag(Key="env", Value="test")
    ]
    disks: Annotated[list[Disk], NoDecode, Shorthand(), Field(description="Its disks.")] = []
    network: Annotated[Network, NoDecode, Shorthand(), Field(description="Where it runs.")]

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], *sources: PydanticBaseSettingsSource, **named: PydanticBaseSettingsSource
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        line = ShorthandCliSource(settings_cls, cli_parse_args=False)
        argcomplete.autocomplete(line.root_parser)
        return line(args=True), *sources, *named.values()


if __name__ == "__main__":
    job = Launch()  # type: ignore[call-arg] # from the command line
    print(job.tags, job.disks, job.network, sep="\n")
