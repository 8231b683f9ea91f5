"""Launch a job: three structured options with tyro."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

import tyro

from shorthand.integrations.tyro import described, option


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


TAGS = [Tag("env", "test")]


def launch(
    *,
    network: Annotated[Network, option(Network), described(Network, "Where it runs.")],
    tags: Annotated[list[Tag], option(list[Tag]), described(list[Tag], "Tags of the job.")] = TAGS,
    disks: Annotated[list[Disk], option(list[Disk]), described(list[Disk], "Its disks.")] = [],  # noqa: B006
) -> None:
    """Launch a job."""
    print(tags, disks, network, sep="\n")


if __name__ == "__main__":
    tyro.cli(launch, prog="launch")
