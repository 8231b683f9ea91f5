"""Converting the records of a stream."""

import contextlib
import io
import json
import subprocess
import sys

import pytest

from shorthand import ShorthandError
from shorthand.cli.stream_conversion import StreamConversion, WarningsFound
from shorthand.cli.stream_records import Record


class Output(io.TextIOWrapper):
    """A standard output that keeps what is written to it."""

    def __init__(self) -> None:
        self.raw_output = io.BytesIO()
        super().__init__(self.raw_output, encoding="utf-8")


def convert(text: str) -> str | None:
    if text == "bad":
        raise ShorthandError("wrong", text=text, span=(0, 1))
    if text == "odd":
        raise WarningsFound([ShorthandError("strange")])
    return None if text == "nothing" else text.upper()


RECORDS: list[list[Record]] = [[(1, b"a"), (2, b"bad")], [], [(3, b"odd"), (4, b"nothing"), (5, b"\xff"), (6, b"b")]]


def run_conversion(
    conversion: StreamConversion, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[bool, str, str]:
    output = Output()
    with monkeypatch.context() as patch, contextlib.closing(output):
        patch.setattr(sys, "stdout", output)
        is_valid = conversion.run(RECORDS)
        printed = output.raw_output.getvalue().decode()
    return is_valid, printed, capsys.readouterr().err


def test_valid_records_are_printed_and_others_reported(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    is_valid, out, err = run_conversion(StreamConversion(convert, "\0"), monkeypatch, capsys)
    assert (is_valid, out) == (False, "A\0B\0")
    assert err == (
        "line 2: wrong\n  at line 2, column 1:\n    bad\n    ^\n"
        "line 3: warning: strange\n"
        "line 5: the line is not UTF-8\n"
    )


def test_records_that_are_not_lines_are_counted_as_texts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, _, err = run_conversion(StreamConversion(convert, unit="text"), monkeypatch, capsys)
    assert err.startswith("text 2: wrong\n  at line 1, column 1:\n")


def test_errors_can_be_part_of_the_output(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def describe(number: int, error: ShorthandError, is_warning: bool) -> str:
        return json.dumps([number, error.reason, is_warning])

    _, out, err = run_conversion(StreamConversion(convert, describe=describe), monkeypatch, capsys)
    assert out.splitlines() == [
        *("A", '[2, "wrong", false]', '[3, "strange", true]', '[5, "the line is not UTF-8", false]', "B")
    ]
    assert err == ""


def test_each_line_is_answered_as_it_arrives() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "shorthand", "to-json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as command:
        assert command.stdin
        assert command.stdout
        for number in range(3):
            command.stdin.write(f"a={number}\n".encode())
            command.stdin.flush()
            assert command.stdout.readline() == f'{{"a":"{number}"}}\n'.encode()
        command.stdin.close()
