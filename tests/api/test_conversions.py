"""The public conversions: each converts, and an error comes with the place, the hint and the fix."""

import copy
import gc
import pickle
from collections.abc import Callable
from typing import Any

import pytest

import shorthand
from shorthand import shapes

TAGS = shapes.List(shapes.Structure({"Key": shapes.String(), "Size": shapes.Integer()}, required=("Key",), name="Tag"))
TAG = TAGS.member


def refused(function: Any, *arguments: Any, **named: Any) -> shorthand.ShorthandError:
    """Return the error that a conversion raises."""
    with pytest.raises(shorthand.ShorthandError) as caught:
        function(*arguments, **named)
    return caught.value


class TestLoads:
    def test_without_a_shape_every_leaf_is_a_string(self) -> None:
        assert shorthand.loads("Key=a,Size=1") == {"Key": "a", "Size": "1"}

    def test_with_a_shape_leaves_are_typed(self) -> None:
        assert shorthand.loads("Key=a,Size=1", TAG) == {"Key": "a", "Size": 1}

    def test_a_text_that_the_aws_cli_loses_part_of_is_an_error_unless_lenient(self) -> None:
        assert isinstance(refused(shorthand.loads, r"a=b,c\,d=e"), shorthand.LossyTextError)
        assert shorthand.loads(r"a=b,c\,d=e", strict=False) == {"a": "b", "d": "e"}

    def test_a_file_is_read_only_through_files(self) -> None:
        assert isinstance(refused(shorthand.loads, "a@=file://f"), shorthand.FileReferenceError)
        assert shorthand.loads("a@=file://f", files=lambda reference: reference.upper()) == {"a": "FILE://F"}

    def test_an_error_of_files_itself_is_passed_on(self) -> None:
        def broken(_reference: str) -> str:
            raise ValueError("the files are gone")

        with pytest.raises(ValueError, match="the files are gone"):
            shorthand.loads("a@=file://f", files=broken)

    @pytest.mark.parametrize("shape", [None, TAG], ids=["without a shape", "with a shape"])
    def test_a_syntax_error_has_its_place_and_its_fix(self, shape: shapes.Shape | None) -> None:
        error = refused(shorthand.loads, "Key=it's", shape)
        assert isinstance(error, shorthand.ShorthandSyntaxError)
        assert (error.span, error.line, error.column) == ((6, 7), 1, 7)
        assert error.fix == 'Key="it\'s"'

    def test_a_type_error_has_its_path_and_its_fix(self) -> None:
        error = refused(shorthand.loads, "Key=a,Size=1.0", TAG)
        assert isinstance(error, shorthand.ShorthandTypeError)
        assert (error.path, error.expected, error.fix) == ("Size", "an integer", "Key=a,Size=1")


class TestLoadsOption:
    def test_every_token_is_an_item(self) -> None:
        assert shorthand.loads_option(["Key=a", "Key=b,Size=2"], TAGS) == [{"Key": "a"}, {"Key": "b", "Size": 2}]

    def test_a_single_string_is_one_token(self) -> None:
        assert shorthand.loads_option("Key=a", TAGS) == shorthand.loads_option(["Key=a"], TAGS)

    def test_tokens_may_be_any_sequence(self) -> None:
        assert shorthand.loads_option(("Key=a",), TAGS) == [{"Key": "a"}]

    def test_an_error_names_the_token(self) -> None:
        error = refused(shorthand.loads_option, ["Key=a", "key=b"], TAGS)
        assert (error.text, error.path, error.fix) == ("key=b", "[1].key", "Key=b")

    def test_a_fix_of_several_tokens_is_several_tokens(self) -> None:
        error = refused(shorthand.loads_option, ["Key=a,Size=1,Key=b"], TAGS)
        assert error.fix is None
        assert error.fix_tokens == ("Key=a,Size=1", "Key=b")


