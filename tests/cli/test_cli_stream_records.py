"""Splitting standard input into numbered records."""

import io
import sys
from collections.abc import Callable, Iterator

import pytest

from shorthand import ShorthandError
from shorthand.cli.stream_records import Record, json_records, shorthand_records


class Chunks(io.BufferedReader):
    """A standard input that gives one chunk at a time."""

    def __init__(self, chunks: list[bytes]) -> None:
        super().__init__(io.BytesIO())
        self.chunks = iter(chunks)

    def read1(self, size: int = -1, /) -> bytes:
        return next(self.chunks, b"")


def records(
    monkeypatch: pytest.MonkeyPatch, read: Callable[[], Iterator[list[Record]]], *chunks: bytes
) -> list[list[Record]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Chunks(list(chunks))))
    return list(read())


LINES = [
    ([b"a\nb\n"], [[(1, b"a"), (2, b"b")]]),
    ([b"a\nb"], [[(1, b"a")], [(2, b"b")]]),
    ([b"a", b"b\nc", b"\n"], [[(1, b"ab")], [(2, b"c")]]),
    ([b"a\r\n\r\n"], [[(1, b"a"), (2, b"")]]),
    ([b"a\xe2", b"\x80\xa8b\n"], [[(1, "a\u2028b".encode())]]),
    ([], []),
]


@pytest.mark.parametrize(("chunks", "expected"), LINES)
def test_lines_are_numbered(monkeypatch: pytest.MonkeyPatch, chunks: list[bytes], expected: list[list[Record]]) -> None:
    assert records(monkeypatch, shorthand_records, *chunks) == expected


def test_nul_can_separate_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    found = records(monkeypatch, lambda: shorthand_records(b"\0"), b"a\r\nb\0c")
    assert found == [[(1, b"a\r\nb")], [(2, b"c")]]


JSON = [
    ([b'{"a":1}\n\n[2]\n'], [[(1, b'{"a":1}'), (3, b"[2]")]]),
    ([b'\n{\n"a":1}\n[2]\n', b"3"], [[(2, b'{\n"a":1}')], [(4, b"[2]")], [(5, b"3")]]),
    ([b'\xef\xbb\xbf{"a":1}\n'], [[(1, b'{"a":1}')]]),
    ([b"[1]x\n[2]\n"], [[(1, b"[1]x"), (2, b"[2]")]]),
    ([b'{\n"a" 1}\n[2]'], [[(1, b'{\n"a" 1}\n[2]')]]),
]


@pytest.mark.parametrize(("chunks", "expected"), JSON)
def test_json_values_have_the_number_of_their_first_line(
    monkeypatch: pytest.MonkeyPatch, chunks: list[bytes], expected: list[list[Record]]
) -> None:
    assert records(monkeypatch, json_records, *chunks) == expected


def test_an_indented_document_that_is_not_utf_8_is_an_error_with_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ShorthandError, match="line 2: the line is not UTF-8"):
        records(monkeypatch, json_records, b'{\n"\xff": 1}\n')
