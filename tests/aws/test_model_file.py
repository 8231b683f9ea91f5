"""The format of the model file, and what comes of files that are damaged or made up."""

import json
import random
import zlib
from pathlib import Path
from typing import Any

import pytest

from shorthand import sources
from shorthand.aws.model_file import ModelFile, PackedBlock, packed, whole
from shorthand.aws.models import BUNDLED
from shorthand.errors import ShorthandError

COMMAND: dict[str, Any] = {"input": 1, "options": ["x"]}
SHAPES: list[Any] = ["string", ["structure", "In", {"X": 0}, []]]


def block(command: Any = COMMAND, shapes: Any = SHAPES, versions: int = 3) -> PackedBlock:
    return packed([("go", versions, command)], shapes, versions)


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "own.models"
    path.write_bytes(content)
    return path


def with_lines(*lines: str) -> PackedBlock:
    text = "\n".join(lines).encode()
    return PackedBlock(zlib.compress(text), len(text), 3)


def test_a_file_has_what_was_put_in(tmp_path: Path) -> None:
    file = ModelFile(written(tmp_path, whole({1: "1.2", 2: "2.3"}, {"b": block(versions=1), "a": block()})))
    assert file.versions == {1: "1.2", 2: "2.3"}
    assert file.version == "2.3 and 1.2"
    assert file.services == ["a", "b"]
    assert (file.services_of(1), file.services_of(2)) == (["a", "b"], ["a"])
    found = file.service("a")
    assert found.names(2) == ["go"]
    assert found.command("go", 2) == COMMAND
    assert found.shapes() == SHAPES


def test_a_command_may_differ_from_version_to_version(tmp_path: Path) -> None:
    commands = [("go", 2, COMMAND), ("go", 1, {"options": []}), ("old", 1, {"options": []})]
    file = ModelFile(written(tmp_path, whole({1: "1", 2: "2"}, {"a": packed(commands, SHAPES, 3)})))
    found = file.service("a")
    assert (found.names(1), found.names(2)) == (["go", "old"], ["go"])
    assert found.command("go", 1) == {"options": []}
    assert found.command("go", 2) == COMMAND
    with pytest.raises(KeyError):
        found.command("old", 2)


def test_the_order_in_which_services_come_does_not_matter() -> None:
    blocks = {name: block() for name in ("b", "a", "c")}
    assert whole({1: "1"}, blocks) == whole({1: "1"}, dict(sorted(blocks.items())))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json\n",
        b'{"format": 1, "awscli": "1", "services": {}}\n',
        b'{"format": 3, "index": [2, 0]}\n{}',
        b'{"format": 2}\n',
        b'{"format": 2, "index": [-1, 0]}\n',
        b'{"format": 2, "index": [999999999, 0]}\n',
        b'{"format": 2, "index": ["2", 0]}\n{}',
        b"[]\n",
        b"\xff\xfe\n",
        b"[" * 100_000,
    ],
)
def test_a_file_of_another_format_is_an_error(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ShorthandError, match="another format") as caught:
        ModelFile(written(tmp_path, content))
    assert "shorthand models build" in caught.value.hint


def with_index(content: Any, data: bytes = b"") -> bytes:
    index = json.dumps(content).encode()
    line = json.dumps({"format": 2, "index": [len(index), zlib.crc32(index)]}).encode()
    return line + b"\n" + index + data


@pytest.mark.parametrize(
    "index",
    [
        [],
        {},
        {"awscli": {"2": "2.1"}},
        {"awscli": {"3": "3.1"}, "services": {}},
        {"awscli": {}, "services": {}},
        {"awscli": {"2": "2.1"}, "services": {"a": [0, 1]}},
        {"awscli": {"2": "2.1"}, "services": {"a": [-1, 1, 1, 1, 3]}},
        {"awscli": {"2": "2.1"}, "services": {"a": [0, 10**9, 1, 1, 3]}},
        {"awscli": {"2": "2.1"}, "services": {"a": [0, 1, 10**9, 1, 3]}},
        {"awscli": {"2": "2.1"}, "services": {"a": ["0", 1, 1, 1, 3]}},
        {"awscli": {"2": "2.1"}, "services": ["a"]},
    ],
)
def test_an_index_that_is_not_well_formed_is_an_error(tmp_path: Path, index: Any) -> None:
    with pytest.raises(ShorthandError, match="are damaged"):
        ModelFile(written(tmp_path, with_index(index)))


