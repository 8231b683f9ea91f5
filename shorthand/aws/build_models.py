"""The models of every command, from the command tables of the installed AWS CLI: what it takes, as it documents it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import awscli
from awscli.arguments import BooleanArgument, CLIArgument
from awscli.clidriver import ServiceOperation, create_clidriver
from awscli.customizations.toplevelbool import NegativeBooleanParameter, PositiveBooleanArgument

from shorthand.aws.model_file import compressed, whole
from shorthand.aws.shape_table import ShapeTable

# What comes with every command and belongs to the AWS CLI rather than to the operation.
_OF_EVERY_COMMAND = {"cli-input-json", "cli-input-yaml", "generate-cli-skeleton", "cli-auto-prompt"}

# The operations with a list whose structures' only member may be given bare, by botocore's name of the service.
_BARE_MEMBERS = {
    ("firehose", "PutRecordBatch", "Records"),
    ("workspaces", "RebootWorkspaces", "RebootWorkspaceRequests"),
    ("workspaces", "RebuildWorkspaces", "RebuildWorkspaceRequests"),
    ("workspaces", "TerminateWorkspaces", "TerminateWorkspaceRequests"),
    ("elb", "RemoveTags", "Tags"),
    ("elb", "DescribeInstanceHealth", "Instances"),
    ("elb", "DeregisterInstancesFromLoadBalancer", "Instances"),
    ("elb", "RegisterInstancesWithLoadBalancer", "Instances"),
}


def build(
    progress: Callable[[int, int], None] | None = None, jobs: int | None = None, services: Iterable[str] | None = None
) -> bytes:
    """The model file of the installed AWS CLI, of all services or some; the same bytes each time.

    `progress` is called with the number of services that are done and the number of all. All take some twenty seconds
    on one processor; as many `jobs` work at once, by default one for each processor.
    """
    names = sorted(_services() if services is None else services)
    blocks: dict[str, bytes] = {}
    with multiprocessing.get_context("spawn").Pool(jobs, _set_up) as pool:
        for done, (name, block) in enumerate(pool.imap_unordered(_block, names, chunksize=2), 1):
            blocks[name] = block
            if progress:
                progress(done, len(names))
    return whole(awscli.__version__, blocks)


def _set_up() -> None:
    # What someone has configured, plugins above all, is no part of the AWS CLI.
    os.environ["AWS_CONFIG_FILE"] = os.devnull


_tables: list[dict[str, Any]] = []
"""The table of the services, once it has been made in this process."""


def _services() -> dict[str, Any]:
    if not _tables:
        _tables.append(create_clidriver()._get_command_table())
    return _tables[0]


def _block(name: str) -> tuple[str, bytes]:
    return name, service_block(name)


def service_block(name: str) -> bytes:
    """The models of one service's commands, as the model file holds them."""
    table = ShapeTable()
    commands = {
        " ".join(path): _command(name, path, command, table) for path, command in _commands(_services()[name], ())
    }
    return compressed(commands, table.entries)


def _commands(command: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """A command's subcommands and theirs, those that take options, in the order of their tables."""
    if hasattr(command, "_get_command_table"):
        table = command._get_command_table()
    else:
        table = getattr(command, "subcommand_table", {})
    for name, within in table.items():
        # What a command takes is complete only once its subcommands are known.
        below = list(_commands(within, (*path, name)))
        if hasattr(within, "arg_table"):
            yield (*path, name), within
        yield from below


def _command(service: str, path: tuple[str, ...], command: Any, table: ShapeTable) -> dict[str, Any]:
    operation = command._operation_model if isinstance(command, ServiceOperation) else None
    shape = operation.input_shape if operation else None
    entry: dict[str, Any] = {}
    if operation:
        entry["input"] = table.number(shape) if shape else None
    if getattr(command, "_UNDOCUMENTED", False):
        entry["hidden"] = 1
    arguments = [(name, argument) for name, argument in command.arg_table.items() if name not in _OF_EVERY_COMMAND]
    negatives = {argument._serialized_name: name for name, argument in arguments if _is_negative(argument)}
    members = iter(shape.members if shape else ())
    options: list[Any] = []
    for name, argument in arguments:
        if _is_negative(argument):
            continue
        option = _option((service, *path, name), argument, operation, table)
        if "member" in option and isinstance(argument, (BooleanArgument, PositiveBooleanArgument)):
            option["negative"] = negatives[option["member"]]
        follows = "member" in option and next(members, None) == option["member"]
        options.append(name if follows and len(option) == 2 else option)
    entry["options"] = options
    return entry


def _is_negative(argument: Any) -> bool:
    return isinstance(argument, NegativeBooleanParameter) or (
        isinstance(argument, BooleanArgument) and argument._action == "store_false"
    )


def _shown(path: tuple[str, ...], model: Any) -> int:
    """How many bare members the reference shows; none for a waiter, which it does not tell to be of the operation."""
    if len(path) > 3:
        return 0
    return 1 if model.metadata.get("min") == model.metadata.get("max") == 1 else 3


def _option(path: tuple[str, ...], argument: Any, operation: Any, table: ShapeTable) -> dict[str, Any]:
    """An option as the model file holds it, with what differs from the member of the input that it stands for."""
    option: dict[str, Any] = {"name": path[-1]}
    shape = operation.input_shape if operation else None
    model = argument.argument_model
    member = getattr(argument, "_serialized_name", None) if isinstance(argument, CLIArgument) else None
    if member is not None and shape is not None and member in shape.members:
        option["member"] = member
        own = shape.members[member]
        if own is not model:
            apart = table.number(own) if own == model else table.number_apart(model)
            if apart != table.number(own):
                option["shape"] = apart
        required = member in shape.required_members
    else:
        required = False
        option["shape"] = _shape(argument, model, table)
        if getattr(argument, "_action", None) in ("store_true", "store_false"):
            option["flag"] = 1
    if bool(argument.required) != required:
        option["required"] = int(bool(argument.required))
    if getattr(argument, "_UNDOCUMENTED", False):
        option["hidden"] = 1
    if argument.positional_arg or not argument.cli_name.startswith("--"):
        option["positional"] = 1
    if (path[0], operation.name if operation else "", member) in _BARE_MEMBERS:
        option["bare"] = _shown(path, model)
    return option


def _shape(argument: Any, model: Any, table: ShapeTable) -> int:
    """The number of the shape of what is the AWS CLI's own: at times it has no model, or one that says too little."""
    if model is not None and model.type_name in ("structure", "list", "map"):
        return table.number_apart(model)
    if argument.nargs in ("+", "*") or getattr(argument, "_action", None) == "append":
        return table.list_of("string")
    kind = argument.cli_type_name
    if kind == "string" and argument.choices:
        return table.scalar(kind, *argument.choices)
    return table.number_apart(model) if model is not None and kind == model.type_name else table.scalar(kind)
