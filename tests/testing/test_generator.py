"""Random texts: valid ones read as their value, broken ones do not, and a seed gives the same again."""

import contextlib
import dataclasses
import datetime
import decimal
import re
import time
import uuid
from typing import Annotated, Any

import pydantic
import pytest
from awscli.shorthand import ShorthandParseError, ShorthandParser
from hypothesis import given, settings
from hypothesis import strategies as st

import shorthand
from shorthand import shapes, testing
from shorthand.shapes import Shape
from shorthand.testing.generator import Fuzzer
from tests.testing.types_with_constraints import TYPES

TAGS = shapes.List(shapes.Structure({"Key": shapes.String(), "Values": shapes.List(shapes.String())}))
JOB = shapes.Structure(
    {
        "Place": shapes.Structure({"Kind": shapes.String(("a", "b")), "Uri": shapes.String()}),
        "Count": shapes.Integer(),
        "Names": shapes.List(shapes.String()),
        "Limits": shapes.Map(shapes.String(), shapes.Double()),
        "On": shapes.Boolean(),
    }
)


@settings(max_examples=150)
@given(testing.shapes(), st.integers(0, 100), st.booleans())
def test_a_valid_text_reads_as_its_value(shape: Shape, seed: int, lines: bool) -> None:
    fuzzer = Fuzzer(shape, seed, lines=lines)
    for _ in range(5):
        text, value = fuzzer.valid()
        assert shorthand.loads_option([text], shape) == value
        assert "\0" not in text
        assert not lines or len(text.splitlines()) == 1


@settings(max_examples=150)
@given(testing.shapes(), st.integers(0, 100))
def test_a_broken_text_does_not_read(shape: Shape, seed: int) -> None:
    fuzzer = Fuzzer(shape, seed)
    for _ in range(5):
        with contextlib.suppress(shorthand.UnrepresentableError):  # every text is a string
            text = fuzzer.broken()
            with pytest.raises(shorthand.ShorthandError):
                shorthand.loads_option([text], shape, strict=False)


@pytest.mark.parametrize("shape", [TAGS, JOB], ids=["tags", "job"])
def test_the_aws_cli_reads_valid_texts_and_no_broken_ones_but_those_of_another_type(shape: Shape) -> None:
    parse = ShorthandParser().parse
    fuzzer = Fuzzer(shape, "aws")
    member = shape.member if isinstance(shape, shapes.List) else shape
    for _ in range(500):
        text, _ = fuzzer.valid()
        assert parse(text) == shorthand.loads(text)
        broken = fuzzer.broken()
        try:
            parse(broken)
        except ShorthandParseError:
            continue
        with pytest.raises(shorthand.ShorthandError):
            shorthand.loads(broken, member)


def taken(fuzzer: Fuzzer, number: int) -> list[Any]:
    return [fuzzer.valid() for _ in range(number)] + [fuzzer.broken() for _ in range(number)]


def test_the_same_seed_gives_the_same_texts() -> None:
    assert taken(Fuzzer(JOB, 1), 50) == taken(Fuzzer(JOB, 1), 50)
    assert taken(Fuzzer(JOB, 1), 50) != taken(Fuzzer(JOB, 2), 50)


FORMS = {
    "single quotes": "='",
    "double quotes": '="',
    "an escaped comma": r"\\,",
    "a list in brackets": r"Names *= *\[",
    "a list without brackets": r"Names *= *[^\[{,]+,[^=]*$",
    "a list of one without brackets": r"Names=\w+(,\w+=|$)",
    "a comma before a closing bracket": r", *[\]}]",
    "white space": "= ",
    "no white space": "^[^ ]+$",
    "an empty string": '=""',
    "a character past the first plane": "😀",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_texts_take_every_form(form: str) -> None:
    fuzzer = Fuzzer(JOB, 1)
    assert any(re.search(form, fuzzer.valid()[0]) for _ in range(3000))


def test_ten_thousand_texts_take_less_than_a_second() -> None:
    # Processor time; it is five times as fast on a machine that does nothing else.
    fuzzer = Fuzzer(TAGS, 1)
    start = time.process_time()
    for _ in range(2000):
        fuzzer.valid()
    assert 2000 / (time.process_time() - start) > 10_000


@pytest.mark.parametrize("shape", [shapes.String(), shapes.Blob(), shapes.List(shapes.Timestamp())])
def test_every_text_is_a_string_and_none_is_broken(shape: Shape) -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="none is broken"):
        Fuzzer(shape, 1).broken()


@dataclasses.dataclass
class Job:
    name: str
    budget: decimal.Decimal
    start: datetime.date | None = None
    ids: list[uuid.UUID] = dataclasses.field(default_factory=list)
    wait: datetime.timedelta | None = None


class Model(pydantic.BaseModel):
    port: Annotated[int, pydantic.Field(gt=0, lt=65536)]
    name: Annotated[str, pydantic.Field(min_length=2)] = "ab"


@pytest.mark.parametrize("tp", [Job, list[Job], dict[str, Job], Model, list[Model], decimal.Decimal])
def test_a_type_accepts_every_valid_text_and_no_broken_one(tp: Any) -> None:
    fuzzer = Fuzzer(tp, 1)
    adapter: Any = shorthand.TypeAdapter(tp)
    for _ in range(100):
        text, value = fuzzer.valid()
        assert adapter.loads_option([text]) == adapter.from_value(value)
        broken = fuzzer.broken()
        with pytest.raises(shorthand.ShorthandError):
            adapter.loads_option([broken], strict=False)


class Impossible(pydantic.BaseModel):
    key: str

    @pydantic.field_validator("key")
    @classmethod
    def refuse(cls, key: str) -> str:
        raise ValueError(f"{key} is not wanted")


def test_a_type_for_which_no_text_is_found_is_an_error() -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="no text was found"):
        Fuzzer(Impossible, 1).valid()


@pytest.mark.parametrize("tp", TYPES, ids=str)
def test_a_type_with_constraints_accepts_every_valid_text(tp: Any) -> None:
    adapter = shorthand.TypeAdapter(tp)
    fuzzer = Fuzzer(adapter, 1)
    for _ in range(50):
        text, value = fuzzer.valid()
        assert adapter.loads_option([text]) == adapter.from_value(value)
