"""The tokens of one option corrected: each by itself, and then all of them together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from shorthand.codec.option import read_option
from shorthand.errors import Diagnostic, Kind, ShorthandError, error_of
from shorthand.shapes import Integer, List, Shape, Structure
from shorthand.suggest.context import LONGEST_CORRECTED
from shorthand.suggest.option_engine import correct_option
from tests.suggest.rule_cases import FILTER, PAIRS, TAG, TAGS, N, S

LIMITED = List(Structure({"Size": Integer(minimum=1)}))


def corrected(tokens: Sequence[str], shape: Shape) -> ShorthandError:
    """Return the error of tokens that do not read, after it is corrected."""
    with pytest.raises(ShorthandError) as caught:
        read_option(list(tokens), shape, True, None)
    return correct_option(caught.value, tokens, shape, strict=True, allows_files=False)


@pytest.mark.parametrize(
    ("tokens", "shape", "fixed"),
    [
        # One token by itself.
        (["Key=a;Value=b}"], TAG, None),
        (["key=a"], TAG, ["Key=a"]),
        (["Key='a"], TAG, ["Key='a'"]),
        # Each of several tokens; those that read stay.
        (["Key=a", "key=b"], TAGS, ["Key=a", "Key=b"]),
        (["key=a", "Key=b", "value=c"], TAGS, ["Key=a", "Key=b", "Value=c"]),
        # All tokens together.
        (["Key=a,", "Value=b"], TAG, ["Key=a,Value=b"]),
        (["Key=a,Value=1,Key=b,Value=2"], TAGS, ["Key=a,Value=1", "Key=b,Value=2"]),
        (["Name=x", "Values=a", "b"], FILTER, ["Name=x,Values=a,b"]),
        (["80,443"], List(N), ["80", "443"]),
        (["A=b", "C=d"], PAIRS, ["A=b,C=d"]),
        # JSON.
        (['{"key": "a"}'], TAG, ['{"Key": "a"}']),
        (["{'Key': 'a'}"], TAG, ['{"Key":"a"}']),
        (["[{Key:a,Value:b}]"], TAGS, ["Key=a,Value=b"]),
    ],
)
def test_the_fix_of_an_option(tokens: Sequence[str], shape: Shape, fixed: Sequence[str] | None) -> None:
    error = corrected(tokens, shape)
    assert error.fix_tokens == (None if fixed is None else tuple(fixed))


@pytest.mark.parametrize(
    ("tokens", "shape"),
    [
        (["Key=a,", "Value=b"], TAG),
        (["key=a", "Value=b"], TAGS),
        (["80,443"], List(N)),
        (["[{Key:a,Value:b}]"], TAGS),
        (["A=b", "C=d"], PAIRS),
    ],
)
def test_a_fix_reads(tokens: Sequence[str], shape: Shape) -> None:
    fixed = corrected(tokens, shape).fix_tokens
    assert fixed is not None
    assert read_option(list(fixed), shape, True, None) is not None


def test_a_single_corrected_token_is_also_the_fix_of_the_text() -> None:
    error = corrected(["Key=a,", "Value=b"], TAG)
    assert (error.fix, error.fix_tokens) == ("Key=a,Value=b", ("Key=a,Value=b",))


def test_several_corrected_tokens_are_not_the_fix_of_one_text() -> None:
    error = corrected(["80,443"], List(N))
    assert (error.fix, error.fix_tokens) == (None, ("80", "443"))


def test_what_one_remedy_removes_is_one_mistake() -> None:
    faults = [Diagnostic("wrong", token, (0, 1), kind=Kind.SYNTAX) for token in ["'Key=a'", "'Key=b'"]]
    error = correct_option(error_of(faults), ["'Key=a'", "'Key=b'"], TAGS, strict=True, allows_files=False)
    assert [fault.text for fault in error.diagnostics] == ["'Key=a'"]
    assert error.fix_tokens == ("Key=a", "Key=b")


def test_there_are_no_tokens_where_one_wrong_token_has_no_fix() -> None:
    error = corrected(["key=a", "other=b"], TAGS)
    assert [fault.fix for fault in error.diagnostics] == ["Key=a", None]
    assert error.fix_tokens is None


def test_each_diagnostic_has_all_tokens() -> None:
    error = corrected(["key=a", "value=b"], TAGS)
    assert [fault.fix for fault in error.diagnostics] == ["Key=a", "Value=b"]
    assert {fault.fix_tokens for fault in error.diagnostics} == {("Key=a", "Value=b")}


def test_a_hint_needs_no_tokens() -> None:
    error = corrected(["params.json"], TAG)
    assert "file://params.json" in error.diagnostics[0].hint
    assert error.fix_tokens is None


def test_a_fix_passes_what_the_aws_cli_checks() -> None:
    assert corrected(["size=1"], LIMITED).fix_tokens == ("Size=1",)
    assert corrected(["size=0"], LIMITED).fix_tokens is None


def test_the_class_of_the_error_stays() -> None:
    with pytest.raises(ShorthandError) as caught:
        read_option(["key=a"], TAG, True, None)
    assert type(corrected(["key=a"], TAG)) is type(caught.value)


def test_no_correction_of_all_tokens_is_sought_where_they_are_too_long() -> None:
    tokens = ["Key=a,", "Value=" + "b" * LONGEST_CORRECTED]
    assert corrected(tokens, TAG).fix_tokens is None


def test_a_fault_without_tokens_stays() -> None:
    fault = Diagnostic("expected at least one token", kind=Kind.OTHER)
    error = correct_option(error_of([fault]), [], TAGS, strict=True, allows_files=False)
    assert [one.reason for one in error.diagnostics] == ["expected at least one token"]


def test_a_candidate_may_name_a_file_only_where_files_are_allowed() -> None:
    shape = Structure({"Body": S, "Key": S})
    with pytest.raises(ShorthandError) as caught:
        read_option(["body@=file://x"], shape, True, lambda _reference: "")
    for allows_files, fix in ((True, ("Body@=file://x",)), (False, None)):
        error = correct_option(caught.value, ["body@=file://x"], shape, strict=True, allows_files=allows_files)
        assert error.fix_tokens == fix
