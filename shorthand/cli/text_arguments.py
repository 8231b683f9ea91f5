"""The texts on the command line: which belong together, and how they become values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import shorthand
from shorthand.cli import shell_quoting, standard_error, standard_output
from shorthand.cli.file_limit import files_up_to
from shorthand.cli.standard_error import draw_error, typing_shell
from shorthand.errors import ShorthandError, error_of

if TYPE_CHECKING:
    from shorthand.api.type_adapter import TypeAdapter
    from shorthand.shapes import Shape
    from shorthand.syntax.raw import Files

Given = TypeVar("Given")


def load_shape(schema: str | None) -> Shape | None:
    """Return the shape that a SCHEMA argument names; None for none. Raises ShorthandError."""
    if schema is None:
        return None
    from shorthand.cli.schema_option import load_option  # takes 10 ms to import, and many runs have no schema

    return load_option(schema).shape


def load_shape_or_type(schema: str | None) -> Shape | TypeAdapter[Any] | None:
    """Return the shape or the Python type that a SCHEMA argument names; None for none. Raises ShorthandError."""
    if schema is None:
        return None
    from shorthand.cli import schema_option  # takes 10 ms to import, and many runs have no schema

    return schema_option.load_shape_or_type(schema)


def group_texts(texts: tuple[str, ...], schema: str | None) -> list[list[str]]:
    """Return the tokens of each conversion: with a schema all are of one option, without it each is its own text."""
    return [list(texts)] if schema is not None else [[text] for text in texts]


def split_words(tokens: list[str], shell: str | None) -> list[str]:
    """Return the words that the shell would pass on for tokens that are still quoted for it."""
    return [word for token in tokens for word in shell_quoting.split(token)] if shell == "posix" else tokens


def reader(
    schema: Shape | TypeAdapter[Any] | None, *, lenient: bool, shell: str | None, max_file_size: int
) -> Callable[[list[str]], Any]:
    """Return the function that converts the tokens of one option, or without a schema one text, to a value.

    Args:
        schema: The shape of the option, or its Python type, which must accept the value.
        lenient: Whether to read what the AWS CLI reads with a loss.
        shell: The shell that the tokens are still quoted for.
        max_file_size: The largest file that is read.
    """
    is_strict, files = not lenient, files_up_to(max_file_size)

    def read(tokens: list[str]) -> Any:
        tokens = split_words(tokens, shell)
        if schema is not None:
            from shorthand.shapes import Shape  # many runs have no schema

            try:
                if isinstance(schema, Shape):
                    return shorthand.loads_option(tokens, schema, strict=is_strict, files=files)
                return _value_for_type(tokens, schema, is_strict, files)
            except ShorthandError as error:
                raise _without_partial_fixes(error) if len(tokens) > 1 else error from error.__cause__
        if len(tokens) != 1:
            raise ShorthandError(f"expected one text, got {len(tokens)} words", text=" ".join(tokens))
        return shorthand.loads(tokens[0], strict=is_strict, files=files)

    return read


def _value_for_type(tokens: list[str], adapter: TypeAdapter[Any], is_strict: bool, files: Files) -> Any:
    """Return the value of an option in the JSON form, if its Python type accepts it."""
    try:
        value = adapter.option_value(tokens, strict=is_strict, files=files)
        adapter.from_value(value)
    except ShorthandError:
        # Reports the error with its place in the tokens, and only with corrections that the type accepts.
        adapter.loads_option(tokens, strict=is_strict, files=files)
        raise
    return value


def _without_partial_fixes(error: ShorthandError) -> ShorthandError:
    """Return the error of several words without the corrections of single ones: pasted alone they lose the others."""
    return error_of(replace(one, fix=one.fix if one.fix_tokens else None) for one in error.diagnostics)


def convert_each(given: Iterable[Given], convert: Callable[[Given], str]) -> int:
    """Print the answer for each text, or if one is wrong only the errors.

    Returns:
        The exit code.
    """
    texts = list(given)
    answers, errors = [], []
    for number, text in enumerate(texts, 1):
        try:
            answers.append(convert(text))
        except ShorthandError as error:
            errors.append(
                (f"text {number}: " if len(texts) > 1 else "") + draw_error(error, shell=typing_shell()) + "\n"
            )
    if errors:
        standard_error.write("".join(errors))
        return 2
    standard_output.print_all(answers)
    return 0
