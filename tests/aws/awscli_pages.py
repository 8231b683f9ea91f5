"""The reference pages that the AWS CLI prints, and what it documents, as it generates them."""

from __future__ import annotations

import subprocess
import warnings
from functools import cache
from typing import Any

from awscli.argprocess import ParamShorthandDocGen
from awscli.arguments import CLIArgument
from awscli.bcdoc.docevents import generate_events
from awscli.bcdoc.restdoc import ReSTDocument
from awscli.clidocs import OperationDocumentEventHandler
from awscli.clidriver import create_clidriver
from docutils.core import publish_string
from docutils.writers import html4css1, manpage

# Some pages have lines longer than docutils takes on its own accord.
_SETTINGS = {"report_level": 5, "line_length_limit": 10_000_000}


@cache
def _services() -> dict[str, Any]:
    return create_clidriver()._get_command_table()  # type: ignore[no-any-return]


def operation(service: str, name: str) -> Any:
    """The AWS CLI's help command of one operation."""
    return _services()[service]._get_command_table()[name].create_help_command()


def page_source(help_command: Any) -> str:
    """The page in reStructuredText, from which the AWS CLI makes the others."""
    if not help_command.doc.getvalue():
        handler = help_command.EventHandlerClass(help_command)
        try:
            help_command.doc.target = "man"
            with warnings.catch_warnings():
                # It leaves the files of its examples to the garbage collector.
                warnings.simplefilter("ignore", ResourceWarning)
                generate_events(help_command.session, help_command)
        finally:
            handler.unregister()
    return help_command.doc.getvalue().decode()  # type: ignore[no-any-return]


def as_terminal(source: str) -> str:
    """The page as `aws … help` shows it."""
    man = publish_string(source, writer=manpage.Writer(), settings_overrides=_SETTINGS)
    shown = subprocess.run(["groff", "-m", "man", "-T", "ascii"], input=man, capture_output=True, check=True)
    return shown.stdout.decode()


def as_html(source: str) -> str:
    """The page as a site would show it."""
    settings = {**_SETTINGS, "output_encoding": "unicode"}
    return publish_string(source, writer=html4css1.Writer(), settings_overrides=settings)  # type: ignore[no-any-return]


def documented_shorthand(argument: Any, service: str, name: str) -> str | None:
    """The Shorthand Syntax that the AWS CLI documents for an argument, or None."""
    generator = ParamShorthandDocGen()
    if not generator.supports_shorthand(argument.argument_model):
        return None
    return generator.generate_shorthand_example(argument, service, name) or None


def documented_json(help_command: Any, argument: Any) -> str:
    """The JSON Syntax that the AWS CLI documents for an argument."""
    document = ReSTDocument()
    OperationDocumentEventHandler(help_command)._json_example(document, argument.argument_model, stack=[])
    return document.getvalue().decode()  # type: ignore[no-any-return]


def services() -> list[str]:
    """Every service that has operations of its own."""
    return sorted(name for name, command in _services().items() if type(command).__name__ == "ServiceCommand")


def operations(service: str) -> list[str]:
    """The operations of a service, those left out that the AWS CLI replaces with commands of its own."""
    table = _services()[service]._get_command_table()
    return sorted(name for name, command in table.items() if type(command).__name__ == "ServiceOperation")


def largest_operation(service: str) -> str:
    """The operation of a service with the most options."""
    table = _services()[service]._get_command_table()
    return max(operations(service), key=lambda name: len(table[name].arg_table))


def documented_arguments(help_command: Any) -> dict[str, Any]:
    """The arguments that the page documents and that stand for members of the input, by the name of the option."""
    source = page_source(help_command)
    return {
        argument.cli_name: argument
        for argument in help_command.arg_table.values()
        if f"``{argument.cli_name}``" in source
        and isinstance(argument, CLIArgument)
        # Of `--x | --no-x` the heading names the first.
        and getattr(argument, "_action", "") != "store_false"
    }
