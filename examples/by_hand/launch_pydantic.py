"""Launch a job: what examples/launch_pydantic.py does, without the library. No JSON, no files, no quotes, no Tab."""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_settings import BaseSettings, CliSettingsSource, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict


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


# Pydantic-settings joins what is given several times by commas, so that items need another sign between them.
def read_tags(value: Any) -> Any:
    return [tag(part) for part in value.split()] if isinstance(value, str) else value


def read_disks(value: Any) -> Any:
    return [disk(part) for part in value.split()] if isinstance(value, str) else value


def read_network(value: Any) -> Any:
    return network(value) if isinstance(value, str) else value


TAG, DISK, NETWORK = "Key=string,Value=string", "Size=integer,Kind=ssd|hdd,Mounts=a:b", "Subnets=a:b,Public=true|false"


class Launch(BaseSettings):
    """Launch a job."""

    model_config = SettingsConfigDict(env_prefix="LAUNCH_", cli_prog_name="launch")

    tags: Annotated[Any, NoDecode, BeforeValidator(read_tags), Field(description=f"Tags of the job, '{TAG} ...'.")] = [
        Tag("env", "test")
    ]
    disks: Annotated[Any, NoDecode, BeforeValidator(read_disks), Field(description=f"Its disks, '{DISK} ...'.")] = []
    network: Annotated[Any, NoDecode, BeforeValidator(read_network), Field(description=f"Where it runs, {NETWORK}.")]

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], *sources: PydanticBaseSettingsSource, **named: PydanticBaseSettingsSource
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return CliSettingsSource(settings_cls, cli_parse_args=True), *sources, *named.values()


if __name__ == "__main__":
    job = Launch()  # type: ignore[call-arg] # from the command line
    print(job.tags, job.disks, job.network, sep="\n")
