"""The model file: one compressed block for each service of the AWS CLI, found by an index.

The file begins with one line of JSON:

    {"format": 1, "awscli": "1.46.3", "services": {"acm": [0, 5307], …}}

The blocks follow. The index gives the offset and the length of each, in bytes. A block is deflated lines of JSON, of
which only the needed ones are parsed:

    ["create-job", "list-jobs"]                          the names of the commands
    {"input": 3, "options": [option, …]}                 a line for each command, in the order of the names
    …
    ["structure", "Tag", {"Key": 0, "Value": 0}, []]     a line for each shape
    …

A shape is the name of its type, or a list that begins with it. It refers to other shapes by their numbers, from 0:

    "string"   ["enum", "a", "b"]   ["list", "Tags", 3]   ["map", "Labels", 0, 0]
    ["structure", "Tag", {"Key": 0, "Value": 0}, ["Key"]]      a 1 at the end marks a union

The type `json` is a string that holds JSON, and `streaming` a blob that is given by the name of a file. Options are
described in `shorthand.aws.models`.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping
from typing import Any

from shorthand.errors import ShorthandError

FORMAT = 1


class ModelFile:
    """A model file, of which only the index has been read.

    Attributes:
        path: Where the file is.
        version: The version of the AWS CLI from which the models were built.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Read the index.

        Raises:
            ShorthandError: The file cannot be read, or has another format.
        """
        self.path = path
        try:
            with open(path, "rb") as file:
                line = file.readline()
        except OSError as error:
            raise ShorthandError(f"the models cannot be read: {path}: {error.strerror or error}") from None
        try:
            header = json.loads(line)
            self.version: str = header["awscli"]
            self._index: dict[str, list[int]] = header["services"]
            known = header["format"] == FORMAT
        except (ValueError, KeyError, TypeError):
            known = False
        if not known:
            raise ShorthandError(
                f"the models in {path} have another format than this version reads",
                hint="rebuild them with `shorthand models build`, or remove the file to use the bundled ones",
            )
        self._start = len(line)

    @property
    def services(self) -> list[str]:
        """The names of the services, sorted."""
        return list(self._index)

    def service(self, name: str) -> Block:
        """Read the block of one service.

        Raises:
            KeyError: There is no such service.
            ShorthandError: The file is damaged.
        """
        try:
            return Block(zlib.decompress(self.compressed(name)))
        except (OSError, ValueError, zlib.error):
            raise ShorthandError(
                f"the models in {self.path} are damaged", hint="rebuild them with `shorthand models build`"
            ) from None

    def compressed(self, name: str) -> bytes:
        """Read the block of one service without inflating it.

        Raises:
            KeyError: There is no such service.
            OSError: The file cannot be read.
        """
        offset, length = self._index[name]
        with open(self.path, "rb") as file:
            file.seek(self._start + offset)
            return file.read(length)


class Block:
    """The models of one service: its commands by name, and its shapes by number.

    Attributes:
        names: The names of the commands; of a command within another, all words: "wait job-complete".
    """

    def __init__(self, text: bytes) -> None:
        """Take the inflated text of a block."""
        self._lines = text.split(b"\n")
        self.names: list[str] = json.loads(self._lines[0])

    def command(self, name: str) -> dict[str, Any]:
        """Return the entry of a command.

        Raises:
            ValueError: There is no such command.
        """
        entry: dict[str, Any] = json.loads(self._lines[1 + self.names.index(name)])
        return entry

    def shape(self, number: int) -> list[Any] | str:
        """Return the entry of a shape."""
        entry: list[Any] | str = json.loads(self._lines[1 + len(self.names) + number])
        return entry


def compressed(commands: Mapping[str, Any], shapes: list[Any]) -> bytes:
    """Return the block of a service, compressed."""
    lines = [list(commands), *commands.values(), *shapes]
    return zlib.compress("\n".join(json.dumps(line, separators=(",", ":")) for line in lines).encode(), 9)


def whole(version: str, blocks: Mapping[str, bytes]) -> bytes:
    """Return a model file of these blocks. Equal blocks give equal bytes, in whatever order they come."""
    index: dict[str, tuple[int, int]] = {}
    offset = 0
    for name in sorted(blocks):
        index[name] = offset, len(blocks[name])
        offset += len(blocks[name])
    header = {"format": FORMAT, "awscli": version, "services": index}
    line = json.dumps(header, separators=(",", ":")).encode() + b"\n"
    return line + b"".join(blocks[name] for name in sorted(blocks))
