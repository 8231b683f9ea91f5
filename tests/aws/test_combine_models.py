"""Combining the models of two versions."""

from pathlib import Path
from typing import Any

import pytest

from shorthand.aws.combine_models import combined
from shorthand.aws.model_file import ModelFile, packed, whole

Services = dict[str, tuple[dict[str, Any], list[Any]]]


def model_file(path: Path, version: str, **services: tuple[dict[str, Any], list[Any]]) -> ModelFile:
    major = int(version[0])
    blocks = {
        name: packed([(command, major, entry) for command, entry in commands.items()], shapes, major)
        for name, (commands, shapes) in services.items()
    }
    path.write_bytes(whole({major: version}, blocks))
    return ModelFile(path)


def combine(tmp_path: Path, newer: Services, older: Services) -> ModelFile:
    path = tmp_path / "combined.models"
    files = (model_file(tmp_path / "2.models", "2.5", **newer), model_file(tmp_path / "1.models", "1.4", **older))
    path.write_bytes(combined(*files))
    return ModelFile(path)


TREE = [["structure", "Tree", {"Inner": 1}, []], ["list", "Trees", 0]]
# The same shapes under other numbers.
SAME_TREE = ["string", ["list", "Trees", 2], ["structure", "Tree", {"Inner": 1}, []]]


def test_what_both_have_is_stored_once(tmp_path: Path) -> None:
    newer: Services = {"a": ({"go": {"input": 0, "options": ["inner"]}}, TREE)}
    older: Services = {"a": ({"go": {"input": 2, "options": ["inner"]}}, SAME_TREE)}
    file = combine(tmp_path, newer, older)
    block = file.service("a")
    assert file.version == "2.5 and 1.4"
    assert list(block.commands()) == [("go", 3, {"input": 0, "options": ["inner"]})]
    assert block.shapes() == [*TREE, "string"]


def test_what_differs_is_stored_for_each(tmp_path: Path) -> None:
    newer: Services = {"a": ({"go": {"options": [{"name": "x", "shape": 0}]}}, ["integer"])}
    older: Services = {"a": ({"go": {"options": [{"name": "x", "shape": 0}]}}, ["string"])}
    block = combine(tmp_path, newer, older).service("a")
    assert block.shapes() == ["integer", "string"]
    assert block.command("go", 2) == {"options": [{"name": "x", "shape": 0}]}
    assert block.command("go", 1) == {"options": [{"name": "x", "shape": 1}]}


def test_what_one_alone_has_is_told_from_the_rest(tmp_path: Path) -> None:
    newer: Services = {
        "a": ({"new": {"options": []}, "go": {"options": []}}, []),
        "fresh": ({"go": {"options": []}}, []),
    }
    older: Services = {
        "a": ({"go": {"options": []}, "old": {"options": []}}, []),
        "stale": ({"go": {"options": []}}, []),
    }
    file = combine(tmp_path, newer, older)
    assert (file.services_of(1), file.services_of(2)) == (["a", "stale"], ["a", "fresh"])
    block = file.service("a")
    assert (block.names(1), block.names(2)) == (["go", "old"], ["new", "go"])


def test_two_files_of_one_version_are_an_error(tmp_path: Path) -> None:
    file = model_file(tmp_path / "1.models", "1.4")
    with pytest.raises(ValueError, match=r"both files are of version 1\.4"):
        combined(file, file)
