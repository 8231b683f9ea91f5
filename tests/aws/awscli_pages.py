"""The reference pages that the AWS CLI generates, and what it documents on them."""

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

# Some pages have lines longer than docutils takes by default.
_SETTINGS = {"report_level": 5, "line_length_limit": 10_000_000}


@cache
def _services() -> dict[str, Any]:
    return create_clidriver()._get_command_table()  # type: ignore[no-any-return]


def operation(service: str, name: str) -> Any:
    """Return the AWS CLI's help command of one operation."""
    return _services()[service]._get_command_table()[name].create_help_command()


def page_source(help_command: Any) -> str:
    """Return the page in reStructuredText, from which the AWS CLI makes the other forms."""
    if not help_command.doc.getvalue():
        handler = help_command.EventHandlerClass(help_command)
        try:
            help_command.doc.target = "man"
            with warnings.catch_warnings():
                # The AWS CLI does not close the files of its examples.
                warnings.simplefilter("ignore", ResourceWarning)
                generate_events(help_command.session, help_command)
        finally:
            handler.unregister()
    return help_command.doc.getvalue().decode()  # type: ignore[no-any-return]


def as_terminal(source: str) -> str:
    """Return the page as `aws … help` shows it."""
    man = publish_string(source, writer=manpage.Writer(), settings_overrides=_SETTINGS)
    shown = subprocess.run(["groff", "-m", "man", "-T", "ascii"], input=man, capture_output=True, check=True)
    return bytes(shown.stdout).decode()


def as_html(source: str) -> str:
    """Return the page as a site would show it."""
    settings = {**_SETTINGS, "output_encoding": "unicode"}
    return str(publish_string(source, writer=html4css1.Writer(), settings_overrides=settings))


def documented_shorthand(argument: Any, service: str, name: str) -> str | None:
    """Return the Shorthand Syntax that the AWS CLI documents for an argument, or None."""
    generator = ParamShorthandDocGen()
    if not generator.supports_shorthand(argument.argument_model):
        return None
    return generator.generate_shorthand_example(argument, service, name) or None


def documented_json(help_command: Any, argument: Any) -> str:
    """Return the JSON Syntax that the AWS CLI documents for an argument."""
    document = ReSTDocument()
    OperationDocumentEventHandler(help_command)._json_example(document, argument.argument_model, stack=[])
    return document.getvalue().decode()  # type: ignore[no-any-return]


def services() -> list[str]:
    """Return every service that has operations of its own."""
    return sorted(name for name, command in _services().items() if type(command).__name__ == "ServiceCommand")


def operations(service: str) -> list[str]:
    """Return the operations of a service, without those that the AWS CLI replaces with commands of its own."""
    table = _services()[service]._get_command_table()
    return sorted(name for name, command in table.items() if type(command).__name__ == "ServiceOperation")


def largest_operation(service: str) -> str:
    """Return the operation of a service with the most options."""
    table = _services()[service]._get_command_table()
    return max(operations(service), key=lambda name: len(table[name].arg_table))


def documented_arguments(help_command: Any) -> dict[str, Any]:
    """Return the documented arguments that give members of the input, by the name of the option."""
    source = page_source(help_command)
    return {
        argument.cli_name: argument
        for argument in help_command.arg_table.values()
        if f"``{argument.cli_name}``" in source
        and isinstance(argument, CLIArgument)
        # The heading of `--x | --no-x` names the first.
        and getattr(argument, "_action", "") != "store_false"
    }
