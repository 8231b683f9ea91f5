"""The texts of blobs, which version 2 of the AWS CLI takes for base64 and version 1 takes as they are.

In an input of version 2 a blob is base64 text, or bytes; in one of version 1 it is raw text, or bytes.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from shorthand.aws.command_line.global_options import BINARY_FORMAT
from shorthand.errors import Diagnostic, Kind, Place, ShorthandError, ShorthandTypeError, UnrepresentableError, shorten
from shorthand.shapes import Blob, List, Map, Shape, String, Structure, resolved
from shorthand.syntax.raw import DEEPEST

RAW = "raw-in-base64-out"
"""The value of `--cli-binary-format` with which the texts of blobs are raw."""

BASE64 = "base64"
"""The value of `--cli-binary-format` with which the texts of blobs are base64, which is the default."""

_HINT = f"write fileb://FILE for the bytes of a file, or add {BINARY_FORMAT} {RAW}"

_FILE = "give the option itself, with fileb:// before the name of the file"


def is_raw(others: Mapping[str, Sequence[str]], version: int) -> bool:
    """Return whether the texts of blobs on a command line are raw.

    Args:
        others: The global options.
        version: The major version of the AWS CLI.

    Raises:
        ShorthandError: The format is unknown.
    """
    words = list(others.get(BINARY_FORMAT, [BASE64]))
    if words not in ([RAW], [BASE64]):
        raise ShorthandError(f"expected {BASE64} or {RAW} for {BINARY_FORMAT}, got {shorten(' '.join(words))}")
    return version == 1 or words == [RAW]


def bytes_of_blobs(value: Any, shape: Shape) -> Any:
    """Return a value of version 2 whose blobs were given as raw texts, with bytes instead of these texts."""

    def convert(leaf: Any, _: Place) -> Any:
        return leaf.encode("utf-8", "surrogateescape") if isinstance(leaf, str) else leaf

    return _converted(value, shape, convert)


def check_base64(value: Any, shape: Shape, *, strict: bool) -> None:
    """Check that the texts of a value's blobs are base64.

    Args:
        value: A value of version 2.
        shape: The schema of the value.
        strict: Whether to stop at a text from which the AWS CLI would drop characters.

    Raises:
        ShorthandTypeError: A text is not base64.
    """
    faults: list[Diagnostic] = []

    def convert(leaf: Any, place: Place) -> Any:
        if isinstance(leaf, str) and not _is_base64(leaf, strict):
            fault = Diagnostic(f"expected base64, got {shorten(leaf)}", place=place, hint=_HINT, kind=Kind.WRONG_TYPE)
            if place == ():
                fix = base64.b64encode(leaf.encode("utf-8", "surrogateescape")).decode()
                fault = replace(fault, text=leaf, span=(0, len(leaf)), fix=fix, fix_tokens=(fix,))
            faults.append(fault)
        return leaf

    _converted(value, shape, convert)
    if faults:
        raise ShorthandTypeError.of(faults)


def _is_base64(text: str, strict: bool) -> bool:
    try:
        if strict:
            # Base64 is often broken into lines.
            binascii.a2b_base64("".join(text.split()), strict_mode=True)
        else:
            base64.b64decode(text)
    except ValueError:
        return False
    return True


def with_texts(value: Any, shape: Shape, *, raw: bool, version: int) -> Any:
    """Return a value whose blobs can be written on a command line.

    Args:
        value: A value.
        shape: The schema of the value.
        raw: Whether the texts of blobs are raw there.
        version: The major version of the AWS CLI.

    Raises:
        UnrepresentableError: The bytes are no text, and only a file can give them.
    """

    def convert(leaf: Any, place: Place) -> Any:
        if not isinstance(leaf, (str, bytes)) or (version == 1 and isinstance(leaf, str)):
            return leaf
        if version == 2 and not raw:
            return leaf if isinstance(leaf, str) else base64.b64encode(leaf).decode()
        content = leaf if isinstance(leaf, bytes) else base64.b64decode(leaf)
        return _text(content, "bytes can be given only by the name of a file", place)

    return _converted(value, shape, convert)


def json_ready(value: Any, shape: Shape, version: int) -> Any:
    """Return an input that JSON can hold, as `--cli-input-json` takes it without further options.

    Args:
        value: The input of a command.
        shape: The schema of the input.
        version: The major version of the AWS CLI. Version 2 takes bytes as base64, version 1 only as text.

    Raises:
        UnrepresentableError: The bytes are no text, and version 1 takes only text.
    """
    reason = "JSON cannot give bytes that are no text to version 1 of the AWS CLI"

    def convert(leaf: Any, place: Place) -> Any:
        if not isinstance(leaf, bytes):
            return leaf
        return base64.b64encode(leaf).decode() if version == 2 else _text(leaf, reason, place, _FILE)

    def convert_string(leaf: Any, place: Place) -> Any:
        return (
            _text(leaf, "JSON cannot give bytes that are no text here", place, _FILE)
            if isinstance(leaf, bytes)
            else leaf
        )

    return _converted(value, shape, convert, convert_string)


def _text(content: bytes, reason: str, place: Place, hint: str = "") -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise UnrepresentableError(reason, place=place, hint=hint) from None


def _unchanged(leaf: Any, _: Place) -> Any:
    return leaf


_Convert = Callable[[Any, Place], Any]


def _converted(value: Any, shape: Shape, convert: _Convert, string: _Convert = _unchanged, place: Place = ()) -> Any:
    """Return a value with its blobs and strings converted. What does not fit its shape stays as it is."""
    shape = resolved(shape)
    if len(place) > DEEPEST:
        return value
    if isinstance(shape, Structure) and isinstance(value, Mapping):
        return {
            name: _converted(item, shape.members[name], convert, string, (*place, name))
            if name in shape.members
            else item
            for name, item in value.items()
        }
    if isinstance(shape, List) and isinstance(value, (list, tuple)):
        return [_converted(item, shape.member, convert, string, (*place, index)) for index, item in enumerate(value)]
    if isinstance(shape, Map) and isinstance(value, Mapping):
        return {key: _converted(item, shape.value, convert, string, (*place, key)) for key, item in value.items()}
    if isinstance(shape, Blob):
        return convert(value, place)
    return string(value, place) if isinstance(shape, String) else value
