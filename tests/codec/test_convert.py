"""Conversion by shape: as the AWS CLI and botocore do where they agree, and as people mean it where those fail."""

from collections.abc import Callable
from enum import Enum, IntEnum, StrEnum
from typing import Any

import pytest

import shorthand
from shorthand import shapes
from shorthand.codec.convert import check, lift, lower
from shorthand.syntax.raw import DEEPEST

WHOLE = shapes.Structure(
    {
        "S": shapes.String(),
        "N": shapes.Integer(),
        "L": shapes.Long(),
        "F": shapes.Float(),
        "D": shapes.Double(),
        "B": shapes.Boolean(),
        "T": shapes.Timestamp(),
        "Y": shapes.Blob(),
        "E": shapes.String(enum=("one", "two")),
        "LS": shapes.List(shapes.String()),
        "LI": shapes.List(shapes.Integer()),
        "LT": shapes.List(shapes.Structure({"N": shapes.Integer()})),
        "M": shapes.Map(shapes.String(), shapes.Integer()),
        "Doc": shapes.Document(),
        "R": shapes.Structure({"Must": shapes.String()}, required=("Must",)),
        "U": shapes.Structure({"A": shapes.String(), "B": shapes.String()}, union=True),
    }
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("S=10", {"S": "10"}),
        ("N=10", {"N": 10}),
        ("N=-1,L=+2", {"N": -1, "L": 2}),
        ("N= 10 ", {"N": 10}),
        ("N='\t10\u2003',F='\xa01\n'", {"N": 10, "F": 1.0}),
        ("F=1,D=1.5e3", {"F": 1.0, "D": 1500.0}),
        ("B=true", {"B": True}),
        ("B=FALSE", {"B": False}),
        ("T=2026-01-01", {"T": "2026-01-01"}),
        ("Y=abc", {"Y": "abc"}),
        ("E=three", {"E": "three"}),
        ("LS=a", {"LS": ["a"]}),
        ("LS=a,b", {"LS": ["a", "b"]}),
        ("LI=1", {"LI": [1]}),
        ("LI=1,2", {"LI": [1, 2]}),
        ("LT={N=1}", {"LT": [{"N": 1}]}),
        ("LT=[{N=1},{N=2}]", {"LT": [{"N": 1}, {"N": 2}]}),
        ("M={a=1,b=2}", {"M": {"a": 1, "b": 2}}),
        ("U={A=x}", {"U": {"A": "x"}}),
    ],
)
def test_a_text_is_typed_by_its_shape(text: str, value: Any) -> None:
    assert repr(shorthand.loads(text, WHOLE)) == repr(value)


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("B=yes", "B", "expected true or false, got 'yes'"),
        ("B=1", "B", "expected true or false, got '1'"),
        ("B=", "B", "expected true or false, got ''"),
        ("B=true,false", "B", "expected true or false, got a list of 2"),
        ("N=x", "N", "expected an integer, got 'x'"),
        ("N=1,2", "N", "expected an integer, got a list of 2"),
        ("N=1_000", "N", "expected an integer, got '1_000'"),
        ("N=٣", "N", "expected an integer, got '٣'"),
        ("N=1.0", "N", "expected an integer, got '1.0'"),
        ("N='\x1c1'", "N", "expected an integer, got '\\x1c1'"),
        ("F='1\x1f'", "F", "expected a number, got '1\\x1f'"),
        ("F=nan", "F", "expected a number, got 'nan'"),
        ("F=1e400", "F", "expected a number, got '1e400'"),
        ("D=inf", "D", "expected a number, got 'inf'"),
        ("S=a,b", "S", "expected a string, got a list of 2"),
        ("S={a=b}", "S", "expected a string, got a map"),
        ("s=a", "s", "unknown member 's'"),
        ("R={Mustn=x}", "R.Mustn", "unknown member 'Mustn'"),
        ("R={}", "R", "missing required member Must"),
        ("LI=[1,x]", "LI[1]", "expected an integer, got 'x'"),
        ("LT=[{N=1},{N=x}]", "LT[1].N", "expected an integer, got 'x'"),
        ("M=a", "M", "expected a map, got 'a'"),
        ("Doc={a=b}", "Doc", "a document can hold any JSON value, and shorthand has no types"),
        ("U={A=x,B=y}", "U", "expected exactly one member of this union, got 2"),
        ("U={}", "U", "expected exactly one member of this union, got 0"),
    ],
)
def test_a_value_that_does_not_fit_is_an_error_with_its_path(text: str, path: str, reason: str) -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.loads(text, WHOLE)
    assert (caught.value.path, caught.value.reason) == (path, reason)
    assert caught.value.span is not None


