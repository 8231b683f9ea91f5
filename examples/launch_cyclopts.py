"""Launch a job: three structured options with cyclopts."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from cyclopts import App

from shorthand.integrations.cyclopts import completion_script, option


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

app = App(name="launch", help="Launch a job.")


@app.default
def launch(
    *,
    network: Annotated[Network, option(Network, help="Where it runs.")],
    tags: Annotated[list[Tag], option(list[Tag], env_var="LAUNCH_TAGS", help="Tags of the job.")] = TAGS,
    disks: Annotated[list[Disk], option(list[Disk], help="Its disks.")] = [],  # noqa: B006
) -> None:
    print(tags, disks, network, sep="\n")


@app.command(show=False)
def completion(shell: Literal["bash", "zsh", "fish"]) -> None:
    """Print the script that makes a shell complete this program."""
    print(completion_script(app, shell))


if __name__ == "__main__":
    app()
