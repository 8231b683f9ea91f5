"""Write a command of the AWS CLI as Python: a call with boto3, or its parameters as a literal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from shorthand.aws.command_line.global_options import SKELETON
from shorthand.aws.models import aws
from shorthand.aws.python_literals import PythonWriter, quoted
from shorthand.errors import ShorthandError

if TYPE_CHECKING:
    from shorthand.aws.command import Command
    from shorthand.aws.invocation import Invocation

# The AWS CLI names these services in its own way.
_SERVICES = {
    "configservice": "config",
    "deploy": "codedeploy",
    "runtime.sagemaker": "sagemaker-runtime",
    "s3api": "s3",
}
# Elsewhere the name of a method is that of the command, with underscores.
_METHODS = {
    ("cloudwatch", "get-o-tel-enrichment"): "get_otel_enrichment",
    ("cloudwatch", "start-o-tel-enrichment"): "start_otel_enrichment",
    ("cloudwatch", "stop-o-tel-enrichment"): "stop_otel_enrichment",
    ("mturk", "list-hi-ts-for-qualification-type"): "list_hits_for_qualification_type",
    ("rds", "add-option-to-option-group"): "modify_option_group",
    ("rds", "remove-option-from-option-group"): "modify_option_group",
    ("signin", "create-o-auth2-token"): "create_oauth2_token",
    ("socialmessaging", "delete-whatsapp-media-message"): "delete_whatsapp_message_media",
}
_PAGING = {"--max-items": "MaxItems", "--page-size": "PageSize", "--starting-token": "StartingToken"}
# The AWS CLI uses these for itself: how it prints, and what it logs.
_SILENT = {"--output", "--color", "--debug", "--cli-binary-format", "--no-cli-pager", "--no-cli-auto-prompt"}
_SILENT |= {"--no-paginate", "--v2-debug", "--cli-auto-prompt", "--cli-error-format"}


def boto3_code(invocation: Invocation) -> str:
    """Write a program that makes the call of a command with boto3.

    A variable or substitution of a shell becomes a variable of Python. What boto3 has no place for, such as `--query`,
    is written in a comment.

    >>> from shorthand.aws.invocation import loads_command
    >>> print(boto3_code(loads_command(["iam", "get-role", "--role-name", "x", "--region", "us-east-1"])))
    import boto3
    <BLANKLINE>
    client = boto3.client("iam", region_name="us-east-1")
    response = client.get_role(RoleName="x")

    Args:
        invocation: The command.

    Raises:
        ShorthandError: There is no such command, it makes no call because it asks for a skeleton, or an option that
            takes one value has another number of them.
        UnrepresentableError: A parameter has no literal in Python.
    """
    if SKELETON in invocation.pager_options:
        raise ShorthandError(f"a command with {SKELETON} makes no call", hint=f"remove {SKELETON}")
    writer = _writer(invocation)
    client, client_imports = _client(invocation, writer)
    lines = _call(invocation, writer)
    assigned = list(writer.assignments())
    imports = [*_imports(writer), "import boto3"]
    imports += client_imports
    left = [f"# not converted: {_shown(name, words)}" for name, words in _left_over(invocation)]
    return "\n".join([*imports, "", *assigned, *[""] * bool(assigned), f"client = {client}", *left, *lines])


def python_code(invocation: Invocation) -> str:
    """Write the parameters of a command as a literal of Python.

    >>> from shorthand.aws.invocation import loads_command
    >>> print(python_code(loads_command(["iam", "get-role", "--role-name", "x"])))
    {"RoleName": "x"}

    Args:
        invocation: The command.

    Raises:
        ShorthandError: There is no such command.
        UnrepresentableError: A parameter has no literal in Python.
    """
    writer = _writer(invocation)
    literal = writer.code(invocation.parameters, (), 0)
    assigned = list(writer.assignments())
    imports = _imports(writer)
    return "\n".join([*imports, *assigned, *[""] * bool(assigned), literal])


def method_name(service: str, operation: str) -> str:
    """Return the name of the method of a boto3 client that makes a command's call.

    botocore writes the name of an operation in lower case, with `_` before each word; the AWS CLI does the same with
    `-`. The few operations whose words the two tell apart differently are listed.

    >>> method_name("ec2", "create-tags")
    'create_tags'
    """
    return _METHODS.get((service, operation), operation.replace("-", "_"))


def client_name(service: str) -> str:
    """Return the name by which boto3 knows a service of the AWS CLI.

    >>> client_name("s3api")
    's3'
    """
    return _SERVICES.get(service, service)


def _imports(writer: PythonWriter) -> list[str]:
    """Return the lines that import what the values need, and a blank line after them."""
    lines = [f"import {name}" for name in sorted(writer.modules)]
    return [*lines, ""] if lines else []


def _writer(invocation: Invocation) -> PythonWriter:
    command = aws(invocation.service, invocation.operation, invocation.version)
    streams = {one.place: one.reference for one in invocation.references if isinstance(one.value, str)}
    return PythonWriter(command, invocation.kept, invocation.kept_keys, streams, is_raw=_is_raw(invocation))


def _is_raw(invocation: Invocation) -> bool:
    """Return whether the texts of blobs are the content, not base64."""
    return invocation.version == 1 or invocation.global_options.get("--cli-binary-format") == ("raw-in-base64-out",)


def _client(invocation: Invocation, writer: PythonWriter) -> tuple[str, list[str]]:
    """Return the code that makes the client, and what it must import."""
    options = invocation.global_options
    config: list[str] = []
    arguments = [quoted(client_name(invocation.service))]
    for name, argument in (("--region", "region_name"), ("--endpoint-url", "endpoint_url"), ("--ca-bundle", "verify")):
        if name in options:
            arguments.append(f"{argument}={writer.option_value(_value(options, name))}")
    if "--no-verify-ssl" in options:
        arguments.append("verify=False")
    for name, argument in (("--cli-connect-timeout", "connect_timeout"), ("--cli-read-timeout", "read_timeout")):
        if name in options:
            config.append(f"{argument}={writer.number(_value(options, name), name)}")
    if "--no-sign-request" in options:
        config.append("signature_version=UNSIGNED")
    if config:
        arguments.append(f"config=Config({', '.join(config)})")
    session = "boto3"
    if "--profile" in options:
        session = f"boto3.Session(profile_name={writer.option_value(_value(options, '--profile'))})"
    imports = ["from botocore import UNSIGNED"] * ("--no-sign-request" in options)
    imports += ["from botocore.config import Config"] * bool(config)
    return f"{session}.client({', '.join(arguments)})", imports


def _value(options: Mapping[str, tuple[str, ...]], name: str) -> str:
    """Return the one word that an option has. Raises ShorthandError."""
    words = options[name]
    if len(words) != 1:
        raise ShorthandError(f"expected one value for {name}, got {len(words)}")
    return words[0]


def _call(invocation: Invocation, writer: PythonWriter) -> list[str]:
    """Return the lines that make the call."""
    parameters = dict(invocation.parameters)
    waiter = invocation.operation.removeprefix("wait ")
    if waiter != invocation.operation:
        return [f'client.get_waiter("{waiter.replace("-", "_")}").wait({writer.arguments(parameters)})']
    method = method_name(invocation.service, invocation.operation)
    if not _pages(invocation, writer.command):
        return [f"response = client.{method}({writer.arguments(parameters)})"]
    config = {
        member: writer.number(_value(invocation.pager_options, name), name)
        for name, member in _PAGING.items()
        if name in invocation.pager_options
    }
    written = writer.arguments(parameters)
    if config:
        inner = ", ".join(f'"{name}": {value}' for name, value in config.items())
        written = f"{written.rstrip().removesuffix(',')}, " if parameters and "\n" not in written else written
        written += f"    PaginationConfig={{{inner}}},\n" if "\n" in written else f"PaginationConfig={{{inner}}}"
    return [f'for page in client.get_paginator("{method}").paginate({written}):', "    print(page)"]


def _pages(invocation: Invocation, command: Command) -> bool:
    """Return whether the AWS CLI pages: the operation pages, and no option turns that off."""
    token = command.options.get("--starting-token")
    by_hand = any(option.member in invocation.parameters for option in command.hidden.values() if option.member)
    return bool(token and token.member is None) and "--no-paginate" not in invocation.global_options and not by_hand


def _left_over(invocation: Invocation) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the options and words that have no place in a call of boto3."""
    done = {"--region", "--endpoint-url", "--ca-bundle", "--no-verify-ssl", "--profile", "--no-sign-request"}
    done |= {"--cli-connect-timeout", "--cli-read-timeout", *_SILENT, *_PAGING}
    for name, words in (*invocation.global_options.items(), *invocation.pager_options.items()):
        if name not in done:
            yield name, words
    for word in invocation.positional:
        yield word, ()


def _shown(name: str, words: tuple[str, ...]) -> str:
    """Return an option as it is shown in a comment, on one line."""
    text = " ".join([name, *words])
    return text if text.isprintable() else ascii(text)
