"""Launch a job: what examples/launch_click.py does, without the library. No JSON, no files, no quotes, no Tab."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import click


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


def tag(text: str) -> Tag:
    return Tag(**pairs(text, "Key", {"Key", "Value"}))


def disk(text: str) -> Disk:
    given = pairs(text, "Size", {"Size", "Kind", "Mounts"})
    if not given["Size"].isdecimal():
        raise ValueError(f"Size is a number, not {given['Size']!r}")
    kind = given.get("Kind", "ssd")
    if kind not in ("ssd", "hdd"):
        raise ValueError(f"Kind is ssd or hdd, not {kind!r}")
    # A comma already ends a pair.
    mounts = given["Mounts"].split(":") if "Mounts" in given else []
    return Disk(int(given["Size"]), kind, mounts)


def network(text: str) -> Network:
    given = pairs(text, "Subnets", {"Subnets", "Public"})
    public = given.get("Public", "false")
    if public not in ("true", "false"):
        raise ValueError(f"Public is true or false, not {public!r}")
    return Network(given["Subnets"].split(":"), public == "true")


class Parsed(click.ParamType):
    def __init__(self, parse: Callable[[str], Any], metavar: str) -> None:
        self.parse = parse
        self.name = metavar

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return self.parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


TAG = Parsed(tag, "Key=string,Value=string")
DISK = Parsed(disk, "Size=integer,Kind=ssd|hdd,Mounts=a:b")
NETWORK = Parsed(network, "Subnets=a:b,Public=true|false")


@click.command(context_settings={"auto_envvar_prefix": "LAUNCH"})
@click.option(
    "--tags", type=TAG, multiple=True, default=[Tag("env", "test")], show_default="env=test", help="Tags of the job."
)
@click.option("--disks", type=DISK, multiple=True, help="Its disks.")
@click.option("--network", type=NETWORK, required=True, help="Where it runs.")
def launch(tags: tuple[Tag, ...], disks: tuple[Disk, ...], network: Network) -> None:
    """Launch a job."""
    print(list(tags), list(disks), network, sep="\n")


if __name__ == "__main__":
    launch(prog_name="launch")
