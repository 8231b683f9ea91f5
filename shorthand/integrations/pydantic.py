"""Shorthand in the fields of pydantic's models: `tags: Annotated[list[Tag], Shorthand()]`."""

from __future__ import annotations

from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from shorthand.errors import ShorthandError
from shorthand.integrations.option_type import OptionType
from shorthand.syntax.raw import Files

__all__ = ["Shorthand"]


class Shorthand:
    """Beside a type in `Annotated`: the field takes shorthand or JSON as well, and what it took before.

    A string is read as an option's words, of which a shell would make several where a list is wanted; a list of strings
    as the words themselves. What pydantic then finds wrong it says with its place in the text. `files` gives the
    content for `file://…`; by default such a reference is an error, as the text may come from anywhere.

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
        self.files = files

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Pydantic's hook: what validates the type, with reading before it."""
        inner = handler(source)
        # Described when a text is first read: the type may refer to the model that is being made.
        known: list[OptionType] = []

        def option() -> OptionType:
            if not known:
                known.append(OptionType(source, self.files))
            return known[0]

        def validate(value: Any, validate_value: core_schema.ValidatorFunctionWrapHandler) -> Any:
            if isinstance(value, str):
                tokens = option().split(value)
            elif isinstance(value, list) and value and all(isinstance(part, str) for part in value):
                if option().is_word:  # a list of strings is what it is
                    return validate_value(value)
                tokens = value
            else:
                return validate_value(value)
            try:
                read = option().value(tokens)
            except ShorthandError as error:
                raise _custom(error) from error
            try:
                return validate_value(read)
            except ValidationError as error:
                details = [_with_place(part, option(), tokens) for part in error.errors(include_url=False)]
                raise ValidationError.from_exception_data(error.title, details) from None

        return core_schema.no_info_wrap_validator_function(validate, inner)


def _custom(error: ShorthandError) -> PydanticCustomError:
    return PydanticCustomError(
        "shorthand",
        "{drawn}",
        {"drawn": str(error), "reason": error.reason, "span": error.span, "hint": error.hint, "fix": error.fix},
    )


def _with_place(part: Any, option: OptionType, tokens: list[str]) -> InitErrorDetails:
    """What pydantic found wrong, drawn under the text."""
    error = option.located(part["msg"][:1].lower() + part["msg"][1:], tuple(part["loc"]), tokens)
    return InitErrorDetails(type=_custom(error), loc=part["loc"], input=part["input"])
