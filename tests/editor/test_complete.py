"""What may be typed next: by example, and for generated shapes at every place of their texts."""

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shorthand
from shorthand import shapes, testing
from shorthand.editor.complete import Candidate
from shorthand.shapes import Shape
from shorthand.suggest.context import shape_at
from shorthand.syntax.part_scanner import PartScanner
from shorthand.syntax.walk import Walk
from tests.cases import cases
from tests.syntax.linear_time import seconds_of

KINDS = ("Prefix", "List", "a, b")
JOB = shapes.Structure(
    {
        "Key": shapes.String(),
        "Kind": shapes.String(enum=KINDS),
        "Max": shapes.Integer(),
        "Kinds": shapes.List(shapes.String(enum=("Prefix", "List"))),
        "On": shapes.Boolean(),
        "Net": shapes.Structure({"Groups": shapes.List(shapes.String()), "On": shapes.Boolean()}, ("Groups",)),
        "Tags": shapes.List(shapes.Structure({"Key": shapes.String(), "N": shapes.Integer()}, ("Key",))),
        "Limits": shapes.Map(shapes.String(), shapes.Integer()),
        "Env": shapes.Map(shapes.String(enum=("A", "B")), shapes.Boolean()),
        "Any": shapes.Document(),
        "Either": shapes.Structure({"X": shapes.String(), "Y": shapes.String()}, union=True),
    },
    required=("Key",),
)


def texts_of(candidates: list[Candidate]) -> list[str]:
    return [candidate.text for candidate in candidates]


@pytest.mark.parametrize("case", cases("completions"), ids=lambda case: case["text"])
def test_what_may_follow(case: dict[str, Any]) -> None:
    before, _, after = case["text"].partition("‸")
    candidates = shorthand.complete(before + after, JOB, len(before))
    assert texts_of(candidates) == case["candidates"]
    if "becomes" in case:
        text, (start, end) = before + after, candidates[0].span
        assert text[:start] + candidates[0].text + text[end:] == case["becomes"]


def test_a_candidate_says_what_it_is() -> None:
    key, kind, *_ = shorthand.complete("", JOB)
    assert key == Candidate("Key=", (0, 0), "key", "string", required=True)
    assert kind == Candidate("Kind=", (0, 0), "key", "string", help="Prefix, List, a, b")
    assert shorthand.complete("On=t", JOB) == [Candidate("true", (3, 4), "value", "boolean")]
    assert shorthand.complete("Key=a", JOB) == [Candidate(",", (5, 5), "punctuation", help="another pair")]


OPTIONS = [
    (shapes.List(JOB), "Ki", ["Kind=", "Kinds="]),
    (shapes.List(JOB), '[{"Ki', []),
    (shapes.List(JOB), '{"Ki', []),
    (shapes.List(shapes.String(enum=KINDS)), "a", ["a, b"]),
    (shapes.Boolean(), "", ["true", "false"]),
    (shapes.Document(), "", []),
    (shapes.List(shapes.Document()), "{", []),
    (shapes.Map(shapes.String(enum=("A", "B")), shapes.Integer()), "A=1,", ["B="]),
    (shapes.List(shapes.Structure({"N": shapes.Boolean()}), bare_members=True), "t", ["true"]),
]


@pytest.mark.parametrize(("shape", "token", "expected"), OPTIONS)
def test_a_token_of_an_option(shape: Shape, token: str, expected: list[str]) -> None:
    assert texts_of(shorthand.complete(token, shape)) == expected


def with_texts(shape: Shape) -> st.SearchStrategy[tuple[Shape, str]]:
    return st.tuples(st.just(shape), testing.texts(shape))


@given(testing.shapes().flatmap(with_texts), st.integers(0, 100))
@settings(max_examples=100)
def test_every_candidate_goes_on_wherever_a_text_is_cut(case: tuple[Shape, str], at: int) -> None:
    goes_on_where_cut(*case, at)


def goes_on_where_cut(shape: Shape, text: str, at: int) -> None:
    """Each candidate for the text up to `at` gives a text that reads up to its own end."""
    head = text[:at]
    for candidate in shorthand.complete(head, shape):
        start, end = candidate.span
        assert 0 <= start <= end == len(head)
        if is_shorthand(shape, text):
            new = head[:start] + candidate.text
            walk = Walk(new)
            for _ in walk:
                pass
            assert walk.at == len(new), (new, candidate)
    for candidate in shorthand.complete(text, shape, at):
        assert 0 <= candidate.span[0] <= min(at, len(text)) <= candidate.span[1] <= len(text)


