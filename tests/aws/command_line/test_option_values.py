"""Reading the options of a command, each as a part of its input."""

from pathlib import Path
from typing import Any

import pytest

from shorthand.aws.command_line.option_values import is_streaming
from shorthand.aws.command_line.to_input import read_command_line
from shorthand.errors import FileReferenceError, ShorthandError, ShorthandTypeError
from shorthand.shapes import Blob, String

ZIP = b"PK\x05\x06" + bytes(18)
UPDATE = ["lambda", "update-function-code", "--function-name", "f", "--zip-file"]
PUT = ["s3api", "put-object", "--bucket", "b", "--key", "k"]


def read(*words: str, content: str | bytes = b"") -> dict[str, Any]:
    return read_command_line(words, files=lambda _: content).input


def test_a_zip_file_is_given_by_its_content() -> None:
    assert read(*UPDATE, "fileb://f.zip", content=ZIP)["ZipFile"] == ZIP
    create = ["lambda", "create-function", "--function-name", "f", "--role", "r", "--zip-file", "fileb://f.zip"]
    assert read(*create, content=ZIP)["Code"] == {"ZipFile": ZIP}


def test_the_name_of_a_zip_file_alone_is_an_error_with_a_fix() -> None:
    with pytest.raises(ShorthandTypeError, match=r"--zip-file: expected the content of a zip file") as caught:
        read(*UPDATE, "f.zip")
    assert caught.value.fix == "fileb://f.zip"


def test_a_file_that_is_no_zip_file_is_an_error() -> None:
    with pytest.raises(ShorthandTypeError, match=r"fileb://f\.zip is not a zip file"):
        read(*UPDATE, "fileb://f.zip", content=b"text")


def test_a_file_is_read_once() -> None:
    seen: list[str] = []

    def files(reference: str) -> bytes:
        seen.append(reference)
        return ZIP

    read_command_line([*UPDATE, "fileb://f.zip"], files=files)
    assert seen == ["fileb://f.zip"]


@pytest.mark.parametrize("name", ["--sse-customer-key", "--copy-source-sse-customer-key"])
def test_a_key_of_s3_may_be_bytes(name: str) -> None:
    words = (
        [*PUT, name] if name.startswith("--sse") else ["s3api", "copy-object", *PUT[2:], "--copy-source", "c/d", name]
    )
    assert b"\xff" in read(*words, "fileb://key", content=b"\xff").values()
    with pytest.raises(FileReferenceError):
        read_command_line([*words, "fileb://key"])


def test_a_streaming_blob_is_given_by_the_name_of_a_file(tmp_path: Path) -> None:
    assert read(*PUT, "--body", "file.bin", content=b"\x00")["Body"] == b"\x00"
    assert is_streaming(Blob(streaming=True))
    assert not is_streaming(Blob())
    assert not is_streaming(String())


@pytest.mark.parametrize("words", [["--max-items", "x"], ["--page-size", "1.5"], ["--max-items", "5", "more"]])
def test_a_wrong_value_of_an_option_that_pages_is_an_error(words: list[str]) -> None:
    with pytest.raises(ShorthandError, match=words[0]):
        read("ec2", "describe-instances", *words)


def test_an_option_that_needs_the_aws_cli_is_an_error() -> None:
    with pytest.raises(ShorthandError, match="only the AWS CLI can work out what --origin-domain-name gives"):
        read("cloudfront", "create-distribution", "--origin-domain-name", "x")


def test_a_hoisted_blob_is_a_part_of_its_member() -> None:
    words = ["quicksight", "start-asset-bundle-import-job", "--aws-account-id", "123456789012"]
    words += ["--asset-bundle-import-job-id", "j", "--asset-bundle-import-source-bytes", "fileb://f"]
    assert read(*words, content=b"\x01")["AssetBundleImportSource"] == {"Body": b"\x01"}
