"""The public conversions: `loads`, `dumps`, `loads_option`, `dumps_option`.

Each converts first. Only when that fails does it ask `shorthand.suggest` for hints and a fix.
"""
# ruff: noqa: F811 -- it recognizes overloads only where they are imported from typing, and that is not done at run time

from __future__ import annotations

from functools import cache, lru_cache

from shorthand.syntax.reader import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeVar, overload

    from typing_extensions import TypeForm

    from shorthand.api.type_adapter import TypeAdapter
    from shorthand.shapes import Shape
    from shorthand.syntax.raw import Files, Raw

    T = TypeVar("T")
else:

    def overload(function):  # importing it from typing would cost as much as reading
        """Mark a signature for type checkers."""
        return function


# What reading without a shape does not need is imported when it is first needed: 8 ms. An import statement in a
# function takes 0.5 µs each time, so each is in a function that is cached.


@cache
def _read_text() -> Callable[[str, Shape, tuple[()], bool, Files | None], Any]:
    from shorthand.codec.text import read_text

    return read_text


@cache
def _read_option() -> Callable[[Sequence[str], Shape, bool, Files | None], Any]:
    from shorthand.codec.option import read_option

    return read_option


@cache
def _write() -> Callable[[Raw], str]:
    from shorthand.syntax.writer import write

    return write


@cache
def _write_text() -> Callable[[Any, Shape], str]:
    from shorthand.codec.writing import write_text

    return write_text


@cache
def _write_option() -> Callable[[Any, Shape, bool], list[str]]:
    from shorthand.codec.writing import write_option

    return write_option


@cache
def _adapter_for() -> Callable[[Any], TypeAdapter[Any]]:
    from shorthand.api.lookup import adapter_for

    return adapter_for


@overload
def loads(text: str, shape: Shape | None = None, *, strict: bool = True, files: Files | None = None) -> Any: ...


@overload
def loads(text: str, shape: TypeForm[T], *, strict: bool = True, files: Files | None = None) -> T: ...


def loads(text: str, shape: Any = None, *, strict: bool = True, files: Files | None = None) -> Any:
    """Read one shorthand text.

    >>> loads("Key=env,Values=prod,test")
    {'Key': 'env', 'Values': ['prod', 'test']}
    >>> from shorthand import shapes
    >>> loads("MaxCandidates=10", shapes.Structure({"MaxCandidates": shapes.Integer()}))
    {'MaxCandidates': 10}

    Args:
        text: One shorthand text, as a program receives it after the shell.
        shape: The schema of the value, or a Python type to make an instance of. Without one every leaf is a string.
        strict: Whether to stop where the AWS CLI reads the text but loses part of it.
        files: Gives the content for a reference such as `file://name` after "@=": a callable from the reference to
            `str` or `bytes`, such as `shorthand.files.local`. Without it a reference is an error.

    Returns:
        The untyped value, or with a shape the typed one: dict, list, str, int, float, bool; bytes from `fileb://`. With
        a type an instance of it.

    Raises:
        ShorthandSyntaxError: The text is not shorthand.
        LossyTextError: The AWS CLI would lose part of the text, and `strict` is set.
        ShorthandTypeError: The value does not fit the shape.
        FileReferenceError: A file reference must not, or cannot, be read.
    """
    if shape is not None and not _is_shape(shape):
        return _adapter_for()(shape).loads(text, strict=strict, files=files)
    try:
        if shape is None:
            return read(text, strict=strict, files=files)
        return _read_text()(text, shape, (), strict, files)
    except ValueError as error:
        from shorthand.errors import ShorthandError
        from shorthand.suggest import suggest_for_text

        if not isinstance(error, ShorthandError):
            raise
        # Without a name for the new error: a frame that holds it, and is held by its traceback, would keep all that was
        # read until the next garbage collection.
        raise suggest_for_text(error, shape, strict=strict, allows_files=files is not None).with_traceback(
            error.__traceback__
        ) from error.__cause__


def _is_shape(shape: object) -> bool:
    """Return whether a schema is a shape and not a Python type, without importing the shapes."""
    return _is_shape_class(type(shape))  # type: ignore[arg-type]  # every class has a hash


@lru_cache(64)
def _is_shape_class(kind: type) -> bool:
    return hasattr(kind, "type_name")


@overload
def loads_option(tokens: Sequence[str], shape: Shape, *, strict: bool = True, files: Files | None = None) -> Any: ...


@overload
def loads_option(
    tokens: Sequence[str], shape: TypeForm[T], *, strict: bool = True, files: Files | None = None
) -> T: ...


