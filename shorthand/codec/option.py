"""Read the tokens of one command-line option, by the rules of the AWS CLI. `shorthand.codec.writing` writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from shorthand.codec.compiled import compiled
from shorthand.codec.convert import check
from shorthand.codec.json_text import loads_json, spans_in_json
from shorthand.codec.scalars import expected_type, lift_scalar
from shorthand.codec.text import read_text
from shorthand.codec.token_kind import Token, TokenKind, bare_member, classify
from shorthand.errors import (
    Diagnostic,
    FileReferenceError,
    Kind,
    ShorthandError,
    ShorthandTypeError,
    error_of,
)
from shorthand.shapes import Blob, List, Shape, resolved
from shorthand.syntax.raw import Files


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
