"""Combine the models of two versions of the AWS CLI in one file, which tells what each version has.

What both versions have is stored once. The combined file is hardly larger than that of one version.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from shorthand.aws.model_entries import CommandEntry, ShapeEntry, parts, with_parts
from shorthand.aws.model_file import ModelFile, PackedBlock, packed, whole


def combined(newer: ModelFile, older: ModelFile) -> bytes:
    """Return a model file that has all of two model files.

    Commands are in the order of the newer version. After them come those that only the older one has.

    Args:
        newer: The models of one version of the AWS CLI.
        older: The models of another major version.

    Raises:
        ValueError: Both files are of one major version.
        ShorthandError: A file is damaged.
    """
    if newer.versions.keys() & older.versions.keys():
        raise ValueError(f"both files are of version {newer.version}")
    blocks = {name: _block(name, [newer, older]) for name in {*newer.services, *older.services}}
    return whole({**newer.versions, **older.versions}, blocks)


def _block(service: str, files: Sequence[ModelFile]) -> PackedBlock:
    """Combine the blocks of one service, those of the file that comes first before the others."""
    commands: list[tuple[str, int, CommandEntry]] = []
    shapes: list[ShapeEntry] = []
    every = 0
    for file in files:
        if service not in file.services:
            continue
        block = file.service(service)
        every |= sum(file.versions)
        shift = dict(enumerate(range(len(shapes), len(shapes) + len(block.shapes()))))
        shapes += [with_parts(entry, shift) for entry in block.shapes()]
        commands += [(name, versions, _renumbered(entry, shift)) for name, versions, entry in block.commands()]
    numbers, kept = _without_duplicates(shapes)
    joined: dict[str, list[tuple[int, CommandEntry]]] = {}
    for name, versions, entry in commands:
        described = joined.setdefault(name, [])
        renumbered = _renumbered(entry, numbers)
        same = [index for index, (_, known) in enumerate(described) if known == renumbered]
        if same:
            described[same[0]] = described[same[0]][0] | versions, renumbered
        else:
            described.append((versions, renumbered))
    return packed([(name, *one) for name, described in joined.items() for one in described], kept, every)


def _renumbered(entry: CommandEntry, numbers: dict[int, int]) -> CommandEntry:
    """Return a command that refers to shapes by new numbers."""
    options = [
        {**option, "shape": numbers[option["shape"]]} if isinstance(option, dict) and "shape" in option else option
        for option in entry["options"]
    ]
    given = {"input": numbers[entry["input"]]} if entry.get("input") is not None else {}
    return {**entry, **given, "options": options}


def _without_duplicates(shapes: list[ShapeEntry]) -> tuple[dict[int, int], list[ShapeEntry]]:
    """Return the new number of each shape by its old one, and the shapes that are left."""
    classes = _classes(shapes)
    first: dict[int, int] = {}
    for number, of_class in enumerate(classes):
        first.setdefault(of_class, number)
    new = {old: number for number, old in enumerate(first.values())}
    numbers = {old: new[first[of_class]] for old, of_class in enumerate(classes)}
    return numbers, [with_parts(shapes[old], numbers) for old in first.values()]


def _classes(shapes: list[ShapeEntry]) -> list[int]:
    """Return for each shape the number of its class. Shapes of one class are equal, at any depth.

    Shapes may contain themselves, so the classes are refined: at first shapes that look alike are in one class, and in
    each step those whose parts are in different classes are separated, until a step separates none.
    """
    classes = _numbered([_look(entry) for entry in shapes])
    while True:
        finer = _numbered(
            [(classes[index], *(classes[part] for part in parts(entry))) for index, entry in enumerate(shapes)]
        )
        if max(finer, default=0) == max(classes, default=0):
            return finer
        classes = finer


def _look(entry: ShapeEntry) -> Hashable:
    """Return what a shape is, apart from the shapes to which it refers."""
    return repr(with_parts(entry, dict.fromkeys(parts(entry), 0)))


def _numbered(keys: Sequence[Hashable]) -> list[int]:
    """Return for each key the number of its first occurrence among the different keys."""
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(key, len(numbers)) for key in keys]
