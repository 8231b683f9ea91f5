"""Launch a job: three structured options with click."""

from dataclasses import dataclass, field
from typing import Literal

import click

from shorthand.integrations.click import option


@dataclass
class Tag:
    Key: str
    Value: str = ""


@dataclass
class Disk:
    Size: int
    Kind: Literal["ssd", "hdd"] = "ssd"
    Mounts: list[str] = field(default_factory=list)


@dataclass
class Network:
    Subnets: list[str]
    Public: bool = False


@click.command(context_settings={"show_default": True, "auto_envvar_prefix": "LAUNCH"})
@option("--tags", list[Tag], default=[Tag("env", "test")], help="Tags of the job.")
@option("--disks", list[Disk], help="Its disks.")
@option("--network", Network, required=True, help="Where it runs.")
def launch(tags: list[Tag], disks: list[Disk], network: Network) -> None:
    """Launch a job."""
    print(tags, disks, network, sep="\n")


if __name__ == "__main__":
    launch(prog_name="launch")
