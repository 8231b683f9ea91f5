"""The strategies, over generated shapes: what they give reads and round-trips, here and in the AWS CLI."""

import dataclasses
import decimal
import random
import re
from typing import Any

import pytest
from awscli.shorthand import ShorthandParseError, ShorthandParser
from hypothesis import assume, find, given, settings
from hypothesis import strategies as st

import shorthand
from shorthand import shapes, testing
from shorthand.shapes import Scalar, Shape

shapes_with_values = testing.shapes().flatmap(lambda shape: st.tuples(st.just(shape), testing.values(shape)))
shapes_with_texts = testing.shapes().flatmap(lambda shape: st.tuples(st.just(shape), testing.texts(shape)))
# Every text is a string, so none is broken.
of_pairs = testing.shapes().filter(lambda shape: not isinstance(shape, (Scalar, shapes.List)))
shapes_with_broken_texts = of_pairs.flatmap(lambda shape: st.tuples(st.just(shape), testing.broken_texts(shape)))
quick = settings(max_examples=200)


@quick
@given(testing.raws())
def test_a_raw_value_is_written_and_reads_back_the_same(raw: Any) -> None:
    text = shorthand.dumps(raw)
    assert repr(shorthand.loads(text)) == repr(raw)
    assert repr(ShorthandParser().parse(text)) == repr(raw)


@quick
@given(testing.texts())
def test_a_text_reads_as_in_the_aws_cli_and_is_written_as_a_fixed_point(text: str) -> None:
    raw = shorthand.loads(text)
    assert repr(ShorthandParser().parse(text)) == repr(raw)
    assert repr(shorthand.loads(shorthand.dumps(raw))) == repr(raw)
    assert shorthand.dumps(shorthand.loads(shorthand.dumps(raw))) == shorthand.dumps(raw)


@quick
@given(testing.broken_texts())
def test_a_broken_text_is_an_error_here_and_in_the_aws_cli(text: str) -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError) as caught:
        shorthand.loads(text)
    assert caught.value.span is not None
    with pytest.raises(ShorthandParseError):
        ShorthandParser().parse(text)


@quick
@given(shapes_with_broken_texts)
def test_a_broken_text_of_any_shape_is_an_error(pair: tuple[Shape, str]) -> None:
    shape, text = pair
    with pytest.raises(shorthand.ShorthandError):
        shorthand.loads_option([text], shape, strict=False)


@quick
@given(shapes_with_values)
def test_a_value_of_any_shape_round_trips(pair: tuple[Shape, Any]) -> None:
    shape, value = pair
    if isinstance(shape, Scalar):
        assume(not str(value).startswith(("file://", "fileb://")))
    testing.assert_round_trip(value, shape)


@quick
@given(shapes_with_texts)
def test_a_text_of_any_shape_round_trips(pair: tuple[Shape, str]) -> None:
    shape, text = pair
    testing.assert_round_trip(shorthand.loads_option([text], shape), shape)


@quick
@given(testing.shapes())
def test_a_shape_says_how_it_is_written(shape: Shape) -> None:
    assert shape.json_syntax()
    assert shape.shorthand_syntax() != ""
    shape.skeleton()


TAGS = shapes.List(shapes.Structure({"Key": shapes.String(), "Values": shapes.List(shapes.String())}))


FORMS = {
    "single quotes": "'",
    "double quotes": '"',
    "an escaped comma": r"\\,",
    "a list in brackets": r"Values=\[",
    "a list without brackets": r"Values=[^\[{'\",]+,[^=]+$",
    "white space": "= ",
    "a list of one without brackets": r"Values=\w+$",
    "a comma before the closing bracket": r",\]",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_texts_cover_every_form(form: str) -> None:
    found = find(testing.texts(TAGS), lambda text: bool(re.search(form, text)), settings=settings(max_examples=5000))
    # Found texts shrink to what a person can read; on a busy machine, where shrinking is cut short, to a longer one.
    assert len(found) < 60


def test_a_failed_round_trip_shows_the_tokens() -> None:
    with pytest.raises(shorthand.ShorthandTypeError):
        testing.assert_round_trip({"Key": 1}, shapes.Structure({"Key": shapes.String()}))
    with pytest.raises(AssertionError, match="was written as"):
        testing.assert_round_trip((1, 2), shapes.List(shapes.Integer()))


def test_a_failure_shrinks_to_what_a_person_would_type() -> None:
    for start in range(6):

        def is_found(text: str, start: int = start) -> bool:
            """Find a text on which a naive parser fails, beginning with other texts each time."""
            if text.startswith(("[", "{")):  # JSON
                return False
            naive = dict(pair.partition("=")[::2] for pair in text.split(","))
            return len(text) % 6 >= start % 3 and naive != shorthand.loads(text, strict=False)

        found = find(testing.texts(TAGS), is_found, settings=settings(max_examples=5000), random=random.Random(start))
        assert found.isascii(), found
        assert found.isprintable(), found
        assert len(found) < 24


@dataclasses.dataclass
class Job:
    name: str
    budget: decimal.Decimal
    ports: set[int] = dataclasses.field(default_factory=set)


TYPES: list[Any] = [Job, list[Job], dict[str, Job], decimal.Decimal]


@pytest.mark.parametrize("tp", TYPES, ids=str)
def test_a_python_type_may_be_given_in_place_of_a_shape(tp: Any) -> None:
    adapter = shorthand.TypeAdapter(tp)

    @settings(max_examples=50)
    @given(testing.values(tp), testing.texts(tp))
    def check(value: Any, text: str) -> None:
        instance = adapter.from_value(value)
        testing.assert_round_trip(instance, tp)
        adapter.loads_option([text])

    check()


def test_a_broken_text_of_a_python_type_is_an_error() -> None:
    @settings(max_examples=50)
    @given(testing.broken_texts(Job))
    def check(text: str) -> None:
        with pytest.raises(shorthand.ShorthandError):
            shorthand.loads_option([text], Job, strict=False)

    check()


class _Unlike(str):
    """A string that equals nothing, and has no text."""

    def __ne__(self, _: object) -> bool:
        return True

    def __repr__(self) -> str:
        raise NotImplementedError


def test_a_value_without_a_text_is_described_where_the_round_trip_fails() -> None:
    with pytest.raises(AssertionError, match="'a' was written as"):
        testing.assert_round_trip(_Unlike("a"), shapes.String())
