"""Find where in a text the faults are that a Python type finds in the value, and correct them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from shorthand.codec.json_text import dumps_json, spans_in_json
from shorthand.codec.token_kind import Token, TokenKind, classify
from shorthand.errors import Diagnostic, Kind, ShorthandError, ShorthandTypeError
from shorthand.shapes import Shape
from shorthand.syntax.quoting import quote
from shorthand.syntax.spans import Places

ReadFix = Callable[[str], Any]
"""Reads a candidate as the type. Raises ShorthandError where it does not fit."""

_Replacement = tuple[int, int, str | None]
"""A span of a token, and what to write there instead."""


def located_in_text(error: ShorthandTypeError, text: str, read_fix: ReadFix) -> ShorthandTypeError:
    """Return the errors of a value with their spans in the shorthand text that it was read from.

    Args:
        error: What a type found in the value.
        text: The text.
        read_fix: Tells whether a corrected text fits.
    """
    return _located(error, [Token(text, TokenKind.SHORTHAND, Shape())], read_fix)


def located_in_tokens(
    error: ShorthandTypeError, tokens: Sequence[str], shape: Shape, read_fix: ReadFix
) -> ShorthandTypeError:
    """Return the errors of a value with their spans in the tokens of the option that it was read from.

    Args:
        error: What a type found in the value.
        tokens: The tokens.
        shape: The schema of the option.
        read_fix: Tells whether a corrected token fits.
    """
    return _located(error, classify(tokens, shape), read_fix)


def _located(error: ShorthandTypeError, tokens: Sequence[Token], read_fix: ReadFix) -> ShorthandTypeError:
    located: list[tuple[int, Diagnostic]] = []
    replacements: dict[int, list[_Replacement]] = {}
    places: dict[int, Places] = {}
    for fault in error.diagnostics:
        index, token = _token_of(fault, tokens)
        if token.kind is TokenKind.FILE:
            located.append((index, replace(fault, text=token.text, fix=None)))
            continue
        inner = fault.place[len(token.place) :]
        is_key = fault.kind is Kind.UNKNOWN_MEMBER
        write: Callable[[str], str] = str
        if token.kind is TokenKind.JSON:
            (span,) = spans_in_json(token.text, [(inner, is_key)])
            write = dumps_json
        elif token.kind is TokenKind.SHORTHAND:
            if index not in places:
                places[index] = Places(token.text)
            span, write = places[index].span(inner, key=is_key), quote
        else:
            span = (0, len(token.text))
        replacements.setdefault(index, []).append((*span, None if fault.fix is None else write(fault.fix)))
        located.append((index, replace(fault, text=token.text, span=span, fix=None)))
    fixes = {index: _fixed(tokens[index].text, parts, read_fix) for index, parts in replacements.items()}
    return ShorthandTypeError.of(replace(fault, fix=fixes.get(index)) for index, fault in located)


def _token_of(fault: Diagnostic, tokens: Sequence[Token]) -> tuple[int, Token]:
    """Return the token that the value at a fault was read from, and its index."""
    # A list has one token for each item, or one token for all of them.
    step = fault.place[0] if fault.place else 0
    index = step if tokens[0].place and isinstance(step, int) and step < len(tokens) else 0
    return index, tokens[index]


def _fixed(text: str, replacements: Sequence[_Replacement], read_fix: ReadFix) -> str | None:
    """Return the text with everything replaced, if that fits the type."""
    for start, end, written in sorted(replacements, key=lambda one: one[:2], reverse=True):
        if written is None:
            return None
        text = text[:start] + written + text[end:]
    try:
        read_fix(text)
    except ShorthandError:
        return None
    return text
