"""Standard input as a whole: documents, and one shorthand text."""

import pytest

from tests.cli.command import run

CREATE_TAGS = "aws ec2 create-tags --resources i-1 --tags Key=a,Value=b"
MARK = "\ufeff"


def test_a_document_may_start_with_a_byte_order_mark() -> None:
    _, expected, _ = run("aws", stdin=CREATE_TAGS)
    assert run("aws", stdin=MARK + CREATE_TAGS) == (0, expected, "")
    assert run("aws", "--json", "--from-json", "-", "ec2", "create-tags", stdin=MARK + expected) == (0, expected, "")
    assert run("to-shorthand", stdin=f'{MARK}{{"a": "b"}}') == (0, "a=b\n", "")


@pytest.mark.parametrize("arguments", [["to-json"], ["check"], ["explain", "-"]])
def test_shorthand_must_not_start_with_a_byte_order_mark(arguments: list[str]) -> None:
    code, out, err = run(*arguments, stdin=f"{MARK}a=b\n")
    assert (code, out) == (2, "")
    assert err == (
        "line 1: the input begins with a byte order mark (BOM), which the AWS CLI does not read\n"
        "  hint: save it as UTF-8 without a BOM\n"
    )


@pytest.mark.parametrize("arguments", [["to-json"], ["to-shorthand"], ["explain", "-"], ["aws"]])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_named(arguments: list[str], encoding: str) -> None:
    stdin = (MARK if encoding == "utf-16-be" else "") + "a=b"
    code, out, err = run(*arguments, stdin=stdin.encode(encoding))
    assert (code, out) == (2, "")
    assert err == "line 1: expected UTF-8, got UTF-16\n  hint: convert it: iconv -f UTF-16 -t UTF-8\n"


@pytest.mark.parametrize("arguments", [["explain", "-"], ["aws"], ["aws", "--from-json", "-", "ec2", "create-tags"]])
def test_a_document_that_is_not_utf_8_is_an_error(arguments: list[str]) -> None:
    code, out, err = run(*arguments, stdin=b"\xff")
    assert (code, out) == (2, "")
    assert "standard input is not UTF-8 text" in err


def test_a_dash_must_be_the_only_text() -> None:
    code, out, err = run("to-json", "-", "a=b")
    assert (code, out) == (2, "")
    assert "- means standard input, and must be the only text" in err


def test_one_newline_at_the_end_of_a_text_is_dropped() -> None:
    assert run("explain", "-", stdin="a=b\n") == run("explain", "a=b")
