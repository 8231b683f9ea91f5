"""File references are read as the AWS CLI reads them, or refused with an error of ours."""

from pathlib import Path

import awscli.shorthand
import pytest
from awscli.paramfile import LOCAL_PREFIX_MAP, get_paramfile

import shorthand
from shorthand import files


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FOLDER", str(tmp_path))
    monkeypatch.setattr(awscli.compat.locale, "getpreferredencoding", lambda: "utf-8")
    monkeypatch.delenv(files.ENCODING_VARIABLE, raising=False)
    return tmp_path


@pytest.mark.parametrize("content", ["", "Key=é\n", "\ufeffa", "a\r\nb\rc\n", "\x00", "a" * 100_000])
@pytest.mark.parametrize("path", ["name", "~/name", "$FOLDER/name", "${FOLDER}/name", "./$NONE"])
def test_a_file_is_read_as_the_aws_cli_reads_it(folder: Path, content: str, path: str) -> None:
    for name in ("name", "$NONE"):
        (folder / name).write_bytes(content.encode())
    for reference in (f"file://{path}", f"fileb://{path}"):
        assert files.local(reference) == get_paramfile(reference, LOCAL_PREFIX_MAP)
    assert shorthand.loads(f"a@={shorthand.quote(f'file://{path}')}", files=files.local) == {
        "a": content.replace("\r\n", "\n").replace("\r", "\n")
    }


@pytest.mark.parametrize(
    ("path", "content", "reason"),
    [
        ("missing", None, "cannot be read: No such file or directory"),
        ("", None, "cannot be read: No such file or directory"),
        (".", None, "cannot be read: Is a directory"),
        ("a\0b", None, "cannot be read: embedded null byte"),
        ("\ud800", None, "cannot be read: 'utf-8' codec can't encode"),
        ("latin", b"caf\xe9", "is not UTF-8 text"),
        ("late", b"a" * 8192 * 10 + b"\xff\xfe", "is not UTF-8 text"),
        ("little", b"\xff\xfe" + "[ ]".encode("utf-16-le"), "is UTF-16 text"),
        ("big", b"\xfe\xff" + "[ ]".encode("utf-16-be"), "is UTF-16 text"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_with_a_span(
    folder: Path, path: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (folder / path).write_bytes(content)
    with pytest.raises(shorthand.FileReferenceError) as caught:
        shorthand.loads(f"a@={shorthand.quote(f'file://{path}')}", files=files.local)
    assert reason in caught.value.reason
    assert caught.value.span is not None
    assert caught.value.span[0] == 3


@pytest.mark.parametrize(
    ("encoding", "content", "text"),
    [
        ("latin-1", b"caf\xe9\r\n", "café\n"),
        ("CP1252", b"\x80", "€"),
        ("utf-16", "é".encode("utf-16"), "é"),
        ("utf-8-sig", b"\xef\xbb\xbfa", "a"),
        ("shift_jis", "語".encode("shift_jis"), "語"),
    ],
)
def test_a_text_has_the_encoding_that_the_variable_of_the_aws_cli_names(
    folder: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, content: bytes, text: str
) -> None:
    (folder / "name").write_bytes(content)
    assert files.local("file://name", encoding=encoding) == text
    monkeypatch.setenv("AWS_CLI_FILE_ENCODING", encoding)
    assert files.local("file://name") == text
    assert files.local("fileb://name") == content
    assert shorthand.loads_option(["file://name"], shorthand.shapes.String(), files=files.local) == text
    with pytest.raises(shorthand.FileReferenceError, match=r"is not ASCII text|is UTF-16 text"):
        files.local("file://name", encoding="ascii")


@pytest.mark.parametrize("encoding", ["bogus", "", "hex", "a\0b"])
def test_an_encoding_that_is_none_is_an_error(folder: Path, encoding: str) -> None:
    (folder / "name").write_bytes(b"a")
    with pytest.raises(shorthand.FileReferenceError) as caught:
        files.local("file://name", encoding=encoding)
    assert caught.value.reason == f"file://name cannot be read: unknown encoding {encoding!r}"
    assert caught.value.hint.startswith("set AWS_CLI_FILE_ENCODING to a name such as utf-8")


def test_a_file_may_have_as_many_bytes_as_are_allowed(folder: Path) -> None:
    (folder / "five").write_bytes(b"12345")
    assert files.local("file://five", max_size=5) == "12345"
    with pytest.raises(shorthand.FileReferenceError, match="file://five is larger than 4 bytes"):
        files.local("file://five", max_size=4)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_file_that_never_ends_is_read_up_to_the_limit() -> None:
    with pytest.raises(shorthand.FileReferenceError, match="fileb:///dev/zero is larger than 64 KiB"):
        files.local("fileb:///dev/zero", max_size=65536)


@pytest.mark.parametrize(
    ("size", "written"),
    [(0, "0 bytes"), (1000, "1000 bytes"), (1024, "1 KiB"), (files.MAX_SIZE, "100 MiB"), (2**30, "1 GiB")],
)
def test_a_size_is_written_as_people_do(size: int, written: str) -> None:
    assert files.readable_size(size) == written
