"""`--max-file-size`, and what is too large without it."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from shorthand import FileReferenceError
from shorthand.cli.file_limit import SizeType, files_up_to
from tests.cli.command import posix, run

needs_dev_zero = pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs /dev/zero")

SIZES = [("0", 0), ("1000", 1000), ("1000b", 1000), ("64K", 65536), ("64 KiB", 65536), ("2m", 2**21), ("1GB", 2**30)]


@pytest.mark.parametrize(("written", "size"), SIZES)
def test_a_size_may_have_a_unit(written: str, size: int) -> None:
    assert SizeType().convert(written, None, None) == size


@pytest.mark.parametrize("written", ["", "x", "-1", "1.5M", "K", "1T", "9" * 30])
def test_other_sizes_are_errors(written: str) -> None:
    with pytest.raises(click.BadParameter, match="is not a size such as 64K, 100M or 1G"):
        SizeType().convert(written, None, None)


def test_a_larger_file_is_an_error_that_names_the_option(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"12345")
    assert files_up_to(5)(f"fileb://{tmp_path / 'f'}") == b"12345"
    with pytest.raises(FileReferenceError) as caught:
        files_up_to(4)(f"fileb://{tmp_path / 'f'}")
    assert caught.value.reason == f"fileb://{tmp_path / 'f'} is larger than 4 bytes"
    assert caught.value.hint == "allow more with --max-file-size"


ENDLESS = [
    ["to-json", "a@=file:///dev/zero"],
    ["check", "--max-file-size", "1M", "a@=fileb:///dev/zero"],
    ["check", "-s", "/dev/zero", "a=b"],
    ["options", "-s", "page:/dev/zero"],
    ["aws", "--from-json", "/dev/zero", "ec2", "create-tags"],
    ["aws", "lambda", "invoke", "--function-name", "f", "--payload", "fileb:///dev/zero", "out"],
]


@needs_dev_zero
@pytest.mark.parametrize("arguments", ENDLESS)
def test_a_file_that_never_ends_is_an_error(arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "/dev/zero is larger than 1" in err


@needs_dev_zero
@pytest.mark.parametrize("arguments", [["to-json"], ["to-shorthand"], ["explain", "-"], ["aws"]])
def test_standard_input_that_never_ends_is_an_error(arguments: list[str]) -> None:
    with open("/dev/zero", "rb") as zeros:
        done = subprocess.run(
            [sys.executable, "-m", "shorthand", *arguments], stdin=zeros, capture_output=True, text=True, check=False
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("standard input is larger than 100 MiB\n")


def test_a_document_on_standard_input_has_the_limit_too() -> None:
    command = "aws ec2 describe-vpcs --vpc-ids v"
    assert run("aws", "--max-file-size", "1K", stdin=command)[0] == 0
    code, _, err = run("aws", "--max-file-size", "10", stdin=command)
    assert (code, err) == (2, "standard input is larger than 10 bytes\n")


@posix
def test_a_pipe_is_a_file_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    if (writer := os.fork()) == 0:
        try:
            (tmp_path / "pipe").write_text("content")
        finally:
            os._exit(0)
    assert run("to-json", f"a@=file://{tmp_path / 'pipe'}") == (0, '{"a":"content"}\n', "")
    os.waitpid(writer, 0)


def test_version_1_of_the_aws_cli_knows_no_variable_for_the_encoding(tmp_path: Path) -> None:
    file = tmp_path / "name"
    file.write_bytes("é".encode())
    words = ["iam", "get-role", "--role-name", f"file://{file}"]
    env = {"AWS_CLI_FILE_ENCODING": "latin-1"}
    assert run("aws", *words, env=env) == (0, '{"RoleName":"Ã©"}\n', "")
    assert run("aws", "--aws-version", "1", *words, env=env) == (0, '{"RoleName":"é"}\n', "")
    assert run("to-json", f"a@=file://{file}", env=env) == (0, '{"a":"Ã©"}\n', "")
