"""JSON as the command writes it."""

import json

import pytest

from shorthand import ShorthandSyntaxError
from shorthand.cli.json_output import error_lines, json_text


@pytest.mark.parametrize(
    ("value", "indent", "text"),
    [
        ({"a": [1, None]}, None, '{"a":[1,null]}'),
        ({"a": [1]}, 2, '{\n  "a": [\n    1\n  ]\n}'),
        ({"a": b"\xff\x00"}, None, '{"a":"/wA="}'),
        ("é", None, '"é"'),
        ("\ud800", None, '"\\ud800"'),
    ],
)
def test_a_value_as_json(value: object, indent: int | None, text: str) -> None:
    assert json_text(value, indent) == text


def test_only_bytes_are_converted() -> None:
    with pytest.raises(TypeError, match="set is not JSON"):
        json_text({1}, None)


def test_each_error_is_one_line_with_its_position_in_the_input() -> None:
    error = ShorthandSyntaxError("unexpected 'x'", text="a\nx", span=(2, 3))
    data = json.loads(error_lines(error, 7, lines_before=6))
    assert (data["severity"], data["number"], data["line"], data["column"]) == ("error", 7, 8, 1)
    assert (data["expected"], data["fix"]) == (None, None)
    whole = ShorthandSyntaxError("unreadable")
    assert json.loads(error_lines(whole, 7, 6, "warning"))["line"] == 7
