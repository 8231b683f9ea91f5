"""Look up commands of the AWS CLI in the bundled models, or in those that the user has built."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from shorthand import shapes
from shorthand.aws.command import Command, Option
from shorthand.aws.model_entries import CommandEntry, OptionEntry
from shorthand.aws.model_file import Block, ModelFile
from shorthand.aws.model_shapes import ModelShapes
from shorthand.did_you_mean import did_you_mean
from shorthand.errors import ShorthandError, describe

BUNDLED = os.path.join(os.path.dirname(__file__), "aws.models")

VERSION_VARIABLE = "SHORTHAND_AWS_VERSION"
"""The environment variable that names the major version of the AWS CLI, 1 or 2."""

_FOLDER = "aws-shorthand"


def aws(service: str, operation: str, version: int | None = None) -> Command:
    """Return the command `aws SERVICE OPERATION` with all its options.

    Only the models of this service are read. The options that every command has, such as `--cli-input-json`, are not
    among them.

    >>> tags = aws("sagemaker", "create-auto-ml-job").options["--tags"]
    >>> tags.member, tags.syntax()
    ('Tags', 'Key=string,Value=string ...')

    Args:
        service: The name of the service, such as "ec2".
        operation: The name of the command, such as "create-tags"; of a command within another, all words:
            "wait instance-running".
        version: The major version of the AWS CLI, 1 or 2; by default as `aws_version` tells.

    Raises:
        ShorthandError: There is no such command. The hint names those that are near.
    """
    file = model_file()
    major = _major(file, version)
    block = _block(file, service, major)
    names = block.names(major)
    if operation not in names:
        only = only_in(3 - major) if operation in block.names(3 - major) else ""
        raise ShorthandError(f"{service} has no command {operation!r}", hint=only or did_you_mean(operation, names))
    return _made(block, operation, major)


def other_version_hint(service: str, operation: str, option: str, version: int) -> str:
    """Return the hint that only the other version of the AWS CLI has an option; "" if it does not have it.

    Args:
        service: The name of the service.
        operation: The name of a command that the given version has.
        option: The name of an option that the command does not have in the given version.
        version: The major version of the AWS CLI that is meant.
    """
    other = 3 - version
    file = model_file()
    if service not in file.services_of(other) or operation not in _block(file, service, other).names(other):
        return ""
    command = aws(service, operation, other)
    return only_in(other) if any(option in (one.name, one.negative) for one in command.all_options()) else ""


def only_in(version: int) -> str:
    """Return the hint that only this major version of the AWS CLI has something."""
    return (
        f"only version {version} of the AWS CLI has it: choose it with --aws-version {version}, "
        f"or in Python with version={version}"
    )


@lru_cache(maxsize=128)
def _made(block: Block, operation: str, major: int) -> Command:
    """Return a command. It is kept, because making the shapes takes longer than reading a command line with them."""
    return _command(operation, block.command(operation, major), ModelShapes(block))


def services(version: int | None = None) -> list[str]:
    """Return the names of all services.

    Args:
        version: The major version of the AWS CLI, 1 or 2; by default as `aws_version` tells.
    """
    file = model_file()
    return file.services_of(_major(file, version))


def operations(service: str, version: int | None = None) -> list[str]:
    """Return the names of a service's commands; of a command within another, all words: "wait instance-running".

    Args:
        service: The name of the service.
        version: The major version of the AWS CLI, 1 or 2; by default as `aws_version` tells.

    Raises:
        ShorthandError: There is no such service.
    """
    file = model_file()
    major = _major(file, version)
    return _block(file, service, major).names(major)


def aws_version(version: int | None = None) -> int:
    """Return the major version of the AWS CLI whose commands are meant: 1 or 2.

    Args:
        version: The version that a caller asks for. None means the one that the environment variable
            SHORTHAND_AWS_VERSION names; without the variable, the newest that the models know, which is 2 for the
            bundled models.

    Raises:
        ShorthandError: There is no such version, or the models do not know it.
    """
    return _major(model_file(), version)


def _major(file: ModelFile, version: int | None) -> int:
    known = file.versions
    wanted = os.environ.get(VERSION_VARIABLE, "").strip() if version is None else version
    if wanted == "":
        return max(known)
    if type(wanted) not in (int, str) or wanted not in (1, 2, "1", "2"):
        source = f"{VERSION_VARIABLE}: " if version is None else ""
        raise ShorthandError(f"{source}expected version 1 or 2 of the AWS CLI, got {describe(wanted)}")
    if int(wanted) not in known:
        raise ShorthandError(
            f"the models do not know version {wanted} of the AWS CLI, only {file.version}",
            hint="build models of it, or use the bundled ones",
        )
    return int(wanted)


def model_file() -> ModelFile:
    """Return the models in use: the user's own if there are any, otherwise the bundled ones.

    Raises:
        ShorthandError: The models cannot be read.
    """
    own = None if _has_certainly_none() else user_file()
    wanted = own is not None and ("SHORTHAND_MODELS" in os.environ or os.path.exists(own))
    return _opened(own if own is not None and wanted else BUNDLED)


def user_file() -> str | None:
    """Return the path of the user's own models; None without platformdirs, which the extra `cli` installs."""
    if "SHORTHAND_MODELS" in os.environ:
        return os.environ["SHORTHAND_MODELS"]
    try:
        from platformdirs import user_data_dir
    except ModuleNotFoundError:
        return None
    return os.path.join(user_data_dir(_FOLDER, appauthor=False), "aws.models")


