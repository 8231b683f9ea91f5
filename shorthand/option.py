"""One option of a command line: its tokens to a value, and back.

The rules by which the AWS CLI tells shorthand, JSON and plain tokens apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from shorthand.convert import lift_string, lower, lower_scalar, wanted
from shorthand.errors import (
    FileReferenceError,
    Place,
    ShorthandError,
    ShorthandTypeError,
    UnrepresentableError,
    together,
)
from shorthand.json_form import dumps_json, loads_json, spans_in_json
from shorthand.shapes import Blob, Document, List, Scalar, Shape, String, Structure, resolved
from shorthand.syntax.raw import FILE_PREFIXES, Files
from shorthand.syntax.writer import write
from shorthand.text import loads_at

NEGATIVE_NUMBER = re.compile(r"-\d+|-\d*\.\d+")
"""What a command line takes for a value, though it begins with a dash as an option does."""

# What version 1 of the AWS CLI fetches where it is all that an option is given; version 2 takes it as it is.
_FETCHED = ("http://", "https://")


def loads_option(tokens: Sequence[str], shape: Shape, *, strict: bool = True, files: Files | None = None) -> Any:
    """Read the tokens that a command line hands over for one option.

    >>> from shorthand import shapes
    >>> tags = shapes.List(shapes.Structure({"Key": shapes.String(), "Value": shapes.String()}))
    >>> loads_option(["Key=a,Value=1", "Key=b,Value=2"], tags)
    [{'Key': 'a', 'Value': '1'}, {'Key': 'b', 'Value': '2'}]
    >>> loads_option(['[{"Key": "a", "Value": "1"}]'], tags)
    [{'Key': 'a', 'Value': '1'}]

    A token that starts with `[` or `{` is JSON, the first one deciding; a list of scalars is the tokens themselves; a
    single token `file://…` stands for the file's content where `files` is given. Raises as `loads` does.
    """
    tokens = [tokens] if isinstance(tokens, str) else list(tokens)
    shape = resolved(shape)
    try:
        return _read(tokens, shape, strict, files)
    except ShorthandError as error:
        if not isinstance(error, FileReferenceError):
            from shorthand.diagnose.option_rules import advise_option

            advise_option(error, tokens, shape, lambda others: _wrong(others, shape, strict, files))
        raise


def _wrong(tokens: Sequence[str], shape: Shape, strict: bool, files: Files | None) -> ShorthandError | None:
    """What is wrong with tokens that might be meant; None where they read. No file is read for it."""
    try:
        _read(list(tokens), shape, strict, files and (lambda _reference: ""))
    except ShorthandError as error:
        return error
    return None


def _read(tokens: list[str], shape: Shape, strict: bool, files: Files | None) -> Any:
    if not tokens:
        raise ShorthandTypeError(f"{wanted(shape)} is expected, and nothing is given", span=(0, 0))
    if len(tokens) > 1 and not isinstance(shape, List):
        text = " ".join(tokens)
        raise ShorthandTypeError(
            f"one {shape.type_name} is expected, and {len(tokens)} words are given",
            text=text,
            span=(len(tokens[0]) + 1, len(text)),
            hint="put the whole argument in single quotes, so that the shell leaves it as it is",
        )
    if len(tokens) == 1 and tokens[0].startswith(FILE_PREFIXES):
        content = _content(tokens[0], files)
        if isinstance(content, bytes):
            if isinstance(shape, Blob):
                return content
            raise ShorthandTypeError(
                f"{wanted(shape)} is expected, not bytes",
                text=tokens[0],
                span=(0, len(tokens[0])),
                hint="use file://",
            )
        tokens = [content]
    if isinstance(shape, List):
        return _list(tokens, shape, strict, files)
    return _one(tokens[0], shape, (), strict, files)


def _content(reference: str, files: Files | None) -> str | bytes:
    span = (0, len(reference))
    if files is None:
        raise FileReferenceError(
            f"{reference} refers to a file, and reading files is not allowed here", text=reference, span=span
        )
    try:
        return files(reference)
    except FileReferenceError as error:
        error.text, error.span = reference, span
        raise


def _list(tokens: list[str], shape: List, strict: bool, files: Files | None) -> Any:
    """Each token is one member, unless the first is a JSON list; what is wrong with any of them is said at once."""
    first = tokens[0].lstrip()
    if len(tokens) == 1 and first.startswith("["):
        return _json(tokens[0], shape, (), strict)
    member = resolved(shape.member)
    as_json = not isinstance(member, Scalar) and first.startswith(("[", "{"))
    items: list[Any] = []
    wrong: list[ShorthandError] = []
    for index, token in enumerate(tokens):
        try:
            if shape.bare_members and isinstance(member, Structure) and not as_json:
                (name,) = member.members
                items.append({name: _scalar(token, resolved(member.members[name]), (index, name))})
            elif as_json:
                items.append(_json(token, member, (index,), strict))
            elif isinstance(member, (Scalar, Document)):
                items.append(_one(token, member, (index,), strict, files))
            else:
                items.append(loads_at(token, member, (index,), strict, files))
        except ShorthandError as error:
            wrong += error.errors
    if wrong:
        raise together(wrong)
    return items


def _one(token: str, shape: Shape, place: Place, strict: bool, files: Files | None) -> Any:
    if isinstance(shape, Scalar):
        return _scalar(token, shape, place)
    if isinstance(shape, Document) or token.lstrip().startswith(("[", "{")):
        return _json(token, shape, place, strict)
    if takes_bare_value(shape) and "=" not in token:
        return {"Value": token}
    return loads_at(token, shape, place, strict, files)


def takes_bare_value(shape: Shape) -> bool:
    """Whether an option of this shape takes its only member, a string named Value, as a bare token."""
    return (
        isinstance(shape, Structure)
        and list(shape.members) == ["Value"]
        and isinstance(resolved(shape.members["Value"]), String)
    )


def _scalar(token: str, shape: Shape, place: Place) -> Any:
    try:
        return lift_string(token, shape, place)
    except ShorthandTypeError as error:
        from shorthand.diagnose.advice import advise_scalar

        error.text, error.span = token, (0, len(token))
        advise_scalar(error, shape)
        raise


def _json(token: str, shape: Shape, place: Place, strict: bool, *, advised: bool = True) -> Any:
    """The value of a JSON token, which must fit the shape."""
    value = loads_json(token, strict=strict)
    try:
        lower(value, shape, place, for_json=True)
    except ShorthandError as error:
        found = together(_in_json(error, token, place))
        if advised:
            from shorthand.diagnose.advice import advise_text

            advise_text(
                found, shape, place, partial(_wrong_json, shape=shape, place=place, strict=strict), is_json=True
            )
        raise found from None
    return value


def _wrong_json(token: str, shape: Shape, place: Place, strict: bool) -> ShorthandError | None:
    """What is wrong with a JSON token that might be meant; None where it fits."""
    try:
        _json(token, shape, place, strict, advised=False)
    except ShorthandError as error:
        return error
    return None


def _in_json(error: ShorthandError, token: str, outer: Place) -> list[ShorthandError]:
    """What was found wrong with the value of a JSON token, as errors of the token."""
    places = [(one.place[len(outer) :], one.problem == "member") for one in error.errors]
    found: list[ShorthandError] = []
    for one, span in zip(error.errors, spans_in_json(token, places), strict=True):
        wrong = ShorthandTypeError(
            one.reason, text=token, span=span, place=one.place, expected=one.expected, hint=one.hint
        )
        wrong.problem = one.problem or wrong.problem
        found.append(wrong)
    return found


def dumps_option(value: Any, shape: Shape, *, json_fallback: bool = True) -> list[str]:
    """Write a value as the tokens of one option, each ready for the program (not quoted for a shell).

    >>> from shorthand import shapes
    >>> tags = shapes.List(shapes.Structure({"Key": shapes.String(), "Value": shapes.String()}))
    >>> dumps_option([{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2, 3"}], tags)
    ['Key=a,Value=1', "Key=b,Value='2, 3'"]

    What shorthand cannot carry is written as one token of JSON, or with `json_fallback=False` is an
    UnrepresentableError. Raises ShorthandTypeError where the value does not fit the shape.
    """
    shape = resolved(shape)
    if isinstance(shape, Scalar):
        token = lower_scalar(value, shape)
        if token.startswith(FILE_PREFIXES):
            raise UnrepresentableError(f"{token!r} would be taken for a file's name and replaced by its content")
        return [token]
    try:
        tokens = _tokens(value, shape)
    except UnrepresentableError:
        if not json_fallback:
            raise
        lower(value, shape, for_json=True)
        return [dumps_json(value)]
    return tokens


def _tokens(value: Any, shape: Shape) -> list[str]:
    """The tokens of a value that shorthand can carry."""
    raw = lower(value, shape)
    if not isinstance(shape, List):
        if takes_bare_value(shape) and isinstance(raw, dict) and raw and "=" not in str(raw["Value"]):
            bare = str(raw["Value"])
            if bare and not bare.lstrip().startswith(("[", "{", "-")) and not bare.startswith(FILE_PREFIXES + _FETCHED):
                return [bare]
        return [_safe(write(raw))]
    if not isinstance(raw, list) or not raw:
        raise UnrepresentableError("an empty list has no token")
    member = resolved(shape.member)
    if isinstance(member, Scalar):
        tokens = [_safe(str(item)) for item in raw]
        if len(tokens) == 1 and tokens[0].lstrip().startswith("["):
            raise UnrepresentableError(f"{tokens[0]!r} would be taken for JSON")
        return _not_fetched(tokens)
    if shape.bare_members and isinstance(member, Structure):
        if not all(raw):
            raise UnrepresentableError("a structure without its only member has no token")
        tokens = [_safe(str(next(iter(item.values())))) for item in raw if isinstance(item, dict)]
        if tokens[0].lstrip().startswith(("[", "{")):
            raise UnrepresentableError(f"{tokens[0]!r} would be taken for JSON")
        return _not_fetched(tokens)
    return [_safe(write(item)) for item in raw]


def _not_fetched(tokens: list[str]) -> list[str]:
    """The tokens of a list, unless an AWS CLI replaces its only one by what a server answers."""
    if len(tokens) == 1 and tokens[0].startswith(_FETCHED):
        raise UnrepresentableError(f"{tokens[0]!r} alone would be fetched by version 1 of the AWS CLI")
    return tokens


def _safe(token: str) -> str:
    """The token, unless a command line takes it for something else: another option, or a file's name."""
    if token.startswith("-") and not NEGATIVE_NUMBER.fullmatch(token):
        raise UnrepresentableError(f"{token!r} would be taken for an option")
    if token.startswith(FILE_PREFIXES):
        raise UnrepresentableError(f"{token!r} would be taken for a file's name and replaced by its content")
    return token
