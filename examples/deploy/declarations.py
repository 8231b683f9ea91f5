"""What the `deploy` programs take, declared once for all frameworks."""

import shlex
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import PurePosixPath
from typing import Any, Literal, TypeAlias

import shorthand


class Stage(Enum):
    DEV = "dev"
    STAGING = "staging"
    PROD = "prod"


@dataclass
class Health:
    path: PurePosixPath
    """Where the service answers."""
    interval: timedelta = timedelta(seconds=30)
    """How often it is asked."""


@dataclass
class Service:
    name: str
    image: str
    replicas: int = 1
    """How many copies run."""
    health: Health | None = None
    env: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.replicas < 1:
            raise ValueError("a service has at least one replica")


@dataclass
class Volume:
    size: int
    """How large, in GB."""
    kind: Literal["ssd", "hdd"] = "ssd"
    mounts: list[PurePosixPath] = field(default_factory=list)


@dataclass
class Container:
    cpu: Decimal
    kind: Literal["container"] = "container"


@dataclass
class Function:
    memory: int
    kind: Literal["function"] = "function"


Target: TypeAlias = Container | Function

TYPES: dict[str, Any] = {
    "service": Service,
    "volumes": list[Volume],
    "target": Target,
    "labels": dict[str, str],
    "notify": list[str],
    "budget": Decimal,
    "since": datetime,
    "timeout": timedelta,
    "stage": Stage,
}


def report(**options: Any) -> None:
    """Print every option that has a value, as it would be typed."""
    for name, tp in TYPES.items():
        value = options[name]
        if value not in (None, [], {}):
            print(name, shlex.join(shorthand.dumps_option(value, tp)))
