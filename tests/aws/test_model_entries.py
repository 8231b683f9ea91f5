"""What the model file stores for commands, options and shapes."""

from typing import Any

import pytest

from shorthand.aws.model_entries import command_entry, parts, shape_entry, with_parts

SHAPES: list[Any] = [
    "string",
    ["string", 1],
    ["integer", -5],
    ["float", 0.5],
    ["enum", "a", "b"],
    ["enum", 1, "a"],
    ["list", "Tags", 3],
    ["list", "Tags", 3, 1],
    ["map", "Labels", 0, 4],
    ["structure", "Tag", {"Key": 0, "Value": 1}, ["Key"]],
    ["structure", "Choice", {}, [], 1],
]


@pytest.mark.parametrize("entry", SHAPES)
def test_a_shape_that_is_well_formed(entry: Any) -> None:
    assert shape_entry(entry) is entry


@pytest.mark.parametrize(
    "entry",
    [
        None,
        1,
        "text",
        [],
        {},
        ["string"],
        ["string", "a"],
        ["string", True],
        ["enum", "a", 1],
        ["list", "Tags"],
        ["list", "Tags", -1],
        ["list", "Tags", True],
        ["list", 1, 1],
        ["map", "Labels", 0],
        ["structure", "Tag", [], []],
        ["structure", "Tag", {"Key": "0"}, []],
        ["structure", "Tag", {}, [1]],
        ["structure", "Tag", {}, [], 2],
        [["list"], "Tags", 0],
    ],
)
def test_a_shape_that_is_not_well_formed(entry: Any) -> None:
    with pytest.raises(ValueError, match="not a shape"):
        shape_entry(entry)


@pytest.mark.parametrize(
    "entry",
    [
        {"options": []},
        {"input": None, "options": ["x"]},
        {"input": 0, "hidden": 1, "options": [{"name": "x", "member": "X", "negative": "no-x", "flag": 1}]},
        {"options": [{"name": "x", "shape": 0, "required": 1, "positional": 1, "hidden": 1, "bare": 3}]},
    ],
)
def test_a_command_that_is_well_formed(entry: Any) -> None:
    assert command_entry(entry) is entry


@pytest.mark.parametrize(
    "entry",
    [
        None,
        [],
        {},
        {"options": {}},
        {"options": [None]},
        {"input": "0", "options": []},
        {"options": [{"shape": 0}]},
        {"options": [{"name": "x"}]},
        {"options": [{"name": "x", "shape": 0.5}]},
        {"options": [{"name": "x", "shape": 0, "required": 2}]},
        {"options": [{"name": "x", "shape": 0, "bare": 10**9}]},
        {"options": [{"name": "x", "shape": 0, "other": 1}]},
    ],
)
def test_a_command_that_is_not_well_formed(entry: Any) -> None:
    with pytest.raises(ValueError, match="not "):
        command_entry(entry)


def test_the_parts_of_a_shape_get_new_numbers() -> None:
    numbers = {number: number + 10 for number in range(10)}
    assert [parts(entry) for entry in SHAPES[5:]] == [[], [3], [3], [0, 4], [0, 1], []]
    assert [with_parts(entry, numbers) for entry in SHAPES[5:]] == [
        ["enum", 1, "a"],
        ["list", "Tags", 13],
        ["list", "Tags", 13, 1],
        ["map", "Labels", 10, 14],
        ["structure", "Tag", {"Key": 10, "Value": 11}, ["Key"]],
        ["structure", "Choice", {}, [], 1],
    ]
