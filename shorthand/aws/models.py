"""Any command of the AWS CLI, from the bundled models or those that the user has built.

An option in the model file is its name alone where it stands for the next member of the input, and else an object:

    name        as documented, without the dashes
    member      what it stands for in the input; its shape and whether it is required are the member's, but for
    shape       the number of another shape
    required    1 or 0
    negative    of `--x | --no-x`, the name that says false
    flag        1 where it takes no value
    hidden      1 where it is taken but not documented
    positional  1 where it is given without its name
    bare        where the structures of its list may be given as the bare value of their only member: how many of them
                the reference shows
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from shorthand import shapes
from shorthand.aws.command import Command, Option
from shorthand.aws.model_file import Block, ModelFile
from shorthand.did_you_mean import did_you_mean
from shorthand.errors import ShorthandError

BUNDLED = os.path.join(os.path.dirname(__file__), "aws.models")

_FOLDER = "aws-shorthand"

_SCALARS: dict[str, shapes.Shape] = {
    "string": shapes.String(),
    "integer": shapes.Integer(),
    "long": shapes.Long(),
    "float": shapes.Float(),
    "double": shapes.Double(),
    "boolean": shapes.Boolean(),
    "timestamp": shapes.Timestamp(),
    "blob": shapes.Blob(),
    "streaming": shapes.Blob(streaming=True),
    "document": shapes.Document(),
    "json": shapes.Document(in_string=True),
}


def aws(service: str, operation: str) -> Command:
    """The command `aws SERVICE OPERATION`, with every option that it documents.

    Nothing but this service's models is read. What every command has (`--cli-input-json` and the like) is left out.
    Raises ShorthandError, with the nearest name, where there is no such command.

    >>> tags = aws("sagemaker", "create-auto-ml-job").options["--tags"]
    >>> tags.member, tags.syntax()
    ('Tags', 'Key=string,Value=string ...')
    """
    block = _block(model_file(), service)
    if operation not in block.names:
        raise ShorthandError(f"{service} has no command {operation!r}", hint=did_you_mean(operation, block.names))
    return _command(operation, block.command(operation), _Shapes(block))


def services() -> list[str]:
    """The names of all services."""
    return model_file().services


def operations(service: str) -> list[str]:
    """The names of a service's commands; one within another is named after it: `wait job-complete`."""
    return list(_block(model_file(), service).names)


def model_file() -> ModelFile:
    """The models in use: the user's own where `shorthand models build` has made some, else the bundled ones."""
    own = None if _has_surely_none() else user_file()
    wanted = own is not None and ("SHORTHAND_MODELS" in os.environ or os.path.exists(own))
    return _opened(own if own is not None and wanted else BUNDLED)


def user_file() -> str | None:
    """Where the user's own models are kept; None where the extra `cli`, which knows the place, is not installed."""
    if "SHORTHAND_MODELS" in os.environ:
        return os.environ["SHORTHAND_MODELS"]
    try:
        from platformdirs import user_data_dir
    except ModuleNotFoundError:
        return None
    return os.path.join(user_data_dir(_FOLDER, appauthor=False), "aws.models")


def _has_surely_none() -> bool:
    """Whether the user has no models of their own, where that can be told without platformdirs.

    Importing it takes longer than reading the models does.
    """
    if sys.platform != "linux" or "SHORTHAND_MODELS" in os.environ:
        return False
    home = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")
    return not os.path.isdir(os.path.join(home, _FOLDER))


@cache
def _opened(path: str) -> ModelFile:
    return ModelFile(path)


@cache
def _block(models: ModelFile, service: str) -> Block:
    if service not in models.services:
        raise ShorthandError(f"the AWS CLI has no service {service!r}", hint=did_you_mean(service, models.services))
    return models.service(service)


def _command(name: str, entry: dict[str, Any], table: _Shapes) -> Command:
    given = entry.get("input")
    shape: shapes.Shape | None = shapes.Structure({}) if "input" in entry else None
    if given is not None:
        shape = table.shape(given)
    members, needed = table.members(given) if given is not None else ({}, [])
    options: dict[str, Option] = {}
    hidden: dict[str, Option] = {}
    following: Iterator[str] = iter(members)
    for described in entry["options"]:
        if isinstance(described, str):
            described = {"name": described, "member": next(following)}
        elif described.get("member") is not None:
            next(following, None)
        member = described.get("member")
        own = table.shape(described["shape"] if "shape" in described else members[member])
        if "bare" in described and isinstance(own, shapes.List):
            own = replace(own, bare_members=True, shown=described["bare"])
        positional = "positional" in described
        option = Option(
            described["name"] if positional else f"--{described['name']}",
            own,
            bool(described.get("required", member in needed)),
            member,
            negative=f"--{described['negative']}" if "negative" in described else None,
            flag="flag" in described or ("negative" in described and isinstance(own, shapes.Boolean)),
            positional=positional,
        )
        (hidden if "hidden" in described else options)[option.name] = option
    if isinstance(shape, shapes.Structure):
        # What the AWS CLI does not ask for, it fills in itself: a token that makes a request unique, a count of one.
        asked = {option.member for option in (*options.values(), *hidden.values()) if option.required}
        shape = replace(shape, required=tuple(name for name in shape.required if name in asked))
    return Command(name, options, shape, hidden)


class _Shapes:
    """The shapes of one service, each made when it is first asked for."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._made: dict[int, shapes.Shape] = {}
        self._names: dict[int, str] = {}

    def members(self, number: int) -> tuple[dict[str, int], list[str]]:
        """The members of a structure, by number, and which of them are required."""
        entry = self._block.shape(number)
        return entry[2], entry[3]  # type: ignore[return-value] # the entry of a structure

    def shape(self, number: int) -> shapes.Shape:
        """The shape of this number; within itself it is a reference."""
        if number in self._made:
            return self._made[number]
        if number in self._names:
            return shapes.Ref(self._names[number], lambda: self._made[number])
        entry = self._block.shape(number)
        self._names[number] = entry[1]
        made = self._made[number] = self._make(entry)
        return made

    def _make(self, entry: Any) -> shapes.Shape:
        if isinstance(entry, str):
            return _SCALARS[entry]
        kind, name, *rest = entry
        if kind == "structure":
            members = {name: self.shape(member) for name, member in rest[0].items()}
            return shapes.Structure(members, tuple(rest[1]), name=name, union=len(rest) > 2)
        if kind == "list":
            return shapes.List(self.shape(rest[0]), name=name)
        if kind == "map":
            return shapes.Map(self.shape(rest[0]), self.shape(rest[1]), name=name)
        return shapes.String((name, *rest))
