"""Check the calls of boto3 that are written for every operation: `python -m tests.aws.boto3_calls`.

Each operation is given two random inputs. The program must call the method that botocore has, page where botocore
pages, and pass the same parameters.
"""

from __future__ import annotations

import base64
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import awscli.botocore.session
from awscli.botocore import xform_name
from awscli.botocore.loaders import UnknownServiceError

from shorthand.aws.invocation import Invocation
from shorthand.aws.models import aws, operations, services
from shorthand.aws.program_code import boto3_code, client_name
from shorthand.shapes import Blob, List, Map, Shape, Structure, resolved
from tests.aws.boto3_clients import Calls
from tests.aws.random_values import RandomValues

INPUTS = 2


def with_bytes(value: Any, shape: Shape) -> Any:
    """Return a value with the bytes of its blobs, which are base64 in the input of version 2."""
    shape = resolved(shape)
    if isinstance(shape, Structure):
        return {name: with_bytes(item, shape.members[name]) for name, item in value.items()}
    if isinstance(shape, List):
        return [with_bytes(item, shape.member) for item in value]
    if isinstance(shape, Map):
        return {key: with_bytes(item, shape.value) for key, item in value.items()}
    if not isinstance(shape, Blob) or isinstance(value, bytes):
        return value
    try:
        return base64.b64decode(value, validate=True)
    except ValueError:
        return value.encode("utf-8", "surrogatepass")


def check(service: str, counts: Counter[str]) -> Iterator[str]:
    """Yield what is wrong with the programs for a service's operations."""
    session = awscli.botocore.session.get_session()
    name = client_name(service)
    if name not in session.get_available_services():
        counts["services that this botocore does not have"] += 1
        return
    methods = {xform_name(operation) for operation in session.get_service_model(name).operation_names}
    try:
        paged = {xform_name(operation) for operation in session.get_paginator_model(name)._paginator_config}
    except UnknownServiceError:
        paged = set()
    for operation in operations(service):
        command = aws(service, operation)
        if command.input_shape is None or " " in operation:
            continue
        made = RandomValues(f"{service} {operation}")
        for value in (made.full(command.input_shape), made.some(command.input_shape))[:INPUTS]:
            calls = Calls()
            calls.run(boto3_code(Invocation(service, operation, value)))
            ((_, method, arguments),) = calls.made
            counts["inputs"] += 1
            if arguments != with_bytes(value, command.input_shape):
                yield f"{service} {operation}: other parameters"
            plain = method.removeprefix("paginate ")
            if plain not in methods:
                counts["operations that this botocore does not have"] += 1
                continue
            counts["calls of known methods"] += 1
            by_hand = any(option.member in value for option in command.hidden.values() if option.member)
            if (plain != method) != (plain in paged and not by_hand):
                yield f"{service} {operation}: {method}"


def main() -> int:
    """Check all services, or those that are named; print the counts."""
    counts: Counter[str] = Counter()
    wrong = [line for service in sys.argv[1:] or services() for line in check(service, counts)]
    for line in wrong:
        print(line)
    for what, count in counts.items():
        print(f"{count:,} {what}")
    print(f"{len(wrong):,} wrong")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