def test_all_faults_are_found_at_once_in_the_order_of_the_text() -> None:
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        shorthand.loads("N=x,R={},B=maybe", WHOLE)
    assert [error.path for error in caught.value.errors] == ["N", "R", "B"]


ITSELF: dict[str, Any] = {}
ITSELF["a"] = ITSELF
RECURSIVE: shapes.Shape = shapes.Structure({"a": shapes.Ref("Recursive", lambda: RECURSIVE)}, name="Recursive")
ENDLESS: shapes.Shape = shapes.List(shapes.Ref("Endless", lambda: ENDLESS), name="Endless")


@pytest.mark.parametrize("shape", [None, RECURSIVE])
def test_a_value_that_contains_itself_cannot_be_written(shape: shapes.Shape | None) -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="200"):
        shorthand.dumps(ITSELF, shape)


def test_reading_into_a_shape_that_contains_itself_ends() -> None:
    with pytest.raises(shorthand.ShorthandTypeError, match="more than 200 levels deep"):
        shorthand.loads("a=b", shapes.Structure({"a": ENDLESS}))
    token = '{"a":' * 300 + "{}" + "}" * 300
    with pytest.raises(shorthand.ShorthandTypeError, match="more than 200 levels deep"):
        shorthand.loads_option([token], RECURSIVE)


@pytest.mark.parametrize("value", [float("nan"), {1}, ITSELF], ids=["nan", "set", "itself"])
def test_what_json_cannot_hold_either_is_an_error(value: Any) -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="JSON"):
        shorthand.dumps_option({"Doc": value}, WHOLE)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ((1, 1.0), "F=1"),
        ((-0.0,), "F=-0"),
        ((0.5,), "F=0.5"),
        ((2**53, 2.0**53), "F=9007199254740992"),
        ((10**22, 1e22), "F=1e+22"),
    ],
)
def test_equal_numbers_have_one_text(values: tuple[float, ...], text: str) -> None:
    assert {shorthand.dumps({"F": value}, WHOLE) for value in values} == {text}
    assert repr(shorthand.loads(text, WHOLE)["F"]) == repr(float(values[0]))


@pytest.mark.parametrize("value", [2**53 + 1, 10**400])
def test_a_number_that_would_lose_digits_cannot_be_written(value: int) -> None:
    with pytest.raises(shorthand.UnrepresentableError, match="would lose digits"):
        shorthand.dumps({"F": value}, WHOLE)


class Color(str, Enum):  # noqa: UP042 -- this is what prints as Color.RED
    RED = "red"
    ODD = "a, b"


class Count(int, Enum):
    ONE = 1


class Newer(StrEnum):
    RED = "red"


class NewerCount(IntEnum):
    ONE = 1


@pytest.mark.parametrize(
    ("value", "shape", "tokens"),
    [
        (Color.RED, shapes.String(), ["red"]),
        (Newer.RED, shapes.String(), ["red"]),
        (Count.ONE, shapes.Integer(), ["1"]),
        (NewerCount.ONE, shapes.Double(), ["1"]),
        ([Color.RED, Color.ODD], shapes.List(shapes.String()), ["red", "a, b"]),
        ([Count.ONE], shapes.List(shapes.Long()), ["1"]),
        ({"Value": Color.RED}, shapes.Structure({"Value": shapes.String()}), ["red"]),
        ({Color.RED: Color.ODD}, shapes.Map(shapes.String(), shapes.String()), ["red='a, b'"]),
        ({"N": Count.ONE, "LS": [Color.RED], "M": {Color.RED: 2}}, WHOLE, ["N=1,LS=[red],M={red=2}"]),
    ],
)
def test_a_member_of_an_enum_is_written_as_its_value(value: Any, shape: shapes.Shape, tokens: list[str]) -> None:
    written = shorthand.dumps_option(value, shape)
    assert written == tokens
    assert {type(token) for token in written} == {str}
    assert shorthand.loads_option(written, shape) == value


def test_a_member_of_an_enum_is_written_as_its_value_without_a_shape() -> None:
    assert shorthand.dumps({Color.RED: {Color.RED: [Color.RED, Color.ODD]}}) == "red={red=[red,'a, b']}"


# The compiled functions convert what is right, so these go to the definition itself.


def test_lifts_every_kind_of_shape() -> None:
    raw: Any = {"S": "a", "N": "1", "LI": ["1", "2"], "LT": {"N": "3"}, "M": {"a": "4"}, "Y": b"x", "U": {"A": "b"}}
    assert lift(raw, WHOLE) == {
        "S": "a", "N": 1, "LI": [1, 2], "LT": [{"N": 3}], "M": {"a": 4}, "Y": b"x", "U": {"A": "b"},
    }  # fmt: skip


