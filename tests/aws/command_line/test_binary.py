"""The texts of blobs: base64, or as they are."""

import base64
from typing import Any

import pytest

from shorthand import Invocation, dumps_command, shapes
from shorthand.aws.command_line.binary import json_ready
from shorthand.aws.command_line.from_input import write_command_line
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.errors import ShorthandError, ShorthandTypeError, UnrepresentableError

PUT = ["kinesis", "put-record", "--stream-name", "s", "--partition-key", "k"]
RAW = ["--cli-binary-format", "raw-in-base64-out"]


def data(*words: str, version: int = 2, strict: bool = True, base: Any = None) -> Any:
    contents: dict[str, str | bytes] = {"fileb://f": b"\xff", "file://t": "c2hv\ncA==\n"}
    line = read_command_line([*PUT, *words], version=version, strict=strict, base=base, files=contents.__getitem__)
    return json_ready(line.input, line.command.input_shape or shapes.Structure({}), version)["Data"]


def test_version_2_takes_base64() -> None:
    assert data("--data", "c2hvcA==") == "c2hvcA=="
    assert data("--data", "file://t") == "c2hv\ncA==\n"
    assert data("--data", "fileb://f") == "/w=="


def test_version_2_takes_raw_text_with_an_option() -> None:
    assert data("--data", "shop", *RAW) == "c2hvcA=="
    assert data("--cli-input-json", '{"Data": "shop"}', *RAW) == "c2hvcA=="
    assert data("--data", "fileb://f", *RAW) == "/w=="


def test_version_1_takes_text_as_it_is() -> None:
    assert data("--data", "shop", version=1) == "shop"
    assert data("--data", "é!", version=1) == "é!"
    with pytest.raises(UnrepresentableError, match="bytes that are no text to version 1"):
        data("--data", "fileb://f", version=1)


@pytest.mark.parametrize("text", ["hello", "hi there", "{}", "a", "===="])
def test_a_text_that_is_not_base64_is_an_error_with_a_fix(text: str) -> None:
    with pytest.raises(ShorthandTypeError, match="--data: expected base64") as caught:
        data("--data", text)
    assert caught.value.fix == base64.b64encode(text.encode()).decode()
    assert "--cli-binary-format raw-in-base64-out" in caught.value.hint
    assert data("--data", str(caught.value.fix)) == caught.value.fix


def test_without_strict_the_aws_clis_own_rules_hold() -> None:
    assert data("--data", "shop!", strict=False) == "shop!"
    with pytest.raises(ShorthandError, match="expected base64"):
        data("--data", "hello", strict=False)


def test_a_blob_within_a_structure() -> None:
    words = ["kinesis", "put-records", "--stream-name", "s", "--records", "Data=hello,PartitionKey=k"]
    with pytest.raises(ShorthandTypeError, match="expected base64") as caught:
        read_command_line(words)
    assert caught.value.path == "--records [0].Data"
    assert read_command_line([*words, *RAW]).input["Records"] == [{"Data": b"hello", "PartitionKey": "k"}]


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(ShorthandError, match="expected base64 or raw-in-base64-out for --cli-binary-format"):
        data("--data", "a", "--cli-binary-format", "hex")


def test_the_format_survives_writing() -> None:
    line = read_command_line([*PUT, "--data", "shop é", *RAW])
    words = write_command_line(line)
    assert words[-2:] == RAW
    assert "shop é" in words
    assert read_command_line(words).input == line.input


def test_bytes_are_written_as_base64() -> None:
    line = read_command_line([*PUT, "--data", "shop", *RAW])
    line.others.clear()
    words = write_command_line(line)
    assert words[words.index("--data") + 1] == "c2hvcA=="


def test_base64_is_written_raw_with_the_option() -> None:
    line = read_command_line([*PUT, *RAW], base={"Data": "c2hvcA=="})
    words = write_command_line(line)
    assert words[words.index("--data") + 1] == "shop"


@pytest.mark.parametrize("words", [(), ("base64", "base64"), ("no",)])
def test_an_unknown_format(words: tuple[str, ...]) -> None:
    with pytest.raises(ShorthandError, match="expected base64 or raw-in-base64-out"):
        dumps_command(Invocation("lambda", "invoke", {"FunctionName": "f"}, {"--cli-binary-format": words}, {}, ("o",)))