def _has_certainly_none() -> bool:
    """Return whether the user certainly has no models of their own, found out without platformdirs.

    Importing platformdirs takes longer than reading the models.
    """
    environment = os.environ
    if sys.platform != "linux" or "SHORTHAND_MODELS" in environment:
        return False
    return not _has_folder(environment.get("XDG_DATA_HOME", "").strip(), environment.get("HOME", ""))


@lru_cache(maxsize=16)
def _has_folder(data_folder: str, home: str) -> bool:
    """Return whether the folder of the user's own models exists. It is looked for once."""
    data_folder = data_folder or os.path.join(home or os.path.expanduser("~"), ".local/share")
    return os.path.isdir(os.path.join(data_folder, _FOLDER))


@cache
def _opened(path: str) -> ModelFile:
    return ModelFile(path)


def _block(file: ModelFile, service: str, major: int) -> Block:
    known = file.services_of(major)
    if service not in known:
        only = only_in(3 - major) if service in file.services else ""
        raise ShorthandError(f"the AWS CLI has no service {service!r}", hint=only or did_you_mean(service, known))
    return _read_block(file, service)


@cache
def _read_block(file: ModelFile, service: str) -> Block:
    return file.service(service)


def _command(name: str, entry: CommandEntry, table: ModelShapes) -> Command:
    given = entry.get("input")
    shape: shapes.Shape | None = shapes.Structure({}) if "input" in entry else None
    if given is not None:
        shape = table.shape(given)
    members, needed = table.members(given) if given is not None else ({}, [])
    options: dict[str, Option] = {}
    hidden: dict[str, Option] = {}
    following: Iterator[str] = iter(members)
    for described in entry["options"]:
        option = _option(described, following, members, needed, table)
        is_hidden = isinstance(described, dict) and "hidden" in described
        (hidden if is_hidden else options)[option.name] = option
    if isinstance(shape, shapes.Structure):
        # The AWS CLI itself gives some required members: unique tokens, a count of one.
        filled = entry.get("filled", ())
        shape = replace(shape, required=tuple(name for name in shape.required if name not in filled))
    return Command(name, options, shape, hidden)


def _option(
    entry: OptionEntry, following: Iterator[str], members: dict[str, int], needed: list[str], table: ModelShapes
) -> Option:
    """Return an option.

    Args:
        entry: What the model file stores for it.
        following: The members of the input that no option before this one gives, in order.
        members: The numbers of the members' shapes.
        needed: The required members.
        table: The shapes of the service.
    """
    if isinstance(entry, str):
        entry = {"name": entry, "member": next(following, None)}
    elif "member" in entry:
        next(following, None)
    member: str | None = entry.get("member")
    if "shape" not in entry and member not in members:
        raise table.damaged()
    shape = table.shape(entry["shape"] if "shape" in entry else members[str(member)])
    if "bare" in entry and isinstance(shape, shapes.List):
        shape = replace(shape, bare_members=True, shown=entry["bare"])
    positional = "positional" in entry
    return Option(
        entry["name"] if positional else f"--{entry['name']}",
        shape,
        bool(entry.get("required", member in needed)),
        member,
        negative=f"--{entry['negative']}" if "negative" in entry else None,
        flag="flag" in entry or ("negative" in entry and isinstance(shape, shapes.Boolean)),
        positional=positional,
    )