def test_lowers_every_kind_of_shape() -> None:
    value = {"S": "a", "N": 1, "D": 2.0, "B": False, "LI": (1, 2), "M": {"a": 4}, "R": {"Must": "b"}}
    assert lower(value, WHOLE) == {
        "S": "a", "N": "1", "D": "2", "B": "false", "LI": ["1", "2"], "M": {"a": "4"}, "R": {"Must": "b"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "place", "reason"),
    [
        ({"M": ["a"]}, ("M",), "expected a map, got a list of 1"),
        ({"M": {1: 2}}, ("M",), "expected a string as the key, got 1"),
        ({"M": {"a": "b"}}, ("M", "a"), "expected an integer, got 'b'"),
        ({"R": {"Must": "a", "Other": 1}}, ("R", "Other"), "unknown member 'Other'"),
        ({"R": {1: "a", "Must": "a"}}, ("R",), "expected a string as the key, got 1"),
        ({"R": {}}, ("R",), "missing required member Must"),
        ({"U": {}}, ("U",), "expected exactly one member of this union, got 0"),
        ({"LT": {"N": 1}}, ("LT",), "expected a list, got a map"),
        ({"LT": ["a"]}, ("LT", 0), "expected a structure, got 'a'"),
    ],
)
def test_a_value_that_cannot_be_lowered_is_an_error_with_its_place(
    value: Any, place: tuple[str | int, ...], reason: str
) -> None:
    for convert in (lower, check):
        with pytest.raises(shorthand.ShorthandTypeError) as caught:
            convert(value, WHOLE, ("Whole",))
        (fault,) = caught.value.diagnostics
        assert (fault.place, fault.reason) == (("Whole", *place), reason)


def test_at_most_a_hundred_unknown_members_are_reported() -> None:
    value = {f"Unknown{number}": 1 for number in range(1000)}
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        lower(value, WHOLE)
    assert len(caught.value.diagnostics) == 100
    assert caught.value.diagnostics[0].expected.startswith("S, N, L")


NESTED: shapes.Shape = shapes.List(shapes.Ref("Nested", lambda: NESTED))


def nested(levels: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("convert", "value", "shape", "reason", "path"),
    [
        (lift, "a", shapes.List(WHOLE), "expected a structure, got 'a'", "[0]"),
        (lower, [None], shapes.List(shapes.String()), "shorthand has no null", "[0]"),
        (lower, [{}], shapes.List(shapes.Document()), "a document can be written only as JSON", "[0]"),
        (check, [None], shapes.List(shapes.String()), "shorthand has no null", "[0]"),
        (
            lower,
            [5],
            shapes.List(shapes.Timestamp()),
            "a timestamp given as a number would read back as a string",
            "[0]",
        ),
        (lower, [True], shapes.List(shapes.Timestamp()), "expected a timestamp, got true", "[0]"),
        (lift, b"a", shapes.Integer(), "expected an integer, got bytes", ""),
    ],
)
def test_why_and_where_a_value_is_refused(
    convert: Callable[[Any, shapes.Shape], Any], value: Any, shape: shapes.Shape, reason: str, path: str
) -> None:
    with pytest.raises(shorthand.ShorthandError) as caught:
        convert(value, shape)
    assert (caught.value.reason, caught.value.path) == (reason, path)


def test_json_takes_documents_and_numbers_as_timestamps() -> None:
    check([{"any": None}], shapes.List(shapes.Document()))
    check(1700000000, shapes.Timestamp())
    with pytest.raises(shorthand.ShorthandTypeError, match="expected a timestamp"):
        check(True, shapes.Timestamp())


@pytest.mark.parametrize("convert", [lift, lower])
def test_the_level_at_which_a_value_is_too_deep(convert: Callable[[Any, shapes.Shape], Any]) -> None:
    assert convert(nested(DEEPEST), NESTED)
    with pytest.raises(
        shorthand.ShorthandError, match=f"the value is nested more than {DEEPEST} levels deep"
    ) as caught:
        convert(nested(DEEPEST + 1), NESTED)
    assert caught.value.path == "[0]" * (DEEPEST + 1)


def test_faults_of_several_structures_come_together() -> None:
    tag = shapes.Structure({"Key": shapes.Integer()})
    with pytest.raises(shorthand.ShorthandTypeError) as caught:
        lower([{"a": 1}, {"Key": "x"}, {"b": 1}], shapes.List(tag))
    assert [one.path for one in caught.value.errors] == ["[0].a", "[1].Key", "[2].b"]


def test_no_more_faults_are_looked_for_after_the_hundredth() -> None:
    for convert in (lift, lower):
        with pytest.raises(shorthand.ShorthandTypeError) as caught:
            convert(["x"] * 300, shapes.List(shapes.Integer()))
        assert len(caught.value.errors) == 100
