"""The file that holds the models of the AWS CLI's commands: one compressed block for each service, found by an index.

The file begins with one line of JSON:

    {"format": 1, "awscli": "1.46.3", "services": {"acm": [0, 5307], …}}

and after it come the blocks, each at its offset and of its length in bytes: JSON, deflated. A block holds

    {"shapes": [shape, …], "commands": {"create-job": {"input": number, "options": [option, …]}, …}}

A shape is the name of its type, or a list that begins with it; other shapes are given by their numbers:

    "string"   ["enum", "a", "b"]   ["list", "Tags", 3]   ["map", "Labels", 0, 0]
    ["structure", "Tag", {"Key": 0, "Value": 0}, ["Key"]]      with a last 1 it is a union

`json` is a string that holds JSON, `streaming` a blob given by its file's name. An option is its name where it stands
for the next member of the input, and else an object: see `shorthand.sources.aws_cli`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from shorthand.errors import ShorthandError

FORMAT = 1


class ModelFile:
    """A model file, of which only the index has been read."""

    def __init__(self, path: Path) -> None:
        """Raises ShorthandError where there is no such file, or it is of another format."""
        self.path = path
        try:
            with path.open("rb") as file:
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

    def service(self, name: str) -> dict[str, Any]:
        """The block of one service, which is all that is read. Raises KeyError, ShorthandError."""
        offset, length = self._index[name]
        try:
            with self.path.open("rb") as file:
                file.seek(self._start + offset)
                block: dict[str, Any] = json.loads(zlib.decompress(file.read(length)))
        except (OSError, ValueError, zlib.error):
            raise ShorthandError(
                f"the models in {self.path} are damaged", hint="rebuild them: shorthand models build"
            ) from None
        return block


def compressed(block: Mapping[str, Any]) -> bytes:
    """A service's block as the file holds it."""
    return zlib.compress(json.dumps(block, separators=(",", ":"), ensure_ascii=False).encode(), 9)


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
