"""Look up commands of the AWS CLI in the bundled models, or in those that the user has built.

In the model file an option that gives the next member of the input is its name alone. Any other is an object:

    name        as documented, without the dashes
    member      the member of the input that it gives; its shape and whether it is required are the member's, unless
                the next two tell otherwise
    shape       the number of its shape
    required    1 or 0
    negative    for `--x | --no-x`: the name that means false
    flag        1 if it takes no value
    hidden      1 if it is not documented
    positional  1 if its value is given without its name
    bare        if its list's structures are given as bare values of their only member: how many the reference shows
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
    """Return the command `aws SERVICE OPERATION` with all its options.

    Only the models of this service are read. The options that every command has, such as `--cli-input-json`, are not
    among them.

    >>> tags = aws("sagemaker", "create-auto-ml-job").options["--tags"]
    >>> tags.member, tags.syntax()
    ('Tags', 'Key=string,Value=string ...')

    Args:
        service: The name of the service, such as "ec2".
        operation: The name of the command, such as "create-tags"; of a command within another, all words:
            "wait instance-running".

    Raises:
        ShorthandError: There is no such command. The hint names those that are near.
    """
    block = _block(model_file(), service)
    if operation not in block.names:
        raise ShorthandError(f"{service} has no command {operation!r}", hint=did_you_mean(operation, block.names))
    return _command(operation, block.command(operation), _Shapes(block))


def services() -> list[str]:
    """Return the names of all services."""
    return model_file().services


def operations(service: str) -> list[str]:
    """Return the names of a service's commands; of a command within another, all words: "wait instance-running".

    Raises:
        ShorthandError: There is no such service.
    """
    return list(_block(model_file(), service).names)


def model_file() -> ModelFile:
    """Return the models in use: the user's own if there are any, otherwise the bundled ones.

    Raises:
        ShorthandError: The models cannot be read.
    """
    own = None if _has_certainly_none() else user_file()
    wanted = own is not None and ("SHORTHAND_MODELS" in os.environ or os.path.exists(own))
    return _opened(own if own is not None and wanted else BUNDLED)


def user_file() -> str | None:
    """Return the path of the user's own models; None without platformdirs, which the extra `cli` installs."""
    if "SHORTHAND_MODELS" in os.environ:
        return os.environ["SHORTHAND_MODELS"]
    try:
        from platformdirs import user_data_dir
    except ModuleNotFoundError:
        return None
    return os.path.join(user_data_dir(_FOLDER, appauthor=False), "aws.models")


def _has_certainly_none() -> bool:
    """Return whether the user certainly has no models of their own, found out without platformdirs.

    Importing platformdirs takes longer than reading the models.
    """
    if sys.platform != "linux" or "SHORTHAND_MODELS" in os.environ:
        return False
    home = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")
    return not os.path.isdir(os.path.join(home, _FOLDER))


@cache
def _opened(path: str) -> ModelFile:
    return ModelFile(path)


@cache
def _block(file: ModelFile, service: str) -> Block:
    if service not in file.services:
        raise ShorthandError(f"the AWS CLI has no service {service!r}", hint=did_you_mean(service, file.services))
    return file.service(service)


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
        # The AWS CLI itself gives the required members that it does not ask for: unique tokens, a count of one.
        asked = {option.member for option in (*options.values(), *hidden.values()) if option.required}
        shape = replace(shape, required=tuple(name for name in shape.required if name in asked))
    return Command(name, options, shape, hidden)


class _Shapes:
    """The shapes of one service, each made when it is first needed."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._made: dict[int, shapes.Shape] = {}
        self._names: dict[int, str] = {}

    def members(self, number: int) -> tuple[dict[str, int], list[str]]:
        """Return the numbers of a structure's members by name, and the names of the required ones."""
        entry = self._block.shape(number)
        return entry[2], entry[3]  # type: ignore[return-value] # the entry of a structure

    def shape(self, number: int) -> shapes.Shape:
        """Return the shape with a number; within itself it is a reference."""
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