def loads_option(tokens: Sequence[str], shape: Any, *, strict: bool = True, files: Files | None = None) -> Any:
    """Read the tokens that a command line hands over for one option.

    >>> from shorthand import shapes
    >>> tags = shapes.List(shapes.Structure({"Key": shapes.String(), "Value": shapes.String()}))
    >>> loads_option(["Key=a,Value=1", "Key=b,Value=2"], tags)
    [{'Key': 'a', 'Value': '1'}, {'Key': 'b', 'Value': '2'}]
    >>> loads_option(['[{"Key": "a", "Value": "1"}]'], tags)
    [{'Key': 'a', 'Value': '1'}]

    A token that starts with `[` or `{` is JSON, and the first token decides for all; a list of scalars is the tokens
    themselves; a single token `file://…` is replaced by the file's content where `files` is given.

    Args:
        tokens: The tokens as the program receives them; a single string is one token.
        shape: The schema of the option's value, or a Python type to make an instance of.
        strict: Whether to stop where the AWS CLI reads a token but loses part of it.
        files: Gives the content for file references, as for `loads`.

    Returns:
        The typed value.

    Raises:
        ShorthandSyntaxError: A token is not shorthand, or not JSON.
        LossyTextError: The AWS CLI would lose part of a token, and `strict` is set.
        ShorthandTypeError: The value does not fit the shape.
        FileReferenceError: A file reference must not, or cannot, be read.
    """
    if not _is_shape(shape):
        return _adapter_for()(shape).loads_option(tokens, strict=strict, files=files)
    tokens = [tokens] if isinstance(tokens, str) else list(tokens)
    try:
        return _read_option()(tokens, shape, strict, files)
    except ValueError as error:
        from shorthand.errors import ShorthandError
        from shorthand.suggest import suggest_for_option

        if not isinstance(error, ShorthandError):
            raise
        raise suggest_for_option(error, tokens, shape, strict=strict, allows_files=files is not None).with_traceback(
            error.__traceback__
        ) from error.__cause__


@overload
def dumps(value: Any, shape: Shape | None = None) -> str: ...


@overload
def dumps(value: T, shape: TypeForm[T]) -> str: ...


def dumps(value: Any, shape: Any = None) -> str:
    """Write a value as the shortest natural shorthand text, which `loads` and the AWS CLI read back as the same value.

    >>> dumps({"Key": "env", "Values": ["prod", "it's"]})
    'Key=env,Values=prod,"it\\'s"'

    Args:
        value: A dict in the JSON form, or an instance of a class with members, such as a dataclass. Without a shape
            every leaf of a dict is a string.
        shape: The schema of the value, or the Python type of the instance.

    Raises:
        UnrepresentableError: No text carries the value.
        ShorthandTypeError: The value does not fit the shape.
    """
    if shape is None and not isinstance(value, (dict, list, str)):
        from shorthand.api.lookup import adapter_for_instance

        return adapter_for_instance(value).dumps(value)
    if shape is not None and not _is_shape(shape):
        return _adapter_for()(shape).dumps(value)
    try:
        return _write()(value) if shape is None else _write_text()(value, shape)
    except ValueError as error:
        from shorthand.errors import ShorthandError
        from shorthand.suggest import suggest_for_value

        if not isinstance(error, ShorthandError):
            raise
        raise suggest_for_value(error, value, shape).with_traceback(error.__traceback__) from error.__cause__


@overload
def dumps_option(value: Any, shape: Shape | None = None, *, json_fallback: bool = True) -> list[str]: ...


@overload
def dumps_option(value: T, shape: TypeForm[T], *, json_fallback: bool = True) -> list[str]: ...


def dumps_option(value: Any, shape: Any = None, *, json_fallback: bool = True) -> list[str]:
    """Write a value as the tokens of one option, each ready for the program (not quoted for a shell).

    >>> from shorthand import shapes
    >>> tags = shapes.List(shapes.Structure({"Key": shapes.String(), "Value": shapes.String()}))
    >>> dumps_option([{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2, 3"}], tags)
    ['Key=a,Value=1', "Key=b,Value='2, 3'"]

    Args:
        value: The value in its JSON form, or an instance, or a list of instances of one type.
        shape: The schema of the option's value, or its Python type; needed for values in the JSON form.
        json_fallback: Whether a value that shorthand cannot carry becomes one token of JSON.

    Raises:
        UnrepresentableError: No token carries the value.
        ShorthandTypeError: The value does not fit the shape.
    """
    if shape is None:
        from shorthand.api.lookup import adapter_for_instance

        return adapter_for_instance(value).dumps_option(value, json_fallback=json_fallback)
    if not _is_shape(shape):
        return _adapter_for()(shape).dumps_option(value, json_fallback=json_fallback)
    try:
        return _write_option()(value, shape, json_fallback)
    except ValueError as error:
        from shorthand.errors import ShorthandError
        from shorthand.suggest import suggest_for_value

        if not isinstance(error, ShorthandError):
            raise
        raise suggest_for_value(error, value, shape).with_traceback(error.__traceback__) from error.__cause__
