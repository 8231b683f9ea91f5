"""The options that every command of the AWS CLI takes, in its versions 1 and 2: no part of a command's input."""

from __future__ import annotations

# Whether each takes a value.
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

# What says where the input comes from, and what is printed instead of it.
INPUT_JSON = "--cli-input-json"
SKELETON = "--generate-cli-skeleton"
