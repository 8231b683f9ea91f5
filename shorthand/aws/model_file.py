"""The model file: one compressed block for each service of the AWS CLI, found by an index.

The file begins with one line of JSON, which tells the length and the checksum of the index after it:

    {"format": 2, "index": [39120, 2890231541]}

The index is JSON too. A service has the offset of its block, its length, its inflated length, its checksum (CRC-32) and
the major versions of the AWS CLI that have it: 1, 2, or 3 for both. The blocks follow.

    {"awscli": {"1": "1.46.3", "2": "2.38.1"}, "services": {"acm": [0, 5307, 21011, 3735928559, 3], …}}

A block is deflated lines of JSON, of which only the needed ones are parsed:

    ["create-job", "list-jobs", "list-jobs"]             the names of the commands
    "321"                                                for each, the versions that have it as described below
    {"input": 3, "options": [option, …]}                 a line for each command, in the order of the names
    …
    ["structure", "Tag", {"Key": 0, "Value": 0}, []]     a line for each shape
    …

`shorthand.aws.model_entries` describes the lines of commands and shapes.
"""

from __future__ import annotations

import io
import json
import os
import zipimport
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from shorthand.aws.model_entries import CommandEntry, ShapeEntry, command_entry, shape_entry
from shorthand.errors import ShorthandError

FORMAT = 2

_LONGEST_FIRST_LINE = 200
_LONGEST_INDEX = 4_000_000
# The largest block of the AWS CLI is half a megabyte.
_LARGEST_BLOCK = 16_000_000


class _Location(NamedTuple):
    """What the index tells of a service: where its block is, and which versions have it."""

    offset: int
    length: int
    inflated: int
    checksum: int
    versions: int


class ModelFile:
    """A model file, of which only the index has been read.

    Attributes:
        path: Where the file is.
        versions: The version of the AWS CLI from which the models were built, by its major version.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Read the index.

        Raises:
            ShorthandError: The file cannot be read, is damaged, or has another format.
        """
        self.path = path
        try:
            with _open(path) as file:
                line = file.readline(_LONGEST_FIRST_LINE)
                length, checksum = _first_line(line, path)
                index = file.read(length)
        except OSError as error:
            raise ShorthandError(f"the models cannot be read: {path}: {error.strerror or error}") from None
        self._start = len(line) + length
        self._services: dict[int, list[str]] = {}
        if len(index) != length or zlib.crc32(index) != checksum:
            raise self.damaged()
        try:
            content = json.loads(index)
            self.versions = {int(major): str(version) for major, version in content["awscli"].items()}
            self._index = {name: _location(entry) for name, entry in content["services"].items()}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise self.damaged() from None
        if not self.versions or not self.versions.keys() <= {1, 2}:
            raise self.damaged()

    @property
    def version(self) -> str:
        """The versions of the AWS CLI that the models are of, the newest first: "2.38.1 and 1.46.3"."""
        return " and ".join(self.versions[major] for major in sorted(self.versions, reverse=True))

    @property
    def services(self) -> list[str]:
        """The names of the services of all versions, sorted."""
        return list(self._index)

    def services_of(self, major: int) -> list[str]:
        """Return the names of the services that a major version of the AWS CLI has, sorted."""
        if major not in self._services:
            self._services[major] = [name for name, location in self._index.items() if location.versions & major]
        return list(self._services[major])

    def service(self, name: str) -> Block:
        """Read the block of one service.

        Raises:
            KeyError: There is no such service.
            ShorthandError: The file is damaged.
        """
        return Block(self.inflated(name), self)

    def inflated(self, name: str) -> bytes:
        """Read the block of one service as text.

        Raises:
            KeyError: There is no such service.
            ShorthandError: The file is damaged.
        """
        location = self._index[name]
        try:
            with _open(self.path) as file:
                file.seek(self._start + location.offset)
                block = file.read(location.length)
            if zlib.crc32(block) != location.checksum:
                raise self.damaged()
            inflater = zlib.decompressobj()
            text = inflater.decompress(block, location.inflated + 1)
        except (OSError, OverflowError, zlib.error):
            raise self.damaged() from None
        if len(text) != location.inflated or not inflater.eof:
            raise self.damaged()
        return text

    def damaged(self) -> ShorthandError:
        """Return the error for a file whose content is not what the format says."""
        return ShorthandError(
            f"the models in {self.path} are damaged", hint="rebuild them with `shorthand models build`"
        )


def _open(path: str | os.PathLike[str]) -> BinaryIO:
    """Open a model file. The bundled one can be in a zip file, from which Python has imported this package."""
    try:
        return open(path, "rb")
    except (FileNotFoundError, NotADirectoryError):  # Windows raises the first, POSIX the second
        loader = globals()["__spec__"].loader
        if isinstance(loader, zipimport.zipimporter):
            with suppress(OSError):
                return io.BytesIO(loader.get_data(os.fspath(path)))
        raise


