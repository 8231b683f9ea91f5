"""A JSON Syntax block as a shape."""

import pytest

import shorthand
from shorthand import shapes
from shorthand.aws.json_syntax_block import json_syntax_shape

TEXT = shapes.String()

BLOCKS = {
    '"string"': TEXT,
    "integer": shapes.Integer(),
    "true|false": shapes.Boolean(),
    '"a"|"b"': shapes.String(("a", "b")),
    "{...}": shapes.Document(),
    '["string", ...]': shapes.List(TEXT),
    '{\n  "Key": "string",\n  "Size": long\n}': shapes.Structure({"Key": TEXT, "Size": shapes.Long()}),
    '{"string": timestamp\n  ...}': shapes.Map(TEXT, shapes.Timestamp()),
    '{"a"|"b": blob\n  ...}': shapes.Map(shapes.String(("a", "b")), shapes.Blob()),
    '[\n  {\n    "Ratio": float\n  }\n  ...\n]': shapes.List(shapes.Structure({"Ratio": shapes.Float()})),
    "[\n  [double, ...]\n  ...\n]": shapes.List(shapes.List(shapes.Double())),
}


@pytest.mark.parametrize(("block", "shape"), BLOCKS.items(), ids=list(BLOCKS))
def test_a_block_gives_its_shape(block: str, shape: shapes.Shape) -> None:
    assert json_syntax_shape(block) == shape
    assert json_syntax_shape(shape.json_syntax()) == shape


RECURSIVE = """{
  "Name": "string",
  "Inner": [
    {
      "Name": "string",
      "Inner": [
        { ... recursive ... }
        ...
      ]
    }
    ...
  ]
}"""


def test_a_recursion_mark_means_the_structure_that_repeats() -> None:
    shape = json_syntax_shape(RECURSIVE)
    value = {"Inner": [{"Inner": [{"Inner": [{"Name": "deep"}]}]}]}
    text = "Inner=[{Inner=[{Inner=[{Name=deep}]}]}]"
    assert shorthand.dumps(value, shape) == text
    assert shorthand.loads(text, shape) == value
    assert shape.json_syntax() == RECURSIVE


@pytest.mark.parametrize("block", ["", "{", '{"a": !}', '"a" "b"', '{"a": "string"'])
def test_an_invalid_block_is_an_error_with_its_place(block: str) -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="invalid JSON Syntax block") as caught:
        json_syntax_shape(block)
    assert caught.value.span is not None


def test_an_unknown_type_is_an_error() -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="unknown type number"):
        json_syntax_shape('{"a": number}')


def test_a_recursion_mark_without_a_repetition_is_an_error() -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="nothing around it repeats"):
        json_syntax_shape('{"a": { ... recursive ... }}')


def test_a_block_that_is_too_deep_is_an_error() -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="levels deep"):
        json_syntax_shape('{"a": ' * 300 + "integer" + "}" * 300)
