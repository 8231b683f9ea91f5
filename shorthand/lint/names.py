"""The services, commands and options of both major versions of the AWS CLI, and the names near to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from shorthand.aws.command import Command, Option
from shorthand.aws.models import aws, model_file, operations, services
from shorthand.did_you_mean import did_you_mean, nearest

# `service-name` is no slip for service-quotas, and `create-tag` is one for create-tags.
_MISSPELT = 0.75
# `esc` is a slip for ecs, and `--bogus` is none for --tags.
_MEANT = 0.65


@lru_cache(maxsize=256)
def command_of(service: str, operation: str, version: int) -> Command | None:
    """Return a command, or None where there is none."""
    return aws(service, operation, version) if operation in operations_of(service, version) else None


@lru_cache(maxsize=256)
def is_hidden(service: str, operation: str, version: int) -> bool:
    """Return whether the AWS CLI has a command that its reference leaves out."""
    return "hidden" in model_file().service(service).command(operation, version)


def documented_name(option: Option, command: Command) -> str | None:
    """Return the name in the reference of the option that gives the same member as an older name of it does."""
    if option.member is None:
        return None
    return next((one.name for one in command.options.values() if one.member == option.member), None)


@lru_cache(maxsize=256)
def operations_of(service: str, version: int) -> frozenset[str]:
    """Return the names of a service's commands; none where the models do not know the service."""
    return frozenset(operations(service, version)) if service in services_of(version) else frozenset()


@lru_cache(maxsize=4)
def services_of(version: int) -> frozenset[str]:
    """Return the names of the services; none where the models do not know the version."""
    return frozenset(services(version)) if version in model_file().versions else frozenset()


def one_near(word: str, names: Iterable[str]) -> str | None:
    """Return the name that was probably meant, or None where the nearest one is only somewhat alike."""
    names = list(names)
    near = nearest(word, names) if did_you_mean(word, names) else None
    return near if near and SequenceMatcher(None, word, near).ratio() >= _MEANT else None


def is_misspelt(word: str, names: Iterable[str]) -> bool:
    """Return whether a word differs from a name in few letters only."""
    near = one_near(word, names)
    return near is not None and SequenceMatcher(None, word, near).ratio() >= _MISSPELT


def is_same_name(word: str, name: str) -> bool:
    """Return whether two names differ only in case, hyphens and underscores."""
    return _folded(word) == _folded(name)


def _folded(word: str) -> str:
    return word.lower().replace("-", "").replace("_", "")
