"""Shorthand in the fields of pydantic's models: `tags: Annotated[list[Tag], Shorthand()]`."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from shorthand.errors import Diagnostic, Kind, ShorthandError
from shorthand.integrations.option_type import OptionType
from shorthand.syntax.raw import Files

__all__ = ["Shorthand"]


class Shorthand:
    """Beside a type in `Annotated`, this lets a field take shorthand and JSON, besides what it took before.

    A string is read as the words of an option, of which a shell would make several where a list is wanted. A list of
    strings is read as the words themselves. What pydantic finds wrong is reported with its place in the text.

    >>> from typing import Annotated, NamedTuple
    >>> from pydantic import BaseModel
    >>> class Tag(BaseModel):
    ...     Key: str
    ...     Value: str = ""
    >>> class Job(BaseModel):
    ...     tags: Annotated[list[Tag], Shorthand()] = []
    >>> Job(tags="Key=a,Value=1 Key=b").tags
    [Tag(Key='a', Value='1'), Tag(Key='b', Value='')]
    """

    def __init__(self, *, files: Files | None = None) -> None:
        """Make the annotation.

        Args:
            files: Gives the content for `file://…`. By default such a reference is an error, because the text can come
                from anywhere.
        """
        self.files = files

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return pydantic's schema of the type, with reading before it."""
        inner = handler(source)
        # Compiled when a text is first read, because the type can refer to the model that is being made.
        compiled: list[OptionType] = []

        def option() -> OptionType:
            if not compiled:
                compiled.append(OptionType(source, self.files))
            return compiled[0]

        def validate(value: Any, validate_value: core_schema.ValidatorFunctionWrapHandler) -> Any:
            words = _words(value, option)
            if words is None:
                try:
                    return validate_value(value)
                except ValidationError:
                    if not _is_words(value):
                        raise
                    return _validated_words(value, option(), validate_value)
            try:
                read = option().adapter.option_value(words, files=self.files)
            except ShorthandError as error:
                try:
                    # Of a ScalarType beside the annotation only pydantic knows.
                    if option().is_scalar:
                        return validate_value(value)
                except ValidationError:
                    pass
                raise _custom_error(error) from error
            try:
                return validate_value(read)
            except ValidationError as error:
                try:
                    # pydantic does not know every form, such as 1h30m, and no ScalarType; an instance it takes.
                    return validate_value(option().loads(words))
                except (ShorthandError, ValidationError):
                    pass
                details = [_with_place(found, option(), words) for found in error.errors(include_url=False)]
                raise ValidationError.from_exception_data(error.title, details) from None

        return core_schema.no_info_wrap_validator_function(validate, inner)


def _validated_words(
    words: list[str], option: OptionType, validate_value: core_schema.ValidatorFunctionWrapHandler
) -> Any:
    """Return the validated instance for words that pydantic refuses, such as those of a ScalarType."""
    try:
        instance = option.loads(words)
    except ShorthandError:
        return validate_value(words)
    return validate_value(instance)


def _words(value: Any, option: Any) -> list[str] | None:
    """Return the words of an option that a value of a field holds; None if the value is to stay as it is."""
    if type(value) is str:
        words: list[str] = option().split(value)
        return words
    # A list of strings may be the value itself.
    return value if _is_words(value) and not option().is_word else None


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(type(part) is str for part in value)


def _custom_error(error: ShorthandError) -> PydanticCustomError:
    return PydanticCustomError(
        "shorthand",
        "{drawn}",
        {"drawn": str(error), "reason": error.reason, "span": error.span, "hint": error.hint, "fix": error.fix},
    )


def _with_place(found: Any, option: OptionType, words: list[str]) -> InitErrorDetails:
    """Return what pydantic found wrong, drawn under the text."""
    reason = found["msg"][:1].lower() + found["msg"][1:]
    error = option.located([Diagnostic(reason, place=tuple(found["loc"]), kind=Kind.WRONG_TYPE)], words)
    return InitErrorDetails(type=_custom_error(error), loc=found["loc"], input=found["input"])
