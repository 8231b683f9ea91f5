"""Launch a job: what examples/launch_tyro.py does, without the library. No JSON, no files, no quotes, no Tab."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import tyro
from tyro.constructors import PrimitiveConstructorSpec


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


def option(parse: Callable[[str], Any], write: Callable[[Any], str], metavar: str, is_list: bool) -> Any:
    return PrimitiveConstructorSpec(
        nargs="*" if is_list else 1,
        metavar=metavar,
        instance_from_str=lambda words: [parse(word) for word in words] if is_list else parse(words[0]),
        is_instance=lambda _: True,
        str_from_instance=lambda instance: [write(one) for one in instance] if is_list else [write(instance)],
    )


def write_tag(tag: Tag) -> str:
    return f"Key={tag.Key},Value={tag.Value}"


def write_disk(disk: Disk) -> str:
    return f"Size={disk.Size},Kind={disk.Kind},Mounts={':'.join(disk.Mounts)}"


def write_network(network: Network) -> str:
    return f"Subnets={':'.join(network.Subnets)},Public={str(network.Public).lower()}"


TAG, DISK, NETWORK = "Key=string,Value=string", "Size=integer,Kind=ssd|hdd,Mounts=a:b", "Subnets=a:b,Public=true|false"
TAGS = [Tag("env", "test")]


def launch(
    *,
    network: Annotated[Network, option(network, write_network, NETWORK, False)],
    tags: Annotated[list[Tag], option(tag, write_tag, TAG, True)] = TAGS,
    disks: Annotated[list[Disk], option(disk, write_disk, DISK, True)] = [],  # noqa: B006
) -> None:
    """Launch a job.

    Args:
        network: Where it runs.
        tags: Tags of the job.
        disks: Its disks.
    """
    print(tags, disks, network, sep="\n")


if __name__ == "__main__":
    tyro.cli(launch, prog="launch")
