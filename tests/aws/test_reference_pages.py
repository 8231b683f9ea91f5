"""A reference page to shapes, and its own blocks from the shapes again."""

import html
import re

import pytest

import shorthand
from shorthand import shapes, sources
from shorthand.aws.shorthand_syntax_block import shorthand_syntax_shape
from tests.conftest import PAGES, REAL_PAGE

PAGE = (PAGES / "make-job.txt").read_text("utf-8")


def test_names_the_command_and_its_options_in_order() -> None:
    command = sources.reference_page(PAGE)
    assert command.name == "make-job"
    assert [(option.name, option.required) for option in command.options.values()] == [
        ("--job-name", True),
        ("--sources", True),
        ("--mode", False),
        ("--settings", False),
        ("--limits", False),
        ("--labels", False),
        ("--start-now", False),
        ("--extra", False),
        ("--names", False),
    ]


def test_reads_every_kind_of_shape() -> None:
    shape = {name: option.shape for name, option in sources.reference_page(PAGE).options.items()}
    place = shapes.Structure({"Kind": shapes.String(("List", "Prefix")), "Uri": shapes.String()})
    assert shape["--job-name"] == shapes.String()
    assert shape["--sources"] == shapes.List(shapes.Structure({"Place": place, "Weight": shapes.Double()}))
    assert shape["--mode"] == shapes.String(("Fast", "Careful"))
    assert shape["--settings"] == shapes.Structure(
        {
            "Limits": shapes.Structure(
                {
                    "Count": shapes.Integer(),
                    "Guarded": shapes.Boolean(),
                    "Net": shapes.Structure({"Groups": shapes.List(shapes.String())}),
                }
            ),
            "Until": shapes.Timestamp(),
            "Seed": shapes.Blob(),
            "Size": shapes.Long(),
            "Ratio": shapes.Float(),
        }
    )
    assert shape["--limits"] == shapes.Map(shapes.String(), shapes.Integer())
    assert shape["--start-now"] == shapes.Boolean()
    assert shape["--extra"] == shapes.Document()
    assert shape["--names"] == shapes.List(shapes.String())


def test_a_recursion_mark_stands_for_what_repeats() -> None:
    labels = sources.reference_page(PAGE).options["--labels"].shape
    value = [{"Inner": [{"Inner": [{"Inner": [{"Name": "deep"}]}]}]}]
    text = "Inner=[{Inner=[{Inner=[{Name=deep}]}]}]"
    assert shorthand.dumps_option(value, labels) == [text]
    assert shorthand.loads_option([text], labels) == value


PAGES_TO_READ = [
    pytest.param(PAGE, id="ours"),
    pytest.param(
        REAL_PAGE.read_text("utf-8") if REAL_PAGE.exists() else "",
        id="real",
        marks=pytest.mark.skipif(not REAL_PAGE.exists(), reason="the page's sentences are not ours to ship"),
    ),
]


@pytest.mark.parametrize("page", PAGES_TO_READ)
def test_prints_the_blocks_of_the_page(page: str) -> None:
    command = sources.reference_page(page)
    for heading in command.options:
        # From this option's heading to the next one's.
        start = page.index(f"\n{heading} ", page.index("\nOptions\n"))
        end = min((found for found in [page.find("\n--", start + 3)] if found > 0), default=len(page))
        section = page[start:end]
        option = command.options[heading]
        syntax, json_syntax = option.syntax(), option.json_syntax()
        assert ("\nShorthand Syntax:\n" in section) == (syntax is not None)
        assert ("\nJSON Syntax:\n" in section) == (json_syntax is not None)
        assert f"Shorthand Syntax:\n\n{syntax}\n" in section or syntax is None
        assert f"JSON Syntax:\n\n{json_syntax}\n" in section or json_syntax is None


def test_reads_the_same_from_html_and_from_a_terminal() -> None:
    expected = sources.reference_page(PAGE)
    paragraphs = "".join(f"<p>{html.escape(part)}</p>\n" for part in PAGE.split("\n\n"))
    # What spans lines is preformatted on the pages.
    as_html = "<html><body>" + paragraphs.replace("<p>", "<pre>").replace("</p>", "</pre>") + "</body></html>"
    bold = PAGE.replace("Synopsis", "".join(f"{char}\b{char}" for char in "SYNOPSIS")).replace("•", "o")
    indented = "\n".join(f"       {line}" if line and line[0] not in "SO" else line for line in bold.splitlines())
    for page in (as_html, indented):
        assert sources.reference_page(page).options.keys() == expected.options.keys()
        assert {name: option.shape for name, option in sources.reference_page(page).options.items()} == {
            name: option.shape for name, option in expected.options.items()
        }


def test_the_shorthand_syntax_serves_where_there_is_no_json_syntax() -> None:
    whole = sources.reference_page(PAGE).options
    without = re.sub(r"JSON Syntax:\n\n.*?\n(?=\n|--|\Z)", "", PAGE.replace("\n--", "\n\n--"), flags=re.DOTALL)
    assert "JSON Syntax" not in without
    options = sources.reference_page(without.replace("( ... recursive ... )", "Name=string")).options
    for name in ("--sources", "--limits"):
        assert options[name].syntax() == whole[name].syntax()
    with pytest.raises(shorthand.ShorthandSyntaxError, match="does not name the member that recurs"):
        shorthand_syntax_shape("A=string,( ... recursive ... )")


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
def test_a_shorthand_syntax_gives_its_shape(block: str, shape: shapes.Shape) -> None:
    assert shorthand_syntax_shape(block) == shape
    assert sources.Option("--records", shape).syntax() == block


@pytest.mark.parametrize("block", ["a=", "a=string,b", "{a=string}}", "a=strings", "Where valid key names are:"])
def test_says_when_a_shorthand_syntax_does_not_read(block: str) -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="Shorthand Syntax"):
        shorthand_syntax_shape(block)


@pytest.mark.parametrize("text", ["", "Key=a", "<html></html>", "Options\n\nSynopsis\n"])
def test_says_when_it_is_not_a_page(text: str) -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="not an AWS reference page"):
        sources.reference_page(text)


def test_says_when_a_block_does_not_read() -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="JSON Syntax"):
        sources.reference_page(PAGE.replace('"Weight": double', '"Weight": !'))
