"""Launch a job: what examples/launch_typer.py does, without the library. No JSON, no files, no quotes, no Tab."""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import typer


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
            raise typer.BadParameter(f"{part!r} is not KEY=VALUE")
        if key not in allowed:
            raise typer.BadParameter(f"unknown key {key!r}, use one of {', '.join(sorted(allowed))}")
        given[key] = value
    if required not in given:
        raise typer.BadParameter(f"{required} is missing in {text!r}")
    return given


def tag(text: str) -> Tag:
    return Tag(**pairs(text, "Key", {"Key", "Value"}))


def disk(text: str) -> Disk:
    given = pairs(text, "Size", {"Size", "Kind", "Mounts"})
    if not given["Size"].isdecimal():
        raise typer.BadParameter(f"Size is a number, not {given['Size']!r}")
    kind = given.get("Kind", "ssd")
    if kind not in ("ssd", "hdd"):
        raise typer.BadParameter(f"Kind is ssd or hdd, not {kind!r}")
    # A comma already ends a pair.
    mounts = given["Mounts"].split(":") if "Mounts" in given else []
    return Disk(int(given["Size"]), kind, mounts)


def network(text: str) -> Network:
    given = pairs(text, "Subnets", {"Subnets", "Public"})
    public = given.get("Public", "false")
    if public not in ("true", "false"):
        raise typer.BadParameter(f"Public is true or false, not {public!r}")
    return Network(given["Subnets"].split(":"), public == "true")


TAG, DISK, NETWORK = "Key=string,Value=string", "Size=integer,Kind=ssd|hdd,Mounts=a:b", "Subnets=a:b,Public=true|false"
app = typer.Typer()


@app.command()
def launch(
    network: Annotated[Any, typer.Option(parser=network, metavar=NETWORK, help="Where it runs.")],
    tags: Annotated[
        list[Any] | None,
        typer.Option(
            parser=tag, metavar=TAG, envvar="LAUNCH_TAGS", show_default="Key=env,Value=test", help="Tags of the job."
        ),
    ] = None,
    disks: Annotated[list[Any] | None, typer.Option(parser=disk, metavar=DISK, help="Its disks.")] = None,
) -> None:
    """Launch a job."""
    print(tags or [Tag("env", "test")], disks or [], network, sep="\n")


if __name__ == "__main__":
    app(prog_name="launch")