def _first_line(line: bytes, path: str | os.PathLike[str]) -> tuple[int, int]:
    """Return the length and the checksum of the index."""
    try:
        content = json.loads(line)
        length, checksum = content["index"]
        is_known = content["format"] == FORMAT and isinstance(length, int) and 0 <= length <= _LONGEST_INDEX
    except (ValueError, KeyError, TypeError, RecursionError):
        is_known = False
    if not is_known:
        raise ShorthandError(
            f"the models in {path} have another format than this version reads",
            hint="rebuild them with `shorthand models build`, or remove the file to use the bundled ones",
        )
    return length, checksum


def _location(entry: list[int]) -> _Location:
    location = _Location(*entry)
    is_whole = all(isinstance(number, int) and number >= 0 for number in location)
    if not is_whole or location.length > _LARGEST_BLOCK or location.inflated > _LARGEST_BLOCK:
        raise ValueError("a block cannot be there")
    return location


class Block:
    """The models of one service: its commands by name, and its shapes by number."""

    def __init__(self, text: bytes, file: ModelFile) -> None:
        """Take the inflated text of a block.

        Raises:
            ShorthandError: The text is not a block.
        """
        self._file = file
        self._lines = text.split(b"\n")
        try:
            names, versions = json.loads(self._lines[0]), json.loads(self._lines[1])
            self._commands = [(str(name), int(digit)) for name, digit in zip(names, versions, strict=True)]
        except (ValueError, TypeError, IndexError, RecursionError):
            raise file.damaged() from None
        self._first_shape = 2 + len(self._commands)
        self._names: dict[int, list[str]] = {}

    def names(self, major: int) -> list[str]:
        """Return the names of the commands that a major version of the AWS CLI has.

        A command within another is named by all words: "wait job-complete".
        """
        if major not in self._names:
            self._names[major] = [name for name, versions in self._commands if versions & major]
        return list(self._names[major])

    def command(self, name: str, major: int) -> CommandEntry:
        """Return the entry of a command as a major version of the AWS CLI has it.

        Raises:
            KeyError: That version has no such command.
            ShorthandError: The file is damaged.
        """
        for index, (known, versions) in enumerate(self._commands):
            if known == name and versions & major:
                return self._command(index)
        raise KeyError(name)

    def commands(self) -> Iterator[tuple[str, int, CommandEntry]]:
        """Yield each command's name, the versions that have it so, and its entry."""
        for index, (name, versions) in enumerate(self._commands):
            yield name, versions, self._command(index)

    def shape(self, number: int) -> ShapeEntry:
        """Return the entry of a shape.

        Raises:
            ShorthandError: The file is damaged.
        """
        try:
            return shape_entry(json.loads(self._lines[self._first_shape + number]))
        except (ValueError, IndexError, RecursionError):
            raise self._file.damaged() from None

    def shapes(self) -> list[ShapeEntry]:
        """Return the entries of all shapes, in the order of their numbers."""
        return [self.shape(number) for number in range(len(self._lines) - self._first_shape)]

    def damaged(self) -> ShorthandError:
        """Return the error for a block whose content is not what the format says."""
        return self._file.damaged()

    def _command(self, index: int) -> CommandEntry:
        try:
            return command_entry(json.loads(self._lines[2 + index]))
        except (ValueError, IndexError, RecursionError):
            raise self._file.damaged() from None


class PackedBlock(NamedTuple):
    """The block of a service, compressed.

    Attributes:
        data: The deflated text.
        inflated: The length of the text.
        versions: The major versions of the AWS CLI that have the service: 1, 2, or 3 for both.
    """

    data: bytes
    inflated: int
    versions: int


def packed(commands: list[tuple[str, int, CommandEntry]], shapes: list[ShapeEntry], versions: int) -> PackedBlock:
    """Return the block of a service, compressed.

    Args:
        commands: The name of each command, the versions that have it, and its entry.
        shapes: The entry of each shape.
        versions: The versions that have the service.
    """
    names = [name for name, _, _ in commands]
    of_each = "".join(str(one) for _, one, _ in commands)
    lines = [names, of_each, *(entry for _, _, entry in commands), *shapes]
    text = "\n".join(json.dumps(line, separators=(",", ":")) for line in lines).encode()
    return PackedBlock(zlib.compress(text, 9), len(text), versions)


def whole(versions: Mapping[int, str], blocks: Mapping[str, PackedBlock]) -> bytes:
    """Return a model file of these blocks. Equal blocks give equal bytes, in whatever order they come.

    Args:
        versions: The version of the AWS CLI by its major version.
        blocks: The block of each service.
    """
    locations: dict[str, _Location] = {}
    offset = 0
    for name in sorted(blocks):
        data, inflated, of_versions = blocks[name]
        locations[name] = _Location(offset, len(data), inflated, zlib.crc32(data), of_versions)
        offset += len(data)
    content = {"awscli": {str(major): versions[major] for major in sorted(versions)}, "services": locations}
    index = json.dumps(content, separators=(",", ":")).encode()
    line = json.dumps({"format": FORMAT, "index": [len(index), zlib.crc32(index)]}, separators=(",", ":"))
    return line.encode() + b"\n" + index + b"".join(blocks[name].data for name in sorted(blocks))
