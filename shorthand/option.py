"""One option of a command line: its tokens to a value, and back.

The rules by which the AWS CLI tells shorthand, JSON and plain tokens apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shorthand.convert import lift_string, lower, lower_scalar
from shorthand.errors import FileReferenceError, ShorthandTypeError, UnrepresentableError
from shorthand.json_form import dumps_json, loads_json
from shorthand.shapes import Blob, Document, List, Scalar, Shape, String, Structure, resolved
from shorthand.syntax.raw import Files
from shorthand.syntax.reader import read
from shorthand.syntax.writer import write
from shorthand.text import lift_at

_FILE_PREFIXES = ("file://", "fileb://")


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
    if not tokens:
        raise ShorthandTypeError(f"a {shape.type_name} is expected, and nothing is given")
    if len(tokens) > 1 and not isinstance(shape, List):
        raise ShorthandTypeError(
            f"one {shape.type_name} is expected, and {len(tokens)} words are given",
            text=" ".join(tokens),
            hint="put the whole argument in single quotes, so that the shell leaves it as it is",
        )
    if len(tokens) == 1 and tokens[0].startswith(_FILE_PREFIXES):
        content = _content(tokens[0], files)
        if isinstance(content, bytes):
            if isinstance(shape, Blob):
                return content
            raise ShorthandTypeError(f"a {shape.type_name} is expected, not bytes", text=tokens[0], hint="use file://")
        tokens = [content]
    if isinstance(shape, List):
        return _list(tokens, shape, strict, files)
    return _one(tokens[0], shape, strict, files)


def _content(reference: str, files: Files | None) -> str | bytes:
    if files is None:
        raise FileReferenceError(
            f"{reference} refers to a file, and reading files is not allowed here",
            text=reference,
            span=(0, len(reference)),
        )
    return files(reference)


def _list(tokens: list[str], shape: List, strict: bool, files: Files | None) -> Any:
    member = resolved(shape.member)
    first = tokens[0].lstrip()
    if len(tokens) == 1 and first.startswith("["):
        return _json(tokens[0], shape, strict)
    if isinstance(member, Scalar):
        return [_scalar(token, member, (index,)) for index, token in enumerate(tokens)]
    if isinstance(member, Document) or first.startswith(("[", "{")):
        return [_json(token, member, strict, (index,)) for index, token in enumerate(tokens)]
    if shape.bare_members and isinstance(member, Structure):
        (name,) = member.members
        return [{name: lift_string(token, member.members[name], (index, name))} for index, token in enumerate(tokens)]
    return [
        lift_at(read(token, strict=strict, files=files), member, token, (index,)) for index, token in enumerate(tokens)
    ]


def _one(token: str, shape: Shape, strict: bool, files: Files | None) -> Any:
    if isinstance(shape, Scalar):
        return _scalar(token, shape, ())
    if isinstance(shape, Document) or token.lstrip().startswith(("[", "{")):
        return _json(token, shape, strict)
    if takes_bare_value(shape) and "=" not in token:
        return {"Value": token}
    return lift_at(read(token, strict=strict, files=files), shape, token)


def takes_bare_value(shape: Shape) -> bool:
    """Whether an option of this shape takes its only member, a string named Value, as a bare token."""
    return (
        isinstance(shape, Structure)
        and list(shape.members) == ["Value"]
        and isinstance(resolved(shape.members["Value"]), String)
    )


def _scalar(token: str, shape: Shape, place: tuple[int, ...]) -> Any:
    try:
        return lift_string(token, shape, place)
    except ShorthandTypeError as error:
        error.text, error.span = token, (0, len(token))
        raise


def _json(token: str, shape: Shape, strict: bool, place: tuple[int, ...] = ()) -> Any:
    """The value of a JSON token, which must fit the shape."""
    value = loads_json(token, strict=strict)
    try:
        lower(value, shape, place, for_json=True)
    except UnrepresentableError as error:
        raise ShorthandTypeError(error.reason, text=token, place=error.place, hint=error.hint) from None
    except ShorthandTypeError as error:
        error.text = token
        raise
    return value


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
        if token.startswith(_FILE_PREFIXES):
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
        if takes_bare_value(shape) and isinstance(raw, dict) and "=" not in str(raw["Value"]):
            bare = str(raw["Value"])
            if bare and not bare.lstrip().startswith(("[", "{", "-")) and not bare.startswith(_FILE_PREFIXES):
                return [bare]
        return [_safe(write(raw))]
    if not isinstance(raw, list) or not raw:
        raise UnrepresentableError("an empty list has no token")
    member = resolved(shape.member)
    if isinstance(member, Scalar):
        tokens = [_safe(str(item)) for item in raw]
        if len(tokens) == 1 and tokens[0].lstrip().startswith("["):
            raise UnrepresentableError(f"{tokens[0]!r} would be taken for JSON")
        return tokens
    if shape.bare_members and isinstance(member, Structure):
        if not all(raw):
            raise UnrepresentableError("a structure without its only member has no token")
        tokens = [_safe(str(next(iter(item.values())))) for item in raw if isinstance(item, dict)]
        if tokens[0].lstrip().startswith(("[", "{")):
            raise UnrepresentableError(f"{tokens[0]!r} would be taken for JSON")
        return tokens
    return [_safe(write(item)) for item in raw]


def _safe(token: str) -> str:
    """The token, unless a command line takes it for something else: another option, or a file's name."""
    if token.startswith("-") and not token[1:].replace(".", "", 1).isdigit():
        raise UnrepresentableError(f"{token!r} would be taken for an option")
    if token.startswith(_FILE_PREFIXES):
        raise UnrepresentableError(f"{token!r} would be taken for a file's name and replaced by its content")
    return token
