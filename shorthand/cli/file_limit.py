"""The option `--max-file-size`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from shorthand import files
from shorthand.errors import FileReferenceError, error_of

_SIZE = re.compile(r"([0-9]{1,15})\s*(?:([kmg])(?:i?b)?|b)?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1024, "m": 1024**2, "g": 1024**3}

# Generic since click 8.4.
if TYPE_CHECKING:
    _ParamType = click.ParamType[int]
else:
    _ParamType = click.ParamType


class SizeType(_ParamType):
    """A number of bytes: 1000, 64K, 100M or 1G."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number of bytes."""
        if isinstance(value, int):
            return value
        match = _SIZE.fullmatch(value.strip())
        if not match:
            self.fail(f"{value!r} is not a size such as 64K, 100M or 1G", param, ctx)
        return int(match[1]) * _UNITS[(match[2] or "").lower()]


max_file_size = click.option(
    "--max-file-size",
    type=SizeType(),
    metavar="SIZE",
    default="100M",
    show_default=True,
    help="Refuse a larger file: one that is named after file:// or fileb://, or standard input read as one document.",
)


def files_up_to(max_size: int) -> Callable[[str], str | bytes]:
    """Return the function that reads local files of at most so many bytes; its error names the option.

    Only version 2 of the AWS CLI knows AWS_CLI_FILE_ENCODING.
    """
    encoding = "utf-8" if os.environ.get("SHORTHAND_AWS_VERSION") == "1" else None

    def read(reference: str) -> str | bytes:
        try:
            return files.local(reference, max_size=max_size, encoding=encoding)
        except FileReferenceError as error:
            if not error.reason.endswith(f"is larger than {files.readable_size(max_size)}"):
                raise
            raise error_of(replace(one, hint="allow more with --max-file-size") for one in error.diagnostics) from None

    return read
