"""The syntax of an option, as the reference documents it."""

import pytest

from shorthand import shapes
from shorthand.aws.command import Command, Option

TEXT = shapes.String()
TAG = shapes.Structure({"Key": TEXT, "Value": TEXT})
KEY = shapes.Structure({"Key": TEXT})


@pytest.mark.parametrize(
    ("shape", "syntax", "json_syntax"),
    [
        (TEXT, None, None),
        (shapes.List(TEXT), None, None),
        (shapes.Document(), None, "{...}"),
        (shapes.Document(in_string=True), None, None),
        (shapes.Map(TEXT, TEXT), "KeyName1=string,KeyName2=string", '{"string": "string"\n  ...}'),
        (TAG, "Key=string,Value=string", '{\n  "Key": "string",\n  "Value": "string"\n}'),
    ],
)
def test_an_option_has_the_syntax_of_its_shape(
    shape: shapes.Shape, syntax: str | None, json_syntax: str | None
) -> None:
    option = Option("--x", shape)
    assert option.syntax() == syntax
    assert option.json_syntax() == json_syntax


@pytest.mark.parametrize(("shown", "syntax"), [(3, "--tags Key1 Key2 Key3"), (1, "--tags Key1"), (0, "Key=string ...")])
def test_bare_members_are_shown_after_the_name_of_the_option(shown: int, syntax: str) -> None:
    shape = shapes.List(KEY, bare_members=True, shown=shown)
    assert Option("--tags", shape).syntax() == syntax


def test_all_options_are_the_documented_ones_then_the_hidden_ones() -> None:
    shown, hidden = Option("--shown", TEXT), Option("--hidden", TEXT)
    command = Command("go", {"--shown": shown}, hidden={"--hidden": hidden})
    assert list(command.all_options()) == [shown, hidden]
