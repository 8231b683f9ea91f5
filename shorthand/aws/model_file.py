"""The file that holds the models of the AWS CLI's commands: one compressed block for each service, found by an index.

The file begins with one line of JSON:

    {"format": 1, "awscli": "1.46.3", "services": {"acm": [0, 5307], …}}

and after it come the blocks, each at its offset and of its length in bytes. A block is deflated lines of JSON, so that
of a large service too only what is asked for is read:

    ["create-job", "list-jobs"]                          the names of the commands
    {"input": 3, "options": [option, …]}                 a line for each command, in the order of the names
    …
    ["structure", "Tag", {"Key": 0, "Value": 0}, []]     a line for each shape
    …

A shape is the name of its type, or a list that begins with it; other shapes are given by their numbers, from 0:

    "string"   ["enum", "a", "b"]   ["list", "Tags", 3]   ["map", "Labels", 0, 0]
    ["structure", "Tag", {"Key": 0, "Value": 0}, ["Key"]]      with a last 1 it is a union

`json` is a string that holds JSON, `streaming` a blob given by its file's name. An option is its name where it stands
for the next member of the input, and else an object: see `shorthand.aws.models`.
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
    """A model file, of which only the index has been read."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Raises ShorthandError where there is no such file, or it is of another format."""
        self.path = path
        try:
            with open(path, "rb") as file:
                line = file.readline()
        except OSError as error:
            raise ShorthandError(f"the models cannot be read: {path}: {error.strerror or error}") from None
        try:
            header = json.loads(line)
            self.version: str = header["awscli"]
            """The version of the AWS CLI that the models were built from."""
            self._index: dict[str, list[int]] = header["services"]
            known = header["format"] == FORMAT
        except (ValueError, KeyError, TypeError):
            known = False
        if not known:
            raise ShorthandError(
                f"the models in {path} are not of the format that this version reads",
                hint="rebuild them: shorthand models build; or remove the file, and the bundled ones are used",
            )
        self._start = len(line)

    @property
    def services(self) -> list[str]:
        """The names of the services."""
        return list(self._index)

    def service(self, name: str) -> Block:
        """The block of one service, which is all that is read. Raises KeyError, ShorthandError."""
        try:
            return Block(zlib.decompress(self.compressed(name)))
        except (OSError, ValueError, zlib.error):
            raise ShorthandError(
                f"the models in {self.path} are damaged", hint="rebuild them: shorthand models build"
            ) from None

    def compressed(self, name: str) -> bytes:
        """The block of one service as it stands in the file. Raises KeyError, OSError."""
        offset, length = self._index[name]
        with open(self.path, "rb") as file:
            file.seek(self._start + offset)
            return file.read(length)


class Block:
    """One service: its commands by name, and its shapes by number."""

    def __init__(self, text: bytes) -> None:
        self._lines = text.split(b"\n")
        self.names: list[str] = json.loads(self._lines[0])
        """The names of the commands; one within another is named after it: `wait job-complete`."""

    def command(self, name: str) -> dict[str, Any]:
        """The entry of a command. Raises ValueError where there is none."""
        entry: dict[str, Any] = json.loads(self._lines[1 + self.names.index(name)])
        return entry

    def shape(self, number: int) -> list[Any] | str:
        """The entry of a shape."""
        entry: list[Any] | str = json.loads(self._lines[1 + len(self.names) + number])
        return entry


def compressed(commands: Mapping[str, Any], shapes: list[Any]) -> bytes:
    """A service's block as the file holds it."""
    lines = [list(commands), *commands.values(), *shapes]
    return zlib.compress("\n".join(json.dumps(line, separators=(",", ":")) for line in lines).encode(), 9)


def whole(version: str, blocks: Mapping[str, bytes]) -> bytes:
    """The file of these blocks; the same for the same, in whatever order they come."""
    index: dict[str, tuple[int, int]] = {}
    offset = 0
    for name in sorted(blocks):
        index[name] = offset, len(blocks[name])
        offset += len(blocks[name])
    header = {"format": FORMAT, "awscli": version, "services": index}
    line = json.dumps(header, separators=(",", ":")).encode() + b"\n"
    return line + b"".join(blocks[name] for name in sorted(blocks))
