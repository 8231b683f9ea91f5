"""Convert the tokens of one command-line option to its value and back, by the rules of the AWS CLI."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from shorthand.codec.compiled import compiled
from shorthand.codec.convert import check, lower
from shorthand.codec.json_text import dumps_json, loads_json, spans_in_json
from shorthand.codec.scalars import expected_type, lift_scalar, lower_scalar
from shorthand.codec.text import read_text
from shorthand.codec.token_kind import (
    Token,
    TokenKind,
    bare_member,
    classify,
    starts_json,
    takes_bare_value,
)
from shorthand.codec.writing import write_tokens
from shorthand.errors import (
    Diagnostic,
    FileReferenceError,
    Kind,
    ShorthandError,
    ShorthandTypeError,
    UnrepresentableError,
    error_of,
)
from shorthand.shapes import Blob, List, Scalar, Shape, Structure, resolved
from shorthand.syntax.raw import Files, is_file_reference
from shorthand.syntax.writer import write

NEGATIVE_NUMBER = re.compile(r"-\d+|-\d*\.\d+")
"""A word that a command line takes for a value although it begins with a dash, as an option does."""

# Version 1 of the AWS CLI fetches such a value where it is all that an option is given; version 2 does not.
_FETCHED = ("http://", "https://")


def read_option(tokens: Sequence[str], shape: Shape, strict: bool, files: Files | None) -> Any:
    """Read the tokens that a command line hands over for one option.

    Args:
        tokens: The tokens, as the program receives them.
        shape: The schema of the option's value.
        strict: Whether to stop where the AWS CLI loses part of a token.
        files: Gives the content for a file reference; None forbids references.

    Raises:
        ShorthandSyntaxError: A token is not shorthand, or not JSON.
        LossyTextError: The AWS CLI would lose part of a token.
        ShorthandTypeError: The value does not fit the shape.
        FileReferenceError: A file reference must not, or cannot, be read.
    """
    if files is None:
        try:
            return compiled(shape).read_tokens(tokens, strict)
        except Exception:  # noqa: S110 -- what follows decides, and reports what is wrong
            pass
    shape = resolved(shape)
    if not tokens:
        raise ShorthandTypeError(f"expected {expected_type(shape)}, got nothing", span=(0, 0))
    if len(tokens) > 1 and not isinstance(shape, List):
        text = " ".join(tokens)
        raise ShorthandTypeError(
            f"expected one {shape.type_name}, got {len(tokens)} words",
            text=text,
            span=(len(tokens[0]) + 1, len(text)),
        )
    classified = classify(tokens, shape)
    if classified[0].kind is TokenKind.FILE:
        content = _content(tokens[0], shape, files)
        if isinstance(content, bytes):
            return content
        classified = classify([content], shape, are_content=True)
    if classified[0].place == ():
        return read_token(classified[0], strict, files)
    return _read_items(classified, strict, files)


def _read_items(tokens: Sequence[Token], strict: bool, files: Files | None) -> list[Any]:
    """Read each token as an item of a list, and report what is wrong with any of them at once."""
    items: list[Any] = []
    faults: list[Diagnostic] = []
    for token in tokens:
        try:
            items.append(read_token(token, strict, files))
        except ShorthandError as error:
            faults += error.diagnostics
    if faults:
        raise error_of(faults)
    return items


def read_token(token: Token, strict: bool, files: Files | None) -> Any:
    """Read one classified token that is no file reference. Raises as `read_option` does."""
    text, kind, shape, place = token
    if kind is TokenKind.SCALAR:
        return _read_scalar(token)
    if kind is TokenKind.JSON:
        return _read_json(token, strict)
    if kind is TokenKind.BARE_MEMBER:
        name, member = bare_member(shape)
        return {name: _read_scalar(token._replace(shape=member, place=(*place, name)))}
    return read_text(text, shape, place, strict, files)


def _read_scalar(token: Token) -> Any:
    try:
        return lift_scalar(token.text, token.shape, token.place)
    except ShorthandTypeError as error:
        raise error_of([replace(error.diagnostics[0], text=token.text, span=(0, len(token.text)))]) from None


def _read_json(token: Token, strict: bool) -> Any:
    """Read a JSON token, whose value must fit the shape."""
    value = loads_json(token.text, strict=strict)
    try:
        check(value, token.shape, token.place)
    except ShorthandError as error:
        found = error.diagnostics
        depth = len(token.place)
        places = [(one.place[depth:], one.kind is Kind.UNKNOWN_MEMBER) for one in found]
        spans = spans_in_json(token.text, places)
        # JSON can carry every value, so a value that shorthand cannot carry is one of the wrong type here.
        raise ShorthandTypeError.of(
            replace(one, text=token.text, span=span, kind=one.kind if one.kind.is_of_type else Kind.WRONG_TYPE)
            for one, span in zip(found, spans, strict=True)
        ) from None
    return value


def _content(reference: str, shape: Shape, files: Files | None) -> str | bytes:
    """Return what a file reference stands for: a text, or bytes for a blob."""
    span = (0, len(reference))
    if files is None:
        raise FileReferenceError(
            f"{reference} refers to a file, and reading files is not allowed here", text=reference, span=span
        )
    try:
        content = files(reference)
    except FileReferenceError as error:
        raise FileReferenceError.of([replace(error.diagnostics[0], text=reference, span=span)]) from error.__cause__
    if isinstance(content, bytes) and not isinstance(shape, Blob):
        raise ShorthandTypeError(f"expected {expected_type(shape)}, got bytes", text=reference, span=span)
    return content


def write_option(value: Any, shape: Shape, json_fallback: bool) -> list[str]:
    """Write a value as the tokens of one option.

    Args:
        value: The value, in its JSON form.
        shape: The schema of the option's value.
        json_fallback: Whether to write one token of JSON where shorthand cannot carry the value.

    Raises:
        ShorthandTypeError: The value does not fit the shape.
        UnrepresentableError: No token carries the value.
    """
    try:
        return write_tokens(value, shape)
    except Exception:  # noqa: S110 -- what follows decides, and reports what is wrong
        pass
    shape = resolved(shape)
    if isinstance(shape, Scalar):
        return [_no_file_reference(lower_scalar(value, shape))]
    try:
        return _shorthand_tokens(value, shape)
    except UnrepresentableError:
        if not json_fallback:
            raise
        check(value, shape)
        return [dumps_json(value)]


def _shorthand_tokens(value: Any, shape: Shape) -> list[str]:
    """Write a value that shorthand can carry."""
    raw = lower(value, shape)
    if not isinstance(shape, List):
        bare = str(raw["Value"]) if takes_bare_value(shape) and isinstance(raw, dict) and raw else ""
        return [bare] if _is_safe_bare_value(bare) else [_word(write(raw))]
    if not isinstance(raw, list) or not raw:
        raise UnrepresentableError("an empty list has no token")
    member = resolved(shape.member)
    if isinstance(member, Scalar):
        tokens = [_word(str(item)) for item in raw]
        return _not_taken_otherwise(tokens, is_json=len(tokens) == 1 and tokens[0].lstrip().startswith("["))
    if shape.bare_members and isinstance(member, Structure):
        if not all(raw):
            raise UnrepresentableError("a structure without its only member has no token")
        tokens = [_word(str(next(iter(item.values())))) for item in raw if isinstance(item, dict)]
        return _not_taken_otherwise(tokens, is_json=starts_json(tokens[0]))
    return [_word(write(item)) for item in raw]


def _is_safe_bare_value(bare: str) -> bool:
    """Return whether a string, as the only token, reads as itself."""
    starts_otherwise = starts_json(bare) or bare.lstrip().startswith("-")
    return bool(bare) and "=" not in bare and not starts_otherwise and not _is_replaced(bare)


def _is_replaced(token: str) -> bool:
    return is_file_reference(token) or token.startswith(_FETCHED)


def _not_taken_otherwise(tokens: list[str], *, is_json: bool) -> list[str]:
    """Return the tokens of a list, unless an AWS CLI takes them for JSON or replaces the only one."""
    if is_json:
        raise UnrepresentableError(f"{tokens[0]!r} would be read as JSON")
    if len(tokens) == 1 and tokens[0].startswith(_FETCHED):
        raise UnrepresentableError(f"version 1 of the AWS CLI would fetch {tokens[0]!r}")
    return tokens


def _word(token: str) -> str:
    """Return the token, unless a command line takes it for another option or for a file reference."""
    if token.startswith("-") and not NEGATIVE_NUMBER.fullmatch(token):
        raise UnrepresentableError(f"{token!r} would be read as an option")
    return _no_file_reference(token)


def _no_file_reference(token: str) -> str:
    if is_file_reference(token):
        raise UnrepresentableError(f"{token!r} would be read as a file reference")
    return token