class TestDumps:
    def test_is_the_inverse_of_loads(self) -> None:
        value = {"Key": "a, b", "Size": 10}
        assert shorthand.loads(shorthand.dumps(value, TAG), TAG) == value

    def test_without_a_shape_a_leaf_that_is_no_string_is_an_error(self) -> None:
        assert isinstance(refused(shorthand.dumps, {"Size": 10}), shorthand.UnrepresentableError)

    def test_an_error_names_the_nearest_member(self) -> None:
        error = refused(shorthand.dumps, {"key": "a"}, TAG)
        assert error.path == "key"
        assert "Key" in error.hint


class TestDumpsOption:
    def test_writes_a_token_for_each_item(self) -> None:
        assert shorthand.dumps_option([{"Key": "a"}, {"Key": "b"}], TAGS) == ["Key=a", "Key=b"]

    def test_what_shorthand_cannot_carry_is_one_token_of_json_unless_that_is_not_wanted(self) -> None:
        assert shorthand.dumps_option([], TAGS) == ["[]"]
        error = refused(shorthand.dumps_option, [], TAGS, json_fallback=False)
        assert isinstance(error, shorthand.UnrepresentableError)

    def test_what_does_not_fit_is_an_error_in_json_too(self) -> None:
        assert refused(shorthand.dumps_option, [{"Size": "x"}], TAGS).place[0] == 0


@pytest.mark.parametrize(
    "error",
    [
        refused(shorthand.loads, "a='b"),
        refused(shorthand.loads, "Key=a,Size=x,size=y", TAG),
        refused(shorthand.loads_option, ["Key=a,Size=1,Key=b"], TAGS),
        refused(shorthand.dumps, {"a": None}),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_survives_pickle_and_copy(error: shorthand.ShorthandError) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert again == error
        assert str(again) == str(error)


def test_a_traceback_begins_where_the_fault_was_found() -> None:
    error = refused(shorthand.loads, "Key=a,Size=x", TAG)
    names = []
    frame = error.__traceback__
    while frame is not None:
        names.append(frame.tb_frame.f_code.co_name)
        frame = frame.tb_next
    assert "loads" in names
    assert error.__context__ is None or isinstance(error.__context__, shorthand.ShorthandError)


def test_every_public_name_is_there() -> None:
    for name in shorthand.__all__:
        assert getattr(shorthand, name) is not None
        assert name in dir(shorthand)
    with pytest.raises(AttributeError, match="no_such_name"):
        shorthand.no_such_name  # noqa: B018 -- looking it up is what is tested


INTEGERS = shorthand.TypeAdapter(list[int])


@pytest.mark.parametrize(
    "convert",
    [
        lambda: shorthand.loads("Key"),
        lambda: shorthand.loads("Size=x", TAG),
        lambda: shorthand.loads_option(["Size=x"], TAGS),
        lambda: shorthand.dumps({"Size": "x"}, TAG),
        lambda: shorthand.dumps_option([{"Size": "x"}], TAGS),
        lambda: INTEGERS.loads_option(["x"]),
        lambda: INTEGERS.dumps_option(["x"]),  # type: ignore[list-item]
        lambda: shorthand.TypeAdapter(dict[str, int]).loads("a=x"),
        lambda: shorthand.TypeAdapter(dict[str, int]).dumps({"a": "x"}),  # type: ignore[dict-item]
    ],
)
def test_an_error_that_nobody_keeps_is_gone_at_once(convert: Callable[[], object]) -> None:
    def errors() -> list[object]:
        return [one for one in gc.get_objects() if isinstance(one, shorthand.ShorthandError)]

    gc.collect()
    before = len(errors())
    gc.disable()
    try:
        try:
            convert()
        except shorthand.ShorthandError:
            pass
        else:
            pytest.fail("the conversion raised nothing")
        # A cycle would keep the error, and through its traceback all that was read.
        assert len(errors()) == before
    finally:
        gc.enable()
