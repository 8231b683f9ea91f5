"""The commands of the AWS CLI with their real arguments, and what it documents of each."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from unittest import mock

import awscli
from awscli.argprocess import ParamShorthandDocGen
from awscli.bcdoc.restdoc import ReSTDocument
from awscli.botocore import xform_name
from awscli.botocore.utils import ArgumentGenerator
from awscli.clidocs import OperationDocumentEventHandler
from awscli.clidriver import ServiceOperation, create_clidriver
from awscli.customizations.commands import BasicCommand
from awscli.utils import find_service_and_method_in_event_name, json_encoder

MAJOR = int(awscli.__version__.partition(".")[0])
"""The major version of the AWS CLI that is compared."""

# Every command has these, so the models do not.
OF_EVERY_COMMAND = {"cli-input-json", "cli-input-yaml", "generate-cli-skeleton"}


@dataclass(frozen=True)
class RealCommand:
    """One command of the AWS CLI."""

    service: str
    path: tuple[str, ...]
    command: Any

    @property
    def name(self) -> str:
        return " ".join(self.path)

    @property
    def is_direct(self) -> bool:
        """Whether it is in the table of a service, and not within another command."""
        return len(self.path) == 1 and self.service not in ("s3", "configure", "history")

    @property
    def arguments(self) -> dict[str, Any]:
        return self.command.arg_table  # type: ignore[no-any-return]

    @property
    def operation(self) -> Any:
        """The operation's model; None for a command of the AWS CLI itself."""
        return self.command._operation_model if isinstance(self.command, ServiceOperation) else None

    @property
    def event_names(self) -> tuple[str, str]:
        """The service and the operation by the names in the events of the documentation."""
        return _aliased("doc-option-example", self.service, self.path[-1])

    @property
    def reading_names(self) -> tuple[str, str]:
        """The same in the events of reading an option: there a waiter has the names of the operation that it calls."""
        if self.operation is None:
            return self.event_names
        service = self.operation.service_model.service_name
        return _aliased("process-cli-arg", service, xform_name(self.operation.name, "-"))


def _aliased(event: str, service: str, operation: str) -> tuple[str, str]:
    emitter = driver().session.get_component("event_emitter")
    name = f"{event}.{service}.{operation}.x"
    if MAJOR == 1:  # version 2 has no aliases
        name = emitter._alias_event_name(name)
    return find_service_and_method_in_event_name(name)  # type: ignore[no-any-return]


@cache
def driver() -> Any:
    return create_clidriver()


@cache
def table() -> dict[str, Any]:
    """Return the command of each service by name."""
    return driver()._get_command_table()  # type: ignore[no-any-return]


def services() -> list[str]:
    return sorted(table())


def commands(service: str) -> Iterator[RealCommand]:
    """Yield the commands of a service, and those within them."""
    yield from _within(service, (), table()[service])


def _within(service: str, path: tuple[str, ...], command: Any) -> Iterator[RealCommand]:
    if not isinstance(command, BasicCommand) and hasattr(command, "_get_command_table"):
        within = command._get_command_table()
    else:
        within = getattr(command, "subcommand_table", {})
    for name, found in within.items():
        yield RealCommand(service, (*path, name), found)
        yield from _within(service, (*path, name), found)


def takes_shorthand(argument: Any) -> bool:
    return bool(ParamShorthandDocGen().supports_shorthand(argument.argument_model))


def documented_shorthand(command: RealCommand, argument: Any) -> str | None:
    """Return the Shorthand Syntax of an argument that takes shorthand; None if the reference has none."""
    return ParamShorthandDocGen().generate_shorthand_example(argument, *command.event_names) or None


def is_complex(argument: Any) -> bool:
    """Return whether the reference has a JSON Syntax for an argument."""
    model = argument.argument_model
    if model is None or argument.cli_type_name not in ("structure", "list", "map"):
        return False
    return not (model.type_name == "list" and model.member.type_name not in ("structure", "list", "map"))


def documented_json(argument: Any) -> str:
    document = ReSTDocument()
    # Made without __init__, which would register it for events; the method needs no attribute.
    handler = OperationDocumentEventHandler.__new__(OperationDocumentEventHandler)
    handler._json_example(document, argument.argument_model, stack=[])
    return document.getvalue().decode()  # type: ignore[no-any-return]


def printed_skeleton(command: RealCommand) -> str:
    """Return what --generate-cli-skeleton prints, with the first value of each enum instead of a random one."""
    shape = command.operation.input_shape
    with mock.patch.object(random, "choice", lambda values: values[0]):
        skeleton = ArgumentGenerator().generate_skeleton(shape) if shape else {}
    return json.dumps(skeleton, indent=4, default=json_encoder)
