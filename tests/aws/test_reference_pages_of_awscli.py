"""The pages of fifty services, as the AWS CLI prints them in a terminal and as a site shows them."""

import shutil
from collections.abc import Callable

import pytest

from shorthand.aws.shorthand_syntax_block import shorthand_syntax_shape
from shorthand.sources import Option, reference_page
from tests.aws.awscli_pages import (
    as_html,
    as_terminal,
    documented_arguments,
    documented_json,
    documented_shorthand,
    largest_operation,
    operation,
    operations,
    page_source,
    services,
)

FORMS = [
    pytest.param(
        as_terminal,
        id="terminal",
        marks=pytest.mark.skipif(not shutil.which("groff"), reason="aws help needs groff, which is not installed"),
    ),
    pytest.param(as_html, id="html"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("service", services()[::8])
def test_reads_what_the_aws_cli_documents(service: str, form: Callable[[str], str]) -> None:
    name = largest_operation(service)
    documentation = operation(service, name)
    arguments = documented_arguments(documentation)
    command = reference_page(form(page_source(documentation)))
    assert command.name == name
    for option_name, argument in arguments.items():
        option = command.options[option_name]
        assert option.required == bool(argument.required)
        if argument.argument_model is None:
            continue
        assert option.syntax() == documented_shorthand(argument, service, name)
        if option.json_syntax() is not None:
            assert option.json_syntax() == documented_json(documentation, argument)
        else:
            assert option.shape.type_name in (argument.argument_model.type_name, "document")


@pytest.mark.parametrize("service", services()[3::8])
def test_every_shorthand_syntax_reads_by_its_grammar(service: str) -> None:
    for name in operations(service):
        for argument in documented_arguments(operation(service, name)).values():
            documented = documented_shorthand(argument, service, name)
            # Of a member that recurs the block leaves the name out.
            if documented and "recursive" not in documented:
                shape = shorthand_syntax_shape(documented)
                assert Option(argument.cli_name, shape).syntax() == documented


def test_they_are_fifty() -> None:
    assert len(services()[::8]) >= 50
