"""Launch a job: three structured options with Typer."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

import typer

from shorthand.integrations.typer import option


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


app = typer.Typer()


@app.command()
def launch(
    network: Annotated[Network, option(Network, help="Where it runs.")],
    tags: Annotated[
        list[Tag], option(list[Tag], default=[Tag("env", "test")], envvar="LAUNCH_TAGS", help="Tags of the job.")
    ],
    disks: Annotated[list[Disk], option(list[Disk], help="Its disks.")] = [],  # noqa: B006 -- Typer copies it
) -> None:
    """Launch a job."""
    print(tags, disks, network, sep="\n")


if __name__ == "__main__":
    app(prog_name="launch")
