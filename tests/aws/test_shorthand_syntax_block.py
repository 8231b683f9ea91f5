"""A Shorthand Syntax block as a shape."""

import pytest

import shorthand
from shorthand import shapes, sources
from shorthand.aws.shorthand_syntax_block import shorthand_syntax_shape
from tests.aws import awscli_pages

BLOCKS = {
    "Key=string,Values=string,string ...": shapes.List(
        shapes.Structure({"Key": shapes.String(), "Values": shapes.List(shapes.String())})
    ),
    "a=[{c=integer,d=timestamp},{c=integer,d=timestamp}]": shapes.Structure(
        {"a": shapes.List(shapes.Structure({"c": shapes.Integer(), "d": shapes.Timestamp()}))}
    ),
    "KeyName1=long,KeyName2=long": shapes.Map(shapes.String(), shapes.Long()),
    "KeyName1=blob,KeyName2=blob\n\nWhere valid key names are:\n  A\n  B\n": shapes.Map(
        shapes.String(("A", "B")), shapes.Blob()
    ),
    "string,string ...": shapes.List(shapes.List(shapes.String())),
    "a=[[string,string],[string,string]],KeyName=double": shapes.Structure(
        {"a": shapes.List(shapes.List(shapes.String())), "KeyName": shapes.Double()}
    ),
    "--records Data1 Data2 Data3": shapes.List(shapes.Structure({"Data": shapes.String()}), bare_members=True),
}


@pytest.mark.parametrize(("block", "shape"), BLOCKS.items(), ids=list(BLOCKS))
def test_a_block_gives_its_shape(block: str, shape: shapes.Shape) -> None:
    assert shorthand_syntax_shape(block) == shape
    assert sources.Option("--records", shape).syntax() == block


@pytest.mark.parametrize("block", ["a=", "a=string,b", "{a=string}}", "a=strings", "Where valid key names are:"])
def test_an_invalid_block_is_an_error(block: str) -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="Shorthand Syntax"):
        shorthand_syntax_shape(block)


def test_a_block_that_hides_a_member_is_an_error() -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="does not name the member that recurs"):
        shorthand_syntax_shape("A=string,( ... recursive ... )")


@pytest.mark.parametrize("service", awscli_pages.services()[3::8])
def test_every_block_of_a_service_gives_its_shape(service: str) -> None:
    for name in awscli_pages.operations(service):
        for argument in awscli_pages.documented_arguments(awscli_pages.operation(service, name)).values():
            documented = awscli_pages.documented_shorthand(argument, service, name)
            # The block leaves out the name of a member that recurs.
            if documented and "recursive" not in documented:
                shape = shorthand_syntax_shape(documented)
                assert sources.Option(argument.cli_name, shape).syntax() == documented
