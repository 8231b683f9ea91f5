"""Launch a job: three structured options with jsonargparse."""

from dataclasses import dataclass, field
from typing import Literal

from jsonargparse import ArgumentParser

from shorthand.integrations.jsonargparse import add_option


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


parser = ArgumentParser(prog="launch", description="Launch a job.", default_env=True, env_prefix="LAUNCH")
add_option(parser, "--tags", list[Tag], default=[Tag("env", "test")], help="Tags of the job.")
add_option(parser, "--disks", list[Disk], default=[], help="Its disks.")
add_option(parser, "--network", Network, required=True, help="Where it runs.")
job = parser.parse_args()
print(job.tags, job.disks, job.network, sep="\n")
