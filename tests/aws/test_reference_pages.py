"""A reference page as a command: our own page, and those that the AWS CLI prints."""

import html
import re
import shutil
from collections.abc import Callable

import pytest

import shorthand
from shorthand import shapes, sources
from tests.aws import awscli_pages, every_page
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


def test_a_recursion_mark_means_what_repeats() -> None:
    labels = sources.reference_page(PAGE).options["--labels"].shape
    value = [{"Inner": [{"Inner": [{"Inner": [{"Name": "deep"}]}]}]}]
    text = "Inner=[{Inner=[{Inner=[{Name=deep}]}]}]"
    assert shorthand.dumps_option(value, labels) == [text]
    assert shorthand.loads_option([text], labels) == value


PAGES_TO_READ = [
    pytest.param(PAGE, id="own"),
    pytest.param(
        REAL_PAGE.read_text("utf-8") if REAL_PAGE.exists() else "",
        id="real",
        marks=pytest.mark.skipif(not REAL_PAGE.exists(), reason="the real page is not shipped"),
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
    # The pages preformat what spans lines.
    as_html = "<html><body>" + paragraphs.replace("<p>", "<pre>").replace("</p>", "</pre>") + "</body></html>"
    bold = PAGE.replace("Synopsis", "".join(f"{char}\b{char}" for char in "SYNOPSIS")).replace("•", "o")
    indented = "\n".join(f"       {line}" if line and line[0] not in "SO" else line for line in bold.splitlines())
    for page in (as_html, indented):
        assert sources.reference_page(page).options.keys() == expected.options.keys()
        assert {name: option.shape for name, option in sources.reference_page(page).options.items()} == {
            name: option.shape for name, option in expected.options.items()
        }


def test_the_shorthand_syntax_is_read_if_there_is_no_json_syntax() -> None:
    whole = sources.reference_page(PAGE).options
    without = re.sub(r"JSON Syntax:\n\n.*?\n(?=\n|--|\Z)", "", PAGE.replace("\n--", "\n\n--"), flags=re.DOTALL)
    assert "JSON Syntax" not in without
    options = sources.reference_page(without.replace("( ... recursive ... )", "Name=string")).options
    for name in ("--sources", "--limits"):
        assert options[name].syntax() == whole[name].syntax()


@pytest.mark.parametrize("text", ["", "Key=a", "<html></html>", "Options\n\nSynopsis\n"])
def test_another_text_is_an_error(text: str) -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="not an AWS reference page"):
        sources.reference_page(text)


def test_an_invalid_block_is_an_error() -> None:
    with pytest.raises(shorthand.ShorthandSyntaxError, match="invalid JSON Syntax block"):
        sources.reference_page(PAGE.replace('"Weight": double', '"Weight": !'))


def page(synopsis: str, options: str, after: str = "") -> sources.Command:
    return sources.reference_page(f"Synopsis\n\n{synopsis}\n\nOptions\n\n{options}\n{after}")


def test_a_heading_within_the_options_does_not_end_them() -> None:
    command = page(
        "  go\n--a <value>\n[--b <value>]\n[--generate-cli-skeleton <value>]",
        "--a (string)\n\nText.\n\nExamples\n\nOutput\n\n--b (integer)\n\nText.",
        "\nExamples\n\n--b (list) is not meant here.\n",
    )
    assert [(option.name, option.shape.type_name) for option in command.options.values()] == [
        ("--a", "string"),
        ("--b", "integer"),
    ]


def test_global_options_are_left_out() -> None:
    command = page(
        "  go\n--a <value>\n[--debug]\n[--region <value>]",
        "--a (string)\n\nText.\n\nGlobal Options\n\n--debug (boolean)\n\n--region (string)",
    )
    assert list(command.options) == ["--a"]


def test_a_command_without_options() -> None:
    assert page("  get-login-password\n[--debug]", "None\n\nGLOBAL OPTIONS\n\n--debug (boolean)").options == {}


@pytest.mark.parametrize(
    ("synopsis", "required"),
    [
        ("--a <value>", True),
        ("[--a <value>]", False),
        ("--a <bucket-name>", True),
        ("--a s3://<bucket>/<key>", True),
        ("--a <value>   | --b <value>", False),
        ("[--a]", False),
        ("[--a <value> [<value>...]]", False),
        ("aws go [--b <value>] [--a\n<value>] [--c]", False),
        ("aws go [--b <value>] --a <value> [--c]", True),
        ("--a | --no-a", True),
    ],
)
def test_whether_an_option_is_required(synopsis: str, required: bool) -> None:
    assert page(f"  go\n{synopsis}", "--a (string) Text on the same line.").options["--a"].required == required


def test_the_two_names_of_a_flag() -> None:
    option = page("  go\n[--a-b | --no-a-b]", "--a-b | --no-a-\n       b (boolean)\n\nText.").options["--a-b"]
    assert (option.negative, option.flag) == ("--no-a-b", True)


def test_flags_that_exclude_each_other() -> None:
    options = page("  go\n[--a | --b | --c]", "--a | --b | --c (boolean)\n\nText.").options
    assert [(name, option.negative, option.flag) for name, option in options.items()] == [
        ("--a", None, True),
        ("--b", None, True),
        ("--c", None, True),
    ]


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("Possible values:\n\n• one\n• two words\n\nText that follows.", ("one", "two words")),
        ("Possible values:\n\no one\n\no two words\n", ("one", "two words")),
        ("Possible values:\n\no\tone\no\ttwo\n", ("one", "two")),
        ("Where valid values are:\n  one\n  two\n", ("one", "two")),
        ("Where valid values are:\n  All Upfront\n  two\n\nText", ("All Upfront", "two")),
        ('Possible values:\n\n• "one"\n\nText.\n\nPossible values:\n\n• one\n• two\n', ("one", "two")),
        ("Possible values:\n\no LongValueThatATermi-\n  nalBreaks\n\no two\n", ("LongValueThatATerminalBreaks", "two")),
        ("Possible values:\n\no a-long-value-that-\n  breaks\n", ("a-long-value-that-breaks",)),
        ("Text.", ()),
    ],
)
def test_the_values_of_a_string(section: str, values: tuple[str, ...]) -> None:
    assert page("  go\n[--a <value>]", f"--a (string)\n\n{section}").options["--a"].shape == shapes.String(values)
    listed = page("  go\n[--a <value>]", f'--a (list)\n\n(string)\n\n{section}\n\nSyntax:\n\n  "string" "string" ...')
    assert listed.options["--a"].shape == shapes.List(shapes.String(values))


