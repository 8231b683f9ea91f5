"""Launch a job: what examples/launch_cyclopts.py does, without the library. No JSON, no files, no quotes, no Tab."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from cyclopts import App, Parameter, Token


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


def each(parse: Callable[[str], Any]) -> Callable[[Any, Sequence[Token]], Any]:
    return lambda _, tokens: [parse(token.value) for token in tokens]


def only(parse: Callable[[str], Any]) -> Callable[[Any, Sequence[Token]], Any]:
    return lambda _, tokens: parse(tokens[0].value)


def option(converter: Callable[..., Any], metavar: str, text: str, **others: Any) -> Parameter:
    return Parameter(
        converter=converter,
        metavar=metavar,
        help=text,
        n_tokens=1,
        accepts_keys=False,
        json_dict=False,
        json_list=False,
        negative=(),
        **others,
    )


TAG, DISK, NETWORK = "Key=string,Value=string", "Size=integer,Kind=ssd|hdd,Mounts=a:b", "Subnets=a:b,Public=true|false"
TAGS = [Tag("env", "test")]
app = App(name="launch", help="Launch a job.")


@app.default
def launch(
    *,
    network: Annotated[Network, option(only(network), NETWORK, "Where it runs.")],
    tags: Annotated[list[Tag], option(each(tag), TAG, "Tags of the job.", env_var="LAUNCH_TAGS")] = TAGS,
    disks: Annotated[list[Disk], option(each(disk), DISK, "Its disks.")] = [],  # noqa: B006
) -> None:
    print(tags, disks, network, sep="\n")


if __name__ == "__main__":
    app()
