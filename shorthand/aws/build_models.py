"""Build the model file from the command tables of the installed AWS CLI."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import awscli
from awscli.arguments import BooleanArgument, CLIArgument
from awscli.clidriver import ServiceOperation, create_clidriver
from awscli.customizations.toplevelbool import NegativeBooleanParameter, PositiveBooleanArgument

from shorthand.aws.model_file import PackedBlock, packed, whole
from shorthand.aws.shape_table import ShapeTable

MAJOR = int(awscli.__version__.partition(".")[0])
"""The major version of the installed AWS CLI."""

# Every command has these options, which the AWS CLI itself uses.
_OF_EVERY_COMMAND = {"cli-input-json", "cli-input-yaml", "generate-cli-skeleton", "cli-auto-prompt"}

# The lists of structures whose only member is given as a bare value: service, operation and member, as botocore names
# them.
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
    """Build the model file of the installed AWS CLI; the same AWS CLI gives the same bytes.

    It takes some twenty seconds on one processor.

    Args:
        progress: Called after each service with the number of services that are done, and the number of all.
        jobs: How many processes work at once; by default one for each processor.
        services: The names of the services; by default all.
    """
    names = sorted(_services() if services is None else services)
    blocks: dict[str, PackedBlock] = {}
    with multiprocessing.get_context("spawn").Pool(jobs, _set_up) as pool:
        for done, (name, block) in enumerate(pool.imap_unordered(_block, names, chunksize=2), 1):
            blocks[name] = block
            if progress:
                progress(done, len(names))
    return whole({MAJOR: awscli.__version__}, blocks)


def _set_up() -> None:
    # A configuration, above all its plugins, would change the command tables.
    os.environ["AWS_CONFIG_FILE"] = os.devnull


_tables: list[dict[str, Any]] = []
"""The command table of the services, after the first use in this process."""


def _services() -> dict[str, Any]:
    if not _tables:
        _tables.append(create_clidriver()._get_command_table())
    return _tables[0]


def _block(name: str) -> tuple[str, PackedBlock]:
    return name, service_block(name)


def service_block(name: str) -> PackedBlock:
    """Build the block of one service, compressed as the model file stores it."""
    table = ShapeTable()
    commands = [
        (" ".join(path), MAJOR, _command(name, path, command, table))
        for path, command in _commands(_services()[name], ())
    ]
    return packed(commands, table.entries, MAJOR)


def _commands(command: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the subcommands that take options, at any depth, each with the words that name it."""
    if hasattr(command, "_get_command_table"):
        table = command._get_command_table()
    else:
        table = getattr(command, "subcommand_table", {})
    for name, within in table.items():
        # The table of a command is complete only after those of its subcommands are made.
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
        filled = _filled_members(operation)
        entry |= {"filled": filled} if filled else {}
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


def _filled_members(operation: Any) -> list[str]:
    """Return the required members that the AWS CLI itself gives if they are missing: unique tokens, a count of one."""
    required = operation.input_shape.required_members if operation.input_shape else ()
    of_ec2 = ("MinCount", "MaxCount") if operation.name == "RunInstances" else ()
    return [name for name in required if name in operation.idempotent_members or name in of_ec2]


def _is_negative(argument: Any) -> bool:
    return isinstance(argument, NegativeBooleanParameter) or (
        isinstance(argument, BooleanArgument) and argument._action == "store_false"
    )


def _shown(path: tuple[str, ...], model: Any) -> int:
    """Return how many bare members the reference shows; for a waiter it shows structures instead."""
    if len(path) > 3:
        return 0
    return 1 if model.metadata.get("min") == model.metadata.get("max") == 1 else 3


def _option(path: tuple[str, ...], argument: Any, operation: Any, table: ShapeTable) -> dict[str, Any]:
    """Describe an option as the model file does: how it differs from the member of the input that it gives."""
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
        option["shape"] = _number_of_own_shape(argument, model, table)
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


def _number_of_own_shape(argument: Any, model: Any, table: ShapeTable) -> int:
    """Return the number of the shape of an option that gives no member; its model may be missing or incomplete."""
    if model is not None and model.type_name in ("structure", "list", "map"):
        return table.number_apart(model)
    if argument.nargs in ("+", "*") or getattr(argument, "_action", None) == "append":
        return table.list_of("string")
    kind = argument.cli_type_name
    if kind == "string" and argument.choices:
        return table.scalar(kind, *argument.choices)
    return table.number_apart(model) if model is not None and kind == model.type_name else table.scalar(kind)
