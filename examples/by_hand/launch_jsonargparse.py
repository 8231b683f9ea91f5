"""Launch a job: what examples/launch_jsonargparse.py does, without the library. No JSON, files, quotes or Tab."""

from dataclasses import dataclass, field
from typing import Literal

from jsonargparse import ArgumentParser


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


def pairs(text: str, required: str, allowed: set[str]) -> dict[str, str]:
    given = {}
    for part in text.split(","):
        key, sign, value = part.partition("=")
        if not sign:
            raise ValueError(f"{part!r} is not KEY=VALUE")
        if key not in allowed:
            raise ValueError(f"unknown key {key!r}, use one of {', '.join(sorted(allowed))}")
        given[key] = value
    if required not in given:
        raise ValueError(f"{required} is missing in {text!r}")
    return given


def tag(text: str | Tag) -> Tag:
    if not isinstance(text, str):  # jsonargparse checks its own results again
        return text
    return Tag(**pairs(text, "Key", {"Key", "Value"}))


def disk(text: str | Disk) -> Disk:
    if not isinstance(text, str):  # jsonargparse checks its own results again
        return text
    given = pairs(text, "Size", {"Size", "Kind", "Mounts"})
    if not given["Size"].isdecimal():
        raise ValueError(f"Size is a number, not {given['Size']!r}")
    kind = given.get("Kind", "ssd")
    if kind not in ("ssd", "hdd"):
        raise ValueError(f"Kind is ssd or hdd, not {kind!r}")
    # A comma already ends a pair.
    mounts = given["Mounts"].split(":") if "Mounts" in given else []
    return Disk(int(given["Size"]), kind, mounts)


def network(text: str | Network) -> Network:
    if not isinstance(text, str):  # jsonargparse checks its own results again
        return text
    given = pairs(text, "Subnets", {"Subnets", "Public"})
    public = given.get("Public", "false")
    if public not in ("true", "false"):
        raise ValueError(f"Public is true or false, not {public!r}")
    return Network(given["Subnets"].split(":"), public == "true")


TAG, DISK, NETWORK = "Key=string,Value=string", "Size=integer,Kind=ssd|hdd,Mounts=a:b", "Subnets=a:b,Public=true|false"
parser = ArgumentParser(prog="launch", description="Launch a job.", default_env=True, env_prefix="LAUNCH")
parser.add_argument("--tags", type=tag, nargs="+", metavar=TAG, default=[Tag("env", "test")], help="Tags of the job.")
parser.add_argument("--disks", type=disk, nargs="+", metavar=DISK, default=[], help="Its disks.")
parser.add_argument("--network", type=network, metavar=NETWORK, required=True, help="Where it runs.")
job = parser.parse_args()
print(job.tags, job.disks, job.network, sep="\n")
