"""The format of the model file."""

import json
import zlib
from pathlib import Path

import pytest

from shorthand.aws import model_file
from shorthand.errors import ShorthandError


def test_the_file_is_the_same_in_whatever_order_the_services_come() -> None:
    blocks = {name: model_file.compressed({name: {}}, []) for name in ("b", "a", "c")}
    assert model_file.whole("1", blocks) == model_file.whole("1", dict(sorted(blocks.items())))


@pytest.mark.parametrize("block", [b"not deflated", zlib.compress(b"{"), b"", zlib.compress(b"")])
def test_a_damaged_block_is_an_error(tmp_path: Path, block: bytes) -> None:
    path = tmp_path / "own.models"
    path.write_bytes(json.dumps({"format": 1, "awscli": "1", "services": {"a": [0, 100]}}).encode() + b"\n" + block)
    with pytest.raises(ShorthandError, match="are damaged"):
        model_file.ModelFile(path).service("a")


@pytest.mark.parametrize(
    "content",
    [b"", b"not json\n", b'{"format": 0, "awscli": "1"}\n', b"[]\n", b'{"format": 1}\n', b"\xff\xfe\n"],
)
def test_a_file_of_another_format_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.models"
    path.write_bytes(content)
    with pytest.raises(ShorthandError, match="another format") as caught:
        model_file.ModelFile(path)
    assert "shorthand models build" in caught.value.hint
