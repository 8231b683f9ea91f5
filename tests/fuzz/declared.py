"""Types that the fuzzed command names as schemas: `python:tests.fuzz.declared:Tag`."""

from dataclasses import dataclass, field
from typing import Any


def _raise() -> Any:
    raise RuntimeError("a factory that raises")


@dataclass
class Tag:
    """A type like those of users."""

    Key: str
    Value: str = ""
    Count: int = 0


@dataclass
class Raises:
    """A type whose default cannot be made."""

    Key: str = field(default_factory=_raise)
