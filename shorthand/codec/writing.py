"""Write a typed value as one text, or as the tokens of one command-line option, by the rules of the AWS CLI."""

from __future__ import annotations

from typing import Any

from shorthand.codec.compiled import compiled
from shorthand.codec.convert import check, lower
from shorthand.codec.json_text import dumps_json
from shorthand.codec.scalars import lower_scalar
from shorthand.codec.token_kind import NEGATIVE_NUMBER, starts_json, takes_bare_value
from shorthand.errors import UnrepresentableError
from shorthand.shapes import List, Scalar, Shape, Structure, resolved
from shorthand.syntax.raw import is_file_reference
from shorthand.syntax.writer import write

# Version 1 of the AWS CLI fetches such a value where it is all that an option is given; version 2 does not.
_FETCHED = ("http://", "https://")


def write_text(value: Any, shape: Shape) -> str:
    """Write a value as one text.

    Raises:
        ShorthandTypeError: The value does not fit the shape.
        UnrepresentableError: No text carries the value.
    """
    try:
        return write(compiled(shape).lower(value))
    except Exception:  # `lower` decides, and reports what is wrong
        return write(lower(value, shape))


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
        return _tokens_in_steps(value, shape)
    except UnrepresentableError:
        if not json_fallback:
            raise
        check(value, shape)
        return [dumps_json(value)]


def write_tokens(value: Any, shape: Shape) -> list[str]:
    """Write the value of an option as tokens of shorthand. Raises any exception if it may need another form."""
    known = compiled(shape)
    if not known.writes_shorthand:
        raise TypeError
    return shorthand_tokens(known.lower(value), are_items=known.takes_items)


def shorthand_tokens(raw: Any, *, are_items: bool) -> list[str]:
    """Write an untyped value as tokens of shorthand. Raises any exception if it may need another form.

    Args:
        raw: The untyped value of an option.
        are_items: Whether each item of it is a token.
    """
    tokens = [write(item) for item in raw] if are_items else [write(raw)]
    if not tokens or any(token.startswith("-") or is_file_reference(token) for token in tokens):
        raise TypeError
    return tokens


def _tokens_in_steps(value: Any, shape: Shape) -> list[str]:
    """Write a value as tokens of shorthand, without its compiled shape, so that what is wrong has a reason."""
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
