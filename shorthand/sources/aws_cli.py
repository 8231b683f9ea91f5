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
    bare        where the structures of its list may be given as the bare value of their only member: 1 where just one
                is documented, else 3
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from shorthand import shapes
from shorthand.errors import ShorthandError
from shorthand.sources.command import Command, Option
from shorthand.sources.model_file import ModelFile

BUNDLED = Path(__file__).with_name("aws.models")

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
    models = model_file()
    block = _block(models, service)
    commands = block["commands"]
    if operation not in commands:
        raise ShorthandError(
            f"{service} has no command {operation!r}",
            hint=_nearest(operation, [name for name, found in commands.items() if "hidden" not in found]),
        )
    return _command(operation, commands[operation], _Shapes(block["shapes"]))


def services() -> list[str]:
    """The names of all services."""
    return model_file().services


def operations(service: str) -> list[str]:
    """The names of a service's commands; one within another is named after it: `wait job-complete`."""
    return list(_block(model_file(), service)["commands"])


def model_file() -> ModelFile:
    """The models in use: the user's own where `shorthand models build` has made some, else the bundled ones."""
    own = user_file()
    return _opened(own if own is not None and own.exists() else BUNDLED)


def user_file() -> Path | None:
    """Where the user's own models are kept; None where the extra `cli`, which knows the place, is not installed."""
    if "SHORTHAND_MODELS" in os.environ:
        return Path(os.environ["SHORTHAND_MODELS"])
    try:
        from platformdirs import user_data_path
    except ModuleNotFoundError:
        return None
    return user_data_path("aws-shorthand", appauthor=False) / "aws.models"


@cache
def _opened(path: Path) -> ModelFile:
    return ModelFile(path)


@cache
def _block(models: ModelFile, service: str) -> dict[str, Any]:
    if service not in models.services:
        raise ShorthandError(f"the AWS CLI has no service {service!r}", hint=_nearest(service, models.services))
    return models.service(service)


def _nearest(name: str, names: list[str]) -> str:
    near = difflib.get_close_matches(name, names, 3, 0.5)
    return f"did you mean {' or '.join(near)}?" if near else ""


def _command(name: str, entry: dict[str, Any], table: _Shapes) -> Command:
    given = entry.get("input")
    shape = table.shape(given) if given is not None else None
    members = table.entries[given][2] if given is not None else {}
    needed = table.entries[given][3] if given is not None else []
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
            own = replace(own, bare_members=True, single=described["bare"] == 1)
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
        # A token that makes a request unique is filled in where it is not given.
        free = {option.member for option in (*options.values(), *hidden.values()) if not option.required}
        shape = replace(shape, required=tuple(name for name in shape.required if name not in free))
    return Command(name, options, shape, hidden)


class _Shapes:
    """The shapes of one service, each made when it is first asked for."""

    def __init__(self, entries: list[Any]) -> None:
        self.entries = entries
        self._made: dict[int, shapes.Shape] = {}
        self._in_making: set[int] = set()

    def shape(self, number: int) -> shapes.Shape:
        """The shape of this number; within itself it is a reference."""
        if number in self._made:
            return self._made[number]
        entry = self.entries[number]
        if number in self._in_making:
            return shapes.Ref(entry[1], lambda: self._made[number])
        self._in_making.add(number)
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
