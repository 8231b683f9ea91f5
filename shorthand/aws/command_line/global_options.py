"""The options that every command of the AWS CLI takes, in version 1 or 2. They are no part of a command's input."""

from __future__ import annotations

GLOBAL_OPTIONS = {
    "--ca-bundle": True,
    "--cli-auto-prompt": False,
    "--cli-binary-format": True,
    "--cli-connect-timeout": True,
    "--cli-error-format": True,
    "--cli-read-timeout": True,
    "--color": True,
    "--debug": False,
    "--endpoint-url": True,
    "--no-cli-auto-prompt": False,
    "--no-cli-pager": False,
    "--no-paginate": False,
    "--no-sign-request": False,
    "--no-verify-ssl": False,
    "--output": True,
    "--profile": True,
    "--query": True,
    "--region": True,
    "--v2-debug": False,
    "--version": False,
}
"""The names, each with whether it takes a value."""

INPUT_JSON = "--cli-input-json"
"""The option of an operation that gives its whole input as JSON."""

SKELETON = "--generate-cli-skeleton"
"""The option of an operation that prints an input to be filled in, instead of calling the service."""