@given(testing.shapes().flatmap(with_texts))
@settings(max_examples=100)
def test_what_stands_in_a_text_is_among_the_candidates(case: tuple[Shape, str]) -> None:
    offers_what_stands(*case)


def offers_what_stands(shape: Shape, text: str) -> None:
    """Each key that the shape names, and each boolean and listed value, is a candidate wherever it is cut."""
    if not is_shorthand(shape, text):
        return
    for part, known in zip(list(PartScanner(text)), shorthand.explain(text, shape).parts, strict=True):
        if part.key and is_known_key(shape, known.place):
            start, end = part.key
            for at in range(start, end + 1):
                offered = {one.text.rstrip("[{") for one in shorthand.complete(text[:at], shape) if one.kind == "key"}
                assert f"{part.step}=" in offered, (text[:at], offered)
        word = str(part.raw)
        wanted = shape_at(shape, known.place)
        is_listed = isinstance(wanted, shapes.Boolean) or (isinstance(wanted, shapes.String) and word in wanted.enum)
        if is_listed and part.form in ("bare", "double-quoted", "single-quoted"):
            for at in range(part.start, part.end if part.form != "bare" else part.end + 1):
                offered = {one.text.strip("'\"") for one in shorthand.complete(text[:at], shape) if one.kind == "value"}
                assert {word, word.lower()} & offered, (text[:at], word)


def is_shorthand(shape: Shape, text: str) -> bool:
    return all(part.form not in ("plain", "json") for part in shorthand.explain(text, shape).parts)


def is_known_key(shape: Shape, place: tuple[str | int, ...]) -> bool:
    """Whether the shape names the last step of the place; a map may have any key, and an empty one is not typed."""
    around = shape_at(shape, place[:-1])
    while isinstance(around, shapes.List):
        around = around.member
    return isinstance(around, shapes.Structure) and place[-1] != ""


@given(st.text("KeyindsTagOt=,[]{}'\"\\ @", max_size=14), st.integers(0, 14))
def test_no_text_raises(text: str, at: int) -> None:
    shorthand.complete(text, JOB, at)


EBS = shapes.Structure(
    {
        "Encrypted": shapes.Boolean(),
        "DeleteOnTermination": shapes.Boolean(),
        "Iops": shapes.Integer(),
        "Throughput": shapes.Integer(),
        "KmsKeyId": shapes.String(),
        "OutpostArn": shapes.String(),
        "AvailabilityZone": shapes.String(),
        "SnapshotId": shapes.String(),
        "VolumeSize": shapes.Integer(),
        "VolumeInitializationRate": shapes.Integer(),
        "VolumeType": shapes.String(enum=("standard", "io1", "io2", "gp2", "sc1", "st1", "gp3")),
    }
)
MAPPINGS = shapes.List(
    shapes.Structure(
        {"Ebs": EBS, "NoDevice": shapes.String(), "DeviceName": shapes.String(), "VirtualName": shapes.String()}
    )
)
MAPPING = (
    "DeviceName=/dev/sda1,VirtualName=ephemeral0,Ebs={SnapshotId=snap-0123456789abcdef0,VolumeSize=100,"
    "KmsKeyId=arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab,Iops=3000,VolumeType=g"
)


def test_it_is_fast() -> None:
    assert len(MAPPING) >= 200
    assert texts_of(shorthand.complete(MAPPING, MAPPINGS)) == ["gp2", "gp3"]
    assert seconds_of(lambda: shorthand.complete(MAPPING, MAPPINGS)) < 0.005


def test_it_needs_no_lark() -> None:
    code = (
        "import sys, shorthand; from shorthand import shapes\n"
        "print([c.text for c in shorthand.complete('K', shapes.Structure({'Key': shapes.String()}))])\n"
        "assert not {'lark', 'click', 'rich'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['Key=']\n"


@pytest.mark.parametrize("part", ["a,", "[", "{a=", "'", "\\,", " "])
def test_time_grows_with_the_text_and_no_faster(part: str) -> None:
    def seconds(length: int) -> float:
        return seconds_of(lambda: shorthand.complete("Key=" + part * length, JOB))

    short, long = seconds(5_000), seconds(50_000)
    assert long < 30 * short + 0.02


def test_candidates_are_plain_data() -> None:
    candidate = shorthand.complete("K", JOB)[0]
    assert json.loads(json.dumps(candidate._asdict())) == {
        "text": "Key=",
        "span": [0, 1],
        "kind": "key",
        "type": "string",
        "required": True,
        "help": "",
    }
