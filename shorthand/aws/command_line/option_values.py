"""Read the options of one command, each as a part of its input."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from shorthand.api.conversions import loads_option
from shorthand.aws.command import Command, Option
from shorthand.aws.command_line.binary import bytes_of_blobs, check_base64
from shorthand.aws.command_line.convenience_options import REVISIONS, function_of, needs_the_aws_cli, place_of
from shorthand.aws.command_line.merging import Partial
from shorthand.codec.shape_at import shape_at
from shorthand.errors import Diagnostic, Kind, Place, ShorthandError, ShorthandTypeError, error_of
from shorthand.shapes import Blob, List, Scalar, Shape, String, resolved
from shorthand.syntax.raw import Files, is_file_reference

# The AWS CLI checks that these are zip files.
_ZIP_FILES = {
    ("lambda", "create-function", "--zip-file"),
    ("lambda", "publish-layer-version", "--zip-file"),
    ("lambda", "update-function-code", "--zip-file"),
}
# Keys of S3, which are texts for the service and may be bytes for the AWS CLI.
_KEYS = ("--sse-customer-key", "--copy-source-sse-customer-key")
# How YAML begins, after comments: a document, an item or a key.
_YAML = re.compile(r"\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:---|- |[ \t]*[\w.-]+:(?:[ \t\r\n]|\Z))")


class ValueFromFile(NamedTuple):
    """A value that was read from a file.

    Attributes:
        token: The name of the file as given, such as `file://tags.json`.
        place: Where the value is in the input.
        value: The value.
    """

    token: str
    place: Place
    value: Any


class Reading(NamedTuple):
    """How to read the options of one command line.

    Attributes:
        service: The name of the service.
        command: The command.
        is_partial: Whether the options may lack what is required.
        strict: As for `loads_option`.
        files: Gives the content for file references; None forbids them.
        version: The major version of the AWS CLI.
        is_raw: Whether the texts of blobs are raw, and not base64.
    """

    service: str
    command: Command
    is_partial: bool
    strict: bool
    files: Files | None
    version: int
    is_raw: bool


class OptionReader:
    """Reads the options of one command, each as a part of the input.

    Attributes:
        from_files: The values that were read from files, by option.
    """

    def __init__(self, reading: Reading) -> None:
        """Take how to read."""
        self._how = reading
        self._partial = Partial() if reading.is_partial else None
        self.from_files: dict[str, ValueFromFile] = {}

    def part(self, option: Option, name: str, tokens: list[str], so_far: dict[str, Any]) -> dict[str, Any] | None:
        """Return the part of the input that an option gives, or None if it gives none.

        Args:
            option: The option.
            name: The name as typed, which may be the one that means false.
            tokens: The words that belong to it.
            so_far: The input that the options before it give.

        Raises:
            ShorthandError: The words cannot be read as the option's value.
        """
        place = self._how.service, self._how.command.name, option.name
        if needs_the_aws_cli(*place):
            raise ShorthandError(f"only the AWS CLI can work out what {name} gives", hint="give the JSON input instead")
        try:
            return self._part(option, name, tokens, so_far)
        except ShorthandError as error:
            located = [replace(one, label=f"{name} {one.path}" if one.path else name) for one in error.diagnostics]
            raise error_of(
                _with_yaml_advice(one, tokens, option, self._how.version) for one in located
            ) from error.__cause__

    def _part(self, option: Option, name: str, tokens: list[str], so_far: dict[str, Any]) -> dict[str, Any] | None:
        place = self._how.service, self._how.command.name, option.name
        if place in _ZIP_FILES and tokens and not is_file_reference(tokens[0]):
            raise _not_zip(tokens[0])
        if option.member is not None:
            return self._placed(option, tokens, (option.member,), self._member(option, name, tokens))
        if steps := place_of(*place):
            shape = shape_at(self._how.command.input_shape, tuple(steps)) or option.shape
            return self._placed(option, tokens, steps, self._value(tokens, shape))
        if function := function_of(*place):
            return function(tokens, so_far)
        if self._how.service == "deploy" and option.name in REVISIONS:
            return REVISIONS[option.name](self._value(tokens, option.shape))
        if tokens or not (option.flag or isinstance(resolved(option.shape), List)):
            # Only the AWS CLI uses the value, but it checks its type.
            loads_option(tokens, option.shape, strict=self._how.strict, files=str)
        return None

    def _placed(self, option: Option, tokens: list[str], place: Place, value: Any) -> dict[str, Any]:
        """Return the part of the input that has a value at a place."""
        if (self._how.service, self._how.command.name, option.name) in _ZIP_FILES:
            _check_zip_file(tokens[0], value)
        if len(tokens) == 1 and (is_file_reference(tokens[0]) or is_streaming(option.shape)):
            self.from_files[option.name] = ValueFromFile(tokens[0], place, value)
        for step in reversed(place):
            value = {step: value} if isinstance(step, str) else [value]
        part: dict[str, Any] = value
        return part

    def _member(self, option: Option, name: str, tokens: list[str]) -> Any:
        """Return the value of an option that gives a member of the input."""
        shape = resolved(option.shape)
        if option.negative and not tokens:
            # Without `flag` the shape is a structure whose only member is the boolean Value.
            return name == option.name if option.flag else {"Value": name == option.name}
        if isinstance(shape, List) and not tokens:
            return []
        if is_streaming(shape):
            return self._content(tokens)
        is_bytes = len(tokens) == 1 and tokens[0].startswith("fileb://")
        if is_bytes and option.name in _KEYS and self._how.service == "s3api" and self._how.files:
            return self._how.files(tokens[0])
        return self._value(tokens, shape)

    def _value(self, tokens: list[str], shape: Shape) -> Any:
        """Read the words of an option."""
        shape = self._partial.of(shape) if self._partial else shape
        value = loads_option(tokens, shape, strict=self._how.strict, files=self._how.files)
        if self._how.version == 1 or _has_no_blob(shape):
            return value
        if self._how.is_raw:
            return bytes_of_blobs(value, shape)
        check_base64(value, shape, strict=self._how.strict)
        return value

    def _content(self, tokens: list[str]) -> str | bytes:
        """Return the content of a file, which the option names by its plain path."""
        if self._how.files is None or len(tokens) != 1:
            return str(loads_option(tokens, String()))
        return self._how.files(tokens[0] if tokens[0].startswith("fileb://") else f"fileb://{tokens[0]}")


def _not_zip(token: str) -> ShorthandTypeError:
    fix = f"fileb://{token}"
    fault = Diagnostic(
        f"expected the content of a zip file, got {token!r}",
        token,
        (0, len(token)),
        hint="write fileb:// before the name of the file",
        fix=fix,
        fix_tokens=(fix,),
        kind=Kind.WRONG_TYPE,
    )
    return ShorthandTypeError.of([fault])


def _check_zip_file(token: str, value: Any) -> None:
    """Check that a value is the content of a zip file, as the AWS CLI does."""
    import zipfile  # 15 ms, which other options do not need

    data = value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise ShorthandTypeError(f"{token} is not a zip file", text=token, span=(0, len(token)))


def _with_yaml_advice(fault: Diagnostic, tokens: Sequence[str], option: Option, version: int) -> Diagnostic:
    """Return what to say of a fault in the content of a file that holds YAML, which no option takes."""
    is_content = len(tokens) == 1 and is_file_reference(tokens[0]) and fault.kind is not Kind.FILE
    if not is_content or isinstance(resolved(option.shape), Scalar) or not _is_yaml(tokens[0], fault.text):
        return fault
    whole = ", or give the whole input with --cli-input-yaml" if version > 1 else ""
    return Diagnostic(
        f"expected JSON or shorthand in {tokens[0]}, got YAML",
        text=tokens[0],
        span=(0, len(tokens[0])),
        hint=f"convert the file from YAML to JSON{whole}",
        kind=fault.kind,
        label=option.name,
    )


def _is_yaml(reference: str, content: str) -> bool:
    """Return whether a file with a fault holds YAML, as its name or its first line tells."""
    if content.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return False
    return reference.endswith((".yaml", ".yml")) or bool(_YAML.match(content))


def _has_no_blob(shape: Shape) -> bool:
    """Return whether a shape certainly holds no blob: a scalar or a list of scalars."""
    shape = resolved(shape)
    shape = resolved(shape.member) if isinstance(shape, List) else shape
    return isinstance(shape, Scalar) and not isinstance(shape, Blob)


def is_streaming(shape: Shape) -> bool:
    """Return whether an option of this shape takes the name of a file."""
    shape = resolved(shape)
    return isinstance(shape, Blob) and shape.streaming