def test_a_structure_without_a_syntax_block_has_the_scalars_that_are_described() -> None:
    section = "Text.\n\n  Value -> (boolean)\n\n    Text.\n\n  Mode -> (string)\n\n    Inner -> (string)\n"
    option = page("  go\n[--a | --no-a]", f"--a | --no-a (structure)\n\n{section}").options["--a"]
    assert option.shape == shapes.Structure({"Value": shapes.Boolean(), "Mode": shapes.String()})
    assert (option.negative, option.flag) == ("--no-a", False)


def test_a_page_saved_as_markdown() -> None:
    text = PAGE.replace("Synopsis\n\n", "## Synopsis\n\n```\n").replace("\n\nOptions\n", "\n```\n\n## Options\n")
    text = re.sub(r"^(--\S+) \(", r"`\1` (", text, flags=re.MULTILINE)
    text = re.sub(r"(Syntax:)\n\n(.*?)\n\n(?=`--|JSON Syntax|\Z)", r"\1\n\n```\n\2\n```\n\n", text, flags=re.DOTALL)
    assert "```" in text
    assert sources.reference_page(text) == sources.reference_page(PAGE)


def test_a_tag_within_the_text_does_not_make_a_page_html() -> None:
    assert sources.reference_page(PAGE.replace("What to call the job.", "Not <p>, <div> or <pre>.")) == (
        sources.reference_page(PAGE)
    )


FORMS = [
    pytest.param(
        awscli_pages.as_terminal,
        id="terminal",
        marks=pytest.mark.skipif(not shutil.which("groff"), reason="aws help needs groff, which is not installed"),
    ),
    pytest.param(awscli_pages.as_html, id="html"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("service", awscli_pages.services()[::8])
def test_a_page_of_the_aws_cli_gives_what_it_documents(service: str, form: Callable[[str], str]) -> None:
    name = awscli_pages.largest_operation(service)
    documentation = awscli_pages.operation(service, name)
    arguments = awscli_pages.documented_arguments(documentation)
    command = sources.reference_page(form(awscli_pages.page_source(documentation)))
    assert command.name == name
    for option_name, argument in arguments.items():
        option = command.options[option_name]
        assert option.required == bool(argument.required)
        if argument.argument_model is None:
            continue
        assert option.syntax() == awscli_pages.documented_shorthand(argument, service, name)
        if option.json_syntax() is not None:
            assert option.json_syntax() == awscli_pages.documented_json(documentation, argument)
        else:
            assert option.shape.type_name in (argument.argument_model.type_name, "document")


def test_at_least_fifty_services_are_tested() -> None:
    assert len(awscli_pages.services()[::8]) >= 50


PAGES_OF_AWSCLI = [
    ("pcs", "create-compute-node-group"),
    ("codebuild", "retry-build"),
    ("ecr", "get-login-password"),
    ("s3", "cp"),
    ("s3", "sync"),
    ("emr", "create-cluster"),
    ("deploy", "push"),
    ("codecommit", "credential-helper get"),
    ("dms", "create-replication-config"),
    ("ec2", "modify-vpc-attribute"),
    ("emr", "list-clusters"),
    ("savingsplans", "describe-savings-plans-offerings"),
    ("storagegateway", "describe-stored-iscsi-volumes"),
    ("compute-optimizer", "export-ec2-instance-recommendations"),
]


@pytest.mark.skipif(not shutil.which("groff"), reason="aws help needs groff, which is not installed")
@pytest.mark.parametrize(("service", "name"), PAGES_OF_AWSCLI)
def test_a_page_gives_what_the_models_have(service: str, name: str) -> None:
    assert every_page.compare(service, [name]).wrong == []
