"""Run generated programs without a service: with botocore's Stubber, or with a client that only records the call."""

from __future__ import annotations

import sys
import types
from typing import Any

import awscli.botocore.session
from awscli.botocore import UNSIGNED
from awscli.botocore.config import Config
from awscli.botocore.stub import Stubber


class _Stubber(Stubber):  # type: ignore[misc] # it has no types
    """A stubber that takes an empty answer for any operation."""

    def _validate_operation_response(self, *_: Any) -> None:
        pass


class Calls:
    """A module `boto3` whose clients record their calls.

    Attributes:
        made: The calls: the name of the client, of the method, and the keyword arguments.
        clients: The arguments of each client.
    """

    def __init__(self) -> None:
        self.made: list[tuple[str, str, dict[str, Any]]] = []
        self.clients: list[dict[str, Any]] = []

    def client(self, name: str, **options: Any) -> _Client:
        self.clients.append({"name": name, **options})
        return _Client(self, name)

    def Session(self, **options: Any) -> Calls:  # noqa: N802 -- as boto3 names it
        self.clients.append(options)
        return self

    def run(self, code: str) -> dict[str, Any]:
        """Run a program with this module as its boto3; return its variables."""
        botocore, config = types.ModuleType("botocore"), types.ModuleType("botocore.config")
        botocore.UNSIGNED = UNSIGNED  # type: ignore[attr-defined]
        config.Config = Config  # type: ignore[attr-defined]
        replaced = {"boto3": self, "botocore": botocore, "botocore.config": config}
        before = {name: sys.modules.get(name) for name in replaced}
        sys.modules.update(replaced)  # type: ignore[arg-type]
        variables: dict[str, Any] = {"print": lambda *_: None}
        try:
            exec(compile(code, "generated", "exec"), variables)
        finally:
            for name, module in before.items():
                if module is None:
                    del sys.modules[name]
                else:
                    sys.modules[name] = module
        return variables


class _Client:
    def __init__(self, calls: Calls, name: str) -> None:
        self._calls = calls
        self._name = name

    def get_paginator(self, method: str) -> types.SimpleNamespace:
        return types.SimpleNamespace(paginate=self._recorder(f"paginate {method}", []))

    def get_waiter(self, method: str) -> types.SimpleNamespace:
        return types.SimpleNamespace(wait=self._recorder(f"wait {method}", None))

    def __getattr__(self, method: str) -> Any:
        return self._recorder(method, {})

    def _recorder(self, method: str, answer: Any) -> Any:
        def record(**arguments: Any) -> Any:
            self._calls.made.append((self._name, method, arguments))
            return answer

        return record


class Stubbed(Calls):
    """A module `boto3` whose clients are those of botocore, each expecting one call with certain parameters."""

    def __init__(self, method: str, parameters: dict[str, Any]) -> None:
        super().__init__()
        self._expected = method, parameters
        self.stubbers: list[Any] = []

    def client(self, name: str, **options: Any) -> Any:
        self.clients.append({"name": name, **options})
        options.setdefault("region_name", "us-east-1")
        client = awscli.botocore.session.get_session().create_client(
            name, aws_access_key_id="x", aws_secret_access_key="x", **options
        )
        stubber = _Stubber(client)
        method, parameters = self._expected
        stubber.add_response(method, {}, parameters)
        stubber.activate()
        self.stubbers.append(stubber)
        return client