def test_a_changed_byte_is_an_error(tmp_path: Path) -> None:
    content = whole({2: "2.1"}, {"a": block(), "b": block()})
    for at in range(len(content)):
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        path = written(tmp_path, changed)
        with pytest.raises(ShorthandError):
            _ = [ModelFile(path).service(name) for name in ("a", "b")]


def test_a_file_that_ends_early_is_an_error(tmp_path: Path) -> None:
    content = whole({2: "2.1"}, {"a": block()})
    for end in range(len(content)):
        with pytest.raises(ShorthandError):
            ModelFile(written(tmp_path, content[:end])).service("a")


def test_a_block_that_inflates_to_more_than_the_index_tells_is_an_error(tmp_path: Path) -> None:
    bomb = zlib.compress(bytes(50_000_000), 9)
    path = written(tmp_path, whole({2: "2.1"}, {"a": PackedBlock(bomb, 1000, 2)}))
    with pytest.raises(ShorthandError, match="are damaged"):
        ModelFile(path).service("a")


LINES = [
    ["{"],
    ["[]"],
    ["[]", "[]", "{}"],
    ['["go"]', '""'],
    ['["go"]', '"x"', '{"options": []}'],
    ['["go"]', '"3"'],
    ['["go"]', '"3"', "[]"],
    ['["go"]', '"3"', '{"options": 1}'],
    ['["go"]', '"3"', '{"options": [1]}'],
    ['["go"]', '"3"', '{"options": [{"name": "x"}]}', '"string"'],
    ['["go"]', '"3"', '{"options": [{"name": "x", "shape": -1}]}', '"string"'],
    ['["go"]', '"3"', '{"options": [{"name": "x", "shape": 5}]}', '"string"'],
    ['["go"]', '"3"', '{"options": [{"name": "x", "shape": 0, "unknown": 1}]}', '"string"'],
    ['["go"]', '"3"', '{"options": ["x"]}', '"string"'],
    ['["go"]', '"3"', '{"input": 0, "options": ["x"]}', '"string"'],
    ['["go"]', '"3"', '{"input": 0, "options": ["x"]}', '["structure", "In", {}, []]'],
    ['["go"]', '"3"', '{"input": 0, "options": ["x"]}', '["structure", "In", {"X": 7}, []]'],
    ['["go"]', '"3"', '{"input": 0, "options": ["x"]}', '["structure", "In", {"X": "0"}, []]'],
    ['["go"]', '"3"', '{"options": [{"name": "x", "shape": 0}]}', '["list", "L", 0]'],
    ['["go"]', '"3"', '{"options": [{"name": "x", "shape": 0}]}', '["map", "M", 1, 0]', '"string"'],
    ['["go"]', '"3"', '{"options": [{"name": "x", "shape": 0}]}', '"tree"'],
    ['["go"]', '"3"', '{"options": [{"name": "x", "shape": 0}]}', '["enum", 1, 2]'],
    ['["go"]', '"3"', '{"options": [{"name": "x", "shape": 0}]}', "[" * 50_000],
    ['["go"]', '"3"', '{"options": [{"name": "x", "shape": 0}]}', *(f'["list", "", {n}]' for n in range(1, 2000))],
]


@pytest.mark.parametrize("lines", LINES)
def test_a_block_that_is_not_well_formed_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str]
) -> None:
    path = written(tmp_path, whole({1: "1.1", 2: "2.1"}, {"a": with_lines(*lines)}))
    monkeypatch.setenv("SHORTHAND_MODELS", str(path))
    with pytest.raises(ShorthandError, match=r"are damaged|has no command"):
        sources.aws("a", "go")


def test_any_change_to_a_bundled_block_gives_a_command_or_an_error_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = ModelFile(BUNDLED).inflated("sts")
    drawn = random.Random(0)
    for number in range(300):
        changed = bytearray(text)
        for _ in range(drawn.randint(1, 4)):
            at = drawn.randrange(len(changed))
            changed[at : at + drawn.randint(0, 3)] = drawn.choice((b"", b"[", b'"', b"9", b"{}", b"\n", b",0", b"null"))
        path = tmp_path / f"{number}.models"
        packed_block = PackedBlock(zlib.compress(changed), len(changed), 3)
        path.write_bytes(whole({1: "1", 2: "2"}, {"sts": packed_block}))
        monkeypatch.setenv("SHORTHAND_MODELS", str(path))
        for name in ("assume-role", "get-session-token"):
            try:
                command = sources.aws("sts", name)
                assert command.input_shape is None or command.input_shape.json_syntax()
            except ShorthandError:
                continue
