"""Find what is wrong with the value of an option in the tokens that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from shorthand.codec.constraints import violations
from shorthand.codec.json_text import spans_in_json
from shorthand.codec.token_kind import Token, TokenKind, classify
from shorthand.errors import Diagnostic, Kind, Span
from shorthand.shapes import Shape


def constraint_faults(value: Any, tokens: Sequence[str], shape: Shape) -> list[Diagnostic]:
    """Return what the AWS CLI would refuse of an option's value before it calls the service, each with its span.

    Args:
        value: The value that the tokens gave.
        tokens: The tokens of the option.
        shape: The schema of the option's value.
    """
    found = list(violations(value, shape))
    return located_in_tokens(found, tokens, shape) if found else []


def located_in_tokens(faults: Iterable[Diagnostic], tokens: Sequence[str], shape: Shape) -> list[Diagnostic]:
    """Return the diagnostics of an option's value with the token and the span that each place was read from."""
    classified = classify(tokens, shape)
    located = []
    for fault in faults:
        holders = (token for token in classified if fault.place[: len(token.place)] == token.place)
        token = next(holders, classified[0])
        located.append(replace(fault, text=token.text, span=_span(fault, token)))
    return located


def _span(fault: Diagnostic, token: Token) -> Span | None:
    place, is_key = fault.place[len(token.place) :], fault.kind is Kind.UNKNOWN_MEMBER
    if token.kind is TokenKind.FILE:
        return None
    if token.kind is TokenKind.JSON:
        return spans_in_json(token.text, [(place, is_key)])[0]
    if token.kind is TokenKind.SHORTHAND:
        from shorthand.syntax.spans import span_of  # takes 2 ms, and only faults need it

        return span_of(token.text, place, key=is_key)
    return (0, len(token.text))
