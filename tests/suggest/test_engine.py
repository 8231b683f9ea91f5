"""One text corrected: a proposal becomes a fix only after it reads, and diagnostics that it removes are one mistake."""

from __future__ import annotations

import pytest

from shorthand.codec.token_kind import TokenKind
from shorthand.errors import Diagnostic, Kind
from shorthand.shapes import Boolean, Integer, List, Shape, Structure
from shorthand.suggest.context import LONGEST_CORRECTED
from shorthand.suggest.engine import Reading, correct_text, with_default_hint
from tests.suggest.rule_cases import EBS, FILTER, LIMITS, TAG, N, S

COUNTED = Structure({"Count": N, "On": Boolean(), "Name": S})
LIMITED = Structure({"Size": Integer(minimum=1)})


def corrected(text: str, shape: Shape | None, kind: TokenKind = TokenKind.SHORTHAND) -> list[tuple[str, str | None]]:
    """Return the hint and the fix of each diagnostic of a text."""
    reading = Reading(kind, shape)
    return [(fault.hint, fault.fix) for fault in correct_text(reading.faults(text), reading)]


@pytest.mark.parametrize(
    ("text", "shape"),
    [("Key=a", TAG), ("Key='a b'", None), ("Size=1", LIMITED), ("Name=x,Values=[a,b]", FILTER)],
)
def test_a_text_that_reads_has_no_fault(text: str, shape: Shape | None) -> None:
    assert Reading(TokenKind.SHORTHAND, shape).faults(text) == ()


@pytest.mark.parametrize(
    ("text", "shape", "kind"),
    [
        ("Key='a", None, Kind.SYNTAX),
        ("Key=a,Key=b", TAG, Kind.SYNTAX),
        (r"a=b,c\,d=e", None, Kind.LOSSY),
        ("key=a", TAG, Kind.UNKNOWN_MEMBER),
        ("Count=x", COUNTED, Kind.WRONG_TYPE),
    ],
)
def test_a_fault_has_the_kind_of_what_is_wrong(text: str, shape: Shape | None, kind: Kind) -> None:
    assert [fault.kind for fault in Reading(TokenKind.SHORTHAND, shape).faults(text)] == [kind]


def test_a_candidate_must_pass_what_the_aws_cli_checks() -> None:
    [fault] = Reading(TokenKind.SHORTHAND, LIMITED).faults("Size=0")
    assert (fault.text, fault.place, fault.span) == ("Size=0", ("Size",), (0, 6))


def test_a_lossy_candidate_reads_where_losses_are_allowed() -> None:
    text = r"a=b,c\,d=e"
    assert Reading(TokenKind.SHORTHAND, None, strict=True).faults(text) != ()
    assert Reading(TokenKind.SHORTHAND, None, strict=False).faults(text) == ()


def test_a_candidate_may_name_a_file_only_where_files_are_allowed() -> None:
    assert Reading(TokenKind.SHORTHAND, TAG).faults("Key@=file://x") != ()
    assert Reading(TokenKind.SHORTHAND, TAG, allows_files=True).faults("Key@=file://x") == ()


@pytest.mark.parametrize(
    ("text", "shape", "fix"),
    [
        ("Key='a", None, "Key='a'"),
        ("Key:a,Value:b", TAG, "Key=a,Value=b"),
        ("key=a", TAG, "Key=a"),
        ("Ebs={Size=x20}", EBS, None),
        ("Count=1_000", COUNTED, "Count=1000"),
        # Several mistakes are corrected one after the other.
        ("key=a,value=b", TAG, "Key=a,Value=b"),
        ("Count=1_000,On=yes", COUNTED, "Count=1000,On=true"),
        ("limits={max=1_000,min=2.0}", LIMITS, "Limits={Max=1000,Min=2}"),
    ],
)
def test_the_fix_of_a_text(text: str, shape: Shape | None, fix: str | None) -> None:
    assert {fixed for _, fixed in corrected(text, shape)} == {fix}


def test_every_diagnostic_has_its_own_hint_and_the_whole_fix() -> None:
    assert corrected("Count=1_000,On=yes", COUNTED) == [
        ("write a number without separators", "Count=1000,On=true"),
        ("write a boolean as true or false", "Count=1000,On=true"),
    ]


def test_there_is_no_fix_where_one_mistake_has_none() -> None:
    found = corrected("Count=x,On=yes", COUNTED)
    assert found == [("", None), ("write a boolean as true or false", None)]


def test_what_one_correction_removes_is_one_mistake() -> None:
    shape = Structure({"Tags": List(TAG)})
    reading = Reading(TokenKind.SHORTHAND, shape)
    faults = reading.faults("Tags=[Key=k,Value=v]")
    assert len(faults) == 2
    [kept] = correct_text(faults, reading)
    assert (kept.place, kept.fix) == (faults[0].place, "Tags=[{Key=k,Value=v}]")


@pytest.mark.parametrize(
    ("text", "shape", "found"),
    [
        ("yes", Boolean(), ("write a boolean as true or false", "true")),
        ("1_000", N, ("write a number without separators", "1000")),
        ("five", N, ("", None)),
    ],
)
def test_a_scalar_is_the_whole_token(text: str, shape: Shape, found: tuple[str, str | None]) -> None:
    assert corrected(text, shape, TokenKind.SCALAR) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"count": "3"}', [("did you mean Count?", '{"Count": 3}')]),
        ('{"Count": "3"}', [("write a number without quotes", '{"Count": 3}')]),
        ("{Count: 3}", [("", None)]),  # invalid JSON is judged over all tokens of the option
    ],
)
def test_a_json_text_has_its_own_rules(text: str, found: list[tuple[str, str | None]]) -> None:
    assert corrected(text, COUNTED, TokenKind.JSON) == found


def test_a_fix_keeps_every_pair() -> None:
    # Quotes around the rest of the text would read, but would swallow the second pair.
    assert corrected("Key='a' Value='b'", TAG) == [
        ("separate pairs with a comma, not with a space or a semicolon", "Key='a',Value='b'")
    ]


@pytest.mark.parametrize(
    "fault",
    [
        Diagnostic("wrong", "x" * (LONGEST_CORRECTED + 1), (0, 1), kind=Kind.SYNTAX),
        Diagnostic("wrong", "Key='a", None, kind=Kind.SYNTAX),
        Diagnostic("no such file", "Key@=file://x", (5, 13), kind=Kind.FILE),
    ],
    ids=["too long", "no span", "file"],
)
def test_no_correction_is_sought(fault: Diagnostic) -> None:
    assert correct_text([fault], Reading(TokenKind.SHORTHAND, TAG)) == [fault]


def test_a_hint_of_its_own_is_kept() -> None:
    reading = Reading(TokenKind.SHORTHAND, TAG, (3,))
    fault = Diagnostic("wrong", "key=a", (0, 3), (3, "key"), kind=Kind.UNKNOWN_MEMBER)
    assert with_default_hint(fault, reading).hint == "did you mean Key?"
    kept = Diagnostic("wrong", "key=a", (0, 3), (3, "key"), hint="ask", kind=Kind.UNKNOWN_MEMBER)
    assert with_default_hint(kept, reading) == kept
