"""What the AWS CLI would call for a command line: its own program, run up to where it would send the request."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import os
import sys
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

from awscli import clidriver

from tests.aws.awscli_tables import MAJOR


class _RequestError(Exception):
    """The request would be sent now."""


@dataclass
class RealCall:
    """The call that a command line leads to.

    Attributes:
        parameters: The parameters of the call, without those of paging; None if there is no call.
        message: What the AWS CLI prints if there is no call.
    """

    parameters: dict[str, Any] | None = None
    message: str = ""
    paging: dict[str, Any] = field(default_factory=dict)


def real_call(words: list[str]) -> RealCall:
    """Run the AWS CLI with the words after `aws`, up to where it would send the request."""
    call = RealCall()

    original = clidriver.CLIOperationCaller.invoke

    def invoke(self: Any, service: str, operation: str, parameters: dict[str, Any], parsed_globals: Any) -> Any:
        given = copy.deepcopy(parameters)
        try:
            # This validates the parameters. Version 2 also decodes base64.
            return original(self, service, operation, parameters, parsed_globals)
        except _RequestError:
            call.parameters = {name: value for name, value in given.items() if name != "PaginationConfig"}
            call.paging = given.get("PaginationConfig", {})
            return 0

    def send(*_: Any, **__: Any) -> Any:
        raise _RequestError

    environment = {
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "none",
        "AWS_SECRET_ACCESS_KEY": "none",
    }
    printed = io.StringIO()
    with (
        mock.patch.dict(os.environ, environment),
        mock.patch.object(clidriver.CLIOperationCaller, "invoke", invoke),
        mock.patch("botocore.client.BaseClient._make_request", send),
        contextlib.redirect_stderr(printed),
        contextlib.redirect_stdout(printed),
    ):
        try:
            driver = clidriver.create_clidriver(*([words] if MAJOR > 1 else []))
            driver.main(words)
        except SystemExit:
            pass
        except Exception as error:
            printed.write(f"{type(error).__name__}: {error}")
    call.message = "" if call.parameters is not None else printed.getvalue()
    return call


if __name__ == "__main__":
    # One command line in JSON a line; prints the parameters or null, a line for each.
    for given in sys.stdin:
        print(json.dumps(real_call(json.loads(given)).parameters, default=repr), flush=True)
