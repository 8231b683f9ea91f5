"""Which parts of a text that reads are probably not meant so. `remarks.jsonl` has the sentences."""

from __future__ import annotations

import pytest

from shorthand import shapes
from shorthand.editor.explanation import RemarkKind
from shorthand.editor.likely_mistakes import remarks
from shorthand.shapes import Shape
from shorthand.syntax.part_scanner import PartScanner
from tests.syntax.test_compiled_reader import seconds_of

S = shapes.String()
TAG = shapes.Structure({"Key": S, "Value": S})


@pytest.mark.parametrize(
    ("text", "around", "kinds"),
    [
        ("Key=a Value=b", None, ["mistake"]),
        ("Key=a Value=b", TAG, ["mistake"]),
        ("Key=a Other=b", TAG, []),
        ("Key=a;Value=b", None, ["mistake"]),
        ("Key=a; Value =b", None, ["mistake"]),
        ("Key=a 1=b", None, []),
        ("Key=a=b", None, []),
        ("Key='a Value=b'", None, []),
        ("Key=a\\,Value=b", None, ["mistake"]),
        ("Key=a\\, b", None, []),
        ("Key='\\\"'", None, ["mistake"]),
        ('Key=\'{"a":"\\""}\'', None, []),
        ("Key@=file://a", None, ["file"]),
        ("Key=file://a", None, ["file"]),
        ("Key@=a", None, ["note"]),
        ("Key@=", None, []),
    ],
)
def test_the_remarks_on_the_first_part(text: str, around: Shape | None, kinds: list[str]) -> None:
    part, *_ = PartScanner(text)
    found = remarks(part, text[slice(*part.span)], S, around)
    assert [remark.kind for remark in found] == [RemarkKind(kind) for kind in kinds]


@pytest.mark.parametrize(
    ("text", "shape", "is_remarked"),
    [("a=[Key=k]", None, True), ("a=[Key=k]", TAG, True), ("a=[Key=k]", S, False), ("a=[k]", None, False)],
)
def test_pairs_directly_in_a_list_need_braces(text: str, shape: Shape | None, is_remarked: bool) -> None:
    _, item = PartScanner(text)
    found = list(remarks(item, text[slice(*item.span)], shape, None))
    assert [remark.kind for remark in found] == [RemarkKind.MISTAKE] * is_remarked


@pytest.mark.parametrize("piece", [" b=", ";b=", "\\,b=", " ", ";", "\\,", "b", '\\"'])
def test_time_is_linear(piece: str) -> None:
    def seconds(length: int) -> float:
        part, *_ = PartScanner("a='" + piece * (length // len(piece)) + "'")
        bare, *_ = PartScanner("a=b" + piece * (length // len(piece)))
        texts = [part.raw or "", bare.raw or ""]
        return seconds_of(
            lambda: [list(remarks(one, text, S, TAG)) for one, text in zip((part, bare), texts, strict=True)]
        )

    short, long = seconds(10_000), seconds(100_000)
    assert long < 30 * short + 0.02
