"""Launch a job: three structured options with argparse, completed on Tab by argcomplete."""

import argparse
from dataclasses import dataclass, field
from typing import Literal

import argcomplete

from shorthand.integrations.argparse import add_option


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


parser = argparse.ArgumentParser(prog="launch", description="Launch a job.")
add_option(parser, "--tags", list[Tag], default=[Tag("env", "test")], help="Tags of the job.")
add_option(parser, "--disks", list[Disk], default=[], help="Its disks.")
add_option(parser, "--network", Network, required=True, help="Where it runs.")
argcomplete.autocomplete(parser)
job = parser.parse_args()
print(job.tags, job.disks, job.network, sep="\n")
